package dev.rankine.kernels.lanes;

import static dev.rankine.kernels.lanes.Lanes.ALL;
import static dev.rankine.kernels.lanes.Lanes.ORDER;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Scores x of attention, as {@link ScoresF32} has them, become weights: {@code e^(x - level)}. The exponential is
 * that of {@link GrowF32}, which says where its numbers come from; a level of minus infinity counts as 0, so that
 * what sees nothing weighs nothing.
 */
final class WeightsF32 {
    private static final VectorSpecies<Float> S = Lanes.F32;
    private static final float LOWEST = -88f;
    private static final float LOG2_E = 1.442695f;
    private static final float LN2_HIGH = 0.693359375f;
    private static final float LN2_LOW = -2.1219444e-4f;
    private static final float WHOLE = 12582912f;
    private static final int ONE = 0x3f800000;
    private static final int FRACTION_BITS = 23;
    private static final float Q0 = 0x1.fffffcp-2f;
    private static final float Q1 = 0x1.55549p-3f;
    private static final float Q2 = 0x1.5558f4p-5f;
    private static final float Q3 = 0x1.123a6cp-7f;
    private static final float Q4 = 0x1.6a2354p-10f;

    /** {@code x = e^(x - level)}, and {@code sum} the sums over all keys. */
    static void grow(long x, long down, int keys, long level, long sum) {
        FloatVector least = FloatVector.fromMemorySegment(S, ALL, level, ORDER);
        least = least.blend(0f, least.eq(Float.NEGATIVE_INFINITY));
        FloatVector total = FloatVector.zero(S);
        for (int i = 0; i < keys; i++) {
            FloatVector v = FloatVector.fromMemorySegment(S, ALL, x, ORDER).sub(least);
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
            q.intoMemorySegment(ALL, x, ORDER);
            total = total.add(q);
            x += down;
        }
        total.intoMemorySegment(ALL, sum, ORDER);
    }

    private WeightsF32() {}
}
