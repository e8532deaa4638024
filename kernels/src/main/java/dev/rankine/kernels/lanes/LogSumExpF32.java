package dev.rankine.kernels.lanes;

import static dev.rankine.kernels.lanes.Lanes.ALL;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * Logarithms of sums of exponentials of float32 rows of n numbers, as {@link SoftmaxRowsF32} takes them, and of columns of n numbers that are
 * {@code down} bytes apart, as many side by side as a table holds. Columns are read once: {@link #ROWS} rows at a time raise the largest numbers, the
 * sums so far shrink by what that is, and take the exponentials of these rows. x and y are the addresses of operand and result.
 * Figures: {@link LogSumExp}.
 */
final class LogSumExpF32 {
    private static final int BYTES = Float.BYTES;
    private static final int L = Lanes.F32.length();
    private static final long STEP = (long) BYTES * L;
    private static final long TABLE = SoftmaxRowsF32.TABLE;
    private static final int ROWS = 32;

    /** Fills {@code rows} numbers of y; three tables. */
    static void rows(long x, long y, int rows, int n, long tables) {
        long row = (long) BYTES * n;
        long sums = tables + TABLE;
        int together = SoftmaxRowsF32.group(n);
        for (int i = 0; i < rows; i += together) {
            int count = Math.min(together, rows - i);
            long from = x + row * i;
            SoftmaxRowsF32.grow(from, tables + 2 * TABLE, false, count, n, tables);
            LogarithmF32.run(sums, count);
            for (int k = 0; k < count; k++) {
                float level = TableF32.get(tables, L * k);
                float sum = level + TableF32.get(sums, L * k);
                TableF32.set(y, i + k, isSafe(level) ? sum : alone(from + row * k, BYTES, n));
            }
        }
    }

    /** Fills {@code width} numbers of y, a multiple of a vector; six tables. */
    static void columns(long x, long y, long down, int n, int width, long tables) {
        int count = width / L;
        long bytes = (long) BYTES * width;
        long sums = tables + TABLE;
        long before = tables + 2 * TABLE;
        long part = tables + 3 * TABLE;
        long shrunk = tables + 4 * TABLE;
        long out = tables + 5 * TABLE;
        // not minus infinity, from which itself cannot be taken
        TableF32.fill(tables, count, -Float.MAX_VALUE);
        TableF32.fill(sums, count, 0);
        for (int i = 0; i < n; i += ROWS) {
            int rows = Math.min(ROWS, n - i);
            MemorySegment.copy(ALL, tables, ALL, before, bytes);
            AcrossF32.largest(x + down * i, down, rows, bytes, tables);
            TableF32.fill(part, count, 0);
            GrowPanelF32.across(before, shrunk, 0, 0, 1, bytes, tables, part);
            AcrossF32.scale(sums, 0, 1, bytes, shrunk);
            TableF32.fill(part, count, 0);
            GrowPanelF32.across(x + down * i, out, down, 0, rows, bytes, tables, part);
            AcrossF32.sum(part, 0, 1, bytes, sums);
        }
        LogarithmF32.run(sums, count);
        for (int j = 0; j < width; j++) {
            float level = TableF32.get(tables, j);
            float sum = level + TableF32.get(sums, j);
            TableF32.set(y, j, isSafe(level) ? sum : alone(x + (long) BYTES * j, down, n));
        }
    }

    private static boolean isSafe(float level) {
        return level != level || Math.abs(level) < Float.MAX_VALUE;
    }

    /** Of numbers of which the largest is as large or small as numbers are. */
    private static float alone(long x, long step, int n) {
        double level = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < n; i++) level = Math.max(level, get(x + i * step));
        if (level != level || Math.abs(level) == Double.POSITIVE_INFINITY) return (float) level;
        double sum = 0;
        for (int i = 0; i < n; i++) sum += Math.exp(get(x + i * step) - level);
        return (float) (level + Math.log(sum));
    }

    private static float get(long address) {
        return ALL.get(ValueLayout.JAVA_FLOAT_UNALIGNED, address);
    }

    private LogSumExpF32() {}
}
