package dev.rankine.kernels.lanes;

import static dev.rankine.kernels.lanes.Lanes.ALL;
import static dev.rankine.kernels.lanes.Lanes.ORDER;

import java.lang.foreign.ValueLayout;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

// As FinishF32, for float64.

/** From the sums of a tile to the result. */
final class FinishF64 {
    private static final VectorSpecies<Double> S = Lanes.F64;
    private static final int FEW = 4;
    private static final ValueLayout.OfDouble DOUBLE = ValueLayout.JAVA_DOUBLE_UNALIGNED;
    private static final int LANES = S.length();

    /** {@code c = x}. */
    static void copy(int rows, int columns, long x, long xDown, long c, long cDown) {
        int i = 0;
        for (; i + LANES <= columns; i += LANES) copyVectors(rows, x + 8L * i, xDown, c + 8L * i, cDown);
        for (; i + FEW <= columns; i += FEW) copyFew(rows, x + 8L * i, xDown, c + 8L * i, cDown);
        for (; i < columns; i++) copyNumbers(rows, x + 8L * i, xDown, c + 8L * i, cDown);
    }

    /** {@code c += x}. */
    static void add(int rows, int columns, long x, long xDown, long c, long cDown) {
        int i = 0;
        for (; i + 2 * LANES <= columns; i += 2 * LANES) addPairs(rows, x + 8L * i, xDown, c + 8L * i, cDown);
        for (; i + LANES <= columns; i += LANES) addVectors(rows, x + 8L * i, xDown, c + 8L * i, cDown);
        for (; i + FEW <= columns; i += FEW) addFew(rows, x + 8L * i, xDown, c + 8L * i, cDown);
        for (; i < columns; i++) addNumbers(rows, x + 8L * i, xDown, c + 8L * i, cDown);
    }

    /** {@code c += bias}, the same numbers in every row. */
    static void bias(int rows, int columns, long bias, long c, long cDown) {
        add(rows, columns, bias, 0, c, cDown);
    }

    /** {@code c = max(c, 0)}; NaN stays. */
    static void relu(int rows, int columns, long c, long cDown) {
        int i = 0;
        for (; i + LANES <= columns; i += LANES) reluVectors(rows, c + 8L * i, cDown);
        for (; i < columns; i++) reluNumbers(rows, c + 8L * i, cDown);
    }

    private static void copyVectors(int rows, long x, long xDown, long c, long cDown) {
        for (int row = 0; row < rows; row++) {
            DoubleVector.fromMemorySegment(S, ALL, x, ORDER).intoMemorySegment(ALL, c, ORDER);
            x += 8 * xDown;
            c += 8 * cDown;
        }
    }

    private static void copyFew(int rows, long x, long xDown, long c, long cDown) {
        for (int row = 0; row < rows; row++) {
            ALL.set(DOUBLE, c + 8 * 0, ALL.get(DOUBLE, x + 8 * 0));
            ALL.set(DOUBLE, c + 8 * 1, ALL.get(DOUBLE, x + 8 * 1));
            ALL.set(DOUBLE, c + 8 * 2, ALL.get(DOUBLE, x + 8 * 2));
            ALL.set(DOUBLE, c + 8 * 3, ALL.get(DOUBLE, x + 8 * 3));
            x += 8 * xDown;
            c += 8 * cDown;
        }
    }

    private static void copyNumbers(int rows, long x, long xDown, long c, long cDown) {
        for (int row = 0; row < rows; row++) {
            ALL.set(DOUBLE, c, ALL.get(DOUBLE, x));
            x += 8 * xDown;
            c += 8 * cDown;
        }
    }

    private static void addPairs(int rows, long x, long xDown, long c, long cDown) {
        for (int row = 0; row < rows; row++) {
            DoubleVector.fromMemorySegment(S, ALL, c, ORDER)
                    .add(DoubleVector.fromMemorySegment(S, ALL, x, ORDER))
                    .intoMemorySegment(ALL, c, ORDER);
            DoubleVector.fromMemorySegment(S, ALL, c + 8L * LANES, ORDER)
                    .add(DoubleVector.fromMemorySegment(S, ALL, x + 8L * LANES, ORDER))
                    .intoMemorySegment(ALL, c + 8L * LANES, ORDER);
            x += 8 * xDown;
            c += 8 * cDown;
        }
    }

    private static void addVectors(int rows, long x, long xDown, long c, long cDown) {
        for (int row = 0; row < rows; row++) {
            DoubleVector.fromMemorySegment(S, ALL, c, ORDER)
                    .add(DoubleVector.fromMemorySegment(S, ALL, x, ORDER))
                    .intoMemorySegment(ALL, c, ORDER);
            x += 8 * xDown;
            c += 8 * cDown;
        }
    }

    private static void addFew(int rows, long x, long xDown, long c, long cDown) {
        for (int row = 0; row < rows; row++) {
            ALL.set(DOUBLE, c + 8 * 0, ALL.get(DOUBLE, c + 8 * 0) + ALL.get(DOUBLE, x + 8 * 0));
            ALL.set(DOUBLE, c + 8 * 1, ALL.get(DOUBLE, c + 8 * 1) + ALL.get(DOUBLE, x + 8 * 1));
            ALL.set(DOUBLE, c + 8 * 2, ALL.get(DOUBLE, c + 8 * 2) + ALL.get(DOUBLE, x + 8 * 2));
            ALL.set(DOUBLE, c + 8 * 3, ALL.get(DOUBLE, c + 8 * 3) + ALL.get(DOUBLE, x + 8 * 3));
            x += 8 * xDown;
            c += 8 * cDown;
        }
    }

    private static void addNumbers(int rows, long x, long xDown, long c, long cDown) {
        for (int row = 0; row < rows; row++) {
            ALL.set(DOUBLE, c, ALL.get(DOUBLE, c) + ALL.get(DOUBLE, x));
            x += 8 * xDown;
            c += 8 * cDown;
        }
    }

    private static void reluVectors(int rows, long c, long cDown) {
        for (int row = 0; row < rows; row++) {
            DoubleVector.fromMemorySegment(S, ALL, c, ORDER).max(0.0).intoMemorySegment(ALL, c, ORDER);
            c += 8 * cDown;
        }
    }

    private static void reluNumbers(int rows, long c, long cDown) {
        for (int row = 0; row < rows; row++) {
            ALL.set(DOUBLE, c, Math.max(ALL.get(DOUBLE, c), 0.0));
            c += 8 * cDown;
        }
    }

    private FinishF64() {}
}
