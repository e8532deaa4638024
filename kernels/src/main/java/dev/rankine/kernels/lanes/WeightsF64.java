package dev.rankine.kernels.lanes;

import static dev.rankine.kernels.lanes.Lanes.ALL;
import static dev.rankine.kernels.lanes.Lanes.ORDER;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Scores x of attention, as {@link ScoresF64} has them, become weights: {@code e^(x - level)}. The exponential is
 * that of {@link GrowF64}, which says where its numbers come from; a level of minus infinity counts as 0, so that
 * what sees nothing weighs nothing.
 */
final class WeightsF64 {
    private static final VectorSpecies<Double> S = Lanes.F64;
    private static final double LOWEST = -709.1;
    private static final double LOG2_E = 1.4426950408889634;
    private static final double LN2_HIGH = 0.6931471803691238;
    private static final double LN2_LOW = 1.9082149292705877e-10;
    private static final double WHOLE = 6755399441055744.0;
    private static final long ONE = 0x3ff0000000000000L;
    private static final int FRACTION_BITS = 52;
    private static final double Q0 = 0x1.000000000000ap-1;
    private static final double Q1 = 0x1.55555555554f9p-3;
    private static final double Q2 = 0x1.55555555507f1p-5;
    private static final double Q3 = 0x1.1111111127e59p-7;
    private static final double Q4 = 0x1.6c16c1844af01p-10;
    private static final double Q5 = 0x1.a01a0129c2ddfp-13;
    private static final double Q6 = 0x1.a01999adf8879p-16;
    private static final double Q7 = 0x1.71df260b8541cp-19;
    private static final double Q8 = 0x1.28adce4e27cedp-22;
    private static final double Q9 = 0x1.ad7f36baeb8a5p-26;

    /** {@code x = e^(x - level)}, and {@code sum} the sums over all keys. */
    static void grow(long x, long down, int keys, long level, long sum) {
        DoubleVector least = DoubleVector.fromMemorySegment(S, ALL, level, ORDER);
        least = least.blend(0.0, least.eq(Double.NEGATIVE_INFINITY));
        DoubleVector total = DoubleVector.zero(S);
        for (int i = 0; i < keys; i++) {
            DoubleVector v = DoubleVector.fromMemorySegment(S, ALL, x, ORDER).sub(least);
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
            q.intoMemorySegment(ALL, x, ORDER);
            total = total.add(q);
            x += down;
        }
        total.intoMemorySegment(ALL, sum, ORDER);
    }

    private WeightsF64() {}
}
