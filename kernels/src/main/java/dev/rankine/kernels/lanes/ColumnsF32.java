package dev.rankine.kernels.lanes;

import static dev.rankine.kernels.lanes.Lanes.ALL;
import static dev.rankine.kernels.lanes.Lanes.ORDER;

import java.lang.foreign.ValueLayout;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Norms over the columns of R rows of float32 that lie {@code down} bytes apart: every lane is a column and has a level, scale and shift of its
 * own, read from arrays of numbers. Loops go down the rows, four vectors beside each other or two or one, so that what belongs to columns stays in
 * registers. Moments are as in {@link MomentsF32}: vectors take at most {@link #ROWS} rows before they go to the cells of their columns. Columns that
 * fill no vector are done one by one.
 * Figures: {@link BatchNormKernels}.
 */
final class ColumnsF32 {
    private static final VectorSpecies<Float> S = Lanes.F32;
    private static final int L = S.length();
    private static final int BYTES = Float.BYTES;
    private static final long STEP = (long) BYTES * L;
    private static final int ROWS = 64;

    /** From so many columns on rows are written one by one. */
    private static final int WIDE = 8 * L;

    /**
     * Adds the sums of {@code d = x - level} to the cells at {@code sums}, those of {@code d^2} to the cells at {@code squares}. The tile has room for eight
     * vectors.
     */
    static void distances(long x, long down, int rows, int columns, long levels, long sums, long squares, long tile) {
        int main = S.loopBound(columns);
        for (int r = 0; r < rows; r += ROWS) {
            int count = Math.min(ROWS, rows - r);
            int j = 0;
            for (; j + 4 * L <= main; j += 4 * L) {
                four(x + r * down + (long) BYTES * j, down, count, levels + (long) BYTES * j, tile);
                join(4 * L, tile, sums + 8L * j);
                join(4 * L, tile + 4 * STEP, squares + 8L * j);
            }
            for (; j < main; j += L) {
                vectors(x + r * down + (long) BYTES * j, down, count, levels + (long) BYTES * j, tile);
                join(L, tile, sums + 8L * j);
                join(L, tile + STEP, squares + 8L * j);
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

    private static void four(long x, long down, int rows, long levels, long tile) {
        FloatVector l0 = FloatVector.fromMemorySegment(S, ALL, levels, ORDER);
        FloatVector l1 = FloatVector.fromMemorySegment(S, ALL, levels + STEP, ORDER);
        FloatVector l2 = FloatVector.fromMemorySegment(S, ALL, levels + 2 * STEP, ORDER);
        FloatVector l3 = FloatVector.fromMemorySegment(S, ALL, levels + 3 * STEP, ORDER);
        FloatVector s0 = FloatVector.zero(S);
        FloatVector s1 = FloatVector.zero(S);
        FloatVector s2 = FloatVector.zero(S);
        FloatVector s3 = FloatVector.zero(S);
        FloatVector q0 = FloatVector.zero(S);
        FloatVector q1 = FloatVector.zero(S);
        FloatVector q2 = FloatVector.zero(S);
        FloatVector q3 = FloatVector.zero(S);
        long p = x;
        for (int r = 0; r < rows; r++) {
            FloatVector d0 = FloatVector.fromMemorySegment(S, ALL, p, ORDER).sub(l0);
            FloatVector d1 =
                    FloatVector.fromMemorySegment(S, ALL, p + STEP, ORDER).sub(l1);
            FloatVector d2 =
                    FloatVector.fromMemorySegment(S, ALL, p + 2 * STEP, ORDER).sub(l2);
            FloatVector d3 =
                    FloatVector.fromMemorySegment(S, ALL, p + 3 * STEP, ORDER).sub(l3);
            s0 = s0.add(d0);
            q0 = d0.fma(d0, q0);
            s1 = s1.add(d1);
            q1 = d1.fma(d1, q1);
            s2 = s2.add(d2);
            q2 = d2.fma(d2, q2);
            s3 = s3.add(d3);
            q3 = d3.fma(d3, q3);
            p += down;
        }
        s0.intoMemorySegment(ALL, tile, ORDER);
        s1.intoMemorySegment(ALL, tile + STEP, ORDER);
        s2.intoMemorySegment(ALL, tile + 2 * STEP, ORDER);
        s3.intoMemorySegment(ALL, tile + 3 * STEP, ORDER);
        q0.intoMemorySegment(ALL, tile + 4 * STEP, ORDER);
        q1.intoMemorySegment(ALL, tile + 5 * STEP, ORDER);
        q2.intoMemorySegment(ALL, tile + 6 * STEP, ORDER);
        q3.intoMemorySegment(ALL, tile + 7 * STEP, ORDER);
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
            int j = 0;
            for (; j + 4 * L <= main; j += 4 * L) {
                long at = r * down + (long) BYTES * j;
                fourProducts(g - x, x + at, down, count, levels + (long) BYTES * j, tile);
                join(4 * L, tile, sums + 8L * j);
                join(4 * L, tile + 4 * STEP, products + 8L * j);
            }
            for (; j < main; j += L) {
                long at = r * down + (long) BYTES * j;
                productVectors(g - x, x + at, down, count, levels + (long) BYTES * j, tile);
                join(L, tile, sums + 8L * j);
                join(L, tile + STEP, products + 8L * j);
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

    private static void fourProducts(long away, long x, long down, int rows, long levels, long tile) {
        FloatVector l0 = FloatVector.fromMemorySegment(S, ALL, levels, ORDER);
        FloatVector l1 = FloatVector.fromMemorySegment(S, ALL, levels + STEP, ORDER);
        FloatVector l2 = FloatVector.fromMemorySegment(S, ALL, levels + 2 * STEP, ORDER);
        FloatVector l3 = FloatVector.fromMemorySegment(S, ALL, levels + 3 * STEP, ORDER);
        FloatVector s0 = FloatVector.zero(S);
        FloatVector s1 = FloatVector.zero(S);
        FloatVector s2 = FloatVector.zero(S);
        FloatVector s3 = FloatVector.zero(S);
        FloatVector q0 = FloatVector.zero(S);
        FloatVector q1 = FloatVector.zero(S);
        FloatVector q2 = FloatVector.zero(S);
        FloatVector q3 = FloatVector.zero(S);
        long p = x;
        for (int r = 0; r < rows; r++) {
            FloatVector g0 = FloatVector.fromMemorySegment(S, ALL, p + away, ORDER);
            FloatVector g1 = FloatVector.fromMemorySegment(S, ALL, p + away + STEP, ORDER);
            FloatVector g2 = FloatVector.fromMemorySegment(S, ALL, p + away + 2 * STEP, ORDER);
            FloatVector g3 = FloatVector.fromMemorySegment(S, ALL, p + away + 3 * STEP, ORDER);
            s0 = s0.add(g0);
            q0 = FloatVector.fromMemorySegment(S, ALL, p, ORDER).sub(l0).fma(g0, q0);
            s1 = s1.add(g1);
            q1 = FloatVector.fromMemorySegment(S, ALL, p + STEP, ORDER).sub(l1).fma(g1, q1);
            s2 = s2.add(g2);
            q2 = FloatVector.fromMemorySegment(S, ALL, p + 2 * STEP, ORDER)
                    .sub(l2)
                    .fma(g2, q2);
            s3 = s3.add(g3);
            q3 = FloatVector.fromMemorySegment(S, ALL, p + 3 * STEP, ORDER)
                    .sub(l3)
                    .fma(g3, q3);
            p += down;
        }
        s0.intoMemorySegment(ALL, tile, ORDER);
        s1.intoMemorySegment(ALL, tile + STEP, ORDER);
        s2.intoMemorySegment(ALL, tile + 2 * STEP, ORDER);
        s3.intoMemorySegment(ALL, tile + 3 * STEP, ORDER);
        q0.intoMemorySegment(ALL, tile + 4 * STEP, ORDER);
        q1.intoMemorySegment(ALL, tile + 5 * STEP, ORDER);
        q2.intoMemorySegment(ALL, tile + 6 * STEP, ORDER);
        q3.intoMemorySegment(ALL, tile + 7 * STEP, ORDER);
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

    /** {@code y = (x - level) scale + shift}; row by row where rows are wide, since lines that are written far apart push each other out of the cache. */
    static void standard(long x, long y, long down, int rows, int columns, long levels, long scales, long shifts) {
        int main = S.loopBound(columns);
        if (main >= WIDE) {
            for (long r = 0; r < rows; r++) standardRow(x + r * down, y - x, main, levels, scales, shifts);
        } else {
            for (int j = 0; j < main; j += L) {
                long i = (long) BYTES * j;
                standardVector(x + i, y - x, down, rows, levels + i, scales + i, shifts + i);
            }
        }
        for (int j = main; j < columns; j++) {
            for (long at = x, r = 0; r < rows; r++, at += down) {
                set(at + (y - x), j, (get(at, j) - get(levels, j)) * get(scales, j) + get(shifts, j));
            }
        }
    }

    private static void standardRow(long x, long away, int columns, long levels, long scales, long shifts) {
        for (int j = 0; j < columns; j += L) {
            long i = (long) BYTES * j;
            FloatVector d = FloatVector.fromMemorySegment(S, ALL, x + i, ORDER);
            d = d.sub(FloatVector.fromMemorySegment(S, ALL, levels + i, ORDER));
            FloatVector shift = FloatVector.fromMemorySegment(S, ALL, shifts + i, ORDER);
            d = d.fma(FloatVector.fromMemorySegment(S, ALL, scales + i, ORDER), shift);
            d.intoMemorySegment(ALL, x + away + i, ORDER);
        }
    }

    private static void standardVector(long x, long away, long down, int rows, long levels, long scales, long shifts) {
        FloatVector level = FloatVector.fromMemorySegment(S, ALL, levels, ORDER);
        FloatVector scale = FloatVector.fromMemorySegment(S, ALL, scales, ORDER);
        FloatVector shift = FloatVector.fromMemorySegment(S, ALL, shifts, ORDER);
        long p = x;
        for (int r = 0; r < rows; r++) {
            FloatVector d = FloatVector.fromMemorySegment(S, ALL, p, ORDER).sub(level);
            d.fma(scale, shift).intoMemorySegment(ALL, p + away, ORDER);
            p += down;
        }
    }

    /** {@code dx = (g - middle) scale - (x - level) slope - shift}; the five arrays of numbers lie {@code apart} bytes apart, in this order. */
    static void gradient(long g, long x, long dx, long down, int rows, int columns, long middles, long apart) {
        int main = S.loopBound(columns);
        int j = 0;
        for (; j + 2 * L <= main; j += 2 * L) {
            long i = (long) BYTES * j;
            gradientPair(g - x, x + i, dx - x, down, rows, middles + i, apart);
        }
        for (; j < main; j += L) {
            long i = (long) BYTES * j;
            gradientVector(g - x, x + i, dx - x, down, rows, middles + i, apart);
        }
        for (; j < columns; j++) {
            for (long at = x, r = 0; r < rows; r++, at += down) {
                float v = (get(at + (g - x), j) - get(middles, j)) * get(middles + apart, j);
                v -= (get(at, j) - get(middles + 2 * apart, j)) * get(middles + 3 * apart, j);
                set(at + (dx - x), j, v - get(middles + 4 * apart, j));
            }
        }
    }

    private static void gradientPair(long arrived, long x, long away, long down, int rows, long middles, long apart) {
        FloatVector middle = FloatVector.fromMemorySegment(S, ALL, middles, ORDER);
        FloatVector scale = FloatVector.fromMemorySegment(S, ALL, middles + apart, ORDER);
        FloatVector level = FloatVector.fromMemorySegment(S, ALL, middles + 2 * apart, ORDER);
        FloatVector slope = FloatVector.fromMemorySegment(S, ALL, middles + 3 * apart, ORDER);
        FloatVector shift = FloatVector.fromMemorySegment(S, ALL, middles + 4 * apart, ORDER);
        long second = middles + STEP;
        FloatVector otherMiddle = FloatVector.fromMemorySegment(S, ALL, second, ORDER);
        FloatVector otherScale = FloatVector.fromMemorySegment(S, ALL, second + apart, ORDER);
        FloatVector otherLevel = FloatVector.fromMemorySegment(S, ALL, second + 2 * apart, ORDER);
        FloatVector otherSlope = FloatVector.fromMemorySegment(S, ALL, second + 3 * apart, ORDER);
        FloatVector otherShift = FloatVector.fromMemorySegment(S, ALL, second + 4 * apart, ORDER);
        long p = x;
        for (int r = 0; r < rows; r++) {
            FloatVector v = FloatVector.fromMemorySegment(S, ALL, p + arrived, ORDER)
                    .sub(middle)
                    .mul(scale);
            FloatVector d = FloatVector.fromMemorySegment(S, ALL, p, ORDER).sub(level);
            FloatVector w = FloatVector.fromMemorySegment(S, ALL, p + arrived + STEP, ORDER)
                    .sub(otherMiddle)
                    .mul(otherScale);
            FloatVector e =
                    FloatVector.fromMemorySegment(S, ALL, p + STEP, ORDER).sub(otherLevel);
            v.sub(d.mul(slope)).sub(shift).intoMemorySegment(ALL, p + away, ORDER);
            w.sub(e.mul(otherSlope)).sub(otherShift).intoMemorySegment(ALL, p + away + STEP, ORDER);
            p += down;
        }
    }

    private static void gradientVector(long arrived, long x, long away, long down, int rows, long middles, long apart) {
        FloatVector middle = FloatVector.fromMemorySegment(S, ALL, middles, ORDER);
        FloatVector scale = FloatVector.fromMemorySegment(S, ALL, middles + apart, ORDER);
        FloatVector level = FloatVector.fromMemorySegment(S, ALL, middles + 2 * apart, ORDER);
        FloatVector slope = FloatVector.fromMemorySegment(S, ALL, middles + 3 * apart, ORDER);
        FloatVector shift = FloatVector.fromMemorySegment(S, ALL, middles + 4 * apart, ORDER);
        long p = x;
        for (int r = 0; r < rows; r++) {
            FloatVector v = FloatVector.fromMemorySegment(S, ALL, p + arrived, ORDER)
                    .sub(middle)
                    .mul(scale);
            FloatVector d = FloatVector.fromMemorySegment(S, ALL, p, ORDER).sub(level);
            v.sub(d.mul(slope)).sub(shift).intoMemorySegment(ALL, p + away, ORDER);
            p += down;
        }
    }

    private static void join(int columns, long tile, long cells) {
        for (int i = 0; i < columns; i++) add(cells + 8L * i, get(tile, i));
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
