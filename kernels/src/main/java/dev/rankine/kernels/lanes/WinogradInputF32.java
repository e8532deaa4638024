package dev.rankine.kernels.lanes;

import static dev.rankine.kernels.lanes.Lanes.ALL;
import static dev.rankine.kernels.lanes.Lanes.ORDER;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * What a tile of a Winograd convolution sees, 6 x 6 pixels, becomes its 36 values at {@link WinogradPoints}; the lanes are channels.
 * v is where they go, value p {@code pointStep} bytes times p further. Columns that two tiles share are turned once.
 * Figures: {@link WinogradRun}.
 */
final class WinogradInputF32 {
    private static final VectorSpecies<Float> S = Lanes.F32;
    private static final long STEP = 4L * S.length();
    private static final float A = WinogradPoints.A;
    private static final float B = WinogradPoints.B;

    /** A row of tiles, whose pixels begin at {@code pixels}, rows {@code pitch} bytes apart; values of neighbours lie together. */
    static void tiles(long pixels, long pitch, int tiles, long v, long pointStep, long scratch) {
        int columns = 4 * tiles + 2;
        lines(pixels, pitch, STEP, columns, scratch, STEP * columns, STEP);
        for (int i = 0; i < 6; i++) {
            lines(scratch + STEP * columns * i, STEP, 4 * STEP, tiles, v + pointStep * 6 * i, pointStep, STEP);
        }
    }

    /** Six numbers become six, {@code count} times. */
    private static void lines(long from, long step, long next, int count, long to, long toStep, long toNext) {
        FloatVector a = FloatVector.broadcast(S, A);
        FloatVector b = FloatVector.broadcast(S, B);
        FloatVector ends = FloatVector.broadcast(S, -2.5f);
        FloatVector two = FloatVector.broadcast(S, -2f);
        FloatVector half = FloatVector.broadcast(S, -0.5f);
        for (int n = 0; n < count; n++) {
            FloatVector d0 = FloatVector.fromMemorySegment(S, ALL, from, ORDER);
            FloatVector d1 = FloatVector.fromMemorySegment(S, ALL, from + step, ORDER);
            FloatVector d2 = FloatVector.fromMemorySegment(S, ALL, from + 2 * step, ORDER);
            FloatVector d3 = FloatVector.fromMemorySegment(S, ALL, from + 3 * step, ORDER);
            FloatVector d4 = FloatVector.fromMemorySegment(S, ALL, from + 4 * step, ORDER);
            FloatVector d5 = FloatVector.fromMemorySegment(S, ALL, from + 5 * step, ORDER);
            ends.fma(d2, d0.add(d4)).intoMemorySegment(ALL, to, ORDER);
            FloatVector e = two.fma(d2, d4);
            FloatVector o = two.fma(d1, d3).mul(a);
            e.add(o).intoMemorySegment(ALL, to + toStep, ORDER);
            e.sub(o).intoMemorySegment(ALL, to + 2 * toStep, ORDER);
            FloatVector f = half.fma(d2, d4);
            FloatVector q = half.fma(d1, d3).mul(b);
            f.add(q).intoMemorySegment(ALL, to + 3 * toStep, ORDER);
            f.sub(q).intoMemorySegment(ALL, to + 4 * toStep, ORDER);
            ends.fma(d3, d1.add(d5)).intoMemorySegment(ALL, to + 5 * toStep, ORDER);
            from += next;
            to += toNext;
        }
    }

    private WinogradInputF32() {}
}
