package dev.rankine.kernels.lanes;

import java.lang.foreign.Arena;

/*
 * The micro-kernel on a left matrix that is not packed: as TileF32, but element (i, j) of a is at a + 4 * (i * aDown + j * aRight). Its sums
 * are those of TileF32, bit by bit. Rows need an address each or a sum of two: beside 16 sums of 512 bits there is room for that, so
 * that it is nearly as fast as on a packed sliver: 106-108 GFLOP/s for 12 x 32 (8 x 32 now, see TileF32) and k = 256, 112 packed, one vector 85 (AMD EPYC, Zen 4, one
 * thread, JDK 25). See SmallF32 for where it is used.
 */

/** Products of float32 rows wherever they lie and packed panels, or rows of a matrix. */
final class UnpackedF32 {
    /**
     * {@code c = a b} for one tile of {@code height} rows and {@code width} columns, as {@link TileF32#height} and {@link TileF32#width}
     * give them; all of its rows are read. Distances are in elements.
     */
    static void multiply(
            int height, int width, int k, long a, long aDown, long aRight, long b, long bDown, long c, long cDown) {
        if (width == TileF32.COLUMNS) wide(height, k, a, aDown, aRight, b, bDown, c, cDown);
        else narrow(height, k, a, aDown, aRight, b, bDown, c, cDown);
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
