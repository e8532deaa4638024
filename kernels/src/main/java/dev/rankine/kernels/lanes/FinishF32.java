package dev.rankine.kernels.lanes;

import static dev.rankine.kernels.lanes.Lanes.ALL;
import static dev.rankine.kernels.lanes.Lanes.ORDER;

import java.lang.foreign.ValueLayout;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/*
 * What happens to a tile of a product after its sums: all of it in the first-level cache, a few vectors a row. Distances of rows (down) are
 * in elements, rows have no gaps.
 */

/** From the sums of a tile to the result. */
final class FinishF32 {
    private static final VectorSpecies<Float> S = Lanes.F32;
    private static final ValueLayout.OfFloat FLOAT = ValueLayout.JAVA_FLOAT_UNALIGNED;

    /** {@code c = x}. */
    static void copy(int rows, int columns, long x, long xDown, long c, long cDown) {
        for (int row = 0; row < rows; row++) copy(columns, x + 4 * row * xDown, c + 4 * row * cDown);
    }

    /** {@code c += x}. */
    static void add(int rows, int columns, long x, long xDown, long c, long cDown) {
        for (int row = 0; row < rows; row++) add(columns, x + 4 * row * xDown, c + 4 * row * cDown);
    }

    /** {@code c += bias}, the same numbers in every row. */
    static void bias(int rows, int columns, long bias, long c, long cDown) {
        for (int row = 0; row < rows; row++) add(columns, bias, c + 4 * row * cDown);
    }

    /** {@code c = max(c, 0)}; NaN stays. */
    static void relu(int rows, int columns, long c, long cDown) {
        for (int row = 0; row < rows; row++) relu(columns, c + 4 * row * cDown);
    }

    private static void copy(int count, long x, long c) {
        int main = S.loopBound(count);
        int i = 0;
        for (; i < main; i += S.length())
            FloatVector.fromMemorySegment(S, ALL, x + 4L * i, ORDER).intoMemorySegment(ALL, c + 4L * i, ORDER);
        for (; i < count; i++) ALL.set(FLOAT, c + 4L * i, ALL.get(FLOAT, x + 4L * i));
    }

    private static void add(int count, long x, long c) {
        int main = S.loopBound(count);
        int i = 0;
        for (; i < main; i += S.length()) {
            FloatVector sum = FloatVector.fromMemorySegment(S, ALL, c + 4L * i, ORDER);
            sum.add(FloatVector.fromMemorySegment(S, ALL, x + 4L * i, ORDER)).intoMemorySegment(ALL, c + 4L * i, ORDER);
        }
        for (; i < count; i++) ALL.set(FLOAT, c + 4L * i, ALL.get(FLOAT, c + 4L * i) + ALL.get(FLOAT, x + 4L * i));
    }

    private static void relu(int count, long c) {
        int main = S.loopBound(count);
        int i = 0;
        for (; i < main; i += S.length()) {
            FloatVector.fromMemorySegment(S, ALL, c + 4L * i, ORDER).max(0f).intoMemorySegment(ALL, c + 4L * i, ORDER);
        }
        for (; i < count; i++) ALL.set(FLOAT, c + 4L * i, Math.max(ALL.get(FLOAT, c + 4L * i), 0f));
    }

    private FinishF32() {}
}
