package dev.rankine.kernels.lanes;

// As TurnedF32, for float64.

/** Products of few float64 rows and a transposed matrix. */
final class TurnedF64 {
    /** Rows of the turned result at a time: whole tiles of every height, whole squares of every width of vectors. */
    private static final int STRIP = 96;

    /** From more rows on, packing the right matrix pays. */
    private static final int MOST = 192;

    /** For shorter sums to be transposed costs more than packing did. */
    private static final int SHORT = 128;

    private static final int SIDE = TransposeF64.SIDE;

    /** Whether the {@link #columns} of a product of these sizes and strides are computed here. */
    static boolean suits(int m, int n, int k, long bDown, long bRight) {
        boolean isLow = m >= TileF64.COLUMNS && m <= MOST && n > SmallF64.NARROW && k >= SHORT;
        return bDown == 1 && bRight != 1 && isLow && m % SIDE == 0;
    }

    /** How many of n columns are whole squares. */
    static int columns(int n) {
        return n - n % SIDE;
    }

    /**
     * As {@link BlockF64#multiply}, for n that are {@link #columns}; {@code panels} is scratch memory for DEPTH x
     * WIDTH numbers, {@code tile} for a tile.
     */
    static void multiply(
            int m,
            int n,
            int k,
            long a,
            long aDown,
            long aRight,
            long b,
            long bRight,
            long c,
            long cDown,
            boolean add,
            long bias,
            boolean relu,
            long panels,
            long tile) {
        int depth = BlockF64.depth(k);
        long turned = panels + 8L * (BlockF64.DEPTH * BlockF64.WIDTH - STRIP * MOST);
        int whole = Math.max(1, (BlockF64.DEPTH * BlockF64.WIDTH - STRIP * MOST) / m / depth) * depth;
        for (int first = 0; first < k; first += whole) {
            int count = Math.min(whole, k - first);
            pack(m, count, depth, a + 8 * first * aRight, aDown, aRight, panels, tile);
            boolean last = first + count == k;
            for (int row = 0; row < n; row += STRIP) {
                int rows = Math.min(STRIP, n - row);
                long at = c + 8L * row;
                if (add || first > 0) gather(rows, m, at, cDown, turned, tile);
                long lines = b + 8 * (row * bRight + first);
                strip(rows, m, count, depth, lines, bRight, panels, turned, add || first > 0, tile);
                scatter(rows, m, turned, at, cDown, tile);
                if (last && bias != 0) FinishF64.bias(m, rows, bias + 8L * row, at, cDown);
                if (last && relu) FinishF64.relu(m, rows, at, cDown);
            }
        }
    }

    /** Packs the transposed left matrix, part after part of k and in it panel after panel. */
    private static void pack(int m, int k, int depth, long a, long aDown, long aRight, long into, long tile) {
        for (int first = 0; first < k; first += depth) {
            int count = Math.min(depth, k - first);
            for (int column = 0; column < m; column += TileF64.COLUMNS) {
                int width = TileF64.width(m - column);
                long from = a + 8 * (column * aDown + first * aRight);
                PackF64.pack(
                        count,
                        width,
                        width,
                        width,
                        from,
                        aDown,
                        aRight,
                        into + 8L * (first * m + column * count),
                        tile);
            }
        }
    }

    /** Rows of the right matrix times all panels. */
    private static void strip(
            int rows, int m, int k, int depth, long b, long bRight, long panels, long turned, boolean add, long tile) {
        for (int first = 0; first < k; first += depth) {
            int count = Math.min(depth, k - first);
            boolean more = add || first > 0;
            for (int column = 0; column < m; column += TileF64.COLUMNS) {
                int width = TileF64.width(m - column);
                long panel = panels + 8L * (first * m + column * count);
                long into = turned + 8L * column;
                long from = b + 8L * first;
                SmallF64.rows(rows, rows, width, width, count, from, bRight, 1, panel, width, into, m, more, tile);
            }
        }
    }

    /** Columns of c become rows of the strip. */
    private static void gather(int rows, int m, long c, long cDown, long turned, long tile) {
        for (int i = 0; i < m; i += SIDE)
            TransposeF64.lines(rows, SIDE, m, c + 8 * i * cDown, cDown, turned + 8L * i, tile);
    }

    /** Rows of the strip become columns of c, few rows of c at a time: they lie far apart. */
    private static void scatter(int rows, int m, long turned, long c, long cDown, long tile) {
        int width = Math.toIntExact(cDown);
        for (int j = 0; j < m; j += SIDE) {
            long into = c + 8 * j * cDown;
            for (int i = 0; i < rows; i += SIDE) {
                TransposeF64.lines(SIDE, SIDE, width, turned + 8L * (i * m + j), m, into + 8L * i, tile);
            }
        }
    }

    private TurnedF64() {}
}
