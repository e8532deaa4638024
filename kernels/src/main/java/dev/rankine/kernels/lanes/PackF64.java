package dev.rankine.kernels.lanes;

import static dev.rankine.kernels.lanes.Lanes.ALL;
import static dev.rankine.kernels.lanes.Lanes.ORDER;

import java.lang.foreign.ValueLayout;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

// As PackF32, for float64.

/** Packs float64 for {@link TileF64}. */
final class PackF64 {
    private static final VectorSpecies<Double> S = Lanes.F64;
    private static final ValueLayout.OfDouble DOUBLE = ValueLayout.JAVA_DOUBLE_UNALIGNED;
    private static final int LANES = S.length();
    private static final int SIDE = TransposeF64.SIDE;
    private static final int CHUNK = 32;

    /**
     * {@code into[j * width + i] = from[i * across + j * along]} for all {@code j < k}, {@code i < count}, and 0 for {@code i} from there to
     * {@code width}. Strides are in elements.
     */
    static void pack(int k, int count, int width, long from, long across, long along, long into) {
        if (count < width) ALL.asSlice(into, 8L * k * width).fill((byte) 0);
        int step = across == 1 ? CHUNK : k;
        for (int j = 0; j < k; j += step) {
            chunk(Math.min(step, k - j), count, width, from + 8L * j * along, across, along, into + 8L * j * width);
        }
    }

    private static void chunk(int k, int count, int width, long from, long across, long along, long into) {
        int i = 0;
        if (across == 1) {
            for (; i + LANES <= count; i += LANES) vectors(k, width, from + 8L * i, along, into + 8L * i);
            for (; i + SIDE <= count; i += SIDE) few(k, width, from + 8L * i, along, into + 8L * i);
        } else if (along == 1) {
            for (; i + SIDE <= count; i += SIDE) squares(k, width, from + 8L * i * across, across, into + 8L * i);
        }
        for (; i < count; i++) numbers(k, width, from + 8L * i * across, along, into + 8L * i);
    }

    private static void vectors(int k, int width, long from, long along, long into) {
        for (int j = 0; j < k; j++) {
            DoubleVector.fromMemorySegment(S, ALL, from, ORDER).intoMemorySegment(ALL, into, ORDER);
            from += 8 * along;
            into += 8L * width;
        }
    }

    private static void few(int k, int width, long from, long along, long into) {
        for (int j = 0; j < k; j++) {
            ALL.set(DOUBLE, into, ALL.get(DOUBLE, from));
            ALL.set(DOUBLE, into + 8 * 1, ALL.get(DOUBLE, from + 8 * 1));
            ALL.set(DOUBLE, into + 8 * 2, ALL.get(DOUBLE, from + 8 * 2));
            ALL.set(DOUBLE, into + 8 * 3, ALL.get(DOUBLE, from + 8 * 3));
            from += 8 * along;
            into += 8L * width;
        }
    }

    private static void numbers(int k, int width, long from, long along, long into) {
        for (int j = 0; j < k; j++) {
            ALL.set(DOUBLE, into, ALL.get(DOUBLE, from));
            from += 8 * along;
            into += 8L * width;
        }
    }

    /** SIDE lines along become as many columns. */
    private static void squares(int k, int width, long from, long across, long into) {
        int main = k & -SIDE;
        TransposeF64.lines(main, width, from, across, into);
        for (int i = 0; main < k && i < SIDE; i++) {
            numbers(k - main, width, from + 8 * (i * across + main), 1, into + 8L * (main * (long) width + i));
        }
    }

    private PackF64() {}
}
