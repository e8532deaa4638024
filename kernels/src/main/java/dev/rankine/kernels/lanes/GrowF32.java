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
 */
final class GrowF32 {
    private static final VectorSpecies<Float> S = Lanes.F32;
    private static final int L = S.length();
    private static final int BYTES = Float.BYTES;
    private static final long STEP = (long) BYTES * L;

    private static final int BLOCK = 256 * L;

    private static final float LOWEST = -88f;
    private static final float LOG2_E = 1.442695f;
    /** ln 2 in two parts; the first has so few bits that its product with n is exact. */
    private static final float LN2_HIGH = 0.693359375f;

    private static final float LN2_LOW = -2.1219444e-4f;
    /** Adding it leaves a whole number in the last bits. */
    private static final float WHOLE = 12582912f;

    private static final int ONE = 0x3f800000;
    private static final int FRACTION_BITS = 23;
    private static final float Q0 = 0x1.fffffcp-2f;
    private static final float Q1 = 0x1.55549p-3f;
    private static final float Q2 = 0x1.5558f4p-5f;
    private static final float Q3 = 0x1.123a6cp-7f;
    private static final float Q4 = 0x1.6a2354p-10f;

    /** {@code y[i] = e^(x[i] - level)}; gives their sum. {@code tile} has room for a vector. In place if y is x. */
    static double grow(long x, long y, int count, float level, long tile) {
        int main = S.loopBound(count);
        double total = 0;
        for (int i = 0; i < main; i += BLOCK) {
            long at = (long) BYTES * i;
            total += vectors(x + at, y - x, x + at + (long) BYTES * Math.min(BLOCK, main - i), level);
        }
        if (main == count) return total;
        long at = (long) BYTES * main;
        for (int i = 0; i < L; i++) {
            float number = i < count - main
                    ? ALL.get(ValueLayout.JAVA_FLOAT_UNALIGNED, x + at + (long) BYTES * i)
                    : Float.NEGATIVE_INFINITY;
            ALL.set(ValueLayout.JAVA_FLOAT_UNALIGNED, tile + (long) BYTES * i, number);
        }
        total += vectors(tile, 0, tile + STEP, level);
        for (int i = 0; i < count - main; i++) {
            float number = ALL.get(ValueLayout.JAVA_FLOAT_UNALIGNED, tile + (long) BYTES * i);
            ALL.set(ValueLayout.JAVA_FLOAT_UNALIGNED, y + at + (long) BYTES * i, number);
        }
        return total;
    }

    private static float vectors(long x, long away, long end, float level) {
        FloatVector sum = FloatVector.zero(S);
        for (long p = x; p < end; p += STEP) {
            FloatVector v = FloatVector.fromMemorySegment(S, ALL, p, ORDER).sub(level);
            v = v.blend(LOWEST, v.lt(LOWEST));
            FloatVector whole = v.mul(LOG2_E).add(WHOLE);
            FloatVector n = whole.sub(WHOLE);
            FloatVector r = n.fma(FloatVector.broadcast(S, -LN2_HIGH), v);
            r = n.fma(FloatVector.broadcast(S, -LN2_LOW), r);
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
        return sum.reduceLanes(VectorOperators.ADD);
    }

    private GrowF32() {}
}
