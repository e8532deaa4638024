package dev.rankine.kernels.lanes;

import static dev.rankine.kernels.lanes.Lanes.ALL;
import static dev.rankine.kernels.lanes.Lanes.ORDER;

import java.lang.foreign.ValueLayout;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Running sums of float32, added up as float64 in the order of the numbers and rounded where they are stored: x are numbers, y sums.
 * Figures: {@link CumulativeSum}.
 */
final class RunningF32 {
    private static final VectorSpecies<Float> S = Lanes.F32;
    private static final VectorSpecies<Double> D = Lanes.F64;
    private static final int BYTES = Float.BYTES;
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
        long into = cells;
        for (long p = x; p < end; p += STEP) {
            FloatVector v = FloatVector.fromMemorySegment(S, ALL, p, ORDER);
            DoubleVector low = DoubleVector.fromMemorySegment(D, ALL, into, ORDER);
            DoubleVector high = DoubleVector.fromMemorySegment(D, ALL, into + STEP, ORDER);
            low = low.add(v.convertShape(VectorOperators.F2D, D, 0));
            high = high.add(v.convertShape(VectorOperators.F2D, D, 1));
            low.intoMemorySegment(ALL, into, ORDER);
            high.intoMemorySegment(ALL, into + STEP, ORDER);
            // the halves that a conversion leaves are zero as bits, so no sign of zero is lost
            low.convertShape(VectorOperators.D2F, S, 0)
                    .reinterpretAsInts()
                    .or(high.convertShape(VectorOperators.D2F, S, -1).reinterpretAsInts())
                    .reinterpretAsFloats()
                    .intoMemorySegment(ALL, p + away, ORDER);
            into += 2 * STEP;
        }
    }

    private static double get(long address) {
        return ALL.get(ValueLayout.JAVA_FLOAT_UNALIGNED, address);
    }

    private static void put(long address, double number) {
        ALL.set(ValueLayout.JAVA_FLOAT_UNALIGNED, address, (float) number);
    }

    private RunningF32() {}
}
