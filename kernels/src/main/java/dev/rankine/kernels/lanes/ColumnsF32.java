package dev.rankine.kernels.lanes;

import static dev.rankine.kernels.lanes.Lanes.ALL;
import static dev.rankine.kernels.lanes.Lanes.ORDER;

import java.lang.foreign.ValueLayout;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Norms over the columns of R rows of float32 that lie {@code down} bytes apart: every lane is a column and has a level, scale and shift of its
 * own, read from arrays of numbers. Moments are as in {@link MomentsF32}: vectors take at most {@link #ROWS} rows before they go to the cells of
 * their columns. Columns that fill no vector are done one by one.
 * Figures: {@link BatchNormKernels}.
 */
final class ColumnsF32 {
    private static final VectorSpecies<Float> S = Lanes.F32;
    private static final int L = S.length();
    private static final int BYTES = Float.BYTES;
    private static final long STEP = (long) BYTES * L;
    private static final int ROWS = 64;

    /** Adds the sums of {@code d = x - level} to the cells at {@code sums}, those of {@code d^2} to the cells at {@code squares}. */
    static void distances(long x, long down, int rows, int columns, long levels, long sums, long squares, long tile) {
        int main = S.loopBound(columns);
        for (int r = 0; r < rows; r += ROWS) {
            int count = Math.min(ROWS, rows - r);
            for (int j = 0; j < main; j += L) {
                vectors(x + r * down + (long) BYTES * j, down, count, levels + (long) BYTES * j, tile);
                join(tile, sums + 8L * j);
                join(tile + STEP, squares + 8L * j);
            }
        }
        for (int j = main; j < columns; j++) {
            float level = get(levels, j);
            double sum = 0;
            double square = 0;
            for (long p = x, r = 0; r < rows; r++, p += down) {
                double d = get(p, j) - level;
                sum += d;
                square += d * d;
            }
            add(sums + 8L * j, sum);
            add(squares + 8L * j, square);
        }
    }

    /**
     * Stores for each column, a multiple of a vector, the sum of {@code d = x - level} in the numbers at {@code sums}, that of {@code d^2} in those at
     * {@code squares}. Rows are read as they lie, four at once, so it is for few of them: {@code [256, 1000]} 50 us.
     */
    static void across(long x, long down, int rows, int columns, long levels, long sums, long squares) {
        TableF32.fill(sums, columns / L, 0);
        TableF32.fill(squares, columns / L, 0);
        long length = (long) BYTES * columns;
        int r = 0;
        for (; r + 4 <= rows; r += 4) four(x + r * down, down, length, levels, sums, squares);
        for (; r < rows; r++) one(x + r * down, length, levels, sums, squares);
    }

    private static void four(long x, long down, long length, long levels, long sums, long squares) {
        for (long i = 0; i < length; i += STEP) {
            FloatVector level = FloatVector.fromMemorySegment(S, ALL, levels + i, ORDER);
            long p = x + i;
            FloatVector a = FloatVector.fromMemorySegment(S, ALL, p, ORDER).sub(level);
            FloatVector b =
                    FloatVector.fromMemorySegment(S, ALL, p + down, ORDER).sub(level);
            FloatVector c =
                    FloatVector.fromMemorySegment(S, ALL, p + 2 * down, ORDER).sub(level);
            FloatVector d =
                    FloatVector.fromMemorySegment(S, ALL, p + 3 * down, ORDER).sub(level);
            FloatVector s = a.add(b).add(c.add(d));
            FloatVector q = a.fma(a, b.mul(b)).add(c.fma(c, d.mul(d)));
            FloatVector.fromMemorySegment(S, ALL, sums + i, ORDER).add(s).intoMemorySegment(ALL, sums + i, ORDER);
            FloatVector.fromMemorySegment(S, ALL, squares + i, ORDER).add(q).intoMemorySegment(ALL, squares + i, ORDER);
        }
    }

    private static void one(long x, long length, long levels, long sums, long squares) {
        for (long i = 0; i < length; i += STEP) {
            FloatVector a = FloatVector.fromMemorySegment(S, ALL, x + i, ORDER)
                    .sub(FloatVector.fromMemorySegment(S, ALL, levels + i, ORDER));
            FloatVector.fromMemorySegment(S, ALL, sums + i, ORDER).add(a).intoMemorySegment(ALL, sums + i, ORDER);
            a.fma(a, FloatVector.fromMemorySegment(S, ALL, squares + i, ORDER))
                    .intoMemorySegment(ALL, squares + i, ORDER);
        }
    }

    private static void vectors(long x, long down, int rows, long levels, long tile) {
        FloatVector level = FloatVector.fromMemorySegment(S, ALL, levels, ORDER);
        FloatVector s = FloatVector.zero(S);
        FloatVector q = FloatVector.zero(S);
        long p = x;
        for (int r = 0; r < rows; r++) {
            FloatVector d = FloatVector.fromMemorySegment(S, ALL, p, ORDER).sub(level);
            s = s.add(d);
            q = d.fma(d, q);
            p += down;
        }
        s.intoMemorySegment(ALL, tile, ORDER);
        q.intoMemorySegment(ALL, tile + STEP, ORDER);
    }

    /** Adds the sums of g to the cells at {@code sums}, those of {@code g (x - level)} to the cells at {@code products}. */
    static void products(
            long g, long x, long down, int rows, int columns, long levels, long sums, long products, long tile) {
        int main = S.loopBound(columns);
        for (int r = 0; r < rows; r += ROWS) {
            int count = Math.min(ROWS, rows - r);
            for (int j = 0; j < main; j += L) {
                long at = r * down + (long) BYTES * j;
                productVectors(g - x, x + at, down, count, levels + (long) BYTES * j, tile);
                join(tile, sums + 8L * j);
                join(tile + STEP, products + 8L * j);
            }
        }
        for (int j = main; j < columns; j++) {
            float level = get(levels, j);
            double sum = 0;
            double product = 0;
            for (long p = x, r = 0; r < rows; r++, p += down) {
                double number = get(p + (g - x), j);
                sum += number;
                product += number * (get(p, j) - level);
            }
            add(sums + 8L * j, sum);
            add(products + 8L * j, product);
        }
    }

    private static void productVectors(long away, long x, long down, int rows, long levels, long tile) {
        FloatVector level = FloatVector.fromMemorySegment(S, ALL, levels, ORDER);
        FloatVector s = FloatVector.zero(S);
        FloatVector q = FloatVector.zero(S);
        long p = x;
        for (int r = 0; r < rows; r++) {
            FloatVector g = FloatVector.fromMemorySegment(S, ALL, p + away, ORDER);
            FloatVector d = FloatVector.fromMemorySegment(S, ALL, p, ORDER).sub(level);
            s = s.add(g);
            q = d.fma(g, q);
            p += down;
        }
        s.intoMemorySegment(ALL, tile, ORDER);
        q.intoMemorySegment(ALL, tile + STEP, ORDER);
    }

    /** {@code y = (x - level) scale + shift}. */
    static void standard(long x, long y, long down, int rows, int columns, long levels, long scales, long shifts) {
        int main = S.loopBound(columns);
        for (long r = 0; r < rows; r++) {
            long at = x + r * down;
            for (int j = 0; j < main; j += L) {
                long i = (long) BYTES * j;
                FloatVector d = FloatVector.fromMemorySegment(S, ALL, at + i, ORDER);
                d = d.sub(FloatVector.fromMemorySegment(S, ALL, levels + i, ORDER));
                FloatVector shift = FloatVector.fromMemorySegment(S, ALL, shifts + i, ORDER);
                d = d.fma(FloatVector.fromMemorySegment(S, ALL, scales + i, ORDER), shift);
                d.intoMemorySegment(ALL, at + (y - x) + i, ORDER);
            }
            for (int j = main; j < columns; j++) {
                set(at + (y - x), j, (get(at, j) - get(levels, j)) * get(scales, j) + get(shifts, j));
            }
        }
    }

    /** {@code dx = (g - middle) scale - (x - level) slope - shift}; the five arrays of numbers lie {@code apart} bytes apart, in this order. */
    static void gradient(long g, long x, long dx, long down, int rows, int columns, long middles, long apart) {
        int main = S.loopBound(columns);
        for (long r = 0; r < rows; r++) {
            long at = x + r * down;
            for (int j = 0; j < main; j += L) {
                long p = middles + (long) BYTES * j;
                long i = at + (long) BYTES * j;
                FloatVector v = FloatVector.fromMemorySegment(S, ALL, i + (g - x), ORDER);
                v = v.sub(FloatVector.fromMemorySegment(S, ALL, p, ORDER));
                v = v.mul(FloatVector.fromMemorySegment(S, ALL, p + apart, ORDER));
                FloatVector d = FloatVector.fromMemorySegment(S, ALL, i, ORDER);
                d = d.sub(FloatVector.fromMemorySegment(S, ALL, p + 2 * apart, ORDER));
                v = v.sub(d.mul(FloatVector.fromMemorySegment(S, ALL, p + 3 * apart, ORDER)));
                v = v.sub(FloatVector.fromMemorySegment(S, ALL, p + 4 * apart, ORDER));
                v.intoMemorySegment(ALL, i + (dx - x), ORDER);
            }
            for (int j = main; j < columns; j++) {
                float v = (get(at + (g - x), j) - get(middles, j)) * get(middles + apart, j);
                v -= (get(at, j) - get(middles + 2 * apart, j)) * get(middles + 3 * apart, j);
                set(at + (dx - x), j, v - get(middles + 4 * apart, j));
            }
        }
    }

    private static void join(long tile, long cells) {
        for (int i = 0; i < L; i++) add(cells + 8L * i, get(tile, i));
    }

    private static void add(long cell, double number) {
        ALL.set(ValueLayout.JAVA_DOUBLE, cell, ALL.get(ValueLayout.JAVA_DOUBLE, cell) + number);
    }

    private static float get(long x, int i) {
        return ALL.get(ValueLayout.JAVA_FLOAT_UNALIGNED, x + (long) BYTES * i);
    }

    private static void set(long y, int i, float number) {
        ALL.set(ValueLayout.JAVA_FLOAT_UNALIGNED, y + (long) BYTES * i, number);
    }

    private ColumnsF32() {}
}
