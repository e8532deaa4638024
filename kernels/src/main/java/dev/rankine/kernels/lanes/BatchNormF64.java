package dev.rankine.kernels.lanes;

import static dev.rankine.kernels.lanes.Lanes.ALL;

import java.lang.foreign.ValueLayout;

/**
 * Batch normalization of float64 and its gradient, one channel: lines of n numbers that lie one after another, one line in each of N images,
 * {@code down} bytes apart. Three passes: the sum; the distances from the rounded mean, see {@link MomentsF64}; the pass that writes. Numbers far
 * from zero stay centred: the rounded mean is taken off first, and what rounding lost goes into the shift.
 * Figures: {@link BatchNormKernels}.
 */
final class BatchNormF64 {
    /**
     * {@code y = (x - mean) / sqrt(variance + eps) weight + bias}. Leaves mean and variance in the two cells.
     */
    static void forward(
            long x,
            long y,
            int images,
            long down,
            int n,
            double eps,
            double weight,
            double bias,
            long cells,
            long tile) {
        double count = (double) images * n;
        double total = 0;
        for (int i = 0; i < images; i++) total += SumF64.run(x + i * down, n, tile);
        double level = (total / count);
        set(cells, 0, 0);
        set(cells, 1, 0);
        for (int i = 0; i < images; i++) MomentsF64.distances(x + i * down, n, level, cells, tile);
        double lost = cell(cells, 0) / count;
        double variance = Math.max(0, cell(cells, 1) / count - lost * lost);
        double scale = weight / Math.sqrt(variance + eps);
        double rest = lost * scale;
        double shift = (Double.isFinite(rest) ? bias - rest : bias);
        for (int i = 0; i < images; i++) LinesF64.standard(x + i * down, y + i * down, n, level, scale, shift);
        set(cells, 0, Double.isFinite(level) ? level + lost : total / count);
        set(cells, 1, variance);
    }

    /**
     * {@code dx = scale (dy - mean(dy) - d root^2 mean(dy d))} with {@code d = x - mean}, {@code scale = root weight}. Leaves the sums of dy and of
     * {@code dy d root} in the two cells.
     */
    static void gradient(
            long dy,
            long x,
            long dx,
            int images,
            long down,
            int n,
            double mean,
            double root,
            double weight,
            long cells,
            long tile) {
        double count = (double) images * n;
        set(cells, 0, 0);
        set(cells, 1, 0);
        for (int i = 0; i < images; i++) MomentsF64.products(dy + i * down, x + i * down, n, mean, cells, tile);
        double scale = root * weight;
        double slope = (scale * root * root * cell(cells, 1) / count);
        double middle = (cell(cells, 0) / count);
        double shift = (scale * (cell(cells, 0) / count - middle));
        set(cells, 1, cell(cells, 1) * root);
        if (!Double.isFinite(scale + slope + middle + shift)) {
            special(dy, x, dx, images, down, n, mean, root, weight);
            return;
        }
        for (int i = 0; i < images; i++) {
            LinesF64.gradient(dy + i * down, x + i * down, dx + i * down, n, mean, middle, scale, slope, shift);
        }
    }

    /** {@link #gradient} as the definition has it, one number at a time: where a sum is infinite, the order decides between infinity and NaN. */
    static void special(
            long dy, long x, long dx, int images, long down, int n, double mean, double root, double weight) {
        double count = (double) images * n;
        double total = 0;
        double product = 0;
        for (int i = 0; i < images * n; i++) {
            double g = weight * get(dy + i / n * down, i % n);
            total += g;
            product += g * ((get(x + i / n * down, i % n) - mean) * root);
        }
        for (int i = 0; i < images * n; i++) {
            double g = weight * get(dy + i / n * down, i % n);
            double y = (get(x + i / n * down, i % n) - mean) * root;
            double number = ((g - total / count - y * (product / count)) * root);
            ALL.set(ValueLayout.JAVA_DOUBLE_UNALIGNED, dx + i / n * down + (long) Double.BYTES * (i % n), number);
        }
    }

    private static double get(long x, int i) {
        return ALL.get(ValueLayout.JAVA_DOUBLE_UNALIGNED, x + (long) Double.BYTES * i);
    }

    private static double cell(long cells, int i) {
        return ALL.get(ValueLayout.JAVA_DOUBLE, cells + 8L * i);
    }

    private static void set(long cells, int i, double number) {
        ALL.set(ValueLayout.JAVA_DOUBLE, cells + 8L * i, number);
    }

    private BatchNormF64() {}
}
