package dev.rankine.kernels.lanes;

import static dev.rankine.kernels.lanes.Lanes.ALL;
import static dev.rankine.kernels.lanes.Lanes.ORDER;

import java.lang.foreign.ValueLayout;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Sums over each of some rows of float64 that lie one after another, at most {@link #ROWS}: rows of n numbers x, with a level each, numbers g that
 * arrived for them and a weight w for each column. Short rows are added two in one loop, and every sum is a vector until all rows are done; then
 * neighbours among the lanes are added, for all sums together. Vectors hold at most {@link #BLOCK} numbers before they go to a cell of float64. The
 * tile has room for four vectors a row, and for those of one row more: beside the last of an odd number of rows that row is added again, and nobody
 * reads it. Behind these, slopes need as many vectors again and one more. Why distances from a level: {@link MomentsF64}.
 * Figures: {@link LayerNormKernels}.
 */
final class RowSumsF64 {
    private static final VectorSpecies<Double> S = Lanes.F64;
    private static final int L = S.length();
    private static final int BYTES = Double.BYTES;
    private static final long STEP = (long) BYTES * L;
    private static final int BLOCK = 128 * L;
    private static final DoubleVector EVEN = DoubleVector.zero(S).addIndex(2);
    private static final DoubleVector ODD = EVEN.add(1);

    /** Of so many numbers about one is in the sample that gives a level. */
    private static final int SHARE = 32;

    /** The most rows at a time. */
    static final int ROWS = 16;

    /** Rows up to so many numbers are read two at a time from the start, not only where they are in the cache. */
    static final int SHORT = 2048 / BYTES;

    /**
     * Sets the level of each row to the mean of some vectors that are evenly spaced in it, or of all its numbers if there are few. The square of how far
     * the mean of one number in {@link #SHARE} is from that of all is at most twice as many times the variance, which at worst loses six of its bits.
     */
    static void levels(long x, int rows, int n, long levels, long tile) {
        long down = (long) BYTES * n;
        for (int r = 0; r < rows; r++) {
            double level = n < 2 * L ? mean(x + down * r, n) : sample(x + down * r, n, tile);
            ALL.set(ValueLayout.JAVA_DOUBLE_UNALIGNED, levels + (long) BYTES * r, level);
        }
    }

    private static double mean(long x, int n) {
        double sum = 0;
        for (int i = 0; i < n; i++) sum += get(x, i);
        return (sum / n);
    }

    private static double sample(long x, int n, long tile) {
        int vectors = Math.max(2, n / (SHARE * L));
        long step = (long) BYTES * (n / vectors);
        vectors(x, step, x + step * vectors, tile);
        return (SumF64.lanes(tile) / (vectors * L));
    }

    private static void vectors(long x, long step, long end, long tile) {
        DoubleVector sum = DoubleVector.zero(S);
        for (long p = x; p < end; p += step) sum = sum.add(DoubleVector.fromMemorySegment(S, ALL, p, ORDER));
        sum.intoMemorySegment(ALL, tile, ORDER);
    }

    /** Sets two cells of each row to the sums of {@code d = x - level} and of {@code d^2}. */
    static void distances(long x, int rows, int n, long levels, long cells, long tile) {
        clear(cells, 2 * rows);
        long down = (long) BYTES * n;
        if (n > SHORT) {
            for (int r = 0; r < rows; r++) MomentsF64.distances(x + down * r, n, get(levels, r), cells + 16L * r, tile);
            return;
        }
        for (int i = 0; i < n; i += BLOCK) {
            int part = Math.min(BLOCK, n - i);
            int main = S.loopBound(part);
            long from = x + (long) BYTES * i;
            for (int r = 0; r < rows; r += 2) {
                long at = from + down * r;
                int other = Math.min(r + 1, rows - 1);
                long end = at + (long) BYTES * main;
                pair(at, down * (other - r), end, get(levels, r), get(levels, other), tile + 2 * STEP * r);
            }
            lanes(tile, 2 * rows, cells);
            for (int r = 0; main < part && r < rows; r++) {
                for (int j = main; j < part; j++) {
                    double d = get(from + down * r, j) - get(levels, r);
                    add(cells + 16L * r, d);
                    add(cells + 16L * r + 8, d * d);
                }
            }
        }
    }

    /**
     * Sets four cells of each row to the sums of {@code d = x - level}, of {@code d^2}, of {@code g w} and of {@code g w d}; w is 1 at address 0, and then
     * the lines at y are read along, where the result will be written: x, if they would not stay in the cache until then.
     */
    static void slopes(long g, long w, long x, long y, int rows, int n, long levels, long cells, long tile) {
        clear(cells, 4 * rows);
        long down = (long) BYTES * n;
        for (int i = 0; i < n; i += BLOCK) {
            int part = Math.min(BLOCK, n - i);
            int main = S.loopBound(part);
            long from = x + (long) BYTES * i;
            long weights = w == 0 ? 0 : w + (long) BYTES * i;
            for (int r = 0; r < rows; r += 2) {
                long at = from + down * r;
                int other = Math.min(r + 1, rows - 1);
                long end = at + (long) BYTES * main;
                long to = tile + 4 * STEP * r;
                if (w != 0 && n <= SHORT) {
                    pair(g - x, weights - at, at, down * (other - r), end, get(levels, r), get(levels, other), to);
                } else {
                    one(g - x, weights, y - x, at, end, get(levels, r), to);
                    long away = down * (other - r);
                    if (away != 0) one(g - x, weights, y - x, at + away, end + away, get(levels, other), to + 4 * STEP);
                }
            }
            lanes(tile, 4 * rows, cells);
            for (int r = 0; main < part && r < rows; r++) {
                for (int j = main; j < part; j++) {
                    double d = get(from + down * r, j) - get(levels, r);
                    double number = get(from + down * r + (g - x), j);
                    if (w != 0) number *= get(weights, j);
                    add(cells + 32L * r, d);
                    add(cells + 32L * r + 8, d * d);
                    add(cells + 32L * r + 16, number);
                    add(cells + 32L * r + 24, number * d);
                }
            }
        }
    }

    private static void pair(long x, long down, long end, double levelA, double levelB, long tile) {
        DoubleVector sa = DoubleVector.zero(S);
        DoubleVector sb = DoubleVector.zero(S);
        DoubleVector qa = DoubleVector.zero(S);
        DoubleVector qb = DoubleVector.zero(S);
        for (long p = x; p < end; p += STEP) {
            DoubleVector a = DoubleVector.fromMemorySegment(S, ALL, p, ORDER).sub(levelA);
            DoubleVector b =
                    DoubleVector.fromMemorySegment(S, ALL, p + down, ORDER).sub(levelB);
            sa = sa.add(a);
            sb = sb.add(b);
            qa = a.fma(a, qa);
            qb = b.fma(b, qb);
        }
        sa.intoMemorySegment(ALL, tile, ORDER);
        qa.intoMemorySegment(ALL, tile + STEP, ORDER);
        sb.intoMemorySegment(ALL, tile + 2 * STEP, ORDER);
        qb.intoMemorySegment(ALL, tile + 3 * STEP, ORDER);
    }

    /** As {@link #one} of two rows, with weights. */
    private static void pair(
            long away, long weights, long x, long down, long end, double levelA, double levelB, long tile) {
        DoubleVector sa = DoubleVector.zero(S);
        DoubleVector sb = DoubleVector.zero(S);
        DoubleVector qa = DoubleVector.zero(S);
        DoubleVector qb = DoubleVector.zero(S);
        DoubleVector ta = DoubleVector.zero(S);
        DoubleVector tb = DoubleVector.zero(S);
        DoubleVector ua = DoubleVector.zero(S);
        DoubleVector ub = DoubleVector.zero(S);
        for (long p = x; p < end; p += STEP) {
            DoubleVector w = DoubleVector.fromMemorySegment(S, ALL, p + weights, ORDER);
            DoubleVector g =
                    DoubleVector.fromMemorySegment(S, ALL, p + away, ORDER).mul(w);
            DoubleVector h = DoubleVector.fromMemorySegment(S, ALL, p + down + away, ORDER)
                    .mul(w);
            DoubleVector a = DoubleVector.fromMemorySegment(S, ALL, p, ORDER).sub(levelA);
            DoubleVector b =
                    DoubleVector.fromMemorySegment(S, ALL, p + down, ORDER).sub(levelB);
            sa = sa.add(a);
            sb = sb.add(b);
            qa = a.fma(a, qa);
            qb = b.fma(b, qb);
            ta = ta.add(g);
            tb = tb.add(h);
            ua = a.fma(g, ua);
            ub = b.fma(h, ub);
        }
        sa.intoMemorySegment(ALL, tile, ORDER);
        qa.intoMemorySegment(ALL, tile + STEP, ORDER);
        ta.intoMemorySegment(ALL, tile + 2 * STEP, ORDER);
        ua.intoMemorySegment(ALL, tile + 3 * STEP, ORDER);
        sb.intoMemorySegment(ALL, tile + 4 * STEP, ORDER);
        qb.intoMemorySegment(ALL, tile + 5 * STEP, ORDER);
        tb.intoMemorySegment(ALL, tile + 6 * STEP, ORDER);
        ub.intoMemorySegment(ALL, tile + 7 * STEP, ORDER);
    }

    private static void one(long away, long w, long near, long x, long end, double level, long tile) {
        if (w == 0) touching(away, near, x, end, level, tile);
        else products(away, w - x, x, end, level, tile);
    }

    private static void touching(long away, long near, long x, long end, double level, long tile) {
        DoubleVector s = DoubleVector.zero(S);
        DoubleVector q = DoubleVector.zero(S);
        DoubleVector t = DoubleVector.zero(S);
        DoubleVector u = DoubleVector.zero(S);
        DoubleVector v = DoubleVector.zero(S);
        for (long p = x; p < end; p += STEP) {
            DoubleVector g = DoubleVector.fromMemorySegment(S, ALL, p + away, ORDER);
            DoubleVector d = DoubleVector.fromMemorySegment(S, ALL, p, ORDER).sub(level);
            s = s.add(d);
            q = d.fma(d, q);
            t = t.add(g);
            u = d.fma(g, u);
            v = v.add(DoubleVector.fromMemorySegment(S, ALL, p + near, ORDER));
        }
        // nobody reads it, but without a use the compiler would leave the reads out
        v.intoMemorySegment(ALL, tile + 4 * STEP * (ROWS + 1), ORDER);
        s.intoMemorySegment(ALL, tile, ORDER);
        q.intoMemorySegment(ALL, tile + STEP, ORDER);
        t.intoMemorySegment(ALL, tile + 2 * STEP, ORDER);
        u.intoMemorySegment(ALL, tile + 3 * STEP, ORDER);
    }

    private static void products(long away, long weights, long x, long end, double level, long tile) {
        DoubleVector s = DoubleVector.zero(S);
        DoubleVector q = DoubleVector.zero(S);
        DoubleVector t = DoubleVector.zero(S);
        DoubleVector u = DoubleVector.zero(S);
        for (long p = x; p < end; p += STEP) {
            DoubleVector g = DoubleVector.fromMemorySegment(S, ALL, p + away, ORDER);
            g = g.mul(DoubleVector.fromMemorySegment(S, ALL, p + weights, ORDER));
            DoubleVector d = DoubleVector.fromMemorySegment(S, ALL, p, ORDER).sub(level);
            s = s.add(d);
            q = d.fma(d, q);
            t = t.add(g);
            u = d.fma(g, u);
        }
        s.intoMemorySegment(ALL, tile, ORDER);
        q.intoMemorySegment(ALL, tile + STEP, ORDER);
        t.intoMemorySegment(ALL, tile + 2 * STEP, ORDER);
        u.intoMemorySegment(ALL, tile + 3 * STEP, ORDER);
    }

    /** Adds the sum of the lanes of each of some vectors at {@code tile} to a cell. */
    static void lanes(long tile, int vectors, long cells) {
        int count = vectors;
        for (int s = L; s > 1; s /= 2) {
            count = (count + 1) / 2;
            halve(tile, count);
        }
        for (int i = 0; i < vectors; i++) add(cells + 8L * i, get(tile, i));
    }

    /** Adds neighbours among the lanes of pairs of vectors: as many vectors remain as there were pairs. */
    private static void halve(long tile, int pairs) {
        for (long i = 0; i < STEP * pairs; i += STEP) {
            DoubleVector a = DoubleVector.fromMemorySegment(S, ALL, tile + 2 * i, ORDER);
            DoubleVector b = DoubleVector.fromMemorySegment(S, ALL, tile + 2 * i + STEP, ORDER);
            EVEN.selectFrom(a, b).add(ODD.selectFrom(a, b)).intoMemorySegment(ALL, tile + i, ORDER);
        }
    }

    private static double get(long x, int i) {
        return ALL.get(ValueLayout.JAVA_DOUBLE_UNALIGNED, x + (long) BYTES * i);
    }

    private static void clear(long cells, int count) {
        for (int i = 0; i < count; i++) ALL.set(ValueLayout.JAVA_DOUBLE, cells + 8L * i, 0);
    }

    private static void add(long cell, double term) {
        ALL.set(ValueLayout.JAVA_DOUBLE, cell, ALL.get(ValueLayout.JAVA_DOUBLE, cell) + term);
    }

    private RowSumsF64() {}
}
