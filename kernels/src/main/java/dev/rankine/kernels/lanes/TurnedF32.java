package dev.rankine.kernels.lanes;

/*
 * A product, as in BlockF32, of few rows and a transposed right matrix, as of a batch and the weight of a linear layer: c[m, n] (+)= a[m, k] *
 * b[k, n] for float32 is computed as the transposed b times the transposed a. Rows of the weight are read where they lie, once; what is packed
 * is the batch. A strip of STRIP rows of the turned result stays in the second-level cache for all of k, or as much of it as fits, and is then
 * transposed into c. The sums are those of BlockF32, bit by bit.
 *
 * Nothing is copied or read ahead: of rows a multiple of 4 KiB apart eight fit one set of the first-level cache ([128, 3072] [3072, 768] 100
 * GFLOP/s, copied side by side 89), and a tile of the weight read ahead, 192 lines, takes longer than it saves (93 instead of 102 at k = 768).
 *
 * GFLOP/s where operands come from memory, beside those of BlockF32 or DotTileF32, which read the weight twice (AMD EPYC, Zen 4, 512 bits, one
 * thread, JDK 25; 113 is the bare micro-kernel): [32, 2048] [2048, 1008] 93 (74), [64, 784] [784, 512] 98 (74), [128, 784] [784, 512] 100 (88),
 * [128, 768] [768, 3072] 103 (91), [128, 3072] [3072, 768] 96 (93), [192, 784] [784, 512] 100 (93), 256 rows of it 94 (95).
 */

/** Products of few float32 rows and a transposed matrix. */
final class TurnedF32 {
    /** Rows of the turned result at a time: whole tiles of every height, whole squares of every width of vectors. */
    private static final int STRIP = 96;

    /** From more rows on, packing the right matrix pays. */
    private static final int MOST = 192;

    /** For shorter sums to be transposed costs more than packing did. */
    private static final int SHORT = 128;

    private static final int SIDE = TransposeF32.SIDE;

    /** Whether the {@link #columns} of a product of these sizes and strides are computed here. */
    static boolean suits(int m, int n, int k, long bDown, long bRight) {
        boolean isLow = m >= TileF32.COLUMNS && m <= MOST && n > SmallF32.NARROW && k >= SHORT;
        return bDown == 1 && bRight != 1 && isLow && m % SIDE == 0;
    }

    /** How many of n columns are whole squares. */
    static int columns(int n) {
        return n - n % SIDE;
    }

    /**
     * As {@link BlockF32#multiply}, for n that are {@link #columns}; {@code panels} is scratch memory for DEPTH x
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
        int depth = BlockF32.depth(k);
        long turned = panels + 4L * (BlockF32.DEPTH * BlockF32.WIDTH - STRIP * MOST);
        int whole = Math.max(1, (BlockF32.DEPTH * BlockF32.WIDTH - STRIP * MOST) / m / depth) * depth;
        for (int first = 0; first < k; first += whole) {
            int count = Math.min(whole, k - first);
            pack(m, count, depth, a + 4 * first * aRight, aDown, aRight, panels, tile);
            boolean last = first + count == k;
            for (int row = 0; row < n; row += STRIP) {
                int rows = Math.min(STRIP, n - row);
                long at = c + 4L * row;
                if (add || first > 0) gather(rows, m, at, cDown, turned, tile);
                long lines = b + 4 * (row * bRight + first);
                strip(rows, m, count, depth, lines, bRight, panels, turned, add || first > 0, tile);
                scatter(rows, m, turned, at, cDown, tile);
                if (last && bias != 0) FinishF32.bias(m, rows, bias + 4L * row, at, cDown);
                if (last && relu) FinishF32.relu(m, rows, at, cDown);
            }
        }
    }

    /** Packs the transposed left matrix, part after part of k and in it panel after panel. */
    private static void pack(int m, int k, int depth, long a, long aDown, long aRight, long into, long tile) {
        for (int first = 0; first < k; first += depth) {
            int count = Math.min(depth, k - first);
            for (int column = 0; column < m; column += TileF32.COLUMNS) {
                int width = TileF32.width(m - column);
                long from = a + 4 * (column * aDown + first * aRight);
                PackF32.pack(
                        count,
                        width,
                        width,
                        width,
                        from,
                        aDown,
                        aRight,
                        into + 4L * (first * m + column * count),
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
            for (int column = 0; column < m; column += TileF32.COLUMNS) {
                int width = TileF32.width(m - column);
                long panel = panels + 4L * (first * m + column * count);
                long into = turned + 4L * column;
                long from = b + 4L * first;
                SmallF32.rows(rows, rows, width, width, count, from, bRight, 1, panel, width, into, m, more, tile);
            }
        }
    }

    /** Columns of c become rows of the strip. */
    private static void gather(int rows, int m, long c, long cDown, long turned, long tile) {
        for (int i = 0; i < m; i += SIDE)
            TransposeF32.lines(rows, SIDE, m, c + 4 * i * cDown, cDown, turned + 4L * i, tile);
    }

    /** Rows of the strip become columns of c, few rows of c at a time: they lie far apart. */
    private static void scatter(int rows, int m, long turned, long c, long cDown, long tile) {
        int width = Math.toIntExact(cDown);
        for (int j = 0; j < m; j += SIDE) {
            long into = c + 4 * j * cDown;
            for (int i = 0; i < rows; i += SIDE) {
                TransposeF32.lines(SIDE, SIDE, width, turned + 4L * (i * m + j), m, into + 4L * i, tile);
            }
        }
    }

    private TurnedF32() {}
}
