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
 * Neighbours across are copied line by line. Where neighbours along lie side by side (rows of the left matrix, a transposed right one)
 * squares of 4 x 4 are transposed in registers, in vectors of 128 bits whatever the width of the others: about one instruction an element.
 */

/** Packs float32 for {@link TileF32}. */
final class PackF32 {
    private static final VectorSpecies<Float> S = Lanes.F32;
    private static final VectorSpecies<Float> FOUR = FloatVector.SPECIES_128;
    private static final ValueLayout.OfFloat FLOAT = ValueLayout.JAVA_FLOAT_UNALIGNED;
    private static final long BYTES = 4L * S.length();

    /**
     * {@code into[j * width + i] = from[i * across + j * along]} for all {@code j < k}, {@code i < count}, and 0 for {@code i} from there to
     * {@code width}. Strides are in elements.
     */
    static void pack(int k, int count, int width, long from, long across, long along, long into) {
        if (count < width) zero(k, count, width, into);
        if (across == 1) {
            if (count == 2 * S.length()) pairs(k, width, from, along, into);
            else lines(k, count, width, from, along, into);
        } else if (along == 1) {
            int i = 0;
            for (; i + 4 <= count; i += 4) squares(k, width, from + 4 * i * across, across, into + 4L * i);
            if (i < count) singly(k, count - i, width, from + 4 * i * across, across, 1, into + 4L * i);
        } else {
            singly(k, count, width, from, across, along, into);
        }
    }

    /** Lines of two vectors. */
    private static void pairs(int k, int width, long from, long along, long into) {
        for (int j = 0; j < k; j++) {
            FloatVector.fromMemorySegment(S, ALL, from, ORDER).intoMemorySegment(ALL, into, ORDER);
            FloatVector.fromMemorySegment(S, ALL, from + BYTES, ORDER).intoMemorySegment(ALL, into + BYTES, ORDER);
            from += 4 * along;
            into += 4L * width;
        }
    }

    private static void lines(int k, int count, int width, long from, long along, long into) {
        int i = 0;
        for (; i + 4 <= count; i += 4) fours(k, width, from + 4L * i, along, into + 4L * i);
        if (i < count) singly(k, count - i, width, from + 4L * i, 1, along, into + 4L * i);
    }

    /** Lines of four numbers. */
    private static void fours(int k, int width, long from, long along, long into) {
        for (int j = 0; j < k; j++) {
            FloatVector.fromMemorySegment(FOUR, ALL, from, ORDER).intoMemorySegment(ALL, into, ORDER);
            from += 4 * along;
            into += 4L * width;
        }
    }

    /** Four lines along become four columns: {@code into[j * width + i] = from[i * across + j]}, i below 4. */
    private static void squares(int k, int width, long from, long across, long into) {
        int main = k & -4;
        transpose(main, width, from, across, into);
        if (main < k) singly(k - main, 4, width, from + 4L * main, across, 1, into + 4L * main * width);
    }

    private static void transpose(int k, int width, long from, long across, long into) {
        long down = 4 * across;
        long step = 4L * width;
        FloatVector low = FloatVector.fromArray(FOUR, LOW, 0);
        FloatVector high = FloatVector.fromArray(FOUR, HIGH, 0);
        FloatVector left = FloatVector.fromArray(FOUR, LEFT, 0);
        FloatVector right = FloatVector.fromArray(FOUR, RIGHT, 0);
        for (int j = 0; j < k; j += 4) {
            FloatVector a = FloatVector.fromMemorySegment(FOUR, ALL, from, ORDER);
            FloatVector b = FloatVector.fromMemorySegment(FOUR, ALL, from + down, ORDER);
            FloatVector c = FloatVector.fromMemorySegment(FOUR, ALL, from + 2 * down, ORDER);
            FloatVector d = FloatVector.fromMemorySegment(FOUR, ALL, from + 3 * down, ORDER);
            FloatVector ab = low.selectFrom(a, b);
            FloatVector cd = low.selectFrom(c, d);
            left.selectFrom(ab, cd).intoMemorySegment(ALL, into, ORDER);
            right.selectFrom(ab, cd).intoMemorySegment(ALL, into + step, ORDER);
            ab = high.selectFrom(a, b);
            cd = high.selectFrom(c, d);
            left.selectFrom(ab, cd).intoMemorySegment(ALL, into + 2 * step, ORDER);
            right.selectFrom(ab, cd).intoMemorySegment(ALL, into + 3 * step, ORDER);
            from += 16;
            into += 4 * step;
        }
    }

    // of two vectors 0 1 2 3 and 4 5 6 7
    private static final float[] LOW = {0, 4, 1, 5};
    private static final float[] HIGH = {2, 6, 3, 7};
    private static final float[] LEFT = {0, 1, 4, 5};
    private static final float[] RIGHT = {2, 3, 6, 7};

    private static void singly(int k, int count, int width, long from, long across, long along, long into) {
        for (int j = 0; j < k; j++) {
            for (int i = 0; i < count; i++) ALL.set(FLOAT, into + 4L * i, ALL.get(FLOAT, from + 4 * i * across));
            from += 4 * along;
            into += 4L * width;
        }
    }

    private static void zero(int k, int count, int width, long into) {
        for (int j = 0; j < k; j++) {
            for (int i = count; i < width; i++) ALL.set(FLOAT, into + 4L * i, 0f);
            into += 4L * width;
        }
    }

    private PackF32() {}
}
