package dev.rankine.kernels.lanes;

import static dev.rankine.kernels.lanes.Lanes.ALL;
import static dev.rankine.kernels.lanes.Lanes.ORDER;

import java.lang.foreign.ValueLayout;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/** As DepthwiseF32, for float64. */
final class DepthwiseF64 {
    private static final VectorSpecies<Double> S = Lanes.F64;
    private static final ValueLayout.OfDouble DOUBLE = ValueLayout.JAVA_DOUBLE_UNALIGNED;
    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED;
    private static final long BYTES = Double.BYTES;
    private static final long STEP = BYTES * S.length();

    /** The sums of {@code count} pixels at {@code y}, each of which starts with {@code start}; {@code scratch} has room for a vector. */
    static void plane(long base, long runs, long weights, int k, double start, long y, int count, long scratch) {
        long end = BYTES * count;
        long i = 0;
        for (; i + 4 * STEP <= end; i += 4 * STEP) four(base + i, runs, weights, k, start, y + i);
        for (; i + STEP <= end; i += STEP) one(base + i, runs, weights, k, start, y + i);
        if (i == end) return;
        one(base + i, runs, weights, k, start, scratch);
        RowsF64.every(scratch, 1, y + i, (int) ((end - i) / BYTES));
    }

    private static void four(long base, long runs, long weights, int k, double start, long y) {
        DoubleVector a = DoubleVector.broadcast(S, start);
        DoubleVector b = DoubleVector.broadcast(S, start);
        DoubleVector c = DoubleVector.broadcast(S, start);
        DoubleVector d = DoubleVector.broadcast(S, start);
        for (long i = 0; i < k; i++) {
            long at = base + ALL.get(LONG, runs + 8 * i);
            DoubleVector w = DoubleVector.broadcast(S, ALL.get(DOUBLE, weights + BYTES * i));
            a = w.fma(DoubleVector.fromMemorySegment(S, ALL, at, ORDER), a);
            b = w.fma(DoubleVector.fromMemorySegment(S, ALL, at + STEP, ORDER), b);
            c = w.fma(DoubleVector.fromMemorySegment(S, ALL, at + 2 * STEP, ORDER), c);
            d = w.fma(DoubleVector.fromMemorySegment(S, ALL, at + 3 * STEP, ORDER), d);
        }
        a.intoMemorySegment(ALL, y, ORDER);
        b.intoMemorySegment(ALL, y + STEP, ORDER);
        c.intoMemorySegment(ALL, y + 2 * STEP, ORDER);
        d.intoMemorySegment(ALL, y + 3 * STEP, ORDER);
    }

    private static void one(long base, long runs, long weights, int k, double start, long y) {
        DoubleVector a = DoubleVector.broadcast(S, start);
        for (long i = 0; i < k; i++) {
            DoubleVector w = DoubleVector.broadcast(S, ALL.get(DOUBLE, weights + BYTES * i));
            a = w.fma(DoubleVector.fromMemorySegment(S, ALL, base + ALL.get(LONG, runs + 8 * i), ORDER), a);
        }
        a.intoMemorySegment(ALL, y, ORDER);
    }

    /** Puts rows of pixels that lie together where they belong, {@code down} and {@code right} bytes apart. */
    static void scatter(long from, int rows, int columns, long y, long down, long right) {
        for (long r = 0; r < rows; r++) {
            for (long c = 0; c < columns; c++) {
                ALL.set(DOUBLE, y + r * down + c * right, ALL.get(DOUBLE, from + BYTES * (r * columns + c)));
            }
        }
    }

    private DepthwiseF64() {}
}
