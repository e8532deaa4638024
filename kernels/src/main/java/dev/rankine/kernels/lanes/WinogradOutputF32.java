package dev.rankine.kernels.lanes;

import static dev.rankine.kernels.lanes.Lanes.ALL;
import static dev.rankine.kernels.lanes.Lanes.ORDER;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * 36 sums of products at {@link WinogradPoints} become 4 x 4 results; the lanes are output channels. m is where the sums are, sum p
 * {@code pointStep} bytes times p further.
 * Figures: {@link WinogradRun}.
 */
final class WinogradOutputF32 {
    private static final VectorSpecies<Float> S = Lanes.F32;
    private static final long STEP = 4L * S.length();
    private static final float A = WinogradPoints.A;
    private static final float B = WinogradPoints.B;

    /**
     * A row of tiles, whose sums are {@code tileStep} bytes apart, becomes four rows of {@code pixels}, {@code pitch} bytes apart. {@code start} has a
     * vector to add to each pixel and a vector of zeros.
     */
    static void tiles(
            long m, long pointStep, long tileStep, int tiles, long start, long pixels, long pitch, long scratch) {
        for (int t = 0; t < tiles; t++) {
            lines(m + tileStep * t, 6 * pointStep, pointStep, 6, start + STEP, scratch, 6 * STEP, STEP);
            lines(scratch, STEP, 6 * STEP, 4, start, pixels + 4 * STEP * t, STEP, pitch);
        }
    }

    /** Six numbers become four, {@code count} times. */
    private static void lines(
            long from, long step, long next, int count, long start, long to, long toStep, long toNext) {
        FloatVector first = FloatVector.fromMemorySegment(S, ALL, start, ORDER);
        FloatVector a = FloatVector.broadcast(S, A);
        FloatVector b = FloatVector.broadcast(S, B);
        FloatVector half = FloatVector.broadcast(S, 0.5f);
        FloatVector two = FloatVector.broadcast(S, 2f);
        for (int n = 0; n < count; n++) {
            FloatVector m1 = FloatVector.fromMemorySegment(S, ALL, from + step, ORDER);
            FloatVector m2 = FloatVector.fromMemorySegment(S, ALL, from + 2 * step, ORDER);
            FloatVector m3 = FloatVector.fromMemorySegment(S, ALL, from + 3 * step, ORDER);
            FloatVector m4 = FloatVector.fromMemorySegment(S, ALL, from + 4 * step, ORDER);
            FloatVector s = m1.add(m2);
            FloatVector d = m1.sub(m2).mul(a);
            FloatVector t = m3.add(m4);
            FloatVector e = m3.sub(m4).mul(b);
            FloatVector m0 = FloatVector.fromMemorySegment(S, ALL, from, ORDER).add(first);
            m0.add(s).add(t).intoMemorySegment(ALL, to, ORDER);
            d.add(e).add(first).intoMemorySegment(ALL, to + toStep, ORDER);
            two.fma(t, half.fma(s, first)).intoMemorySegment(ALL, to + 2 * toStep, ORDER);
            FloatVector m5 = FloatVector.fromMemorySegment(S, ALL, from + 5 * step, ORDER)
                    .add(first);
            two.fma(e, half.fma(d, m5)).intoMemorySegment(ALL, to + 3 * toStep, ORDER);
            from += next;
            to += toNext;
        }
    }

    private WinogradOutputF32() {}
}
