package dev.rankine.kernels.lanes;

import static dev.rankine.kernels.lanes.Lanes.ALL;
import static dev.rankine.kernels.lanes.Lanes.ORDER;

import java.lang.foreign.ValueLayout;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Running sums of float64 in the order of the numbers: {@link RunningF32} without its conversions.
 * Figures: {@link CumulativeSum}.
 */
final class RunningF64 {
    private static final VectorSpecies<Double> S = Lanes.F64;
    private static final int BYTES = Double.BYTES;
    private static final long STEP = (long) BYTES * S.length();

    /**
     * Lines of {@code count} numbers, {@code step} bytes apart and {@code down} apart in the result; one line begins {@code across} bytes after another,
     * its result {@code between} bytes. Four lines at once: their additions do not wait for each other.
     */
    static void lines(long x, long across, long step, long y, long between, long down, int lines, int count) {
        int i = 0;
        for (; i + 4 <= lines; i += 4) four(x + i * across, across, step, y + i * between, between, down, count);
        for (; i < lines; i++) one(x + i * across, step, y + i * between, down, count);
    }

    /** Adds a row of numbers to cells and stores those. */
    static void row(long x, long y, int columns, long cells) {
        int main = S.loopBound(columns);
        vectors(x, x + (long) BYTES * main, y - x, cells);
        for (int j = main; j < columns; j++) {
            long at = (long) BYTES * j;
            double sum = ALL.get(ValueLayout.JAVA_DOUBLE, cells + 8L * j) + get(x + at);
            ALL.set(ValueLayout.JAVA_DOUBLE, cells + 8L * j, sum);
            put(y + at, sum);
        }
    }

    private static void four(long x, long across, long step, long y, long between, long down, int count) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        long p = x;
        long q = y;
        for (int k = 0; k < count; k++) {
            a += get(p);
            b += get(p + across);
            c += get(p + 2 * across);
            d += get(p + 3 * across);
            put(q, a);
            put(q + between, b);
            put(q + 2 * between, c);
            put(q + 3 * between, d);
            p += step;
            q += down;
        }
    }

    private static void one(long x, long step, long y, long down, int count) {
        double sum = 0;
        for (int k = 0; k < count; k++) {
            sum += get(x + k * step);
            put(y + k * down, sum);
        }
    }

    private static void vectors(long x, long end, long away, long cells) {
        for (long p = x; p < end; p += STEP) {
            long into = cells + (p - x);
            DoubleVector sum = DoubleVector.fromMemorySegment(S, ALL, into, ORDER)
                    .add(DoubleVector.fromMemorySegment(S, ALL, p, ORDER));
            sum.intoMemorySegment(ALL, into, ORDER);
            sum.intoMemorySegment(ALL, p + away, ORDER);
        }
    }

    private static double get(long address) {
        return ALL.get(ValueLayout.JAVA_DOUBLE_UNALIGNED, address);
    }

    private static void put(long address, double number) {
        ALL.set(ValueLayout.JAVA_DOUBLE_UNALIGNED, address, number);
    }

    private RunningF64() {}
}
