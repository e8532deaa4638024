package dev.rankine.kernels.lanes;

/*
 * A product of matrices on one thread: c[m, n] (+)= a[m, k] * b[k, n] for float32, any strides of a and b, rows of c without gaps.
 *
 * k is cut into parts of DEPTH or less, so that a sliver of a (ROWS x DEPTH, 12 KiB) stays in the first-level cache while the panels of a
 * block of b (DEPTH x WIDTH, 768 KiB) pass by from the second. b is packed once for all rows, a once for WIDTH columns. Every element of c
 * sees its products in the order of k, in parts that depend on k alone: the same bits whatever part of a matrix a call computes.
 *
 * What is too small for that goes to SmallF32, few rows and a transposed b to TurnedF32. GFLOP/s (AMD EPYC, Zen 4, 512 bits, one thread,
 * JDK 25; 113 is the bare micro-kernel): 256 x 256 x 256 105, 512 106, 1024 103, 2048 100, 5000 91.
 */

/** Products of float32 matrices by tiles. */
final class BlockF32 {
    /** The longest part of the inner axis. */
    static final int DEPTH = 384;

    /** Parts are multiples of it, but for the last: what is left of the squares in which {@link PackF32} transposes costs 10 times as much. */
    private static final int STEP = 16;

    /** The widest block of columns: a multiple of every tile's. */
    static final int WIDTH = 512;

    /** Products of fewer multiplications do not wait for {@link TileF32#settle}. */
    private static final int SMALL = 1 << 15;

    /** Of tiles here. One vector would save a hundredth of a product, and be compiled late because it is rare. */
    private static final int WIDE = TileF32.COLUMNS;

    private static final long SLACK = 64;
    private static final long PANELS = 4L * TileF32.ROWS * DEPTH + SLACK;
    private static final long TILE = PANELS + 4L * DEPTH * WIDTH + SLACK;

    /** Bytes of scratch memory that a product needs, aligned to 64. */
    static final long SCRATCH = TILE + 4L * TileF32.ROWS * TileF32.COLUMNS + SLACK;

    /**
     * {@code c = a b}, in order: plus the old {@code c} if {@code add}, plus {@code bias} (one number a column, 0 for none), and
     * {@code max(c, 0)} if {@code relu}. Addresses in bytes, strides in elements.
     */
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
            long scratch) {
        boolean turned = TurnedF32.suits(m, n, k, bDown, bRight);
        if ((long) m * n * k > SMALL) settle(m, n, aDown, aRight, bRight, turned);
        int start = turned ? TurnedF32.columns(n) : 0;
        if (turned) {
            TurnedF32.multiply(
                    m,
                    start,
                    k,
                    a,
                    aDown,
                    aRight,
                    b,
                    bRight,
                    c,
                    cDown,
                    add,
                    bias,
                    relu,
                    scratch + PANELS,
                    scratch + TILE);
        }
        int depth = depth(k);
        int parts = Math.max(1, (k + depth - 1) / depth);
        for (int column = start; column < n; column += WIDTH) {
            int columns = Math.min(WIDTH, n - column);
            for (int part = 0; part < parts; part++) {
                int first = part * depth;
                int count = Math.min(depth, k - first);
                boolean last = part == parts - 1;
                part(
                        m,
                        columns,
                        count,
                        a + 4L * first * aRight,
                        aDown,
                        aRight,
                        b + 4 * (first * bDown + column * bRight),
                        bDown,
                        bRight,
                        c + 4L * column,
                        cDown,
                        add || part > 0,
                        last && bias != 0 ? bias + 4L * column : 0,
                        last && relu,
                        scratch);
            }
        }
    }

    /** The length of the parts of an inner axis of k; the last one may be shorter. */
    static int depth(int k) {
        int parts = Math.max(1, (k + DEPTH - 1) / DEPTH);
        return Math.max(1, ((k + parts - 1) / parts + STEP - 1) / STEP * STEP);
    }

    private static void settle(int m, int n, long aDown, long aRight, long bRight, boolean turned) {
        if (turned || SmallF32.suits(m, n, aDown, aRight, bRight)) UnpackedF32.settle();
        else TileF32.settle();
    }

    private static void part(
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
            long scratch) {
        long panels = scratch + PANELS;
        long tile = scratch + TILE;
        if (SmallF32.suits(m, n, aDown, aRight, bRight)) {
            SmallF32.multiply(
                    m, n, k, a, aDown, aRight, b, bDown, bRight, c, cDown, add, bias, relu, scratch, panels, tile);
        } else {
            panels(n, k, b, bDown, bRight, panels, tile);
            rows(m, n, k, a, aDown, aRight, c, cDown, add, bias, relu, scratch);
        }
    }

    /** Packs a block of b: some rows of all panels before the next where rows have no gaps, so that they are read in the order of memory. */
    private static void panels(int columns, int k, long b, long bDown, long bRight, long into, long tile) {
        int step = bRight == 1 ? PackF32.CHUNK : k;
        for (int row = 0; row < k; row += step) {
            int rows = Math.min(step, k - row);
            for (int column = 0; column < columns; column += WIDE) {
                int filled = Math.min(WIDE, columns - column);
                long from = b + 4 * (row * bDown + column * bRight);
                PackF32.pack(
                        rows, filled, filled, WIDE, from, bRight, bDown, into + 4L * (column * k + row * WIDE), tile);
            }
        }
    }

    private static void rows(
            int m,
            int columns,
            int k,
            long a,
            long aDown,
            long aRight,
            long c,
            long cDown,
            boolean add,
            long bias,
            boolean relu,
            long scratch) {
        for (int row = 0; row < m; ) {
            int height = TileF32.height(m - row);
            int rows = Math.min(height, m - row);
            PackF32.pack(k, rows, m - row, height, a + 4L * row * aDown, aDown, aRight, scratch, scratch + TILE);
            sliver(rows, height, columns, k, c + 4L * row * cDown, cDown, add, scratch);
            if (bias != 0) FinishF32.bias(rows, columns, bias, c + 4L * row * cDown, cDown);
            if (relu) FinishF32.relu(rows, columns, c + 4L * row * cDown, cDown);
            row += rows;
        }
    }

    /** The packed sliver times all packed panels. */
    private static void sliver(
            int rows, int height, int columns, int k, long c, long cDown, boolean add, long scratch) {
        for (int column = 0; column < columns; column += WIDE) {
            long panel = scratch + PANELS + 4L * column * k;
            int filled = Math.min(WIDE, columns - column);
            long at = c + 4L * column;
            if (add || rows < height || filled < WIDE) {
                TileF32.multiply(height, WIDE, k, scratch, panel, WIDE, scratch + TILE, WIDE);
                if (add) FinishF32.add(rows, filled, scratch + TILE, WIDE, at, cDown);
                else FinishF32.copy(rows, filled, scratch + TILE, WIDE, at, cDown);
            } else {
                TileF32.multiply(height, WIDE, k, scratch, panel, WIDE, at, cDown);
            }
        }
    }

    private BlockF32() {}
}
