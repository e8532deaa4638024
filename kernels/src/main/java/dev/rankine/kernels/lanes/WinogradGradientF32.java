package dev.rankine.kernels.lanes;

import static dev.rankine.kernels.lanes.Lanes.ALL;
import static dev.rankine.kernels.lanes.Lanes.ORDER;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * 36 sums of products at {@link WinogradPoints} become the gradient of a kernel of 3 x 3, the adjoint of {@link WinogradWeightF32}; the lanes are input
 * channels. m is where the sums are, sum p {@code pointStep} bytes times p further.
 * Figures: {@link WinogradGradientRun}.
 */
final class WinogradGradientF32 {
    private static final VectorSpecies<Float> S = Lanes.F32;
    private static final long STEP = 4L * S.length();
    private static final float A = WinogradPoints.A;
    private static final float B = WinogradPoints.B;

    /** Nine vectors, one after another; {@code scratch} has room for 18. */
    static void kernel(long m, long pointStep, long to, long scratch) {
        lines(m, 6 * pointStep, pointStep, 6, scratch, 6 * STEP, STEP);
        lines(scratch, STEP, 6 * STEP, 3, to, STEP, 3 * STEP);
    }

    /** Six numbers become three, {@code count} times. */
    private static void lines(long from, long step, long next, int count, long to, long toStep, long toNext) {
        FloatVector third = FloatVector.broadcast(S, -1f / 1.5f);
        FloatVector sixth = FloatVector.broadcast(S, 1f / 6);
        FloatVector half = FloatVector.broadcast(S, 0.5f);
        FloatVector two = FloatVector.broadcast(S, 2f);
        FloatVector a = FloatVector.broadcast(S, -A / 1.5f);
        FloatVector b = FloatVector.broadcast(S, B / 6);
        for (int n = 0; n < count; n++) {
            FloatVector m1 = FloatVector.fromMemorySegment(S, ALL, from + step, ORDER);
            FloatVector m2 = FloatVector.fromMemorySegment(S, ALL, from + 2 * step, ORDER);
            FloatVector m3 = FloatVector.fromMemorySegment(S, ALL, from + 3 * step, ORDER);
            FloatVector m4 = FloatVector.fromMemorySegment(S, ALL, from + 4 * step, ORDER);
            FloatVector s = m1.add(m2).mul(third);
            FloatVector t = m3.add(m4).mul(sixth);
            FloatVector m0 = FloatVector.fromMemorySegment(S, ALL, from, ORDER);
            m0.add(s).add(t).intoMemorySegment(ALL, to, ORDER);
            b.fma(m3.sub(m4), m1.sub(m2).mul(a)).intoMemorySegment(ALL, to + toStep, ORDER);
            FloatVector m5 = FloatVector.fromMemorySegment(S, ALL, from + 5 * step, ORDER);
            two.fma(t, half.fma(s, m5)).intoMemorySegment(ALL, to + 2 * toStep, ORDER);
            from += next;
            to += toNext;
        }
    }

    private WinogradGradientF32() {}
}
