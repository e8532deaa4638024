package dev.rankine.kernels.lanes;

import static dev.rankine.kernels.lanes.Lanes.ALL;
import static dev.rankine.kernels.lanes.Lanes.ORDER;

import java.lang.foreign.ValueLayout;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Sums of distances and of their squares of float64 numbers from a level near their mean, and sums of numbers and of their products with such
 * distances. With {@code s} the sum of distances and {@code q} that of squares, the mean is {@code level + s / n} and the variance
 * {@code q / n - (s / n)^2}: exact enough however far from zero the numbers are, as the level is rounded and the distances hardly are
 * (the corrected two-pass algorithm; Chan, Golub and LeVeque 1983). Two cells of float64 take the
 * sums; the tile has room for two vectors.
 * Figures: {@link LayerNormKernels}.
 */
final class MomentsF64 {
    private static final VectorSpecies<Double> S = Lanes.F64;
    private static final int L = S.length();
    private static final int BYTES = Double.BYTES;
    private static final long STEP = (long) BYTES * L;
    private static final int BLOCK = 128 * L;

    /** Adds the sum of {@code d = x - level} and that of {@code d^2} to two cells. */
    static void distances(long x, int count, double level, long cells, long tile) {
        for (int i = 0; i < count; i += BLOCK) {
            int part = Math.min(BLOCK, count - i);
            int main = part - part % (2 * L);
            long from = x + (long) BYTES * i;
            if (main > 0) vectors(from, from + (long) BYTES * main, level, cells, tile);
            if (main < part) rest(from + (long) BYTES * main, part - main, level, cells, tile);
        }
    }

    /** Adds the sum of g and that of {@code g (x - level)} to two cells. */
    static void products(long g, long x, int count, double level, long cells, long tile) {
        for (int i = 0; i < count; i += BLOCK) {
            int part = Math.min(BLOCK, count - i);
            int main = S.loopBound(part);
            long from = x + (long) BYTES * i;
            if (main > 0) productVectors(g - x, from, from + (long) BYTES * main, level, cells, tile);
            if (main < part) productRest(g - x, from + (long) BYTES * main, part - main, level, cells);
        }
    }

    /** As {@link #products} with {@code g w} for g. */
    static void products(long g, long w, long x, int count, double level, long cells, long tile) {
        for (int i = 0; i < count; i += BLOCK) {
            int part = Math.min(BLOCK, count - i);
            int main = S.loopBound(part);
            long from = x + (long) BYTES * i;
            if (main > 0) weightedVectors(g - x, w - x, from, from + (long) BYTES * main, level, cells, tile);
            if (main < part) weightedRest(g - x, w - x, from + (long) BYTES * main, part - main, level, cells);
        }
    }

    private static void vectors(long x, long end, double level, long cells, long tile) {
        DoubleVector s0 = DoubleVector.zero(S);
        DoubleVector s1 = DoubleVector.zero(S);
        DoubleVector q0 = DoubleVector.zero(S);
        DoubleVector q1 = DoubleVector.zero(S);
        for (long p = x; p < end; p += 2 * STEP) {
            DoubleVector d0 = DoubleVector.fromMemorySegment(S, ALL, p, ORDER).sub(level);
            DoubleVector d1 =
                    DoubleVector.fromMemorySegment(S, ALL, p + STEP, ORDER).sub(level);
            s0 = s0.add(d0);
            s1 = s1.add(d1);
            q0 = d0.fma(d0, q0);
            q1 = d1.fma(d1, q1);
        }
        s0.add(s1).intoMemorySegment(ALL, tile, ORDER);
        q0.add(q1).intoMemorySegment(ALL, tile + STEP, ORDER);
        add(cells, SumF64.lanes(tile), SumF64.lanes(tile + STEP));
    }

    /** Fewer than two vectors. */
    private static void rest(long x, int count, double level, long cells, long tile) {
        int at = 0;
        if (count >= L) {
            DoubleVector d = DoubleVector.fromMemorySegment(S, ALL, x, ORDER).sub(level);
            d.intoMemorySegment(ALL, tile, ORDER);
            d.mul(d).intoMemorySegment(ALL, tile + STEP, ORDER);
            add(cells, SumF64.lanes(tile), SumF64.lanes(tile + STEP));
            at = L;
        }
        double sum = 0;
        double squares = 0;
        for (int i = at; i < count; i++) {
            double d = get(x + (long) BYTES * i) - level;
            sum += d;
            squares += d * d;
        }
        add(cells, sum, squares);
    }

    private static void productVectors(long away, long x, long end, double level, long cells, long tile) {
        DoubleVector s = DoubleVector.zero(S);
        DoubleVector q = DoubleVector.zero(S);
        for (long p = x; p < end; p += STEP) {
            DoubleVector g = DoubleVector.fromMemorySegment(S, ALL, p + away, ORDER);
            DoubleVector d = DoubleVector.fromMemorySegment(S, ALL, p, ORDER).sub(level);
            s = s.add(g);
            q = d.fma(g, q);
        }
        s.intoMemorySegment(ALL, tile, ORDER);
        q.intoMemorySegment(ALL, tile + STEP, ORDER);
        add(cells, SumF64.lanes(tile), SumF64.lanes(tile + STEP));
    }

    private static void productRest(long away, long x, int count, double level, long cells) {
        double sum = 0;
        double products = 0;
        for (int i = 0; i < count; i++) {
            double g = get(x + away + (long) BYTES * i);
            sum += g;
            products += g * (get(x + (long) BYTES * i) - level);
        }
        add(cells, sum, products);
    }

    private static void weightedVectors(
            long away, long weights, long x, long end, double level, long cells, long tile) {
        DoubleVector s = DoubleVector.zero(S);
        DoubleVector q = DoubleVector.zero(S);
        for (long p = x; p < end; p += STEP) {
            DoubleVector g = DoubleVector.fromMemorySegment(S, ALL, p + away, ORDER);
            g = g.mul(DoubleVector.fromMemorySegment(S, ALL, p + weights, ORDER));
            DoubleVector d = DoubleVector.fromMemorySegment(S, ALL, p, ORDER).sub(level);
            s = s.add(g);
            q = d.fma(g, q);
        }
        s.intoMemorySegment(ALL, tile, ORDER);
        q.intoMemorySegment(ALL, tile + STEP, ORDER);
        add(cells, SumF64.lanes(tile), SumF64.lanes(tile + STEP));
    }

    private static void weightedRest(long away, long weights, long x, int count, double level, long cells) {
        double sum = 0;
        double products = 0;
        for (int i = 0; i < count; i++) {
            double g = get(x + away + (long) BYTES * i) * get(x + weights + (long) BYTES * i);
            sum += g;
            products += g * (get(x + (long) BYTES * i) - level);
        }
        add(cells, sum, products);
    }

    private static double get(long address) {
        return ALL.get(ValueLayout.JAVA_DOUBLE_UNALIGNED, address);
    }

    private static void add(long cells, double a, double b) {
        ALL.set(ValueLayout.JAVA_DOUBLE, cells, ALL.get(ValueLayout.JAVA_DOUBLE, cells) + a);
        ALL.set(ValueLayout.JAVA_DOUBLE, cells + 8, ALL.get(ValueLayout.JAVA_DOUBLE, cells + 8) + b);
    }

    private MomentsF64() {}
}
