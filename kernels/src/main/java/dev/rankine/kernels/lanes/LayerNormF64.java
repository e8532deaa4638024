package dev.rankine.kernels.lanes;

import static dev.rankine.kernels.lanes.Lanes.ALL;

import java.lang.foreign.ValueLayout;

/**
 * Layer normalization of float64 and its gradients: rows of n numbers that lie one after another, each read three times while it is in the cache:
 * its sum; its distances from the rounded mean, see {@link MomentsF64}; the pass that writes, see {@link LinesF64}. The weight is at address w, the
 * bias at b; 0 if there is none.
 * Figures: {@link LayerNormKernels}.
 */
final class LayerNormF64 {
    private static final int BYTES = Double.BYTES;

    /** {@code y = (x - mean) / sqrt(variance + eps) w + b} for {@code rows} rows; {@code cells} has room for two doubles. */
    static void forward(long x, long w, long b, long y, int rows, int n, double eps, long cells, long tile) {
        for (int row = 0; row < rows; row++) {
            long at = (long) BYTES * n * row;
            double level = level(x + at, n, cells, tile);
            double lost = cell(cells, 0) / n;
            double root = root(lost, n, eps, cells);
            write(x + at, w, b, y + at, n, level, root, (-lost * root));
        }
    }

    private static void write(long x, long w, long b, long y, int n, double level, double scale, double shift) {
        if (w != 0 && b != 0) {
            LinesF64.affine(x, w, b, y, n, level, scale, shift);
        } else {
            LinesF64.standard(x, y, n, level, scale, shift);
            if (w != 0) LinesF64.multiply(y, w, n);
            if (b != 0) LinesF64.add(y, b, n);
        }
    }

    /** {@code dx = (g - mean(g) - y mean(g y)) / sqrt(variance + eps)} with {@code g = dy w} and y the standardized row. */
    static void gradient(long dy, long w, long x, long dx, int rows, int n, double eps, long cells, long tile) {
        for (int row = 0; row < rows; row++) {
            long at = (long) BYTES * n * row;
            double level = level(x + at, n, cells, tile);
            double lost = cell(cells, 0) / n;
            double root = root(lost, n, eps, cells);
            clear(cells);
            if (w == 0) MomentsF64.products(dy + at, x + at, n, level, cells, tile);
            else MomentsF64.products(dy + at, w, x + at, n, level, cells, tile);
            double mean = cell(cells, 0) / n;
            double product = root * (cell(cells, 1) / n - lost * mean);
            double slope = (root * root * product);
            double middle = mean;
            double shift = (root * (mean - middle - lost * root * product));
            if (!Double.isFinite(slope + middle + shift)) {
                LinesF64.special(dy + at, w, x + at, dx + at, n, level, lost, mean, root);
            } else if (w == 0) LinesF64.gradient(dy + at, x + at, dx + at, n, level, middle, root, slope, shift);
            else LinesF64.gradient(dy + at, w, x + at, dx + at, n, level, middle, root, slope, shift);
        }
    }

    /** {@code sums += dy y} for {@code rows} rows, y the standardized ones. */
    static void weightGradient(long dy, long x, long sums, int rows, int n, double eps, long cells, long tile) {
        for (int row = 0; row < rows; row++) {
            long at = (long) BYTES * n * row;
            double level = level(x + at, n, cells, tile);
            double lost = cell(cells, 0) / n;
            double root = root(lost, n, eps, cells);
            LinesF64.addProducts(dy + at, x + at, sums, n, level, root, (-lost * root));
        }
    }

    /** The rounded mean of a row; the sums of the distances from it, and of their squares, go to the cells. */
    private static double level(long x, int n, long cells, long tile) {
        double level = (SumF64.run(x, n, tile) / n);
        clear(cells);
        MomentsF64.distances(x, n, level, cells, tile);
        return level;
    }

    /** One over the root of variance and eps; {@code lost} is what rounding took off the mean. */
    private static double root(double lost, int n, double eps, long cells) {
        return 1 / Math.sqrt(Math.max(0, cell(cells, 1) / n - lost * lost) + eps);
    }

    private static double cell(long cells, int i) {
        return ALL.get(ValueLayout.JAVA_DOUBLE, cells + 8L * i);
    }

    private static void clear(long cells) {
        ALL.set(ValueLayout.JAVA_DOUBLE, cells, 0);
        ALL.set(ValueLayout.JAVA_DOUBLE, cells + 8, 0);
    }

    private LayerNormF64() {}
}
