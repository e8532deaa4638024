package dev.rankine.kernels.lanes;

import static dev.rankine.kernels.lanes.Lanes.ALL;
import static dev.rankine.kernels.lanes.Lanes.ORDER;

import java.lang.foreign.ValueLayout;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Softmax and its logarithm of float32 rows of n numbers that lie one after another. A row takes three passes while it is in the cache: its
 * largest number; exponentials and their sum; the quotients. Rows no longer than a vector, see {@link GrowF32#growRows}, take two.
 * Figures: {@link SoftmaxKernels}.
 */
final class SoftmaxF32 {
    private static final VectorSpecies<Float> S = Lanes.F32;
    private static final int BYTES = Float.BYTES;
    private static final long STEP = (long) BYTES * S.length();
    /** Short rows that are in work at a time. */
    private static final int TOGETHER = 256;

    /** Fills {@code rows} rows of y, which is not x; {@code cells} has room for 512 doubles, {@code tile} for eight vectors. */
    static void softmax(long x, long y, int rows, int n, long cells, long tile) {
        int together = n <= GrowF32.L ? TOGETHER : 1;
        for (int row = 0; row < rows; row += together) {
            long at = (long) BYTES * n * row;
            if (n <= GrowF32.L) {
                int count = Math.min(together, rows - row);
                GrowF32.growRows(x + at, y + at, count, n, cells, tile);
                for (int i = 0; i < count; i++) invert(cells + 16L * i + 8);
                scaleRows(y + at, count, n, cells);
            } else {
                double total = GrowF32.grow(x + at, y + at, n, LargestF32.run(x + at, n), tile);
                scale(y + at, n, (float) (1 / total));
            }
        }
    }

    /** Fills {@code rows} rows of y, which is not x, with logarithms; {@code cells} has room for 512 doubles, {@code tile} for eight vectors. */
    static void logarithms(long x, long y, int rows, int n, long cells, long tile) {
        int together = n <= GrowF32.L ? TOGETHER : 1;
        for (int row = 0; row < rows; row += together) {
            long at = (long) BYTES * n * row;
            if (n <= GrowF32.L) {
                int count = Math.min(together, rows - row);
                GrowF32.growRows(x + at, y + at, count, n, cells, tile);
                shiftRows(x + at, y + at, count, n, cells);
            } else {
                float level = LargestF32.run(x + at, n);
                shift(x + at, y + at, n, level, (float) Math.log(GrowF32.grow(x + at, y + at, n, level, tile)));
            }
        }
    }

    /** Multiplies rows by their factors, the second of their cells. Vectors reach into the next row before that is done, never beyond the last. */
    static void scaleRows(long y, int rows, int n, long cells) {
        int direct = Math.max(0, rows - (S.length() + n - 1) / n);
        long step = (long) BYTES * n;
        for (int row = 0; row < direct; row++) scaleRow(y + row * step, n, (float) cell(cells, 2 * row + 1));
        for (int row = direct; row < rows; row++) {
            float factor = (float) cell(cells, 2 * row + 1);
            for (int i = n * row; i < n * (row + 1); i++) set(y, i, get(y, i) * factor);
        }
    }

    private static void scaleRow(long y, int n, float factor) {
        FloatVector v = FloatVector.fromMemorySegment(S, ALL, y, ORDER);
        v.mul(factor).blend(v, S.indexInRange(0, n).not()).intoMemorySegment(ALL, y, ORDER);
    }

    private static void shiftRows(long x, long y, int rows, int n, long cells) {
        int direct = Math.max(0, rows - (S.length() + n - 1) / n);
        for (int row = 0; row < direct; row++) {
            long at = (long) BYTES * n * row;
            FloatVector v = FloatVector.fromMemorySegment(S, ALL, x + at, ORDER).sub((float) cell(cells, 2 * row));
            v.sub((float) Math.log(cell(cells, 2 * row + 1))).intoMemorySegment(ALL, y + at, ORDER);
        }
        for (int row = direct; row < rows; row++) {
            float level = (float) cell(cells, 2 * row);
            float shift = (float) Math.log(cell(cells, 2 * row + 1));
            for (int i = n * row; i < n * (row + 1); i++) set(y, i, get(x, i) - level - shift);
        }
    }

    /** {@code y *= factor}. */
    static void scale(long y, int n, float factor) {
        int main = S.loopBound(n);
        long end = y + (long) BYTES * main;
        for (long p = y; p < end; p += STEP) {
            FloatVector.fromMemorySegment(S, ALL, p, ORDER).mul(factor).intoMemorySegment(ALL, p, ORDER);
        }
        for (int i = main; i < n; i++) set(y, i, get(y, i) * factor);
    }

    private static void shift(long x, long y, int n, float level, float shift) {
        int main = S.loopBound(n);
        long away = y - x;
        long end = x + (long) BYTES * main;
        for (long p = x; p < end; p += STEP) {
            FloatVector v = FloatVector.fromMemorySegment(S, ALL, p, ORDER).sub(level);
            v.sub(shift).intoMemorySegment(ALL, p + away, ORDER);
        }
        for (int i = main; i < n; i++) set(y, i, get(x, i) - level - shift);
    }

    private static void invert(long cell) {
        ALL.set(ValueLayout.JAVA_DOUBLE, cell, 1 / ALL.get(ValueLayout.JAVA_DOUBLE, cell));
    }

    private static double cell(long cells, int i) {
        return ALL.get(ValueLayout.JAVA_DOUBLE, cells + 8L * i);
    }

    private static float get(long x, int i) {
        return ALL.get(ValueLayout.JAVA_FLOAT_UNALIGNED, x + (long) BYTES * i);
    }

    private static void set(long y, int i, float number) {
        ALL.set(ValueLayout.JAVA_FLOAT_UNALIGNED, y + (long) BYTES * i, number);
    }

    private SoftmaxF32() {}
}
