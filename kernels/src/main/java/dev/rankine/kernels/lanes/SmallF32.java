package dev.rankine.kernels.lanes;

/*
 * A part of a product, as in BlockF32, that is too small for packing to pay: c[m, n] (+)= a[m, k] * b[k, n] for float32. Rows of a are read
 * where they lie, but for those of an edge that fill no tile; so are rows of b if they are close together or read once. Panels of b stay in
 * the first-level cache while RUN rows of a pass by from the second. The sums are those of BlockF32, bit by bit.
 *
 * GFLOP/s, beside those of packed operands (AMD EPYC, Zen 4, 512 bits, one thread, JDK 25; 113 is the bare micro-kernel): 64 x 64 x 64 100
 * (65), 96 106 (79), 128 109 (84), [96, 128] [128, 64] 108 (72), [128, 256] [256, 10] 44 (22), [128, 10]T [128, 256] 79 (60); where operands
 * come from memory [1024, 256] [256, 256] 97 (91), but [1024, 1024] [1024, 256], whose rows share sets of the cache, 95 (100).
 */

/** Products of small float32 matrices. */
final class SmallF32 {
    /** Up to so many columns a packed sliver of a is read too seldom to pay for itself. */
    static final int NARROW = 128;

    /** Up to so many rows a packed panel of b is. */
    private static final int LOW = 2 * TileF32.ROWS;

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

    /** As {@link BlockF32#multiply} for one part of the inner axis; {@code tile} is scratch memory for a tile. */
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
        for (int column = 0; column < n; column += TileF32.COLUMNS) {
            int width = TileF32.width(n - column);
            int filled = Math.min(width, n - column);
            if (direct && filled == width) continue;
            long right = b + 4 * column * bRight;
            PackF32.pack(k, filled, filled, width, right, bRight, bDown, panels + 4L * column * k, tile);
        }
        int edge = run(m, 0, m);
        if (edge < m) {
            int height = TileF32.height(m - edge);
            PackF32.pack(k, m - edge, m - edge, height, a + 4 * edge * aDown, aDown, aRight, scratch, tile);
        }
        for (int row = 0; row < m; ) {
            int end = Math.min(edge, run(m, row, row + RUN));
            if (end <= row) end = m;
            for (int column = 0; column < n; column += TileF32.COLUMNS) {
                int width = TileF32.width(n - column);
                int filled = Math.min(width, n - column);
                boolean there = direct && filled == width;
                long right = there ? b + 4L * column : panels + 4L * column * k;
                long rightDown = there ? bDown : width;
                long at = c + 4 * (row * cDown + column);
                if (row == edge) {
                    edge(m - row, filled, width, k, scratch, right, rightDown, at, cDown, add, tile);
                } else {
                    long left = a + 4 * row * aDown;
                    rows(
                            m - row, end - row, filled, width, k, left, aDown, aRight, right, rightDown, at, cDown, add,
                            tile);
                }
                if (bias != 0) FinishF32.bias(end - row, filled, bias + 4L * column, at, cDown);
                if (relu) FinishF32.relu(end - row, filled, at, cDown);
            }
            row = end;
        }
    }

    /** Where the tiles from {@code row} on end that begin before {@code end}, unless one reaches past m: there. */
    private static int run(int m, int row, int end) {
        while (row < end && row < m && TileF32.height(m - row) <= m - row) row += TileF32.height(m - row);
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
            int height = TileF32.height(left - row);
            if (add || filled < width) {
                UnpackedF32.multiply(height, width, k, a, aDown, aRight, b, bDown, tile, width);
                finish(height, filled, width, c, cDown, add, tile);
            } else {
                UnpackedF32.multiply(height, width, k, a, aDown, aRight, b, bDown, c, cDown);
            }
            a += 4 * height * aDown;
            c += 4 * height * cDown;
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
        TileF32.multiply(TileF32.height(rows), width, k, sliver, b, bDown, tile, width);
        finish(rows, filled, width, c, cDown, add, tile);
    }

    private static void finish(int rows, int columns, int width, long c, long cDown, boolean add, long tile) {
        if (add) FinishF32.add(rows, columns, tile, width, c, cDown);
        else FinishF32.copy(rows, columns, tile, width, c, cDown);
    }

    private SmallF32() {}
}
