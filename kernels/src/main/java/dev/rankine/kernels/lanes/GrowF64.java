package dev.rankine.kernels.lanes;

import static dev.rankine.kernels.lanes.Lanes.ALL;
import static dev.rankine.kernels.lanes.Lanes.ORDER;

import java.lang.foreign.ValueLayout;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Exponentials of float64 numbers that are not positive, as softmax needs them. {@code e^x = 2^n e^r} with {@code n} the whole number next to
 * {@code x / ln 2}; {@code e^r = 1 + r + r^2 q(r)} on {@code |r| <= ln 2 / 2} with q of degree 9, fitted by the exchange algorithm of
 * Remez to the least largest relative error, 3.7e-18. Less than 1 unit in the last place; below e^-708.7 it is 0, also for minus infinity;
 * NaN stays.
 * Figures: {@link SoftmaxKernels}.
 */
final class GrowF64 {
    private static final VectorSpecies<Double> S = Lanes.F64;
    /** The most numbers of a row for {@link #growRows}. */
    static final int L = S.length();

    private static final int BYTES = Double.BYTES;
    private static final long STEP = (long) BYTES * L;

    private static final int BLOCK = 256 * L;

    static final double LOWEST = -709.1;
    static final double LOG2_E = 1.4426950408889634;
    /** ln 2 in two parts; the first has so few bits that its product with n is exact. */
    static final double LN2_HIGH = 0.6931471803691238;

    static final double LN2_LOW = 1.9082149292705877e-10;
    /** Adding it leaves a whole number in the last bits. */
    static final double WHOLE = 6755399441055744.0;

    static final long ONE = 0x3ff0000000000000L;
    static final int FRACTION_BITS = 52;
    static final double Q0 = 0x1.000000000000ap-1;
    static final double Q1 = 0x1.55555555554f9p-3;
    static final double Q2 = 0x1.55555555507f1p-5;
    static final double Q3 = 0x1.1111111127e59p-7;
    static final double Q4 = 0x1.6c16c1844af01p-10;
    static final double Q5 = 0x1.a01a0129c2ddfp-13;
    static final double Q6 = 0x1.a01999adf8879p-16;
    static final double Q7 = 0x1.71df260b8541cp-19;
    static final double Q8 = 0x1.28adce4e27cedp-22;
    static final double Q9 = 0x1.ad7f36baeb8a5p-26;

    /** {@code y[i] = e^(x[i] - level)}; gives their sum. {@code tile} has room for two vectors. In place if y is x. */
    static double grow(long x, long y, int count, double level, long tile) {
        int main = S.loopBound(count);
        double total = 0;
        for (int i = 0; i < main; i += BLOCK) {
            long at = (long) BYTES * i;
            total += vectors(x + at, y - x, x + at + (long) BYTES * Math.min(BLOCK, main - i), level, tile);
        }
        if (main == count) return total;
        long at = (long) BYTES * main;
        for (int i = 0; i < L; i++) {
            double number = i < count - main
                    ? ALL.get(ValueLayout.JAVA_DOUBLE_UNALIGNED, x + at + (long) BYTES * i)
                    : Double.NEGATIVE_INFINITY;
            ALL.set(ValueLayout.JAVA_DOUBLE_UNALIGNED, tile + (long) BYTES * i, number);
        }
        total += vectors(tile, 0, tile + STEP, level, tile + STEP);
        for (int i = 0; i < count - main; i++) {
            double number = ALL.get(ValueLayout.JAVA_DOUBLE_UNALIGNED, tile + (long) BYTES * i);
            ALL.set(ValueLayout.JAVA_DOUBLE_UNALIGNED, y + at + (long) BYTES * i, number);
        }
        return total;
    }

