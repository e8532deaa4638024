package dev.rankine.kernels.lanes;

import static dev.rankine.kernels.lanes.Lanes.ALL;
import static dev.rankine.kernels.lanes.Lanes.ORDER;

import java.lang.foreign.ValueLayout;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The gradients of softmax and of its logarithm of float64, from results y and arriving gradients g: rows of n numbers that lie one after another.
 * A row is read twice while it is in the cache: for its sum, and for the pass that writes. Exponentials are those of {@link GrowF64}.
 * Figures: {@link SoftmaxKernels}.
 */
final class SoftmaxGradientF64 {
    private static final VectorSpecies<Double> S = Lanes.F64;
    private static final int BYTES = Double.BYTES;
    private static final long STEP = (long) BYTES * S.length();
    private static final int BLOCK = 256 * S.length();

    /** {@code dx = y g - y sum(y g)} for {@code rows} rows; {@code tile} has room for a vector. */
    static void softmax(long g, long y, long dx, int rows, int n, long tile) {
        for (int row = 0; row < rows; row++) {
            long at = (long) BYTES * n * row;
            write(g + at, y + at, dx + at, n, products(g + at, y + at, n, tile));
        }
    }

    /** {@code dx = g - e^y sum(g)} for {@code rows} rows; {@code tile} has room for eight vectors. */
    static void logarithms(long g, long y, long dx, int rows, int n, long tile) {
        for (int row = 0; row < rows; row++) {
            long at = (long) BYTES * n * row;
            double total = SumF64.run(g + at, n, tile);
            double largest = LargestF64.run(y + at, n);
            if (Double.isFinite(largest)) {
                // exponentials are of numbers that are not positive, as logarithms of shares are
                double level = Math.max(0, largest);
                GrowF64.grow(y + at, dx + at, n, level, tile);
                subtract(g + at, dx + at, n, (level == 0 ? total : total * Math.exp(level)));
            } else {
                special(g + at, y + at, dx + at, n, total);
            }
        }
    }

    private static double products(long g, long y, int n, long tile) {
        int main = S.loopBound(n);
        double total = 0;
        for (int i = 0; i < main; i += BLOCK) {
            long at = y + (long) BYTES * i;
            total += vectors(g - y, at, at + (long) BYTES * Math.min(BLOCK, main - i), tile);
        }
        for (int i = main; i < n; i++) total += get(g, i) * get(y, i);
        return total;
    }

    private static double vectors(long away, long y, long end, long tile) {
        DoubleVector sum = DoubleVector.zero(S);
        for (long p = y; p < end; p += STEP) {
            DoubleVector v = DoubleVector.fromMemorySegment(S, ALL, p + away, ORDER);
            sum = v.fma(DoubleVector.fromMemorySegment(S, ALL, p, ORDER), sum);
        }
        sum.intoMemorySegment(ALL, tile, ORDER);
        return SumF64.lanes(tile);
    }

    private static void write(long g, long y, long dx, int n, double total) {
        int main = S.loopBound(n);
        long end = y + (long) BYTES * main;
        for (long p = y; p < end; p += STEP) {
            DoubleVector v = DoubleVector.fromMemorySegment(S, ALL, p, ORDER);
            DoubleVector product =
                    DoubleVector.fromMemorySegment(S, ALL, p + (g - y), ORDER).mul(v);
            v.fma(DoubleVector.broadcast(S, -total), product).intoMemorySegment(ALL, p + (dx - y), ORDER);
        }
        for (int i = main; i < n; i++) set(dx, i, get(g, i) * get(y, i) - get(y, i) * total);
    }

    /** {@code dx = g - dx factor}. */
    private static void subtract(long g, long dx, int n, double factor) {
        int main = S.loopBound(n);
        long end = dx + (long) BYTES * main;
        for (long p = dx; p < end; p += STEP) {
            DoubleVector v = DoubleVector.fromMemorySegment(S, ALL, p, ORDER);
            v.fma(DoubleVector.broadcast(S, -factor), DoubleVector.fromMemorySegment(S, ALL, p + (g - dx), ORDER))
                    .intoMemorySegment(ALL, p, ORDER);
        }
        for (int i = main; i < n; i++) set(dx, i, get(g, i) - get(dx, i) * factor);
    }

    /** Rows with infinite or undefined results, which are no logarithms of shares: one number at a time. */
    private static void special(long g, long y, long dx, int n, double total) {
        for (int i = 0; i < n; i++) set(dx, i, get(g, i) - Math.exp(get(y, i)) * total);
    }

    private static double get(long x, int i) {
        return ALL.get(ValueLayout.JAVA_DOUBLE_UNALIGNED, x + (long) BYTES * i);
    }

    private static void set(long y, int i, double number) {
        ALL.set(ValueLayout.JAVA_DOUBLE_UNALIGNED, y + (long) BYTES * i, number);
    }

    private SoftmaxGradientF64() {}
}
