package dev.rankine.kernels.lanes;

import static dev.rankine.kernels.lanes.Lanes.ALL;
import static dev.rankine.kernels.lanes.Lanes.ORDER;

import java.lang.foreign.ValueLayout;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * A tile of four output channels by three vectors of pixels, as of planes of 7 x 7: a has the weights, {@code down} bytes from a row to the next; the runs of the
 * vectors are at b, c and d, their results go to y, z and u. All else is as in {@link ConvolutionRowsF32}. 1 x 1, 2048 to 512 x 7 x 7: 1.12 ms, with pairs of vectors 1.42.
 */
final class ConvolutionThreeF32 {
    private static final VectorSpecies<Float> S = Lanes.F32;
    private static final ValueLayout.OfFloat FLOAT = ValueLayout.JAVA_FLOAT_UNALIGNED;
    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED;
    private static final long BYTES = Float.BYTES;

    static void run(long a, long down, long taps, int k, long b, long c, long d, long y, long z, long u, long row) {
        FloatVector s0 = FloatVector.zero(S);
        FloatVector t0 = FloatVector.zero(S);
        FloatVector v0 = FloatVector.zero(S);
        FloatVector s1 = FloatVector.zero(S);
        FloatVector t1 = FloatVector.zero(S);
        FloatVector v1 = FloatVector.zero(S);
        FloatVector s2 = FloatVector.zero(S);
        FloatVector t2 = FloatVector.zero(S);
        FloatVector v2 = FloatVector.zero(S);
        FloatVector s3 = FloatVector.zero(S);
        FloatVector t3 = FloatVector.zero(S);
        FloatVector v3 = FloatVector.zero(S);
        for (long i = 0; i < k; i++) {
            long at = ALL.get(LONG, taps + 8 * i);
            long w = a + BYTES * i;
            FloatVector p = FloatVector.fromMemorySegment(S, ALL, b + at, ORDER);
            FloatVector q = FloatVector.fromMemorySegment(S, ALL, c + at, ORDER);
            FloatVector r = FloatVector.fromMemorySegment(S, ALL, d + at, ORDER);
            FloatVector w0 = FloatVector.broadcast(S, ALL.get(FLOAT, w));
            s0 = w0.fma(p, s0);
            t0 = w0.fma(q, t0);
            v0 = w0.fma(r, v0);
            FloatVector w1 = FloatVector.broadcast(S, ALL.get(FLOAT, w + down));
            s1 = w1.fma(p, s1);
            t1 = w1.fma(q, t1);
            v1 = w1.fma(r, v1);
            FloatVector w2 = FloatVector.broadcast(S, ALL.get(FLOAT, w + 2 * down));
            s2 = w2.fma(p, s2);
            t2 = w2.fma(q, t2);
            v2 = w2.fma(r, v2);
            FloatVector w3 = FloatVector.broadcast(S, ALL.get(FLOAT, w + 3 * down));
            s3 = w3.fma(p, s3);
            t3 = w3.fma(q, t3);
            v3 = w3.fma(r, v3);
        }
        s0.intoMemorySegment(ALL, y + 0 * row, ORDER);
        t0.intoMemorySegment(ALL, z + 0 * row, ORDER);
        v0.intoMemorySegment(ALL, u + 0 * row, ORDER);
        s1.intoMemorySegment(ALL, y + 1 * row, ORDER);
        t1.intoMemorySegment(ALL, z + 1 * row, ORDER);
        v1.intoMemorySegment(ALL, u + 1 * row, ORDER);
        s2.intoMemorySegment(ALL, y + 2 * row, ORDER);
        t2.intoMemorySegment(ALL, z + 2 * row, ORDER);
        v2.intoMemorySegment(ALL, u + 2 * row, ORDER);
        s3.intoMemorySegment(ALL, y + 3 * row, ORDER);
        t3.intoMemorySegment(ALL, z + 3 * row, ORDER);
        v3.intoMemorySegment(ALL, u + 3 * row, ORDER);
    }

    private ConvolutionThreeF32() {}
}
