package dev.rankine.kernels.lanes;

/**
 * Softmax of float32 columns of n numbers that are {@code down} bytes apart, and its gradients: {@code width} columns side by side, a multiple of a
 * vector and at most a table. Few columns go down one by one, see {@link DownF32}, which needs no table in the loop; more go row by row, see
 * {@link AcrossF32}, as columns far apart would not stay in the first cache. Sums are those of {@link #ROWS} rows, added.
 * Figures: {@link SoftmaxKernels}.
 */
final class SoftmaxColumnsF32 {
    private static final int BYTES = Float.BYTES;
    private static final int L = Lanes.F32.length();
    private static final long STEP = (long) BYTES * L;
    private static final long TABLE = SoftmaxRowsF32.TABLE;
    /** The most columns that are in work at a time. */
    static final int WIDTH = (int) (TABLE / BYTES);
    /** The most vectors of columns that go down one by one. */
    private static final int FEW = 4;

    private static final int ROWS = 64;

    /** Fills columns of y, which is not x. */
    static void softmax(long x, long y, long down, int n, int width, long tables) {
        grow(x, y, down, down, n, width, tables);
        TableF32.invert(tables + TABLE, width / L);
        scale(y, down, n, width, tables + TABLE);
    }

    /** Fills columns of y, which is not x, with logarithms. */
    static void logarithms(long x, long y, long down, int n, int width, long tables) {
        long sums = tables + TABLE;
        grow(x, tables + 3 * TABLE, down, 0, n, width, tables);
        LogarithmF32.run(sums, width / L);
        if (width <= FEW * L) DownF32.shift(x, y, width / L, down, n, tables, sums);
        else AcrossF32.shift(x, y, down, n, (long) BYTES * width, tables, sums);
    }

    /** The largest numbers of columns to the first table, the sums of the exponentials to the second; the rows of {@code out} take those. */
    static void grow(long x, long out, long down, long outDown, int n, int width, long tables) {
        int count = width / L;
        long bytes = (long) BYTES * width;
        long sums = tables + TABLE;
        TableF32.fill(sums, count, 0);
        if (count <= FEW) {
            DownF32.largest(x, count, down, n, tables);
            for (int i = 0; i < n; i += ROWS) {
                int rows = Math.min(ROWS, n - i);
                long to = out + outDown * i;
                GrowPanelF32.down(x + down * i, to, count, down, outDown, rows, tables, sums);
            }
            return;
        }
        long part = tables + 2 * TABLE;
        TableF32.fill(tables, count, Float.NEGATIVE_INFINITY);
        AcrossF32.largest(x, down, n, bytes, tables);
        for (int i = 0; i < n; i += ROWS) {
            TableF32.fill(part, count, 0);
            int rows = Math.min(ROWS, n - i);
            GrowPanelF32.across(x + down * i, out + outDown * i, down, outDown, rows, bytes, tables, part);
            AcrossF32.sum(part, 0, 1, bytes, sums);
        }
    }

    /** Multiplies columns by the numbers of a table. */
    static void scale(long y, long down, int n, int width, long factors) {
        if (width <= FEW * L) DownF32.scale(y, width / L, down, n, factors);
        else AcrossF32.scale(y, down, n, (long) BYTES * width, factors);
    }

    /** {@code dx = y g - y sum(y g)}; dx is neither. */
    static void gradient(long g, long y, long dx, long down, int n, int width, long tables) {
        int count = width / L;
        long bytes = (long) BYTES * width;
        long part = tables + TABLE;
        TableF32.fill(tables, count, 0);
        for (int i = 0; i < n; i += ROWS) {
            int rows = Math.min(ROWS, n - i);
            long at = down * i;
            if (count <= FEW) {
                DownF32.products(g + at, y + at, count, down, rows, tables);
            } else {
                TableF32.fill(part, count, 0);
                AcrossF32.products(g + at, y + at, down, rows, bytes, part);
                AcrossF32.sum(part, 0, 1, bytes, tables);
            }
        }
        if (count <= FEW) DownF32.subtract(g, y, dx, count, down, n, tables);
        else AcrossF32.subtract(g, y, dx, down, n, bytes, tables);
    }

    /** {@code dx = g - e^y sum(g)}; dx is neither. */
    static void logarithmGradient(long g, long y, long dx, long down, int n, int width, long tables) {
        int count = width / L;
        long bytes = (long) BYTES * width;
        long part = tables + TABLE;
        TableF32.fill(tables, count, 0);
        for (int i = 0; i < n; i += ROWS) {
            int rows = Math.min(ROWS, n - i);
            if (count <= FEW) {
                DownF32.sum(g + down * i, count, down, rows, tables);
            } else {
                TableF32.fill(part, count, 0);
                AcrossF32.sum(g + down * i, down, rows, bytes, part);
                AcrossF32.sum(part, 0, 1, bytes, tables);
            }
        }
        if (count <= FEW) GrowPanelF32.subtractDown(g, y, dx, count, down, n, tables);
        else GrowPanelF32.subtractAcross(g, y, dx, down, n, bytes, tables);
    }

    private SoftmaxColumnsF32() {}
}
