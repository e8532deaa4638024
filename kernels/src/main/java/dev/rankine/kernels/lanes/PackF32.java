package dev.rankine.kernels.lanes;

import static dev.rankine.kernels.lanes.Lanes.ALL;
import static dev.rankine.kernels.lanes.Lanes.ORDER;

import java.lang.foreign.ValueLayout;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/*
 * Packing: the part of a matrix that a tile reads, in the order in which the tile reads it. Slivers of the left matrix and panels of the
 * right one are packed alike: i runs across (rows of the left matrix, columns of the right), j along the inner axis k.
 *
 * Neighbours across are copied, down one vector at a time, and CHUNK lines before the next: they stay in the first-level cache for all loops
 * over them, and loops of rare widths are called often enough to be compiled soon; until then a line costs 100 ns. Where neighbours along lie
 * side by side (rows of the left matrix, a transposed right one) squares are transposed in registers. Whole vectors of them are written: what
 * is too much goes where the next line will be, and SLACK behind the last one. Measured (AMD EPYC, Zen 4, 512 bits, one thread, JDK 25):
 * 0.07-0.1 ns an element copied (by fours 0.7), 0.16-0.24 transposed to whole vectors, 0.23-0.35 to fewer; a product of two elements takes a tile 0.02 ns.
 */

/** Packs float32 for {@link TileF32}. */
final class PackF32 {
    private static final VectorSpecies<Float> S = Lanes.F32;
    private static final ValueLayout.OfFloat FLOAT = ValueLayout.JAVA_FLOAT_UNALIGNED;
    private static final int LANES = S.length();
    private static final long BYTES = 4L * LANES;
    private static final int SIDE = TransposeF32.SIDE;
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
            chunk(lines, count, room, width, from + 4L * j * along, across, along, into + 4L * j * width);
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
            for (; i + FEW <= count; i += FEW) few(k, width, from + 4L * i, along, into + 4L * i);
        }
        for (; i < count; i++) numbers(k, width, from + 4L * i * across, along, into + 4L * i);
    }

    private static void vectors(int k, int width, long from, long along, long into) {
        for (int j = 0; j < k; j++) {
            FloatVector.fromMemorySegment(S, ALL, from, ORDER).intoMemorySegment(ALL, into, ORDER);
            from += 4 * along;
            into += 4L * width;
        }
    }

    private static void few(int k, int width, long from, long along, long into) {
        for (int j = 0; j < k; j++) {
            ALL.set(FLOAT, into, ALL.get(FLOAT, from));
            ALL.set(FLOAT, into + 4 * 1, ALL.get(FLOAT, from + 4 * 1));
            ALL.set(FLOAT, into + 4 * 2, ALL.get(FLOAT, from + 4 * 2));
            ALL.set(FLOAT, into + 4 * 3, ALL.get(FLOAT, from + 4 * 3));
            from += 4 * along;
            into += 4L * width;
        }
    }

    private static void numbers(int k, int width, long from, long along, long into) {
        for (int j = 0; j < k; j++) {
            ALL.set(FLOAT, into, ALL.get(FLOAT, from));
            from += 4 * along;
            into += 4L * width;
        }
    }

    /** Lines along become columns, SIDE at a time. */
    private static void lines(int k, int count, int width, long from, long across, long into, long tile) {
        int main = k & -SIDE;
        // the last columns first: what they write too much, the first ones overwrite
        for (int i = (count - 1) & -SIDE; i >= 0; i -= SIDE) {
            int lines = Math.min(SIDE, count - i);
            TransposeF32.lines(main, lines, width, from + 4 * i * across, across, into + 4L * i, tile);
        }
        if (main == k) return;
        for (int i = 0; i < count; i++) {
            numbers(k - main, width, from + 4 * (i * across + main), 1, into + 4L * (main * (long) width + i));
        }
    }

    private PackF32() {}
}
