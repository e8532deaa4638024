package dev.rankine.kernels.lanes;

import static dev.rankine.kernels.lanes.Lanes.ALL;
import static dev.rankine.kernels.lanes.Lanes.ORDER;

import java.lang.foreign.ValueLayout;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Softmax and its logarithm of float32 rows of n numbers that lie one after another. A row takes three passes while it is in the cache: its
 * largest number; exponentials and their sum; the quotients. Rows shorter than {@link #SHORT} have their largest number taken off one by one,
 * then all their exponentials follow in one long loop.
 */
final class SoftmaxF32 {
    private static final VectorSpecies<Float> S = Lanes.F32;
    private static final int BYTES = Float.BYTES;
    private static final int SHORT = 32;
    /** Numbers of short rows that are in work at a time. */
    private static final int TOGETHER = 2048;

    /** Fills {@code rows} rows of y, which is not x; {@code tile} has room for a vector. */
    static void softmax(long x, long y, int rows, int n, long tile) {
        int together = n < SHORT ? TOGETHER / n : 1;
        for (int row = 0; row < rows; row += together) {
            long at = (long) BYTES * n * row;
            if (n < SHORT) shares(x + at, y + at, Math.min(together, rows - row), n, tile);
            else scale(y + at, n, (float) (1 / GrowF32.grow(x + at, y + at, n, LargestF32.run(x + at, n), tile)));
        }
    }

    /** Fills {@code rows} rows of y, which is not x, with logarithms; {@code tile} has room for a vector. */
    static void logarithms(long x, long y, int rows, int n, long tile) {
        int together = n < SHORT ? TOGETHER / n : 1;
        for (int row = 0; row < rows; row += together) {
            long at = (long) BYTES * n * row;
            if (n < SHORT) {
                shortLogarithms(x + at, y + at, Math.min(together, rows - row), n, tile);
            } else {
                float level = LargestF32.run(x + at, n);
                shift(x + at, y + at, n, level, (float) Math.log(GrowF32.grow(x + at, y + at, n, level, tile)));
            }
        }
    }

    /** {@code y = e^(x - the largest of the row)} for {@code rows} short rows. */
    static void growShort(long x, long y, int rows, int n, long tile) {
        for (int row = 0; row < rows; row++) {
            long at = (long) BYTES * n * row;
            float level = largest(x + at, n);
            for (int i = 0; i < n; i++) set(y + at, i, get(x + at, i) - level);
        }
        GrowF32.grow(y, y, rows * n, 0, tile);
    }

    /** The largest of a short row, or some NaN of it. Whole numbers in the order of the floats have a maximum without branches. */
    static float largest(long x, int n) {
        int best = Integer.MIN_VALUE;
        for (int i = 0; i < n; i++)
            best = Math.max(best, ordered(ALL.get(ValueLayout.JAVA_INT_UNALIGNED, x + (long) BYTES * i)));
        return Float.intBitsToFloat(ordered(best));
    }

    /** Bits of a float as a whole number in the order of the floats, and back. */
    private static int ordered(int bits) {
        return bits ^ ((bits >> (Integer.SIZE - 1)) & Integer.MAX_VALUE);
    }

    /** The sum of a short row. */
    static double sum(long x, int n) {
        double total = 0;
        for (int i = 0; i < n; i++) total += get(x, i);
        return total;
    }

    private static void shares(long x, long y, int rows, int n, long tile) {
        growShort(x, y, rows, n, tile);
        for (int row = 0; row < rows; row++) {
            long at = y + (long) BYTES * n * row;
            float factor = (float) (1 / sum(at, n));
            for (int i = 0; i < n; i++) set(at, i, get(at, i) * factor);
        }
    }

    private static void shortLogarithms(long x, long y, int rows, int n, long tile) {
        growShort(x, y, rows, n, tile);
        for (int row = 0; row < rows; row++) {
            long at = (long) BYTES * n * row;
            float level = largest(x + at, n);
            float shift = (float) Math.log(sum(y + at, n));
            for (int i = 0; i < n; i++) set(y + at, i, get(x + at, i) - level - shift);
        }
    }

    /** {@code y *= factor}. */
    static void scale(long y, int n, float factor) {
        int main = S.loopBound(n);
        long end = y + (long) BYTES * main;
        for (long p = y; p < end; p += (long) BYTES * S.length()) {
            FloatVector.fromMemorySegment(S, ALL, p, ORDER).mul(factor).intoMemorySegment(ALL, p, ORDER);
        }
        for (int i = main; i < n; i++) set(y, i, get(y, i) * factor);
    }

    private static void shift(long x, long y, int n, float level, float shift) {
        int main = S.loopBound(n);
        long away = y - x;
        long end = x + (long) BYTES * main;
        for (long p = x; p < end; p += (long) BYTES * S.length()) {
            FloatVector v = FloatVector.fromMemorySegment(S, ALL, p, ORDER).sub(level);
            v.sub(shift).intoMemorySegment(ALL, p + away, ORDER);
        }
        for (int i = main; i < n; i++) set(y, i, get(x, i) - level - shift);
    }

    private static float get(long x, int i) {
        return ALL.get(ValueLayout.JAVA_FLOAT_UNALIGNED, x + (long) BYTES * i);
    }

    private static void set(long y, int i, float number) {
        ALL.set(ValueLayout.JAVA_FLOAT_UNALIGNED, y + (long) BYTES * i, number);
    }

    private SoftmaxF32() {}
}
