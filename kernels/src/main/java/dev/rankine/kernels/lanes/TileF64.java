package dev.rankine.kernels.lanes;

import java.lang.foreign.Arena;

// As TileF32, for float64.

/** Products of packed float64 slivers and panels: how matrices are cut, and the products of the parts. */
final class TileF64 {
    private static final int LANES = Lanes.F64.length();

    /** Heights are one, two or three units. */
    static final int UNIT = Lanes.BITS == 512 ? 4 : 2;

    /** The rows of a full tile. */
    static final int ROWS = 3 * UNIT;

    /** The columns of a full tile: two vectors. */
    static final int COLUMNS = 2 * LANES;

    /** The height of the next sliver where {@code rows} are left: it may reach past them by less than a unit. */
    static int height(int rows) {
        int units = (rows + UNIT - 1) / UNIT;
        // 12 and 8 (6 and 4) make up any number of units but one
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
            case 12 -> Tile12F64.wide(k, a, b, bDown, c, cDown);
            case 8 -> Tile8F64.wide(k, a, b, bDown, c, cDown);
            case 6 -> Tile6F64.wide(k, a, b, bDown, c, cDown);
            case 4 -> Tile4F64.wide(k, a, b, bDown, c, cDown);
            default -> Tile2F64.wide(k, a, b, bDown, c, cDown);
        }
    }

    private static void narrow(int height, int k, long a, long b, long bDown, long c, long cDown) {
        switch (height) {
            case 12 -> Tile12F64.narrow(k, a, b, bDown, c, cDown);
            case 8 -> Tile8F64.narrow(k, a, b, bDown, c, cDown);
            case 6 -> Tile6F64.narrow(k, a, b, bDown, c, cDown);
            case 4 -> Tile4F64.narrow(k, a, b, bDown, c, cDown);
            default -> Tile2F64.narrow(k, a, b, bDown, c, cDown);
        }
    }

    /**
     * Calls full tiles on memory of its own until they run at their speed, half a second at most, before the first product of a process. Left to
     * the first products they are compiled while much else is, and in a third of the processes the compiler then left calls in them for good:
     * a training step of a perceptron took 17 ms instead of 4.5. Alone they were compiled well in each of 20 processes, 8 of them with a training after it.
     */
    static void settle() {
        if (!Settled.DONE) throw new AssertionError();
    }

    private static final class Settled {
        static final boolean DONE = run();

        private static boolean run() {
            try (Arena arena = Arena.ofConfined()) {
                long a = arena.allocate(8L * K * (ROWS + 2 * COLUMNS), 64).address();
                long start = System.nanoTime();
                while (System.nanoTime() - start < LONGEST) {
                    long before = System.nanoTime();
                    for (int i = 0; i < CALLS; i++) {
                        multiply(
                                ROWS,
                                COLUMNS,
                                K,
                                a,
                                a + 8L * K * ROWS,
                                COLUMNS,
                                a + 8L * K * (ROWS + COLUMNS),
                                COLUMNS);
                    }
                    if (System.nanoTime() - before < CALLS * K * 2L * ROWS * FAST / 1000) return true;
                }
            }
            return true; // slow: a busy machine, or a slow one
        }

        // k of a call, and calls between two looks at the clock
        private static final int K = 16;
        private static final int CALLS = 64;
        private static final long LONGEST = 500_000_000;

        /** Picoseconds a vector of products may take: a third of it where it was measured. */
        private static final long FAST = 500;
    }

    private TileF64() {}
}
