package dev.rankine.kernels.lanes;

import static dev.rankine.kernels.lanes.Lanes.ALL;
import static dev.rankine.kernels.lanes.Lanes.ORDER;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * A tile of 4 x 4 of an arriving gradient becomes its 36 values at {@link WinogradPoints}, the adjoint of {@link WinogradOutputF32}; the lanes are
 * output channels. v is where they go, value p {@code pointStep} bytes times p further.
 * Figures: {@link WinogradGradientRun}.
 */
final class WinogradArrivingF32 {
    private static final VectorSpecies<Float> S = Lanes.F32;
    private static final long STEP = 4L * S.length();
    private static final float A = WinogradPoints.A;
    private static final float B = WinogradPoints.B;

    /** A row of tiles, whose pixels begin at {@code pixels}, rows {@code pitch} bytes apart; values of neighbours lie together. */
    static void tiles(long pixels, long pitch, int tiles, long v, long pointStep, long scratch) {
        int columns = 4 * tiles;
        lines(pixels, pitch, STEP, columns, scratch, STEP * columns, STEP);
        for (int i = 0; i < 6; i++) {
            lines(scratch + STEP * columns * i, STEP, 4 * STEP, tiles, v + pointStep * 6 * i, pointStep, STEP);
        }
    }

    /** Four numbers become six, {@code count} times. */
    private static void lines(long from, long step, long next, int count, long to, long toStep, long toNext) {
        FloatVector a = FloatVector.broadcast(S, A);
        FloatVector b = FloatVector.broadcast(S, B);
        FloatVector half = FloatVector.broadcast(S, 0.5f);
        FloatVector two = FloatVector.broadcast(S, 2f);
        for (int n = 0; n < count; n++) {
            FloatVector e0 = FloatVector.fromMemorySegment(S, ALL, from, ORDER);
            FloatVector e1 = FloatVector.fromMemorySegment(S, ALL, from + step, ORDER);
            FloatVector e2 = FloatVector.fromMemorySegment(S, ALL, from + 2 * step, ORDER);
            FloatVector e3 = FloatVector.fromMemorySegment(S, ALL, from + 3 * step, ORDER);
            e0.intoMemorySegment(ALL, to, ORDER);
            FloatVector e = half.fma(e2, e0);
            FloatVector o = half.fma(e3, e1).mul(a);
            e.add(o).intoMemorySegment(ALL, to + toStep, ORDER);
            e.sub(o).intoMemorySegment(ALL, to + 2 * toStep, ORDER);
            FloatVector f = two.fma(e2, e0);
            FloatVector q = two.fma(e3, e1).mul(b);
            f.add(q).intoMemorySegment(ALL, to + 3 * toStep, ORDER);
            f.sub(q).intoMemorySegment(ALL, to + 4 * toStep, ORDER);
            e3.intoMemorySegment(ALL, to + 5 * toStep, ORDER);
            from += next;
            to += toNext;
        }
    }

    private WinogradArrivingF32() {}
}
