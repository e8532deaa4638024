package dev.rankine.kernels.lanes;

import java.lang.foreign.Arena;

/*
 * c[rows, columns] = a[rows, k] * b[k, columns] for float32, one tile of c in registers, as TileF32, of matrices as
 * they lie: element (i, j) of a is at a + i * aDown + j * aRight, element (j, i) of b at b + j * bDown + BYTES * i,
 * rows of c are cDown apart, all in bytes. k is the inner axis. There is one height, that of full tiles; a is read,
 * and c written, in as many rows. One address runs down the rows of a, and k is counted down: with three addresses and
 * multiples of aDown, counted up, the loop had more numbers than the processor has registers, the compiler kept some in
 * vectors, and moving them from there took a sixth of the time (96 instead of 112 GFLOP/s). Twelve rows are too many for
 * the compiler (TileF32 says why): attention took three times as long in some processes.
 *
 * Nothing is packed for it, which pays where a matrix is read by few tiles: attention to 128 keys packed for a fifth
 * of its time. Float32 on eight rows in the first-level cache (AMD EPYC, Zen 4, 512 bits, one thread, JDK 25): k = 40,
 * 64 and 128 110 to 114 GFLOP/s; packed slivers 103 at 64 and 115 at 256.
 */

/** Products of float32 matrices that are not packed. */
final class FreeTileF32 {
    /** The rows of a tile. */
    static final int ROWS = Lanes.BITS == 512 ? 8 : 6;

    /** The columns of a tile: two vectors. */
    static final int COLUMNS = TileF32.COLUMNS;

    private static final int BYTES = Float.BYTES;

    /** {@code c = a b} for {@link #ROWS} rows and {@code width} columns, as {@link TileF32#width} gives it. */
    static void multiply(int width, int k, long a, long aDown, long aRight, long b, long bDown, long c, long cDown) {
        if (ROWS == 8) {
            if (width == COLUMNS) FreeTile8F32.wide(k, a, aDown, aRight, b, bDown, c, cDown);
            else FreeTile8F32.narrow(k, a, aDown, aRight, b, bDown, c, cDown);
        } else {
            if (width == COLUMNS) FreeTile6F32.wide(k, a, aDown, aRight, b, bDown, c, cDown);
            else FreeTile6F32.narrow(k, a, aDown, aRight, b, bDown, c, cDown);
        }
    }

    /** The rows of whole tiles that {@code rows} rows need. */
    static int up(int rows) {
        return (rows + ROWS - 1) / ROWS * ROWS;
    }

    /** As {@link TileF32#settle}, for these tiles. */
    static void settle() {
        if (!Settled.DONE) throw new AssertionError();
    }

    private static final class Settled {
        static final boolean DONE = run();

        private static boolean run() {
            try (Arena arena = Arena.ofConfined()) {
                long a = arena.allocate((long) BYTES * K * (ROWS + COLUMNS) + (long) BYTES * ROWS * COLUMNS, 64)
                        .address();
                long b = a + (long) BYTES * K * ROWS;
                long c = b + (long) BYTES * K * COLUMNS;
                long row = (long) BYTES * COLUMNS;
                long start = System.nanoTime();
                while (System.nanoTime() - start < LONGEST) {
                    long before = System.nanoTime();
                    for (int i = 0; i < CALLS; i++) multiply(COLUMNS, K, a, (long) BYTES * K, BYTES, b, row, c, row);
                    if (System.nanoTime() - before < CALLS * K * 2L * ROWS * FAST / 1000) return true;
                }
            }
            return true; // slow: a busy machine, or a slow one
        }

        // k of a call, and calls between two looks at the clock
        private static final int K = 16;
        private static final int CALLS = 64;
        private static final long LONGEST = 500_000_000;

        /** Picoseconds a vector of products may take, as in {@link TileF32}. */
        private static final long FAST = 600;
    }

    private FreeTileF32() {}
}
