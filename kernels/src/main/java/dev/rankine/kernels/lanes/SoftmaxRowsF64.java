package dev.rankine.kernels.lanes;

/**
 * Softmax of float64 rows of n numbers, more than a vector and at most {@link SumF64#BLOCK}, and its gradients. As many rows as the first cache
 * holds take each pass together, so that no row waits for its own largest number or sum. Where n is no multiple of a vector, the last vector
 * reaches back. Passes: {@link AlongF64}, {@link GrowPanelF64}.
 * Figures: {@link SoftmaxKernels}.
 */
final class SoftmaxRowsF64 {
    private static final int BYTES = Double.BYTES;
    private static final int L = Lanes.F64.length();
    private static final long STEP = (long) BYTES * L;
    /** Bytes of a table; three of them are what {@code tables} has room for. */
    static final long TABLE = 4096;
    /** Bytes of the rows that are in work at a time, for gradients half of them. */
    private static final int TOGETHER = 8192;

    /** Whether rows of n numbers are for this class. */
    static boolean takes(int n) {
        return n > L && n <= SumF64.BLOCK;
    }

    /** Whether {@link #gradient} is for rows of n numbers; {@link SoftmaxGradientF64} is faster at rows that are in work alone. */
    static boolean takesGradient(int n) {
        return n > L && BYTES * n <= TOGETHER / 4;
    }

    /** How many rows are in work at a time. */
    static int group(int n) {
        return group(n, TOGETHER);
    }

    private static int group(int n, int together) {
        return (int) Math.min(Math.max(1, together / (BYTES * n)), TABLE / STEP);
    }

    /** Fills {@code rows} rows of y, which is not x. */
    static void softmax(long x, long y, int rows, int n, long tables) {
        long row = (long) BYTES * n;
        int together = group(n);
        for (int i = 0; i < rows; i += together) {
            int count = Math.min(together, rows - i);
            grow(x + row * i, y + row * i, true, count, n, tables);
            TableF64.invert(tables + TABLE, count);
            scale(y + row * i, count, n, tables + TABLE);
        }
    }

    /** Fills {@code rows} rows of y, which is not x, with logarithms. */
    static void logarithms(long x, long y, int rows, int n, long tables) {
        long row = (long) BYTES * n;
        int together = group(n);
        for (int i = 0; i < rows; i += together) {
            int count = Math.min(together, rows - i);
            grow(x + row * i, tables + 2 * TABLE, false, count, n, tables);
            LogarithmF64.run(tables + TABLE, count);
            long from = x + row * i;
            long to = y + row * i;
            AlongF64.shift(from, to, row, count, n / L, tables, tables + TABLE);
            long back = row - STEP;
            if (n % L != 0) AlongF64.shift(from + back, to + back, row, count, 1, tables, tables + TABLE);
        }
    }

    /** The largest numbers of rows to the first table, the sums of the exponentials to the second; {@code out} takes those if it is {@code all}. */
    static void grow(long x, long out, boolean all, int rows, int n, long tables) {
        long row = (long) BYTES * n;
        long back = row - STEP;
        long sums = tables + TABLE;
        long outRow = all ? row : 0;
        AlongF64.largest(x, row, rows, n / L, back, tables);
        TableF64.spreadLargest(tables, rows);
        TableF64.fill(sums, rows, 0);
        GrowPanelF64.along(x, out, row, outRow, rows, all ? STEP : 0, n / L, tables, sums, 0);
        if (n % L != 0) {
            long to = all ? out + back : out;
            GrowPanelF64.along(x + back, to, row, outRow, rows, 0, 1, tables, sums, L - n % L);
        }
        TableF64.spreadSum(sums, rows);
    }

    /** Multiplies rows by the numbers of a table. */
    static void scale(long y, int rows, int n, long factors) {
        long row = (long) BYTES * n;
        AlongF64.scale(y, row, rows, n / L, factors, 0);
        if (n % L != 0) AlongF64.scale(y + row - STEP, row, rows, 1, factors, L - n % L);
    }

    /** {@code dx = y g - y sum(y g)}; dx is neither. */
    static void gradient(long g, long y, long dx, int rows, int n, long tables) {
        long row = (long) BYTES * n;
        long back = row - STEP;
        int together = group(n, TOGETHER / 2);
        for (int i = 0; i < rows; i += together) {
            int count = Math.min(together, rows - i);
            long a = g + row * i;
            long b = y + row * i;
            long to = dx + row * i;
            TableF64.fill(tables, count, 0);
            AlongF64.products(a, b, row, count, n / L, tables, 0);
            if (n % L != 0) AlongF64.products(a + back, b + back, row, count, 1, tables, L - n % L);
            TableF64.spreadSum(tables, count);
            AlongF64.subtract(a, b, to, row, count, n / L, tables);
            if (n % L != 0) AlongF64.subtract(a + back, b + back, to + back, row, count, 1, tables);
        }
    }

    /** {@code dx = g - e^y sum(g)}; dx is neither. */
    static void logarithmGradient(long g, long y, long dx, int rows, int n, long tables) {
        long row = (long) BYTES * n;
        long back = row - STEP;
        int together = group(n, TOGETHER / 2);
        for (int i = 0; i < rows; i += together) {
            int count = Math.min(together, rows - i);
            long a = g + row * i;
            long b = y + row * i;
            long to = dx + row * i;
            TableF64.fill(tables, count, 0);
            AlongF64.sum(a, row, count, n / L, tables, 0);
            if (n % L != 0) AlongF64.sum(a + back, row, count, 1, tables, L - n % L);
            TableF64.spreadSum(tables, count);
            GrowPanelF64.subtractAlong(a, b, to, row, count, n / L, tables);
            if (n % L != 0) GrowPanelF64.subtractAlong(a + back, b + back, to + back, row, count, 1, tables);
        }
    }

    private SoftmaxRowsF64() {}
}