    private static double vectors(long x, long away, long end, double level, long tile) {
        DoubleVector sum = DoubleVector.zero(S);
        for (long p = x; p < end; p += STEP) {
            DoubleVector v = DoubleVector.fromMemorySegment(S, ALL, p, ORDER).sub(level);
            v = v.blend(LOWEST, v.lt(LOWEST));
            DoubleVector whole = v.mul(LOG2_E).add(WHOLE);
            DoubleVector exponent = whole.sub(WHOLE);
            DoubleVector r = exponent.fma(DoubleVector.broadcast(S, -LN2_HIGH), v);
            r = exponent.fma(DoubleVector.broadcast(S, -LN2_LOW), r);
            DoubleVector q = r.fma(Q9, Q8);
            q = q.fma(r, DoubleVector.broadcast(S, Q7));
            q = q.fma(r, DoubleVector.broadcast(S, Q6));
            q = q.fma(r, DoubleVector.broadcast(S, Q5));
            q = q.fma(r, DoubleVector.broadcast(S, Q4));
            q = q.fma(r, DoubleVector.broadcast(S, Q3));
            q = q.fma(r, DoubleVector.broadcast(S, Q2));
            q = q.fma(r, DoubleVector.broadcast(S, Q1));
            q = q.fma(r, DoubleVector.broadcast(S, Q0));
            q = q.fma(r.mul(r), r).add(1.0);
            DoubleVector power = whole.reinterpretAsLongs()
                    .lanewise(VectorOperators.LSHL, FRACTION_BITS)
                    .add(ONE)
                    .reinterpretAsDoubles();
            q = q.mul(power);
            q.intoMemorySegment(ALL, p + away, ORDER);
            sum = sum.add(q);
        }
        sum.intoMemorySegment(ALL, tile, ORDER);
        return SumF64.lanes(tile);
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
        DoubleVector v = DoubleVector.fromMemorySegment(S, ALL, x, ORDER)
                .blend(Double.NEGATIVE_INFINITY, S.indexInRange(0, n).not());
        double level = v.reduceLanes(VectorOperators.MAX);
        v = v.sub(level);
        v = v.blend(LOWEST, v.lt(LOWEST));
        DoubleVector whole = v.mul(LOG2_E).add(WHOLE);
        DoubleVector exponent = whole.sub(WHOLE);
        DoubleVector r = exponent.fma(DoubleVector.broadcast(S, -LN2_HIGH), v);
        r = exponent.fma(DoubleVector.broadcast(S, -LN2_LOW), r);
        DoubleVector q = r.fma(Q9, Q8);
        q = q.fma(r, DoubleVector.broadcast(S, Q7));
        q = q.fma(r, DoubleVector.broadcast(S, Q6));
        q = q.fma(r, DoubleVector.broadcast(S, Q5));
        q = q.fma(r, DoubleVector.broadcast(S, Q4));
        q = q.fma(r, DoubleVector.broadcast(S, Q3));
        q = q.fma(r, DoubleVector.broadcast(S, Q2));
        q = q.fma(r, DoubleVector.broadcast(S, Q1));
        q = q.fma(r, DoubleVector.broadcast(S, Q0));
        q = q.fma(r.mul(r), r).add(1.0);
        DoubleVector power = whole.reinterpretAsLongs()
                .lanewise(VectorOperators.LSHL, FRACTION_BITS)
                .add(ONE)
                .reinterpretAsDoubles();
        q = q.mul(power);
        q.intoMemorySegment(ALL, y, ORDER);
        ALL.set(ValueLayout.JAVA_DOUBLE, cells, level);
        ALL.set(ValueLayout.JAVA_DOUBLE, cells + 8, SumF64.lanes(y));
    }

    private static void copy(long x, long y, int count) {
        for (int i = 0; i < count; i++) {
            ALL.set(
                    ValueLayout.JAVA_DOUBLE_UNALIGNED,
                    y + (long) BYTES * i,
                    ALL.get(ValueLayout.JAVA_DOUBLE_UNALIGNED, x + (long) BYTES * i));
        }
    }

    private GrowF64() {}
}
