package dev.rankine.kernels.lanes;

import static dev.rankine.kernels.lanes.Lanes.ALL;
import static dev.rankine.kernels.lanes.Lanes.ORDER;

import java.lang.foreign.ValueLayout;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Tiles of a convolution: some output channels (rows) by two vectors of pixels. Element t of the kernel meets the runs at {@code b} and
 * {@code c} plus the offset that {@code taps} names for t, so that nothing is copied for each element of the kernel. The weights lie
 * packed, [k][rows]; results go to {@code y} and {@code z}, a row {@code row} bytes further.
 * Figures: {@link CorrelationRun}.
 */
final class ConvolutionTileF32 {
    private static final VectorSpecies<Float> S = Lanes.F32;
    private static final ValueLayout.OfFloat FLOAT = ValueLayout.JAVA_FLOAT_UNALIGNED;
    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED;
    private static final long BYTES = Float.BYTES;

    static void tile8(long a, long taps, int k, long b, long c, long y, long z, long row) {
        FloatVector zero = FloatVector.zero(S);
        FloatVector s0 = zero;
        FloatVector t0 = zero;
        FloatVector s1 = zero;
        FloatVector t1 = zero;
        FloatVector s2 = zero;
        FloatVector t2 = zero;
        FloatVector s3 = zero;
        FloatVector t3 = zero;
        FloatVector s4 = zero;
        FloatVector t4 = zero;
        FloatVector s5 = zero;
        FloatVector t5 = zero;
        FloatVector s6 = zero;
        FloatVector t6 = zero;
        FloatVector s7 = zero;
        FloatVector t7 = zero;
        for (long i = 0; i < k; i++) {
            long at = ALL.get(LONG, taps + 8 * i);
            FloatVector u = FloatVector.fromMemorySegment(S, ALL, b + at, ORDER);
            FloatVector v = FloatVector.fromMemorySegment(S, ALL, c + at, ORDER);
            long w = a + 8 * BYTES * i;
            FloatVector w0 = FloatVector.broadcast(S, ALL.get(FLOAT, w + 0 * BYTES));
            s0 = w0.fma(u, s0);
            t0 = w0.fma(v, t0);
            FloatVector w1 = FloatVector.broadcast(S, ALL.get(FLOAT, w + 1 * BYTES));
            s1 = w1.fma(u, s1);
            t1 = w1.fma(v, t1);
            FloatVector w2 = FloatVector.broadcast(S, ALL.get(FLOAT, w + 2 * BYTES));
            s2 = w2.fma(u, s2);
            t2 = w2.fma(v, t2);
            FloatVector w3 = FloatVector.broadcast(S, ALL.get(FLOAT, w + 3 * BYTES));
            s3 = w3.fma(u, s3);
            t3 = w3.fma(v, t3);
            FloatVector w4 = FloatVector.broadcast(S, ALL.get(FLOAT, w + 4 * BYTES));
            s4 = w4.fma(u, s4);
            t4 = w4.fma(v, t4);
            FloatVector w5 = FloatVector.broadcast(S, ALL.get(FLOAT, w + 5 * BYTES));
            s5 = w5.fma(u, s5);
            t5 = w5.fma(v, t5);
            FloatVector w6 = FloatVector.broadcast(S, ALL.get(FLOAT, w + 6 * BYTES));
            s6 = w6.fma(u, s6);
            t6 = w6.fma(v, t6);
            FloatVector w7 = FloatVector.broadcast(S, ALL.get(FLOAT, w + 7 * BYTES));
            s7 = w7.fma(u, s7);
            t7 = w7.fma(v, t7);
        }
        s0.intoMemorySegment(ALL, y + 0 * row, ORDER);
        t0.intoMemorySegment(ALL, z + 0 * row, ORDER);
        s1.intoMemorySegment(ALL, y + 1 * row, ORDER);
        t1.intoMemorySegment(ALL, z + 1 * row, ORDER);
        s2.intoMemorySegment(ALL, y + 2 * row, ORDER);
        t2.intoMemorySegment(ALL, z + 2 * row, ORDER);
        s3.intoMemorySegment(ALL, y + 3 * row, ORDER);
        t3.intoMemorySegment(ALL, z + 3 * row, ORDER);
        s4.intoMemorySegment(ALL, y + 4 * row, ORDER);
        t4.intoMemorySegment(ALL, z + 4 * row, ORDER);
        s5.intoMemorySegment(ALL, y + 5 * row, ORDER);
        t5.intoMemorySegment(ALL, z + 5 * row, ORDER);
        s6.intoMemorySegment(ALL, y + 6 * row, ORDER);
        t6.intoMemorySegment(ALL, z + 6 * row, ORDER);
        s7.intoMemorySegment(ALL, y + 7 * row, ORDER);
        t7.intoMemorySegment(ALL, z + 7 * row, ORDER);
    }

    static void tile4(long a, long taps, int k, long b, long c, long y, long z, long row) {
        FloatVector zero = FloatVector.zero(S);
        FloatVector s0 = zero;
        FloatVector t0 = zero;
        FloatVector s1 = zero;
        FloatVector t1 = zero;
        FloatVector s2 = zero;
        FloatVector t2 = zero;
        FloatVector s3 = zero;
        FloatVector t3 = zero;
        for (long i = 0; i < k; i++) {
            long at = ALL.get(LONG, taps + 8 * i);
            FloatVector u = FloatVector.fromMemorySegment(S, ALL, b + at, ORDER);
            FloatVector v = FloatVector.fromMemorySegment(S, ALL, c + at, ORDER);
            long w = a + 4 * BYTES * i;
            FloatVector w0 = FloatVector.broadcast(S, ALL.get(FLOAT, w + 0 * BYTES));
            s0 = w0.fma(u, s0);
            t0 = w0.fma(v, t0);
            FloatVector w1 = FloatVector.broadcast(S, ALL.get(FLOAT, w + 1 * BYTES));
            s1 = w1.fma(u, s1);
            t1 = w1.fma(v, t1);
            FloatVector w2 = FloatVector.broadcast(S, ALL.get(FLOAT, w + 2 * BYTES));
            s2 = w2.fma(u, s2);
            t2 = w2.fma(v, t2);
            FloatVector w3 = FloatVector.broadcast(S, ALL.get(FLOAT, w + 3 * BYTES));
            s3 = w3.fma(u, s3);
            t3 = w3.fma(v, t3);
        }
        s0.intoMemorySegment(ALL, y + 0 * row, ORDER);
        t0.intoMemorySegment(ALL, z + 0 * row, ORDER);
        s1.intoMemorySegment(ALL, y + 1 * row, ORDER);
        t1.intoMemorySegment(ALL, z + 1 * row, ORDER);
        s2.intoMemorySegment(ALL, y + 2 * row, ORDER);
        t2.intoMemorySegment(ALL, z + 2 * row, ORDER);
        s3.intoMemorySegment(ALL, y + 3 * row, ORDER);
        t3.intoMemorySegment(ALL, z + 3 * row, ORDER);
    }

    private ConvolutionTileF32() {}
}
