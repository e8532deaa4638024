package dev.rankine.kernels.lanes;

import static dev.rankine.kernels.lanes.Lanes.ALL;
import static dev.rankine.kernels.lanes.Lanes.ORDER;

import java.lang.foreign.ValueLayout;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/** As DepthwiseGradientF32, for float64. */
final class DepthwiseGradientF64 {
    private static final VectorSpecies<Double> S = Lanes.F64;
    private static final ValueLayout.OfDouble DOUBLE = ValueLayout.JAVA_DOUBLE_UNALIGNED;
    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED;
    private static final long BYTES = Double.BYTES;
    private static final long STEP = BYTES * S.length();

    /** Elements of a kernel that are summed at once. */
    static final int TAPS = 9;

    /**
     * Adds the products of {@code count} pixels at {@code dy} to the k sums of vectors at {@code sums}, which has room for a multiple of
     * nine; element i meets the run at {@code base} plus entry i of {@code runs}. {@code scratch} has room for ten vectors.
     */
    static void plane(long dy, int count, long base, long runs, int k, long sums, long scratch) {
        long whole = BYTES * (count - count % S.length());
        products(dy, whole, base, runs, k, sums, scratch);
        if (count % S.length() == 0) return;
        DoubleVector.zero(S).intoMemorySegment(ALL, scratch + TAPS * STEP, ORDER);
        RowsF64.every(dy + whole, 1, scratch + TAPS * STEP, count % S.length());
        products(scratch + TAPS * STEP, STEP, base + whole, runs, k, sums, scratch);
    }

    private static void products(long dy, long bytes, long base, long runs, int k, long sums, long scratch) {
        for (int t = 0; t < k; t += TAPS) {
            nine(
                    dy,
                    bytes,
                    base + run(runs, t, k),
                    base + run(runs, t + 1, k),
                    base + run(runs, t + 2, k),
                    base + run(runs, t + 3, k),
                    base + run(runs, t + 4, k),
                    base + run(runs, t + 5, k),
                    base + run(runs, t + 6, k),
                    base + run(runs, t + 7, k),
                    base + run(runs, t + 8, k),
                    scratch);
            add(scratch, sums + STEP * t);
        }
    }

    /** The offset of kernel element t; those behind the last one stand in for it, and nobody reads their sums. */
    private static long run(long runs, int t, int k) {
        return ALL.get(LONG, runs + 8L * Math.min(t, k - 1));
    }

    private static void nine(
            long dy,
            long bytes,
            long x0,
            long x1,
            long x2,
            long x3,
            long x4,
            long x5,
            long x6,
            long x7,
            long x8,
            long to) {
        DoubleVector s0 = DoubleVector.zero(S);
        DoubleVector s1 = DoubleVector.zero(S);
        DoubleVector s2 = DoubleVector.zero(S);
        DoubleVector s3 = DoubleVector.zero(S);
        DoubleVector s4 = DoubleVector.zero(S);
        DoubleVector s5 = DoubleVector.zero(S);
        DoubleVector s6 = DoubleVector.zero(S);
        DoubleVector s7 = DoubleVector.zero(S);
        DoubleVector s8 = DoubleVector.zero(S);
        for (long i = 0; i < bytes; i += STEP) {
            DoubleVector d = DoubleVector.fromMemorySegment(S, ALL, dy + i, ORDER);
            s0 = d.fma(DoubleVector.fromMemorySegment(S, ALL, x0 + i, ORDER), s0);
            s1 = d.fma(DoubleVector.fromMemorySegment(S, ALL, x1 + i, ORDER), s1);
            s2 = d.fma(DoubleVector.fromMemorySegment(S, ALL, x2 + i, ORDER), s2);
            s3 = d.fma(DoubleVector.fromMemorySegment(S, ALL, x3 + i, ORDER), s3);
            s4 = d.fma(DoubleVector.fromMemorySegment(S, ALL, x4 + i, ORDER), s4);
            s5 = d.fma(DoubleVector.fromMemorySegment(S, ALL, x5 + i, ORDER), s5);
            s6 = d.fma(DoubleVector.fromMemorySegment(S, ALL, x6 + i, ORDER), s6);
            s7 = d.fma(DoubleVector.fromMemorySegment(S, ALL, x7 + i, ORDER), s7);
            s8 = d.fma(DoubleVector.fromMemorySegment(S, ALL, x8 + i, ORDER), s8);
        }
        s0.intoMemorySegment(ALL, to + 0 * STEP, ORDER);
        s1.intoMemorySegment(ALL, to + 1 * STEP, ORDER);
        s2.intoMemorySegment(ALL, to + 2 * STEP, ORDER);
        s3.intoMemorySegment(ALL, to + 3 * STEP, ORDER);
        s4.intoMemorySegment(ALL, to + 4 * STEP, ORDER);
        s5.intoMemorySegment(ALL, to + 5 * STEP, ORDER);
        s6.intoMemorySegment(ALL, to + 6 * STEP, ORDER);
        s7.intoMemorySegment(ALL, to + 7 * STEP, ORDER);
        s8.intoMemorySegment(ALL, to + 8 * STEP, ORDER);
    }

    private static void add(long from, long to) {
        for (long i = 0; i < TAPS * STEP; i += STEP) {
            DoubleVector x = DoubleVector.fromMemorySegment(S, ALL, to + i, ORDER);
            x.add(DoubleVector.fromMemorySegment(S, ALL, from + i, ORDER)).intoMemorySegment(ALL, to + i, ORDER);
        }
    }

    /** The totals of the lanes of k vectors at {@code sums}, one after another at {@code y}, added in halves. */
    static void total(long sums, int k, long y) {
        for (long t = 0; t < k; t++) {
            long at = sums + STEP * t;
            for (int n = S.length() / 2; n > 0; n /= 2) halve(at, n);
            ALL.set(DOUBLE, y + BYTES * t, ALL.get(DOUBLE, at));
        }
    }

    private static void halve(long at, int n) {
        for (long i = 0; i < BYTES * n; i += BYTES) {
            ALL.set(DOUBLE, at + i, ALL.get(DOUBLE, at + i) + ALL.get(DOUBLE, at + BYTES * n + i));
        }
    }

    private DepthwiseGradientF64() {}
}
