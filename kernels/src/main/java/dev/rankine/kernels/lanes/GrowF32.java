package dev.rankine.kernels.lanes;

import static dev.rankine.kernels.lanes.Lanes.ALL;
import static dev.rankine.kernels.lanes.Lanes.ORDER;

import java.lang.foreign.ValueLayout;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Exponentials of float32 numbers that are not positive, as softmax needs them. {@code e^x = 2^n e^r} with {@code n} the whole number next to
 * {@code x / ln 2}; {@code e^r = 1 + r + r^2 q(r)} on {@code |r| <= ln 2 / 2} with q of degree 4, fitted by the exchange algorithm of
 * Remez to the least largest relative error, 3.1e-9. Less than 1 unit in the last place; below e^-87.6 it is 0, also for minus infinity;
 * NaN stays.
 * Figures: {@link SoftmaxKernels}.
 */
final class GrowF32 {
    private static final VectorSpecies<Float> S = Lanes.F32;
    /** The most numbers of a row for {@link #growRows}. */
    static final int L = S.length();

    private static final int BYTES = Float.BYTES;
    private static final long STEP = (long) BYTES * L;

    private static final int BLOCK = 256 * L;

    static final float LOWEST = -88f;
    static final float LOG2_E = 1.442695f;
    /** ln 2 in two parts; the first has so few bits that its product with n is exact. */
    static final float LN2_HIGH = 0.693359375f;

    static final float LN2_LOW = -2.1219444e-4f;
    /** Adding it leaves a whole number in the last bits. */
    static final float WHOLE = 12582912f;

    static final int ONE = 0x3f800000;
    static final int FRACTION_BITS = 23;
    static final float Q0 = 0x1.fffffcp-2f;
    static final float Q1 = 0x1.55549p-3f;
    static final float Q2 = 0x1.5558f4p-5f;
    static final float Q3 = 0x1.123a6cp-7f;
    static final float Q4 = 0x1.6a2354p-10f;

    /** {@code y[i] = e^(x[i] - level)}; gives their sum. {@code tile} has room for two vectors. In place if y is x. */
    static double grow(long x, long y, int count, float level, long tile) {
        int main = S.loopBound(count);
        double total = 0;
        for (int i = 0; i < main; i += BLOCK) {
            long at = (long) BYTES * i;
            total += vectors(x + at, y - x, x + at + (long) BYTES * Math.min(BLOCK, main - i), level, tile);
        }
        if (main == count) return total;
        long at = (long) BYTES * main;
        for (int i = 0; i < L; i++) {
            float number = i < count - main
                    ? ALL.get(ValueLayout.JAVA_FLOAT_UNALIGNED, x + at + (long) BYTES * i)
                    : Float.NEGATIVE_INFINITY;
            ALL.set(ValueLayout.JAVA_FLOAT_UNALIGNED, tile + (long) BYTES * i, number);
        }
        total += vectors(tile, 0, tile + STEP, level, tile + STEP);
        for (int i = 0; i < count - main; i++) {
            float number = ALL.get(ValueLayout.JAVA_FLOAT_UNALIGNED, tile + (long) BYTES * i);
            ALL.set(ValueLayout.JAVA_FLOAT_UNALIGNED, y + at + (long) BYTES * i, number);
        }
        return total;
    }

    private static double vectors(long x, long away, long end, float level, long tile) {
        FloatVector sum = FloatVector.zero(S);
        for (long p = x; p < end; p += STEP) {
            FloatVector v = FloatVector.fromMemorySegment(S, ALL, p, ORDER).sub(level);
            v = v.blend(LOWEST, v.lt(LOWEST));
            FloatVector whole = v.mul(LOG2_E).add(WHOLE);
            FloatVector exponent = whole.sub(WHOLE);
            FloatVector r = exponent.fma(FloatVector.broadcast(S, -LN2_HIGH), v);
            r = exponent.fma(FloatVector.broadcast(S, -LN2_LOW), r);
            FloatVector q = r.fma(Q4, Q3);
            q = q.fma(r, FloatVector.broadcast(S, Q2));
            q = q.fma(r, FloatVector.broadcast(S, Q1));
            q = q.fma(r, FloatVector.broadcast(S, Q0));
            q = q.fma(r.mul(r), r).add(1f);
            FloatVector power = whole.reinterpretAsInts()
                    .lanewise(VectorOperators.LSHL, FRACTION_BITS)
                    .add(ONE)
                    .reinterpretAsFloats();
            q = q.mul(power);
            q.intoMemorySegment(ALL, p + away, ORDER);
            sum = sum.add(q);
        }
        sum.intoMemorySegment(ALL, tile, ORDER);
        return SumF32.lanes(tile);
    }

    /**
     * The same for rows of n numbers, at most a vector, less the largest of their row. Cell 2 i takes the largest of row i, cell 2 i + 1 the sum of
     * its exponentials; {@code tile} has room for eight vectors. Vectors reach into the next row, so the last rows go through the tile.
     */
    static void growRows(long x, long y, int rows, int n, long cells, long tile) {
        int direct = Math.max(0, rows - (L + n - 1) / n);
        if (direct > 0) narrow(x, y, direct, n, cells);
        long at = (long) BYTES * n * direct;
        int rest = (rows - direct) * n;
        copy(x + at, tile, rest);
        narrow(tile, tile + 4 * STEP, rows - direct, n, cells + 16L * direct);
        copy(tile + 4 * STEP, y + at, rest);
    }

    private static void narrow(long x, long y, int rows, int n, long cells) {
        long step = (long) BYTES * n;
        for (int row = 0; row < rows; row++) row(x + row * step, y + row * step, n, cells + 16L * row);
    }

    /** A method for each row, not a loop over them: a training step that has 128 of them calls it often enough to be compiled soon. */
    private static void row(long x, long y, int n, long cells) {
        FloatVector v = FloatVector.fromMemorySegment(S, ALL, x, ORDER)
                .blend(Float.NEGATIVE_INFINITY, S.indexInRange(0, n).not());
        float level = v.reduceLanes(VectorOperators.MAX);
        v = v.sub(level);
        v = v.blend(LOWEST, v.lt(LOWEST));
        FloatVector whole = v.mul(LOG2_E).add(WHOLE);
        FloatVector exponent = whole.sub(WHOLE);
        FloatVector r = exponent.fma(FloatVector.broadcast(S, -LN2_HIGH), v);
        r = exponent.fma(FloatVector.broadcast(S, -LN2_LOW), r);
        FloatVector q = r.fma(Q4, Q3);
        q = q.fma(r, FloatVector.broadcast(S, Q2));
        q = q.fma(r, FloatVector.broadcast(S, Q1));
        q = q.fma(r, FloatVector.broadcast(S, Q0));
        q = q.fma(r.mul(r), r).add(1f);
        FloatVector power = whole.reinterpretAsInts()
                .lanewise(VectorOperators.LSHL, FRACTION_BITS)
                .add(ONE)
                .reinterpretAsFloats();
        q = q.mul(power);
        q.intoMemorySegment(ALL, y, ORDER);
        ALL.set(ValueLayout.JAVA_DOUBLE, cells, level);
        ALL.set(ValueLayout.JAVA_DOUBLE, cells + 8, SumF32.lanes(y));
    }

    private static void copy(long x, long y, int count) {
        for (int i = 0; i < count; i++) {
            ALL.set(
                    ValueLayout.JAVA_FLOAT_UNALIGNED,
                    y + (long) BYTES * i,
                    ALL.get(ValueLayout.JAVA_FLOAT_UNALIGNED, x + (long) BYTES * i));
        }
    }

    private GrowF32() {}
}
