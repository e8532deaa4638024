package dev.rankine.kernels.lanes;

import static dev.rankine.kernels.lanes.Lanes.ALL;

import java.lang.foreign.ValueLayout;

/**
 * Cross entropy of float64 rows of n scores that {@link SoftmaxRowsF64} takes, and its gradient, as {@link CrossEntropyF64} has them for others:
 * rows take each pass together.
 * Figures: {@link CrossEntropyKernels}.
 */
final class CrossEntropyRowsF64 {
    private static final int BYTES = Double.BYTES;
    private static final int L = Lanes.F64.length();
    private static final long TABLE = SoftmaxRowsF64.TABLE;

    /** Stores {@code rows} losses as float64, 0 where the class is {@code ignored}. */
    static void losses(long x, long classes, long losses, int rows, int n, long ignored, long tables) {
        int together = SoftmaxRowsF64.group(n);
        for (int row = 0; row < rows; row += together) {
            int count = Math.min(together, rows - row);
            long from = x + (long) BYTES * n * row;
            SoftmaxRowsF64.grow(from, tables + 2 * TABLE, false, count, n, tables);
            for (int i = 0; i < count; i++) {
                long chosen = chosen(classes, row + i);
                double loss = 0;
                if (chosen != ignored) {
                    double score = TableF64.get(from, (int) (n * i + chosen));
                    loss = Math.log(TableF64.get(tables + TABLE, L * i)) - (score - TableF64.get(tables, L * i));
                }
                ALL.set(ValueLayout.JAVA_DOUBLE, losses + 8L * (row + i), loss);
            }
        }
    }

    /**
     * {@code dx = (softmax - one hot) scale} for {@code rows} rows, 0 where the class is {@code ignored}. The scale of row i is element i of
     * {@code scales}, or {@code scale} if there is none (0).
     */
    static void gradient(
            long x, long classes, long dx, int rows, int n, long ignored, long scales, double scale, long tables) {
        int together = SoftmaxRowsF64.group(n);
        long factors = tables + TABLE;
        for (int row = 0; row < rows; row += together) {
            int count = Math.min(together, rows - row);
            long at = (long) BYTES * n * row;
            long to = dx + at;
            SoftmaxRowsF64.grow(x + at, to, true, count, n, tables);
            for (int i = 0; i < count; i++) {
                long chosen = chosen(classes, row + i);
                double factor = chosen == ignored ? 0 : scales == 0 ? scale : TableF64.get(scales, row + i);
                double share = factor / TableF64.get(factors, L * i);
                double exponential = TableF64.get(to, (int) (n * i + (chosen == ignored ? 0 : chosen)));
                TableF64.set(tables, i, (exponential * share - factor));
                TableF64.fill(factors + (long) BYTES * L * i, 1, share);
            }
            SoftmaxRowsF64.scale(to, count, n, factors);
            for (int i = 0; i < count; i++) {
                long chosen = chosen(classes, row + i);
                if (chosen != ignored) TableF64.set(to, (int) (n * i + chosen), TableF64.get(tables, i));
            }
        }
    }

    private static long chosen(long classes, int i) {
        return ALL.get(ValueLayout.JAVA_LONG_UNALIGNED, classes + 8L * i);
    }

    private CrossEntropyRowsF64() {}
}
