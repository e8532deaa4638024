package dev.rankine.kernels.lanes;

/*
 * A product of matrices on one thread: c[m, n] (+)= a[m, k] * b[k, n] for float32, any strides of a and b, rows of c without gaps.
 *
 * k is cut into parts of DEPTH or less, so that a sliver of a (2 ROWS x DEPTH, 24 KiB) stays in the first-level cache while the panels of a
 * block of b (DEPTH x WIDTH, 768 KiB) pass by from the second. b is packed once for all rows. Rows of a without gaps are read where they lie:
 * packed, [1024, 256] [256, 256] runs at 92 to 94 instead of 101 to 103 GFLOP/s, [1024, 256] [256, 1024] at 96 instead of 102, with k = 1024 at 94
 * instead of 99. Other slivers are packed two tiles wide, whole lines of the cache where a is transposed (95 instead of 90; read where they lie,
 * 4 KiB apart, 85). Every element of c sees its products in the order of k, in parts that depend on k alone: the same bits whatever part of
 * a matrix a call computes.
 *
 * What is too small for that goes to SmallF32, few rows and a transposed b to TurnedF32. GFLOP/s (AMD EPYC, Zen 4, 512 bits, one thread,
 * JDK 25; 113 is the bare micro-kernel): 256 x 256 x 256 114, 512 108, 1024 100, 2048 102.
 */

/** Products of float32 matrices by tiles. */
final class BlockF32 {
    /** The longest part of the inner axis. */
    static final int DEPTH = 384;

    /** Parts are multiples of it, but for the last: what is left of the squares in which {@link PackF32} transposes costs 10 times as much. */
    private static final int STEP = 16;

    /** The widest block of columns: a multiple of every tile's. */
    static final int WIDTH = 512;

    /** Products of fewer multiplications do not wait for {@link UnpackedF32#settle}. */
    private static final int SMALL = 1 << 15;

    /** Of tiles here. One vector would save a hundredth of a product, and be compiled late because it is rare. */
    private static final int WIDE = TileF32.COLUMNS;

    private static final long SLACK = 64;
    private static final long PANELS = 4L * 2 * TileF32.ROWS * DEPTH + SLACK;
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
        if ((long) m * n * k > SMALL) UnpackedF32.settle();
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
        if (SmallF32.suits(m, n, bRight)) {
            SmallF32.multiply(
                    m, n, k, a, aDown, aRight, b, bDown, bRight, c, cDown, add, bias, relu, scratch, panels, tile);
        } else {
            panels(n, k, b, bDown, bRight, panels, tile);
            rows(m, n, k, a, aDown, aRight, c, cDown, add, bias, relu, scratch);
        }
    }

    /** Packs a block of b, panel after panel. */
    private static void panels(int columns, int k, long b, long bDown, long bRight, long into, long tile) {
        for (int column = 0; column < columns; column += WIDE) {
            int filled = Math.min(WIDE, columns - column);
            PackF32.pack(k, filled, filled, WIDE, b + 4 * column * bRight, bRight, bDown, into + 4L * column * k, tile);
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
            long left = a + 4L * row * aDown;
            long at = c + 4L * row * cDown;
            int height = TileF32.height(m - row);
            int rows = Math.min(height, m - row);
            if (aRight == 1 && rows == height) {
                sliver(rows, height, columns, k, left, aDown, aRight, at, cDown, add, scratch);
            } else {
                int more = rows < m - row ? TileF32.height(m - row - rows) : 0;
                int both = height + more;
                rows = Math.min(both, m - row);
                PackF32.pack(k, rows, m - row, both, left, aDown, aRight, scratch, scratch + TILE);
                sliver(Math.min(rows, height), height, columns, k, scratch, 1, both, at, cDown, add, scratch);
                if (more > 0) {
                    long below = at + 4L * height * cDown;
                    sliver(rows - height, more, columns, k, scratch + 4L * height, 1, both, below, cDown, add, scratch);
                }
            }
            if (bias != 0) FinishF32.bias(rows, columns, bias, at, cDown);
            if (relu) FinishF32.relu(rows, columns, at, cDown);
            row += rows;
        }
    }

    /** Rows of a, or of a packed sliver, times all packed panels. */
    private static void sliver(
            int rows,
            int height,
            int columns,
            int k,
            long a,
            long aDown,
            long aRight,
            long c,
            long cDown,
            boolean add,
            long scratch) {
        for (int column = 0; column < columns; column += WIDE) {
            long panel = scratch + PANELS + 4L * column * k;
            int filled = Math.min(WIDE, columns - column);
            long at = c + 4L * column;
            if (add || rows < height || filled < WIDE) {
                UnpackedF32.multiply(height, WIDE, k, a, aDown, aRight, panel, WIDE, scratch + TILE, WIDE);
                if (add) FinishF32.add(rows, filled, scratch + TILE, WIDE, at, cDown);
                else FinishF32.copy(rows, filled, scratch + TILE, WIDE, at, cDown);
            } else {
                UnpackedF32.multiply(height, WIDE, k, a, aDown, aRight, panel, WIDE, at, cDown);
            }
        }
    }

    private BlockF32() {}
}
