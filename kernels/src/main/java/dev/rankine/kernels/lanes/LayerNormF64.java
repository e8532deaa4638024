package dev.rankine.kernels.lanes;

import static dev.rankine.kernels.lanes.Lanes.ALL;

import java.lang.foreign.ValueLayout;

/**
 * Layer normalization of float64 and its gradients: rows of n numbers that lie one after another, a few at a time, so many as stay in the first cache.
 * Each is read twice: its distances from a level near its mean, see {@link RowSumsF64}; the pass that writes, see {@link LinesF64}. The
 * gradient takes the sums of the distances anew, beside its own, which costs less than keeping them. The weight is at address w, the bias at b; 0 if
 * there is none. Scratch: cells for sums, a tile for vectors; levels and what else belongs to rows are behind the sums.
 * Figures: {@link LayerNormKernels}.
 */
final class LayerNormF64 {
    private static final int BYTES = Double.BYTES;

    /** How many numbers of x are in work at a time, if that is more than a row. */
    private static final int NUMBERS = 8192 / BYTES;

    private static final int ROWS = RowSumsF64.ROWS;

    /** Where levels are, and the places of {@link RowPairF64}. */
    private static final long LEVELS = 8L * 4 * ROWS;

    private static final long PLACES = LEVELS + 8L * ROWS;

    /** {@code y = (x - mean) / sqrt(variance + eps) w + b} for {@code rows} rows. */
    static void forward(long x, long w, long b, long y, int rows, int n, double eps, long cells, long tile) {
        int most = most(n);
        for (int r = 0; r < rows; r += most) {
            int count = Math.min(most, rows - r);
            long at = x + (long) BYTES * n * r;
            RowSumsF64.levels(at, count, n, cells + LEVELS, tile);
            RowSumsF64.distances(at, count, n, cells + LEVELS, cells, tile);
            for (int i = 0; i < count; i++) {
                double lost = cell(cells, 2 * i) / n;
                place(cells, i, lost, root(lost, cell(cells, 2 * i + 1) / n, eps));
            }
            for (int i = 0; i < count; i += 2) {
                long row = at + (long) BYTES * n * i;
                write(row, w, b, row + (y - x), Math.min(2, count - i), n, places(cells, i));
            }
        }
    }

    private static void write(long x, long w, long b, long y, int rows, int n, long places) {
        if (w != 0 && b != 0 && rows == 2 && n <= RowSumsF64.SHORT) {
            RowPairF64.affine(x, w, b, y, n, places);
            return;
        }
        for (int r = 0; r < rows; r++) {
            long at = (long) BYTES * n * r;
            long q = places + (long) BYTES * RowPairF64.PLACES * r;
            line(x + at, w, b, y + at, n, get(q, 0), get(q, 2), -get(q, 1) * get(q, 2));
        }
    }

    private static void line(long x, long w, long b, long y, int n, double level, double scale, double shift) {
        if (w != 0 && b != 0) {
            LinesF64.affine(x, w, b, y, n, level, scale, shift);
        } else {
            LinesF64.standard(x, y, n, level, scale, shift);
            if (w != 0) LinesF64.multiply(y, w, n);
            if (b != 0) LinesF64.add(y, b, n);
        }
    }

    /**
     * {@code dx = (g - mean(g) - y mean(g y)) / sqrt(variance + eps)} with {@code g = dy w} and y the standardized row. With a weight it adds the sums
     * of {@code dy y} to the n numbers at {@code weights}, those of dy to the n numbers at {@code biases}.
     */
    static void gradient(
            long dy,
            long w,
            long x,
            long dx,
            long weights,
            long biases,
            int rows,
            int n,
            double eps,
            long cells,
            long tile) {
        int most = most(n);
        for (int r = 0; r < rows; r += most) {
            int count = Math.min(most, rows - r);
            long at = x + (long) BYTES * n * r;
            RowSumsF64.levels(at, count, n, cells + LEVELS, tile);
            RowSumsF64.slopes(at + (dy - x), w, at, at, count, n, cells + LEVELS, cells, tile);
            for (int i = 0; i < count; i++) slope(cells, i, n, eps);
            int step = n <= RowSumsF64.SHORT ? 2 : 1;
            for (int i = 0; w != 0 && i < count; i += step) {
                long row = at + (long) BYTES * n * i;
                int some = Math.min(step, count - i);
                RowPairF64.gradient(row + (dy - x), w, row, row + (dx - x), some, n, places(cells, i), weights, biases);
            }
            for (int i = 0; i < count; i++) {
                long row = at + (long) BYTES * n * i;
                finish(row + (dy - x), w, row, row + (dx - x), n, eps, cells, i);
            }
        }
    }

