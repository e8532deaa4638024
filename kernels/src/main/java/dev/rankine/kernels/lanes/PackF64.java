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
    private static final long BYTES = 8L * LANES;
    private static final int SIDE = TransposeF64.SIDE;
    private static final int FEW = 4;
    static final int CHUNK = 32;

    /**
     * {@code into[j * width + i] = from[i * across + j * along]} for all {@code j < k}, {@code i < count}, and any number for {@code i} from there
     * to {@code width}. The matrix goes on to {@code i < room}. Strides are in elements; {@code tile} is scratch memory for a tile.
     */
    static void pack(int k, int count, int room, int width, long from, long across, long along, long into, long tile) {
        if (along == 1 && across != 1 && k >= SIDE) {
            lines(k, count, width, from, across, into, tile);
            return;
        }
        int step = across == 1 ? CHUNK : k;
        for (int j = 0; j < k; j += step) {
            int lines = Math.min(step, k - j);
            chunk(lines, count, room, width, from + 8L * j * along, across, along, into + 8L * j * width);
        }
    }

    private static void chunk(int k, int count, int room, int width, long from, long across, long along, long into) {
        int i = 0;
        if (across == 1) {
            // the last columns first: what they write too much, the first ones overwrite
            int vectors = (count + LANES - 1) / LANES;
            if (vectors * LANES > room) vectors--;
            for (i = vectors - 1; i >= 0; i--) vectors(k, width, from + BYTES * i, along, into + BYTES * i);
            i = vectors * LANES;
            for (; i + FEW <= count; i += FEW) few(k, width, from + 8L * i, along, into + 8L * i);
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

    /** Lines along become columns, SIDE at a time. */
    private static void lines(int k, int count, int width, long from, long across, long into, long tile) {
        int main = k & -SIDE;
        // the last columns first: what they write too much, the first ones overwrite
        for (int i = (count - 1) & -SIDE; i >= 0; i -= SIDE) {
            int lines = Math.min(SIDE, count - i);
            TransposeF64.lines(main, lines, width, from + 8 * i * across, across, into + 8L * i, tile);
        }
        if (main == k) return;
        for (int i = 0; i < count; i++) {
            numbers(k - main, width, from + 8 * (i * across + main), 1, into + 8L * (main * (long) width + i));
        }
    }

    private PackF64() {}
}
