package dev.rankine.kernels.lanes;

import java.lang.foreign.Arena;

// As UnpackedF32, for float64.

/** Products of float64 rows wherever they lie and packed panels, or rows of a matrix. */
final class UnpackedF64 {
    /**
     * {@code c = a b} for one tile of {@code height} rows and {@code width} columns, as {@link TileF64#height} and {@link TileF64#width}
     * give them; all of its rows are read. Distances are in elements.
     */
    static void multiply(
            int height, int width, int k, long a, long aDown, long aRight, long b, long bDown, long c, long cDown) {
        if (width == TileF64.COLUMNS) wide(height, k, a, 8 * aDown, 8 * aRight, b, 8 * bDown, c, 8 * cDown);
        else narrow(height, k, a, 8 * aDown, 8 * aRight, b, 8 * bDown, c, 8 * cDown);
    }

    /** The same for a tile of full height, where distances are in bytes. */
    static void tile(int width, int k, long a, long aDown, long aRight, long b, long bDown, long c, long cDown) {
        if (width == TileF64.COLUMNS) wide(TileF64.ROWS, k, a, aDown, aRight, b, bDown, c, cDown);
        else narrow(TileF64.ROWS, k, a, aDown, aRight, b, bDown, c, cDown);
    }

    private static void wide(
            int height, int k, long a, long aDown, long aRight, long b, long bDown, long c, long cDown) {
        switch (height) {
            case 8 -> Unpacked8F64.wide(k, a, aDown, aRight, b, bDown, c, cDown);
            case 6 -> Unpacked6F64.wide(k, a, aDown, aRight, b, bDown, c, cDown);
            case 4 -> Unpacked4F64.wide(k, a, aDown, aRight, b, bDown, c, cDown);
            default -> Unpacked2F64.wide(k, a, aDown, aRight, b, bDown, c, cDown);
        }
    }

    private static void narrow(
            int height, int k, long a, long aDown, long aRight, long b, long bDown, long c, long cDown) {
        switch (height) {
            case 8 -> Unpacked8F64.narrow(k, a, aDown, aRight, b, bDown, c, cDown);
            case 6 -> Unpacked6F64.narrow(k, a, aDown, aRight, b, bDown, c, cDown);
            case 4 -> Unpacked4F64.narrow(k, a, aDown, aRight, b, bDown, c, cDown);
            default -> Unpacked2F64.narrow(k, a, aDown, aRight, b, bDown, c, cDown);
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
            int rows = TileF64.ROWS;
            int columns = TileF64.COLUMNS;
            try (Arena arena = Arena.ofConfined()) {
                long a = arena.allocate(8L * K * (rows + 2 * columns), 64).address();
                long b = a + 8L * K * rows;
                long c = b + 8L * K * columns;
                return Warm.up(2L * rows * K, () -> multiply(rows, columns, K, a, K, 1, b, columns, c, columns));
            }
        }
    }

    private UnpackedF64() {}
}