    /** The numbers of row i from its sums. */
    private static void slope(long cells, int i, int n, double eps) {
        double lost = cell(cells, 4 * i) / n;
        double root = root(lost, cell(cells, 4 * i + 1) / n, eps);
        double mean = cell(cells, 4 * i + 2) / n;
        place(cells, i, lost, root);
        set(places(cells, i), 3, (root * mean));
        set(places(cells, i), 4, (root * root * root * (cell(cells, 4 * i + 3) / n - lost * mean)));
    }

    /** Row i where it has no weight; and where a sum is infinite. */
    private static void finish(long dy, long w, long x, long dx, int n, double eps, long cells, int i) {
        long places = places(cells, i);
        double scale = get(places, 2);
        double shift = get(places, 3);
        double slope = get(places, 4);
        if (!Double.isFinite(slope + shift + scale)) {
            double lost = cell(cells, 4 * i) / n;
            double root = root(lost, cell(cells, 4 * i + 1) / n, eps);
            LinesF64.special(dy, w, x, dx, n, get(places, 0), lost, cell(cells, 4 * i + 2) / n, root);
        } else if (w == 0) {
            LinesF64.gradient(dy, x, dx, n, get(places, 0), 0, scale, slope, shift - get(places, 1) * slope);
        }
    }

    /** {@code sums += dy y} for {@code rows} rows, y the standardized ones. */
    static void weightGradient(long dy, long x, long sums, int rows, int n, double eps, long cells, long tile) {
        int most = most(n);
        for (int r = 0; r < rows; r += most) {
            int count = Math.min(most, rows - r);
            long at = x + (long) BYTES * n * r;
            RowSumsF64.levels(at, count, n, cells + LEVELS, tile);
            RowSumsF64.distances(at, count, n, cells + LEVELS, cells, tile);
            for (int i = 0; i < count; i++) {
                double lost = cell(cells, 2 * i) / n;
                double root = root(lost, cell(cells, 2 * i + 1) / n, eps);
                long row = at + (long) BYTES * n * i;
                LinesF64.addProducts(row + (dy - x), row, sums, n, get(cells + LEVELS, i), root, (-lost * root));
            }
        }
    }

    static int most(int n) {
        return n > RowSumsF64.SHORT ? 1 : Math.min(ROWS, NUMBERS / n / 2 * 2);
    }

    /** One over the root of variance and eps; {@code lost} is what rounding took off the mean. */
    private static double root(double lost, double square, double eps) {
        return 1 / Math.sqrt(Math.max(0, square - lost * lost) + eps);
    }

    private static void place(long cells, int i, double lost, double root) {
        set(places(cells, i), 0, get(cells + LEVELS, i));
        set(places(cells, i), 1, lost);
        set(places(cells, i), 2, root);
    }

    private static long places(long cells, int i) {
        return cells + PLACES + (long) BYTES * RowPairF64.PLACES * i;
    }

    private static double cell(long cells, int i) {
        return ALL.get(ValueLayout.JAVA_DOUBLE, cells + 8L * i);
    }

    private static double get(long x, int i) {
        return ALL.get(ValueLayout.JAVA_DOUBLE_UNALIGNED, x + (long) BYTES * i);
    }

    private static void set(long y, int i, double number) {
        ALL.set(ValueLayout.JAVA_DOUBLE_UNALIGNED, y + (long) BYTES * i, number);
    }

    private LayerNormF64() {}
}
