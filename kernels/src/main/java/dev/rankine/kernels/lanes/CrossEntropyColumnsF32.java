package dev.rankine.kernels.lanes;

import static dev.rankine.kernels.lanes.Lanes.ALL;

import java.lang.foreign.ValueLayout;

/**
 * Cross entropy of float32 columns of n scores, {@code down} bytes apart, as of planes of classes, with an int64 class number for each, and its
 * gradient: {@code width} columns as {@link SoftmaxColumnsF32} takes them.
 * Figures: {@link CrossEntropyKernels}.
 */
final class CrossEntropyColumnsF32 {
    private static final int L = Lanes.F32.length();
    private static final long TABLE = SoftmaxRowsF32.TABLE;

    /** Stores {@code width} losses as float64, 0 where the class is {@code ignored}. */
    static void losses(long x, long classes, long losses, long down, int n, int width, long ignored, long tables) {
        long sums = tables + TABLE;
        SoftmaxColumnsF32.grow(x, tables + 3 * TABLE, down, 0, n, width, tables);
        LogarithmF32.run(sums, width / L);
        for (int i = 0; i < width; i++) {
            long chosen = chosen(classes, i);
            double loss = 0;
            if (chosen != ignored) {
                double score = TableF32.get(x + down * chosen, i);
                loss = TableF32.get(sums, i) - (score - TableF32.get(tables, i));
            }
            ALL.set(ValueLayout.JAVA_DOUBLE, losses + 8L * i, loss);
        }
    }

    /**
     * {@code dx = (softmax - one hot) scale}, 0 where the class is {@code ignored}. The scale of column i is element i of {@code scales}, or
     * {@code scale} if there is none (0).
     */
    static void gradient(
            long x,
            long classes,
            long dx,
            long down,
            int n,
            int width,
            long ignored,
            long scales,
            double scale,
            long tables) {
        long factors = tables + TABLE;
        SoftmaxColumnsF32.grow(x, dx, down, down, n, width, tables);
        TableF32.invert(factors, width / L);
        for (int i = 0; i < width; i++) {
            long chosen = chosen(classes, i);
            double factor = chosen == ignored ? 0 : scales == 0 ? scale : TableF32.get(scales, i);
            double share = factor * TableF32.get(factors, i);
            double exponential = TableF32.get(dx + (chosen == ignored ? 0 : down * chosen), i);
            TableF32.set(tables, i, (float) (exponential * share - factor));
            TableF32.set(factors, i, (float) share);
        }
        SoftmaxColumnsF32.scale(dx, down, n, width, factors);
        for (int i = 0; i < width; i++) {
            long chosen = chosen(classes, i);
            if (chosen != ignored) TableF32.set(dx + down * chosen, i, TableF32.get(tables, i));
        }
    }

    private static long chosen(long classes, int i) {
        return ALL.get(ValueLayout.JAVA_LONG_UNALIGNED, classes + 8L * i);
    }

    private CrossEntropyColumnsF32() {}
}
