package dev.rankine.kernels.lanes;

import static dev.rankine.kernels.lanes.Lanes.ALL;
import static dev.rankine.kernels.lanes.Lanes.ORDER;

import java.lang.foreign.ValueLayout;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/*
 * What happens to a tile of a product after its sums, all of it in the first-level cache. Distances of rows (down) are in elements, rows
 * have no gaps. A loop goes down one or two vectors, four columns or one: loops along rows as short as those of a tile cost 3 times as much
 * (141 ns against 49 for 12 x 32 sums to be added), masks 100 times before they are compiled.
 */

/** From the sums of a tile to the result. */
final class FinishF32 {
    private static final VectorSpecies<Float> S = Lanes.F32;
    private static final int FEW = 4;
    private static final ValueLayout.OfFloat FLOAT = ValueLayout.JAVA_FLOAT_UNALIGNED;
    private static final int LANES = S.length();

    /** {@code c = x}. */
    static void copy(int rows, int columns, long x, long xDown, long c, long cDown) {
        int i = 0;
        for (; i + LANES <= columns; i += LANES) copyVectors(rows, x + 4L * i, xDown, c + 4L * i, cDown);
        for (; i + FEW <= columns; i += FEW) copyFew(rows, x + 4L * i, xDown, c + 4L * i, cDown);
        for (; i < columns; i++) copyNumbers(rows, x + 4L * i, xDown, c + 4L * i, cDown);
    }

    /** {@code c += x}. */
    static void add(int rows, int columns, long x, long xDown, long c, long cDown) {
        int i = 0;
        for (; i + 2 * LANES <= columns; i += 2 * LANES) addPairs(rows, x + 4L * i, xDown, c + 4L * i, cDown);
        for (; i + LANES <= columns; i += LANES) addVectors(rows, x + 4L * i, xDown, c + 4L * i, cDown);
        for (; i + FEW <= columns; i += FEW) addFew(rows, x + 4L * i, xDown, c + 4L * i, cDown);
        for (; i < columns; i++) addNumbers(rows, x + 4L * i, xDown, c + 4L * i, cDown);
    }

    /** {@code c += bias}, the same numbers in every row. */
    static void bias(int rows, int columns, long bias, long c, long cDown) {
        add(rows, columns, bias, 0, c, cDown);
    }

    /** {@code c = max(c, 0)}; NaN stays. */
    static void relu(int rows, int columns, long c, long cDown) {
        int i = 0;
        for (; i + LANES <= columns; i += LANES) reluVectors(rows, c + 4L * i, cDown);
        for (; i < columns; i++) reluNumbers(rows, c + 4L * i, cDown);
    }

    private static void copyVectors(int rows, long x, long xDown, long c, long cDown) {
        for (int row = 0; row < rows; row++) {
            FloatVector.fromMemorySegment(S, ALL, x, ORDER).intoMemorySegment(ALL, c, ORDER);
            x += 4 * xDown;
            c += 4 * cDown;
        }
    }

    private static void copyFew(int rows, long x, long xDown, long c, long cDown) {
        for (int row = 0; row < rows; row++) {
            ALL.set(FLOAT, c + 4 * 0, ALL.get(FLOAT, x + 4 * 0));
            ALL.set(FLOAT, c + 4 * 1, ALL.get(FLOAT, x + 4 * 1));
            ALL.set(FLOAT, c + 4 * 2, ALL.get(FLOAT, x + 4 * 2));
            ALL.set(FLOAT, c + 4 * 3, ALL.get(FLOAT, x + 4 * 3));
            x += 4 * xDown;
            c += 4 * cDown;
        }
    }

    private static void copyNumbers(int rows, long x, long xDown, long c, long cDown) {
        for (int row = 0; row < rows; row++) {
            ALL.set(FLOAT, c, ALL.get(FLOAT, x));
            x += 4 * xDown;
            c += 4 * cDown;
        }
    }

    private static void addPairs(int rows, long x, long xDown, long c, long cDown) {
        for (int row = 0; row < rows; row++) {
            FloatVector.fromMemorySegment(S, ALL, c, ORDER)
                    .add(FloatVector.fromMemorySegment(S, ALL, x, ORDER))
                    .intoMemorySegment(ALL, c, ORDER);
            FloatVector.fromMemorySegment(S, ALL, c + 4L * LANES, ORDER)
                    .add(FloatVector.fromMemorySegment(S, ALL, x + 4L * LANES, ORDER))
                    .intoMemorySegment(ALL, c + 4L * LANES, ORDER);
            x += 4 * xDown;
            c += 4 * cDown;
        }
    }

    private static void addVectors(int rows, long x, long xDown, long c, long cDown) {
        for (int row = 0; row < rows; row++) {
            FloatVector.fromMemorySegment(S, ALL, c, ORDER)
                    .add(FloatVector.fromMemorySegment(S, ALL, x, ORDER))
                    .intoMemorySegment(ALL, c, ORDER);
            x += 4 * xDown;
            c += 4 * cDown;
        }
    }

    private static void addFew(int rows, long x, long xDown, long c, long cDown) {
        for (int row = 0; row < rows; row++) {
            ALL.set(FLOAT, c + 4 * 0, ALL.get(FLOAT, c + 4 * 0) + ALL.get(FLOAT, x + 4 * 0));
            ALL.set(FLOAT, c + 4 * 1, ALL.get(FLOAT, c + 4 * 1) + ALL.get(FLOAT, x + 4 * 1));
            ALL.set(FLOAT, c + 4 * 2, ALL.get(FLOAT, c + 4 * 2) + ALL.get(FLOAT, x + 4 * 2));
            ALL.set(FLOAT, c + 4 * 3, ALL.get(FLOAT, c + 4 * 3) + ALL.get(FLOAT, x + 4 * 3));
            x += 4 * xDown;
            c += 4 * cDown;
        }
    }

    private static void addNumbers(int rows, long x, long xDown, long c, long cDown) {
        for (int row = 0; row < rows; row++) {
            ALL.set(FLOAT, c, ALL.get(FLOAT, c) + ALL.get(FLOAT, x));
            x += 4 * xDown;
            c += 4 * cDown;
        }
    }

    private static void reluVectors(int rows, long c, long cDown) {
        for (int row = 0; row < rows; row++) {
            FloatVector.fromMemorySegment(S, ALL, c, ORDER).max(0f).intoMemorySegment(ALL, c, ORDER);
            c += 4 * cDown;
        }
    }

    private static void reluNumbers(int rows, long c, long cDown) {
        for (int row = 0; row < rows; row++) {
            ALL.set(FLOAT, c, Math.max(ALL.get(FLOAT, c), 0f));
            c += 4 * cDown;
        }
    }

    private FinishF32() {}
}
