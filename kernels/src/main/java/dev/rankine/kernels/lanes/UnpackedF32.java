package dev.rankine.kernels.lanes;

import java.lang.foreign.Arena;

/*
 * The micro-kernel on a left matrix that is not packed: as TileF32, but its rows are aDown apart and its columns aRight. Its sums are
 * those of TileF32, bit by bit. One address runs down the rows, and k is counted down: with an address for two rows and a counter beside the
 * end the loop had more whole numbers than the processor has registers, the compiler kept some in vectors, and moving them took a twentieth.
 *
 * GFLOP/s, operands in the first-level cache (AMD EPYC, Zen 4, 512 bits, one thread, JDK 25): 8 x 32 at k = 32, 64, 128 and 256 113, 117, 117 and
 * 117 (packed slivers 104, 111, 114 and 116), 4 x 32 115 to 118, one vector 80 to 88. See SmallF32 for where it is used; attention packs nothing.
 */

/** Products of float32 rows wherever they lie and packed panels, or rows of a matrix. */
final class UnpackedF32 {
    /**
     * {@code c = a b} for one tile of {@code height} rows and {@code width} columns, as {@link TileF32#height} and {@link TileF32#width}
     * give them; all of its rows are read. Distances are in elements.
     */
    static void multiply(
            int height, int width, int k, long a, long aDown, long aRight, long b, long bDown, long c, long cDown) {
        if (width == TileF32.COLUMNS) wide(height, k, a, 4 * aDown, 4 * aRight, b, 4 * bDown, c, 4 * cDown);
        else narrow(height, k, a, 4 * aDown, 4 * aRight, b, 4 * bDown, c, 4 * cDown);
    }

    /** The same for a tile of full height, where distances are in bytes. */
    static void tile(int width, int k, long a, long aDown, long aRight, long b, long bDown, long c, long cDown) {
        if (width == TileF32.COLUMNS) wide(TileF32.ROWS, k, a, aDown, aRight, b, bDown, c, cDown);
        else narrow(TileF32.ROWS, k, a, aDown, aRight, b, bDown, c, cDown);
    }

    private static void wide(
            int height, int k, long a, long aDown, long aRight, long b, long bDown, long c, long cDown) {
        switch (height) {
            case 8 -> Unpacked8F32.wide(k, a, aDown, aRight, b, bDown, c, cDown);
            case 6 -> Unpacked6F32.wide(k, a, aDown, aRight, b, bDown, c, cDown);
            case 4 -> Unpacked4F32.wide(k, a, aDown, aRight, b, bDown, c, cDown);
            default -> Unpacked2F32.wide(k, a, aDown, aRight, b, bDown, c, cDown);
        }
    }

    private static void narrow(
            int height, int k, long a, long aDown, long aRight, long b, long bDown, long c, long cDown) {
        switch (height) {
            case 8 -> Unpacked8F32.narrow(k, a, aDown, aRight, b, bDown, c, cDown);
            case 6 -> Unpacked6F32.narrow(k, a, aDown, aRight, b, bDown, c, cDown);
            case 4 -> Unpacked4F32.narrow(k, a, aDown, aRight, b, bDown, c, cDown);
            default -> Unpacked2F32.narrow(k, a, aDown, aRight, b, bDown, c, cDown);
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
            int rows = TileF32.ROWS;
            int columns = TileF32.COLUMNS;
            try (Arena arena = Arena.ofConfined()) {
                long a = arena.allocate(4L * K * (rows + 2 * columns), 64).address();
                long b = a + 4L * K * rows;
                long c = b + 4L * K * columns;
                return Warm.up(2L * rows * K, () -> multiply(rows, columns, K, a, K, 1, b, columns, c, columns));
            }
        }
    }

    private UnpackedF32() {}
}
