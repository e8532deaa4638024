package dev.rankine.kernels.lanes;

import java.lang.foreign.Arena;

// As TileF32, for float64.

/** Products of packed float64 slivers and panels: how matrices are cut, and the products of the parts. */
final class TileF64 {
    private static final int LANES = Lanes.F64.length();

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
            case 8 -> Tile8F64.wide(k, a, b, bDown, c, cDown);
            case 6 -> Tile6F64.wide(k, a, b, bDown, c, cDown);
            case 4 -> Tile4F64.wide(k, a, b, bDown, c, cDown);
            default -> Tile2F64.wide(k, a, b, bDown, c, cDown);
        }
    }

    private static void narrow(int height, int k, long a, long b, long bDown, long c, long cDown) {
        switch (height) {
            case 8 -> Tile8F64.narrow(k, a, b, bDown, c, cDown);
            case 6 -> Tile6F64.narrow(k, a, b, bDown, c, cDown);
            case 4 -> Tile4F64.narrow(k, a, b, bDown, c, cDown);
            default -> Tile2F64.narrow(k, a, b, bDown, c, cDown);
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
                long a = arena.allocate(8L * K * (ROWS + 2 * COLUMNS), 64).address();
                long b = a + 8L * K * ROWS;
                long c = b + 8L * K * COLUMNS;
                return Warm.up(2L * ROWS * K, () -> multiply(ROWS, COLUMNS, K, a, b, COLUMNS, c, COLUMNS));
            }
        }
    }

    private TileF64() {}
}
