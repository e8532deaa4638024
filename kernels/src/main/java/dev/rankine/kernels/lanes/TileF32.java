package dev.rankine.kernels.lanes;

import java.lang.foreign.Arena;

/*
 * The micro-kernel: c[rows, columns] = a[rows, k] * b[k, columns] for float32, one tile of c in registers.
 *
 * a is a packed sliver: element (i, j) of `height` rows is at a + 4 * (j * height + i). b is a packed panel of one or two vectors, or rows
 * of a matrix: element (j, i) is at b + 4 * (j * bDown + i). c is always written in full, with height * vectors * lanes elements; what is
 * to be added to c, or cut at an edge, is written to scratch memory first and goes on from there (FinishF32): with the addition in the
 * same method the first compiler gives up on it (122 calls of the Vector API; 86 pass) and it may stay slow for ever.
 *
 * Heights: at 512 bits 8 rows of two vectors are 16 sums; 4 serve the remainder. 12 rows would fit into the registers and read less, but
 * not into Java's second compiler: beyond 18,000 nodes (a multiplication makes 458, a number of a 740) it puts off what it should inline,
 * here the last 4 rows, and in a third to all processes, by what ran before, it then left their sums on the heap: a training step of a
 * perceptron took 12 to 18 ms instead of 4. One zero for all sums, sums that begin as products, the vector of b as the receiver and
 * cheaper reads of a (440 and 690 nodes: 10 of 12 rows fit) did not mend it. Tiles of 8 rows end their loop at 16,400.
 * Narrower vectors are found where there are 16 registers: 6 rows are 12 sums, remainders 4 and 2.
 *
 * GFLOP/s on packed operands in the first-level cache, k = 256 (AMD EPYC, Zen 4, one thread, JDK 25; 118 is what the core can do): at 512
 * bits 8 x 32 113 (12 x 32 113), 4 x 32 113, and with one vector 84, 67; at 256 bits 6 x 16 102, 4 x 16 89, 2 x 16 58; at 128 bits
 * 6 x 8 51, 4 x 8 28-42.
 */

/** Products of packed float32 slivers and panels: how matrices are cut, and the products of the parts. */
final class TileF32 {
    private static final int LANES = Lanes.F32.length();

    /** Heights are one or more units. */
    static final int UNIT = Lanes.BITS == 512 ? 4 : 2;

    /** The rows of a full tile. */
    static final int ROWS = Lanes.BITS == 512 ? 8 : 6;

    /** The columns of a full tile: two vectors. */
    static final int COLUMNS = 2 * LANES;

    /** The height of the next sliver where {@code rows} are left: it may reach past them by less than a unit. */
    static int height(int rows) {
        int units = (rows + UNIT - 1) / UNIT;
        // where full tiles are 6 rows, 6 and 4 make up any number of units but one; where they are 8, two units are one
        return units == 1 ? UNIT : units == 2 || units == 4 ? 2 * UNIT : ROWS;
    }

    /** The width of the next panel where {@code columns} are left: one vector if that suffices. */
    static int width(int columns) {
        return columns <= LANES ? LANES : COLUMNS;
    }

    /**
     * {@code c = a b} for one tile of {@code height} rows and {@code width} columns, as {@link #height} and {@link #width} give them.
     * {@code bDown} and {@code cDown} are distances of rows in elements.
     */
    static void multiply(int height, int width, int k, long a, long b, long bDown, long c, long cDown) {
        if (width == COLUMNS) wide(height, k, a, b, bDown, c, cDown);
        else narrow(height, k, a, b, bDown, c, cDown);
    }

    private static void wide(int height, int k, long a, long b, long bDown, long c, long cDown) {
        switch (height) {
            case 8 -> Tile8F32.wide(k, a, b, bDown, c, cDown);
            case 6 -> Tile6F32.wide(k, a, b, bDown, c, cDown);
            case 4 -> Tile4F32.wide(k, a, b, bDown, c, cDown);
            default -> Tile2F32.wide(k, a, b, bDown, c, cDown);
        }
    }

    private static void narrow(int height, int k, long a, long b, long bDown, long c, long cDown) {
        switch (height) {
            case 8 -> Tile8F32.narrow(k, a, b, bDown, c, cDown);
            case 6 -> Tile6F32.narrow(k, a, b, bDown, c, cDown);
            case 4 -> Tile4F32.narrow(k, a, b, bDown, c, cDown);
            default -> Tile2F32.narrow(k, a, b, bDown, c, cDown);
        }
    }

    /** Full tiles run at their speed when this returns; see {@link Warm}. */
    static void settle() {
        if (!Settled.DONE) throw new AssertionError();
    }

    private static final class Settled {
        private static final int K = 16;
        static final boolean DONE = run();

        private static boolean run() {
            try (Arena arena = Arena.ofConfined()) {
                long a = arena.allocate(4L * K * (ROWS + 2 * COLUMNS), 64).address();
                long b = a + 4L * K * ROWS;
                long c = b + 4L * K * COLUMNS;
                return Warm.up(2L * ROWS * K, () -> multiply(ROWS, COLUMNS, K, a, b, COLUMNS, c, COLUMNS));
            }
        }
    }

    private TileF32() {}
}
