package dev.rankine.kernels.lanes;

import static dev.rankine.kernels.lanes.Lanes.ALL;
import static dev.rankine.kernels.lanes.Lanes.ORDER;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Kernels of 3 x 3 become their 36 values at {@link WinogradPoints}; the lanes are output channels. w has the elements of a kernel one after another, u
 * is where the values go, value p {@code pointStep} bytes times p further.
 * Figures: {@link WinogradRun}.
 */
final class WinogradWeightF32 {
    private static final VectorSpecies<Float> S = Lanes.F32;
    private static final long STEP = 4L * S.length();
    private static final float A = WinogradPoints.A;
    private static final float B = WinogradPoints.B;

    /** One kernel for each lane, turned round if {@code turned}; {@code scratch} has room for 18 vectors. */
    static void kernel(long w, boolean turned, long u, long pointStep, long scratch) {
        long step = turned ? -STEP : STEP;
        lines(turned ? w + 8 * STEP : w, 3 * step, step, 3, scratch, 3 * STEP, STEP);
        lines(scratch, STEP, 3 * STEP, 6, u, pointStep, 6 * pointStep);
    }

    /** Three numbers become six, {@code count} times. */
    private static void lines(long from, long step, long next, int count, long to, long toStep, long toNext) {
        FloatVector third = FloatVector.broadcast(S, -1f / 1.5f);
        FloatVector sixth = FloatVector.broadcast(S, 1f / 6);
        FloatVector half = FloatVector.broadcast(S, 0.5f);
        FloatVector two = FloatVector.broadcast(S, 2f);
        FloatVector a = FloatVector.broadcast(S, -A / 1.5f);
        FloatVector b = FloatVector.broadcast(S, B / 6);
        for (int n = 0; n < count; n++) {
            FloatVector g0 = FloatVector.fromMemorySegment(S, ALL, from, ORDER);
            FloatVector g1 = FloatVector.fromMemorySegment(S, ALL, from + step, ORDER);
            FloatVector g2 = FloatVector.fromMemorySegment(S, ALL, from + 2 * step, ORDER);
            g0.intoMemorySegment(ALL, to, ORDER);
            FloatVector e = half.fma(g2, g0).mul(third);
            FloatVector o = g1.mul(a);
            e.add(o).intoMemorySegment(ALL, to + toStep, ORDER);
            e.sub(o).intoMemorySegment(ALL, to + 2 * toStep, ORDER);
            FloatVector f = two.fma(g2, g0).mul(sixth);
            FloatVector q = g1.mul(b);
            f.add(q).intoMemorySegment(ALL, to + 3 * toStep, ORDER);
            f.sub(q).intoMemorySegment(ALL, to + 4 * toStep, ORDER);
            g2.intoMemorySegment(ALL, to + 5 * toStep, ORDER);
            from += next;
            to += toNext;
        }
    }

    private WinogradWeightF32() {}
}
