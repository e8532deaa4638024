package dev.rankine.kernels.lanes;

/**
 * Softmax of float64 columns of n numbers that are {@code down} bytes apart, and its gradients: {@code width} columns side by side, a multiple of a
 * vector and at most a table. Few columns go down one by one, see {@link DownF64}, which needs no table in the loop; more go row by row, see
 * {@link AcrossF64}, as columns far apart would not stay in the first cache. Sums are those of {@link #ROWS} rows, added.
 * Figures: {@link SoftmaxKernels}.
 */
final class SoftmaxColumnsF64 {
    private static final int BYTES = Double.BYTES;
    private static final int L = Lanes.F64.length();
    private static final long STEP = (long) BYTES * L;
    private static final long TABLE = SoftmaxRowsF64.TABLE;
    /** The most columns that are in work at a time. */
    static final int WIDTH = (int) (TABLE / BYTES);
    /** The most vectors of columns that go down one by one. */
    private static final int FEW = 4;

    private static final int ROWS = 64;

    /** Fills columns of y, which is not x. */
    static void softmax(long x, long y, long down, int n, int width, long tables) {
        grow(x, y, down, down, n, width, tables);
        TableF64.invert(tables + TABLE, width / L);
        scale(y, down, n, width, tables + TABLE);
    }

    /** Fills columns of y, which is not x, with logarithms. */
    static void logarithms(long x, long y, long down, int n, int width, long tables) {
        long sums = tables + TABLE;
        grow(x, tables + 3 * TABLE, down, 0, n, width, tables);
        LogarithmF64.run(sums, width / L);
        if (width <= FEW * L) DownF64.shift(x, y, width / L, down, n, tables, sums);
        else AcrossF64.shift(x, y, down, n, (long) BYTES * width, tables, sums);
    }

    /** The largest numbers of columns to the first table, the sums of the exponentials to the second; the rows of {@code out} take those. */
    static void grow(long x, long out, long down, long outDown, int n, int width, long tables) {
        int count = width / L;
        long bytes = (long) BYTES * width;
        long sums = tables + TABLE;
        TableF64.fill(sums, count, 0);
        if (count <= FEW) {
            DownF64.largest(x, count, down, n, tables);
            for (int i = 0; i < n; i += ROWS) {
                int rows = Math.min(ROWS, n - i);
                long to = out + outDown * i;
                GrowPanelF64.down(x + down * i, to, count, down, outDown, rows, tables, sums);
            }
            return;
        }
        long part = tables + 2 * TABLE;
        TableF64.fill(tables, count, Double.NEGATIVE_INFINITY);
        AcrossF64.largest(x, down, n, bytes, tables);
        for (int i = 0; i < n; i += ROWS) {
            TableF64.fill(part, count, 0);
            int rows = Math.min(ROWS, n - i);
            GrowPanelF64.across(x + down * i, out + outDown * i, down, outDown, rows, bytes, tables, part);
            AcrossF64.sum(part, 0, 1, bytes, sums);
        }
    }

    /** Multiplies columns by the numbers of a table. */
    static void scale(long y, long down, int n, int width, long factors) {
        if (width <= FEW * L) DownF64.scale(y, width / L, down, n, factors);
        else AcrossF64.scale(y, down, n, (long) BYTES * width, factors);
    }

    /** {@code dx = y g - y sum(y g)}; dx is neither. */
    static void gradient(long g, long y, long dx, long down, int n, int width, long tables) {
        int count = width / L;
        long bytes = (long) BYTES * width;
        long part = tables + TABLE;
        TableF64.fill(tables, count, 0);
        for (int i = 0; i < n; i += ROWS) {
            int rows = Math.min(ROWS, n - i);
            long at = down * i;
            if (count <= FEW) {
                DownF64.products(g + at, y + at, count, down, rows, tables);
            } else {
                TableF64.fill(part, count, 0);
                AcrossF64.products(g + at, y + at, down, rows, bytes, part);
                AcrossF64.sum(part, 0, 1, bytes, tables);
            }
        }
        if (count <= FEW) DownF64.subtract(g, y, dx, count, down, n, tables);
        else AcrossF64.subtract(g, y, dx, down, n, bytes, tables);
    }

    /** {@code dx = g - e^y sum(g)}; dx is neither. */
    static void logarithmGradient(long g, long y, long dx, long down, int n, int width, long tables) {
        int count = width / L;
        long bytes = (long) BYTES * width;
        long part = tables + TABLE;
        TableF64.fill(tables, count, 0);
        for (int i = 0; i < n; i += ROWS) {
            int rows = Math.min(ROWS, n - i);
            if (count <= FEW) {
                DownF64.sum(g + down * i, count, down, rows, tables);
            } else {
                TableF64.fill(part, count, 0);
                AcrossF64.sum(g + down * i, down, rows, bytes, part);
                AcrossF64.sum(part, 0, 1, bytes, tables);
            }
        }
        if (count <= FEW) GrowPanelF64.subtractDown(g, y, dx, count, down, n, tables);
        else GrowPanelF64.subtractAcross(g, y, dx, down, n, bytes, tables);
    }

    private SoftmaxColumnsF64() {}
}
