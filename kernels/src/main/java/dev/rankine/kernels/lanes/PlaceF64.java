package dev.rankine.kernels.lanes;

import static dev.rankine.kernels.lanes.Lanes.ALL;
import static dev.rankine.kernels.lanes.Lanes.ORDER;

import java.lang.foreign.ValueLayout;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;

/**
 * Places of the first best of float64 numbers that are evenly spaced, of the first NaN if there is one. Long runs along memory: the best by
 * vectors, then the first vector that has it.
 * x and y are the addresses of operand and result. Figures: {@link MaxPool2dGradient}.
 */
final class PlaceF64 {
    private static final VectorSpecies<Double> S = Lanes.F64;
    private static final int BYTES = Double.BYTES;
    private static final long STEP = (long) BYTES * S.length();
    private static final int LONG = 64;

    /** Stores the places for {@code results} results of {@code count} numbers each as int64; steps in bytes; {@code tile} has room for 16 vectors. */
    static void places(long x, long across, int results, long step, int count, boolean largest, long y, long tile) {
        boolean isLine = step == BYTES && count >= LONG;
        for (int i = 0; i < results; i += LargestF64.LINES) {
            int lines = Math.min(LargestF64.LINES, results - i);
            long from = x + i * across;
            if (isLine && largest) LargestF64.lines(from, across, lines, count, tile);
            else if (isLine) SmallestF64.lines(from, across, lines, count, tile);
            for (int k = 0; k < lines; k++) {
                long at = from + k * across;
                long place = isLine ? inOrder(at, count, largest, tile + STEP * k) : apart(at, step, count, largest);
                ALL.set(ValueLayout.JAVA_LONG_UNALIGNED, y + 8L * (i + k), place);
            }
        }
    }

    private static int inOrder(long x, int count, boolean largest, long tile) {
        double best = largest ? LargestF64.line(x, count, tile) : SmallestF64.line(x, count, tile);
        for (int i = best == best ? skip(x, count, best) : 0; i < count; i++) {
            double number = ALL.get(ValueLayout.JAVA_DOUBLE_UNALIGNED, x + (long) BYTES * i);
            if (number == best || number != number) return i;
        }
        throw new AssertionError("no number of " + count + " is their best: " + best);
    }

    /** How many numbers certainly come before {@code best}, which is no NaN. */
    private static int skip(long x, int count, double best) {
        int main = S.loopBound(count);
        for (int i = 0; i < main; i += S.length()) {
            VectorMask<Double> same = DoubleVector.fromMemorySegment(S, ALL, x + (long) BYTES * i, ORDER)
                    .eq(best);
            if (same.anyTrue()) return i + same.firstTrue();
        }
        return main;
    }

    /** The place for numbers that are {@code step} bytes apart. */
    static int apart(long x, long step, int count, boolean largest) {
        double best = ALL.get(ValueLayout.JAVA_DOUBLE_UNALIGNED, x);
        int place = 0;
        for (int i = 0; i < count; i++) {
            double number = ALL.get(ValueLayout.JAVA_DOUBLE_UNALIGNED, x + i * step);
            if (number != number) return i;
            if (largest ? number > best : number < best) {
                best = number;
                place = i;
            }
        }
        return place;
    }

    private PlaceF64() {}
}
