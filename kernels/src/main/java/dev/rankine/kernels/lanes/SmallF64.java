package dev.rankine.kernels.lanes;

// As SmallF32, for float64.

/** Products of small float64 matrices. */
final class SmallF64 {
    /** Up to so many columns a packed sliver of a is read too seldom to pay for itself. */
    static final int NARROW = 128;

    /** Up to so many rows a packed panel of b is. */
    private static final int LOW = 2 * TileF64.ROWS;

    /** Rows of b that are farther apart than so many elements share sets of the first-level cache. */
    private static final int CLOSE = 256;

    /** Rows of a that stay in the second-level cache for all panels: whole tiles. */
    private static final int RUN = 96;

    /** The same where rows of a without gaps lie so close together that a tile of them fits into the first-level cache. */
    private static final int WIDE = 256;

    /** Whether a block of these sizes and strides is computed here. */
    static boolean suits(int m, int n, long aDown, long aRight, long bRight) {
        if (n <= NARROW || (m <= LOW && bRight == 1)) return true;
        return n <= WIDE && aRight == 1 && aDown <= CLOSE;
    }

    /** As {@link BlockF64#multiply} for one part of the inner axis; {@code tile} is scratch memory for a tile. */
    static void multiply(
            int m,
            int n,
            int k,
            long a,
            long aDown,
            long aRight,
            long b,
            long bDown,
            long bRight,
            long c,
            long cDown,
            boolean add,
            long bias,
            boolean relu,
            long scratch,
            long panels,
            long tile) {
        boolean direct = bRight == 1 && (bDown <= CLOSE || m <= LOW);
        for (int column = 0; column < n; column += TileF64.COLUMNS) {
            int width = TileF64.width(n - column);
            int filled = Math.min(width, n - column);
            if (direct && filled == width) continue;
            long right = b + 8 * column * bRight;
            PackF64.pack(k, filled, filled, width, right, bRight, bDown, panels + 8L * column * k, tile);
        }
        int edge = run(m, 0, m);
        if (edge < m) {
            int height = TileF64.height(m - edge);
            PackF64.pack(k, m - edge, m - edge, height, a + 8 * edge * aDown, aDown, aRight, scratch, tile);
        }
        for (int row = 0; row < m; ) {
            int end = Math.min(edge, run(m, row, row + RUN));
            if (end <= row) end = m;
            for (int column = 0; column < n; column += TileF64.COLUMNS) {
                int width = TileF64.width(n - column);
                int filled = Math.min(width, n - column);
                boolean there = direct && filled == width;
                long right = there ? b + 8L * column : panels + 8L * column * k;
                long rightDown = there ? bDown : width;
                long at = c + 8 * (row * cDown + column);
                if (row == edge) {
                    edge(m - row, filled, width, k, scratch, right, rightDown, at, cDown, add, tile);
                } else {
                    long left = a + 8 * row * aDown;
                    rows(
                            m - row, end - row, filled, width, k, left, aDown, aRight, right, rightDown, at, cDown, add,
                            tile);
                }
                if (bias != 0) FinishF64.bias(end - row, filled, bias + 8L * column, at, cDown);
                if (relu) FinishF64.relu(end - row, filled, at, cDown);
            }
            row = end;
        }
    }

    /** Where the tiles from {@code row} on end that begin before {@code end}, unless one reaches past m: there. */
    private static int run(int m, int row, int end) {
        while (row < end && row < m && TileF64.height(m - row) <= m - row) row += TileF64.height(m - row);
        return row;
    }

    /** Tiles of the next {@code count} rows of those that are {@code left}, all of them full in height. */
    static void rows(
            int left,
            int count,
            int filled,
            int width,
            int k,
            long a,
            long aDown,
            long aRight,
            long b,
            long bDown,
            long c,
            long cDown,
            boolean add,
            long tile) {
        for (int row = 0; row < count; ) {
            int height = TileF64.height(left - row);
            if (add || filled < width) {
                UnpackedF64.multiply(height, width, k, a, aDown, aRight, b, bDown, tile, width);
                finish(height, filled, width, c, cDown, add, tile);
            } else {
                UnpackedF64.multiply(height, width, k, a, aDown, aRight, b, bDown, c, cDown);
            }
            a += 8 * height * aDown;
            c += 8 * height * cDown;
            row += height;
        }
    }

    /** The tile of the last rows, whose sliver is packed. */
    private static void edge(
            int rows,
            int filled,
            int width,
            int k,
            long sliver,
            long b,
            long bDown,
            long c,
            long cDown,
            boolean add,
            long tile) {
        TileF64.multiply(TileF64.height(rows), width, k, sliver, b, bDown, tile, width);
        finish(rows, filled, width, c, cDown, add, tile);
    }

    private static void finish(int rows, int columns, int width, long c, long cDown, boolean add, long tile) {
        if (add) FinishF64.add(rows, columns, tile, width, c, cDown);
        else FinishF64.copy(rows, columns, tile, width, c, cDown);
    }

    private SmallF64() {}
}
