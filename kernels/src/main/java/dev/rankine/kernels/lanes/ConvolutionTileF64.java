package dev.rankine.kernels.lanes;

import static dev.rankine.kernels.lanes.Lanes.ALL;
import static dev.rankine.kernels.lanes.Lanes.ORDER;

import java.lang.foreign.ValueLayout;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/** As ConvolutionTileF32, for float64. */
final class ConvolutionTileF64 {
    private static final VectorSpecies<Double> S = Lanes.F64;
    private static final ValueLayout.OfDouble DOUBLE = ValueLayout.JAVA_DOUBLE_UNALIGNED;
    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED;
    private static final long BYTES = Double.BYTES;

    static void tile8(long a, long taps, int k, long b, long c, long y, long z, long row) {
        DoubleVector zero = DoubleVector.zero(S);
        DoubleVector s0 = zero;
        DoubleVector t0 = zero;
        DoubleVector s1 = zero;
        DoubleVector t1 = zero;
        DoubleVector s2 = zero;
        DoubleVector t2 = zero;
        DoubleVector s3 = zero;
        DoubleVector t3 = zero;
        DoubleVector s4 = zero;
        DoubleVector t4 = zero;
        DoubleVector s5 = zero;
        DoubleVector t5 = zero;
        DoubleVector s6 = zero;
        DoubleVector t6 = zero;
        DoubleVector s7 = zero;
        DoubleVector t7 = zero;
        for (long i = 0; i < k; i++) {
            long at = ALL.get(LONG, taps + 8 * i);
            DoubleVector u = DoubleVector.fromMemorySegment(S, ALL, b + at, ORDER);
            DoubleVector v = DoubleVector.fromMemorySegment(S, ALL, c + at, ORDER);
            long w = a + 8 * BYTES * i;
            DoubleVector w0 = DoubleVector.broadcast(S, ALL.get(DOUBLE, w + 0 * BYTES));
            s0 = w0.fma(u, s0);
            t0 = w0.fma(v, t0);
            DoubleVector w1 = DoubleVector.broadcast(S, ALL.get(DOUBLE, w + 1 * BYTES));
            s1 = w1.fma(u, s1);
            t1 = w1.fma(v, t1);
            DoubleVector w2 = DoubleVector.broadcast(S, ALL.get(DOUBLE, w + 2 * BYTES));
            s2 = w2.fma(u, s2);
            t2 = w2.fma(v, t2);
            DoubleVector w3 = DoubleVector.broadcast(S, ALL.get(DOUBLE, w + 3 * BYTES));
            s3 = w3.fma(u, s3);
            t3 = w3.fma(v, t3);
            DoubleVector w4 = DoubleVector.broadcast(S, ALL.get(DOUBLE, w + 4 * BYTES));
            s4 = w4.fma(u, s4);
            t4 = w4.fma(v, t4);
            DoubleVector w5 = DoubleVector.broadcast(S, ALL.get(DOUBLE, w + 5 * BYTES));
            s5 = w5.fma(u, s5);
            t5 = w5.fma(v, t5);
            DoubleVector w6 = DoubleVector.broadcast(S, ALL.get(DOUBLE, w + 6 * BYTES));
            s6 = w6.fma(u, s6);
            t6 = w6.fma(v, t6);
            DoubleVector w7 = DoubleVector.broadcast(S, ALL.get(DOUBLE, w + 7 * BYTES));
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
        DoubleVector zero = DoubleVector.zero(S);
        DoubleVector s0 = zero;
        DoubleVector t0 = zero;
        DoubleVector s1 = zero;
        DoubleVector t1 = zero;
        DoubleVector s2 = zero;
        DoubleVector t2 = zero;
        DoubleVector s3 = zero;
        DoubleVector t3 = zero;
        for (long i = 0; i < k; i++) {
            long at = ALL.get(LONG, taps + 8 * i);
            DoubleVector u = DoubleVector.fromMemorySegment(S, ALL, b + at, ORDER);
            DoubleVector v = DoubleVector.fromMemorySegment(S, ALL, c + at, ORDER);
            long w = a + 4 * BYTES * i;
            DoubleVector w0 = DoubleVector.broadcast(S, ALL.get(DOUBLE, w + 0 * BYTES));
            s0 = w0.fma(u, s0);
            t0 = w0.fma(v, t0);
            DoubleVector w1 = DoubleVector.broadcast(S, ALL.get(DOUBLE, w + 1 * BYTES));
            s1 = w1.fma(u, s1);
            t1 = w1.fma(v, t1);
            DoubleVector w2 = DoubleVector.broadcast(S, ALL.get(DOUBLE, w + 2 * BYTES));
            s2 = w2.fma(u, s2);
            t2 = w2.fma(v, t2);
            DoubleVector w3 = DoubleVector.broadcast(S, ALL.get(DOUBLE, w + 3 * BYTES));
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

    private ConvolutionTileF64() {}
}
