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
    private static final int LANES = S.length();

    /**
     * {@code into[j * width + i] = from[i * across + j * along]} for all {@code j < k}, {@code i < count}, and 0 for {@code i} from there to
     * {@code width}. Strides are in elements.
     */
    static void pack(int k, int count, int width, long from, long across, long along, long into) {
        if (count < width) ALL.asSlice(into, 4L * k * width).fill((byte) 0);
        int i = 0;
        if (across == 1) {
            for (; i + LANES <= count; i += LANES) copyVectors(k, width, from + 4L * i, along, into + 4L * i);
            for (; i + 4 <= count; i += 4) copyFours(k, width, from + 4L * i, along, into + 4L * i);
        } else if (along == 1) {
            for (; i + 4 <= count; i += 4) squares(k, width, from + 4 * i * across, across, into + 4L * i);
        }
        for (; i < count; i++) numbers(k, width, from + 4 * i * across, along, into + 4L * i);
    }

    private static void copyVectors(int k, int width, long from, long along, long into) {
        for (int j = 0; j < k; j++) {
            FloatVector.fromMemorySegment(S, ALL, from, ORDER).intoMemorySegment(ALL, into, ORDER);
            from += 4 * along;
            into += 4L * width;
        }
    }

    private static void copyFours(int k, int width, long from, long along, long into) {
        for (int j = 0; j < k; j++) {
            FloatVector.fromMemorySegment(FOUR, ALL, from, ORDER).intoMemorySegment(ALL, into, ORDER);
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

    /** Four lines along become four columns: {@code into[j * width + i] = from[i * across + j]}, i below 4. */
    private static void squares(int k, int width, long from, long across, long into) {
        int main = k & -4;
        transpose(main, width, from, across, into);
        for (int i = 0; main < k && i < 4; i++) {
            numbers(k - main, width, from + 4 * (i * across + main), 1, into + 4L * main * width + 4L * i);
        }
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

    private PackF32() {}
}
