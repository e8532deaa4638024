package dev.rankine.kernels.lanes;

import static dev.rankine.kernels.lanes.Lanes.ALL;
import static dev.rankine.kernels.lanes.Lanes.ORDER;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** The rows that gradients of averages are made of. Figures: {@link AvgPool2d}. */
final class AveragedRowsF32 {
    private static final VectorSpecies<Float> S = Lanes.F32;
    private static final long BYTES = Float.BYTES;
    private static final long STEP = BYTES * S.length();

    /** Adds row {@code from} of n elements to row {@code to}. */
    static void add(long from, long to, int n) {
        int main = S.loopBound(n);
        for (long i = 0; i < BYTES * main; i += STEP) {
            FloatVector x = FloatVector.fromMemorySegment(S, ALL, to + i, ORDER);
            x.add(FloatVector.fromMemorySegment(S, ALL, from + i, ORDER)).intoMemorySegment(ALL, to + i, ORDER);
        }
        for (long i = BYTES * main; i < BYTES * n; i += BYTES) {
            float x = ALL.get(ValueLayout.JAVA_FLOAT_UNALIGNED, to + i);
            ALL.set(ValueLayout.JAVA_FLOAT_UNALIGNED, to + i, x + ALL.get(ValueLayout.JAVA_FLOAT_UNALIGNED, from + i));
        }
    }

    /** Copies a row of {@code bytes} bytes. */
    static void copy(long from, long to, long bytes) {
        MemorySegment.copy(ALL, from, ALL, to, bytes);
    }

    /**
     * Adds dy / divisor of each window of a row to the columns that it covers: {@code spans} has the first column and the one after the
     * last as pairs of int32.
     */
    static void spread(long dy, long divisors, long spans, int windows, long row) {
        for (long i = 0; i < windows; i++) {
            float divisor = ALL.get(ValueLayout.JAVA_FLOAT_UNALIGNED, divisors + BYTES * i);
            float part = ALL.get(ValueLayout.JAVA_FLOAT_UNALIGNED, dy + BYTES * i) / divisor;
            long end = row + BYTES * ALL.get(ValueLayout.JAVA_INT_UNALIGNED, spans + 8 * i + 4);
            for (long at = row + BYTES * ALL.get(ValueLayout.JAVA_INT_UNALIGNED, spans + 8 * i);
                    at < end;
                    at += BYTES) {
                ALL.set(ValueLayout.JAVA_FLOAT_UNALIGNED, at, ALL.get(ValueLayout.JAVA_FLOAT_UNALIGNED, at) + part);
            }
        }
    }

    /** Fills planes of n elements, which lie one after another, with dy / divisor of the only window of each. */
    static void fill(long dy, float divisor, int planes, int n, long to) {
        for (int i = 0; i < planes; i++) {
            // as a sum from zero: never -0
            float part = ALL.get(ValueLayout.JAVA_FLOAT_UNALIGNED, dy + BYTES * i) / divisor + 0;
            plane(to + BYTES * n * i, n, part);
        }
    }

    /** The last vector reaches back. */
    private static void plane(long to, int n, float part) {
        int main = S.loopBound(n);
        FloatVector x = FloatVector.broadcast(S, part);
        for (long i = 0; i < BYTES * main; i += STEP) x.intoMemorySegment(ALL, to + i, ORDER);
        if (main == n) return;
        if (main > 0) x.intoMemorySegment(ALL, to + BYTES * n - STEP, ORDER);
        else for (long i = 0; i < BYTES * n; i += BYTES) ALL.set(ValueLayout.JAVA_FLOAT_UNALIGNED, to + i, part);
    }

    private AveragedRowsF32() {}
}
