package dev.rankine.kernels.lanes;

import static dev.rankine.kernels.lanes.Lanes.ALL;

import java.lang.foreign.ValueLayout;

/**
 * Cross entropy of float32 rows of n scores that lie one after another with int64 class numbers, and its gradient. The exponentials are those of
 * softmax, see {@link GrowF32}; the loss is {@code log(sum) - (score - largest)} in float64. Short rows share loops, long ones go through the
 * scratch memory in pieces.
 * Figures: {@link CrossEntropyKernels}.
 */
final class CrossEntropyF32 {
    private static final int BYTES = Float.BYTES;
    /** Short rows that are in work at a time. */
    private static final int TOGETHER = 256;
    /** Scores of a long row that are in work at a time. */
    private static final int PIECE = 2048;

    /** Stores {@code rows} losses as float64, 0 where the class is {@code ignored}. */
    static void losses(
            long x, long classes, long losses, int rows, int n, long ignored, long numbers, long cells, long tile) {
        int together = n <= GrowF32.L ? TOGETHER : 1;
        for (int row = 0; row < rows; row += together) {
            int count = Math.min(together, rows - row);
            long from = x + (long) BYTES * n * row;
            if (n <= GrowF32.L) GrowF32.growRows(from, numbers, count, n, cells, tile);
            else sum(from, n, numbers, cells, tile);
            for (int i = 0; i < count; i++) {
                long chosen = ALL.get(ValueLayout.JAVA_LONG_UNALIGNED, classes + 8L * (row + i));
                double loss = chosen == ignored ? 0 : loss(from + (long) BYTES * (n * i + chosen), cells + 16L * i);
                ALL.set(ValueLayout.JAVA_DOUBLE, losses + 8L * (row + i), loss);
            }
        }
    }

    private static double loss(long score, long cells) {
        double distance = ALL.get(ValueLayout.JAVA_FLOAT_UNALIGNED, score) - ALL.get(ValueLayout.JAVA_DOUBLE, cells);
        return Math.log(ALL.get(ValueLayout.JAVA_DOUBLE, cells + 8)) - distance;
    }

    /** Largest score of a long row and sum of its exponentials, to two cells. */
    private static void sum(long x, int n, long numbers, long cells, long tile) {
        float level = LargestF32.run(x, n);
        double total = 0;
        for (int i = 0; i < n; i += PIECE) {
            total += GrowF32.grow(x + (long) BYTES * i, numbers, Math.min(PIECE, n - i), level, tile);
        }
        ALL.set(ValueLayout.JAVA_DOUBLE, cells, level);
        ALL.set(ValueLayout.JAVA_DOUBLE, cells + 8, total);
    }

    /**
     * {@code dx = (softmax - one hot) scale} for {@code rows} rows, 0 where the class is {@code ignored}. The scale of row i is element i of
     * {@code scales}, or {@code scale} if there is none (0).
     */
    static void gradient(
            long x,
            long classes,
            long dx,
            int rows,
            int n,
            long ignored,
            long scales,
            double scale,
            long cells,
            long tile) {
        int together = n <= GrowF32.L ? TOGETHER : 1;
        for (int row = 0; row < rows; row += together) {
            int count = Math.min(together, rows - row);
            long at = (long) BYTES * n * row;
            if (n <= GrowF32.L) GrowF32.growRows(x + at, dx + at, count, n, cells, tile);
            else
                ALL.set(
                        ValueLayout.JAVA_DOUBLE,
                        cells + 8,
                        GrowF32.grow(x + at, dx + at, n, LargestF32.run(x + at, n), tile));
            for (int i = 0; i < count; i++) {
                long chosen = ALL.get(ValueLayout.JAVA_LONG_UNALIGNED, classes + 8L * (row + i));
                double factor = chosen == ignored ? 0 : scales == 0 ? scale : number(scales + (long) BYTES * (row + i));
                prepare(dx + at + (long) BYTES * (n * i + (chosen == ignored ? 0 : chosen)), factor, cells + 16L * i);
            }
            if (n <= GrowF32.L) SoftmaxF32.scaleRows(dx + at, count, n, cells);
            else SoftmaxF32.scale(dx + at, n, (float) ALL.get(ValueLayout.JAVA_DOUBLE, cells + 8));
            for (int i = 0; i < count; i++) {
                long chosen = ALL.get(ValueLayout.JAVA_LONG_UNALIGNED, classes + 8L * (row + i));
                if (chosen == ignored) continue;
                float number = (float) ALL.get(ValueLayout.JAVA_DOUBLE, cells + 16L * i);
                ALL.set(ValueLayout.JAVA_FLOAT_UNALIGNED, dx + at + (long) BYTES * (n * i + chosen), number);
            }
        }
    }

    /** The first cell takes the gradient of the chosen class, whose exponential is given; the second what the row is multiplied by. */
    private static void prepare(long exponential, double factor, long cells) {
        double total = ALL.get(ValueLayout.JAVA_DOUBLE, cells + 8);
        ALL.set(ValueLayout.JAVA_DOUBLE, cells, number(exponential) / total * factor - factor);
        ALL.set(ValueLayout.JAVA_DOUBLE, cells + 8, factor / total);
    }

    private static float number(long address) {
        return ALL.get(ValueLayout.JAVA_FLOAT_UNALIGNED, address);
    }

    private CrossEntropyF32() {}
}
