package dev.rankine.kernels.lanes;

import static dev.rankine.kernels.lanes.Lanes.ALL;
import static dev.rankine.kernels.lanes.Lanes.ORDER;

import java.lang.foreign.ValueLayout;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;

/**
 * Places of the first best of float32 numbers that are evenly spaced, of the first NaN if there is one. Long runs along memory: the best by
 * vectors, then the first vector that has it.
 * x and y are the addresses of operand and result. Figures: {@link MaxPool2dGradient}.
 */
final class PlaceF32 {
    private static final VectorSpecies<Float> S = Lanes.F32;
    private static final int BYTES = Float.BYTES;
    private static final long STEP = (long) BYTES * S.length();
    private static final int LONG = 64;

    /** Stores the places for {@code results} results of {@code count} numbers each as int64; steps in bytes; {@code tile} has room for 16 vectors. */
    static void places(long x, long across, int results, long step, int count, boolean largest, long y, long tile) {
        boolean isLine = step == BYTES && count >= LONG;
        for (int i = 0; i < results; i += LargestF32.LINES) {
            int lines = Math.min(LargestF32.LINES, results - i);
            long from = x + i * across;
            if (isLine && largest) LargestF32.lines(from, across, lines, count, tile);
            else if (isLine) SmallestF32.lines(from, across, lines, count, tile);
            for (int k = 0; k < lines; k++) {
                long at = from + k * across;
                long place = isLine ? inOrder(at, count, largest, tile + STEP * k) : apart(at, step, count, largest);
                ALL.set(ValueLayout.JAVA_LONG_UNALIGNED, y + 8L * (i + k), place);
            }
        }
    }

    private static int inOrder(long x, int count, boolean largest, long tile) {
        float best = largest ? LargestF32.line(x, count, tile) : SmallestF32.line(x, count, tile);
        for (int i = best == best ? skip(x, count, best) : 0; i < count; i++) {
            float number = ALL.get(ValueLayout.JAVA_FLOAT_UNALIGNED, x + (long) BYTES * i);
            if (number == best || number != number) return i;
        }
        throw new AssertionError("no number of " + count + " is their best: " + best);
    }

    /** How many numbers certainly come before {@code best}, which is no NaN. */
    private static int skip(long x, int count, float best) {
        int main = S.loopBound(count);
        for (int i = 0; i < main; i += S.length()) {
            VectorMask<Float> same = FloatVector.fromMemorySegment(S, ALL, x + (long) BYTES * i, ORDER)
                    .eq(best);
            if (same.anyTrue()) return i + same.firstTrue();
        }
        return main;
    }

    /** The place for numbers that are {@code step} bytes apart. */
    static int apart(long x, long step, int count, boolean largest) {
        float best = ALL.get(ValueLayout.JAVA_FLOAT_UNALIGNED, x);
        int place = 0;
        for (int i = 0; i < count; i++) {
            float number = ALL.get(ValueLayout.JAVA_FLOAT_UNALIGNED, x + i * step);
            if (number != number) return i;
            if (largest ? number > best : number < best) {
                best = number;
                place = i;
            }
        }
        return place;
    }

    private PlaceF32() {}
}
