package dev.rankine.kernels.lanes;

import static dev.rankine.kernels.lanes.Lanes.ALL;
import static dev.rankine.kernels.lanes.Lanes.ORDER;

import java.lang.foreign.Arena;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/*
 * A product of matrices that both lie with the inner axis side by side: c[m, n] (+)= a[m, k] * b[n, k]T for float32, where m or n is too small
 * for packing to pay. Lanes run along k: SIDE x SIDE vectors of sums read two vectors for four products, and nothing is packed. At the end the lanes of
 * each are added in pairs, in a fixed order. k is cut so that SIDE rows of the larger matrix stay in the first-level cache for all of the smaller.
 * GFLOP/s (AMD EPYC, Zen 4, 512 bits, one thread, JDK 25; beside them those of packed operands): a tile in the first-level cache 61 at
 * k = 256, 87 at 784, 66 at 1024, where all lines fall into the same set; [8, 768] [768, 768]T 81 (26), [32, 2048] [1000, 2048]T 83 (54),
 * [128, 256] [10, 256]T 48 (22).
 */

/** Products of a float32 matrix and a transposed one, without packing. */
final class DotTileF32 {
    private static final VectorSpecies<Float> S = Lanes.F32;
    private static final int LANES = S.length();
    private static final long BYTES = 4L * LANES;
    private static final int STEP = (int) BYTES;

    /** Rows and columns of a tile. */
    private static final int SIDE = 4;

    /** Tiles whose lanes are added together: those of one alone wait for each other. */
    private static final int TILES = 4;

    /** The longest part of the inner axis. */
    private static final int DEPTH = 1024;

    // lanes of two vectors beside each other
    private static final FloatVector EVEN = FloatVector.zero(S).addIndex(2);
    private static final FloatVector ODD = EVEN.add(1);

    /** {@code c = a bT}, plus the old {@code c} if {@code add}. {@code aDown} and {@code bRight} are the distances of lines of k numbers. */
    static void multiply(
            int m,
            int n,
            int k,
            long a,
            long aDown,
            long b,
            long bRight,
            long c,
            long cDown,
            boolean add,
            long scratch) {
        if (!Settled.DONE) throw new AssertionError();
        int main = S.loopBound(k);
        boolean more = add;
        for (int first = 0; first < main; first += DEPTH) {
            int count = Math.min(DEPTH, main - first);
            part(m, n, count, a + 4L * first, aDown, b + 4L * first, bRight, c, cDown, more, scratch);
            more = true;
        }
        if (main < k || k == 0) {
            long left = a + 4L * main;
            long right = b + 4L * main;
            BlockF32.multiply(m, n, k - main, left, aDown, 1, right, 1, bRight, c, cDown, more, 0, false, scratch);
        }
    }

    private static void part(
            int m, int n, int k, long a, long aDown, long b, long bRight, long c, long cDown, boolean add, long sums) {
        boolean wide = n >= m;
        int outer = wide ? n : m;
        int inner = wide ? m : n;
        for (int o = 0; o < outer; o += SIDE) {
            for (int i = 0; i < inner; i += SIDE * TILES) {
                int end = Math.min(inner, i + SIDE * TILES);
                long into = sums;
                for (int j = i; j < end; j += SIDE, into += SIDE * SIDE * BYTES) {
                    int row = wide ? j : o;
                    int column = wide ? o : j;
                    int rows = Math.min(SIDE, m - row);
                    int columns = Math.min(SIDE, n - column);
                    tile(rows, columns, k, a + 4 * row * aDown, 4 * aDown, b + 4 * column * bRight, 4 * bRight, into);
                }
                fold(SIDE * SIDE * ((end - i + SIDE - 1) / SIDE), sums);
                long from = sums;
                for (int j = i; j < end; j += SIDE, from += 4L * SIDE * SIDE) {
                    int row = wide ? j : o;
                    int column = wide ? o : j;
                    int rows = Math.min(SIDE, m - row);
                    int columns = Math.min(SIDE, n - column);
                    long at = c + 4 * (row * cDown + column);
                    if (add) FinishF32.add(rows, columns, from, SIDE, at, cDown);
                    else FinishF32.copy(rows, columns, from, SIDE, at, cDown);
                }
            }
        }
    }

    /** Where there are fewer, the last line stands for those that are missing. */
    private static void tile(int rows, int columns, int k, long a, long aDown, long b, long bDown, long sums) {
        products(
                k,
                a,
                a + Math.min(1, rows - 1) * aDown,
                a + Math.min(2, rows - 1) * aDown,
                a + (rows - 1) * aDown,
                b,
                b + Math.min(1, columns - 1) * bDown,
                b + Math.min(2, columns - 1) * bDown,
                b + (columns - 1) * bDown,
                sums);
    }

    private static void products(
            int k, long a0, long a1, long a2, long a3, long b0, long b1, long b2, long b3, long sums) {
        FloatVector s00 = FloatVector.zero(S);
        FloatVector s01 = FloatVector.zero(S);
        FloatVector s02 = FloatVector.zero(S);
        FloatVector s03 = FloatVector.zero(S);
        FloatVector s10 = FloatVector.zero(S);
        FloatVector s11 = FloatVector.zero(S);
        FloatVector s12 = FloatVector.zero(S);
        FloatVector s13 = FloatVector.zero(S);
        FloatVector s20 = FloatVector.zero(S);
        FloatVector s21 = FloatVector.zero(S);
        FloatVector s22 = FloatVector.zero(S);
        FloatVector s23 = FloatVector.zero(S);
        FloatVector s30 = FloatVector.zero(S);
        FloatVector s31 = FloatVector.zero(S);
        FloatVector s32 = FloatVector.zero(S);
        FloatVector s33 = FloatVector.zero(S);
        for (int i = 0; i < 4 * k; i += STEP) {
            FloatVector y0 = FloatVector.fromMemorySegment(S, ALL, b0 + i, ORDER);
            FloatVector y1 = FloatVector.fromMemorySegment(S, ALL, b1 + i, ORDER);
            FloatVector y2 = FloatVector.fromMemorySegment(S, ALL, b2 + i, ORDER);
            FloatVector y3 = FloatVector.fromMemorySegment(S, ALL, b3 + i, ORDER);
            FloatVector x = FloatVector.fromMemorySegment(S, ALL, a0 + i, ORDER);
            s00 = x.fma(y0, s00);
            s01 = x.fma(y1, s01);
            s02 = x.fma(y2, s02);
            s03 = x.fma(y3, s03);
            x = FloatVector.fromMemorySegment(S, ALL, a1 + i, ORDER);
            s10 = x.fma(y0, s10);
            s11 = x.fma(y1, s11);
            s12 = x.fma(y2, s12);
            s13 = x.fma(y3, s13);
            x = FloatVector.fromMemorySegment(S, ALL, a2 + i, ORDER);
            s20 = x.fma(y0, s20);
            s21 = x.fma(y1, s21);
            s22 = x.fma(y2, s22);
            s23 = x.fma(y3, s23);
            x = FloatVector.fromMemorySegment(S, ALL, a3 + i, ORDER);
            s30 = x.fma(y0, s30);
            s31 = x.fma(y1, s31);
            s32 = x.fma(y2, s32);
            s33 = x.fma(y3, s33);
        }
        s00.intoMemorySegment(ALL, sums, ORDER);
        s01.intoMemorySegment(ALL, sums + BYTES, ORDER);
        s02.intoMemorySegment(ALL, sums + BYTES * 2, ORDER);
        s03.intoMemorySegment(ALL, sums + BYTES * 3, ORDER);
        s10.intoMemorySegment(ALL, sums + BYTES * 4, ORDER);
        s11.intoMemorySegment(ALL, sums + BYTES * 5, ORDER);
        s12.intoMemorySegment(ALL, sums + BYTES * 6, ORDER);
        s13.intoMemorySegment(ALL, sums + BYTES * 7, ORDER);
        s20.intoMemorySegment(ALL, sums + BYTES * 8, ORDER);
        s21.intoMemorySegment(ALL, sums + BYTES * 9, ORDER);
        s22.intoMemorySegment(ALL, sums + BYTES * 10, ORDER);
        s23.intoMemorySegment(ALL, sums + BYTES * 11, ORDER);
        s30.intoMemorySegment(ALL, sums + BYTES * 12, ORDER);
        s31.intoMemorySegment(ALL, sums + BYTES * 13, ORDER);
        s32.intoMemorySegment(ALL, sums + BYTES * 14, ORDER);
        s33.intoMemorySegment(ALL, sums + BYTES * 15, ORDER);
    }

    /** The lanes of each of some vectors added up: one number after another. */
    private static void fold(int count, long sums) {
        int vectors = count;
        int lanes = LANES;
        for (; lanes >= 4; lanes /= 4, vectors /= 4) {
            for (int i = 0; i < vectors / 4; i++) quarter(sums + i * (BYTES * 4), sums + i * BYTES);
        }
        if (lanes == 1) return;
        for (int i = 0; i < vectors / 2; i++) half(sums + i * (2 * BYTES), sums + i * BYTES);
    }

    /** Four numbers side by side become one. */
    private static void quarter(long x, long y) {
        FloatVector a = FloatVector.fromMemorySegment(S, ALL, x, ORDER);
        FloatVector b = FloatVector.fromMemorySegment(S, ALL, x + BYTES, ORDER);
        FloatVector c = FloatVector.fromMemorySegment(S, ALL, x + 2 * BYTES, ORDER);
        FloatVector d = FloatVector.fromMemorySegment(S, ALL, x + 3 * BYTES, ORDER);
        FloatVector ab = EVEN.selectFrom(a, b).add(ODD.selectFrom(a, b));
        FloatVector cd = EVEN.selectFrom(c, d).add(ODD.selectFrom(c, d));
        EVEN.selectFrom(ab, cd).add(ODD.selectFrom(ab, cd)).intoMemorySegment(ALL, y, ORDER);
    }

    /** Two numbers side by side become one. */
    private static void half(long x, long y) {
        FloatVector a = FloatVector.fromMemorySegment(S, ALL, x, ORDER);
        FloatVector b = FloatVector.fromMemorySegment(S, ALL, x + BYTES, ORDER);
        EVEN.selectFrom(a, b).add(ODD.selectFrom(a, b)).intoMemorySegment(ALL, y, ORDER);
    }

    private static final class Settled {
        private static final int K = 256;
        static final boolean DONE = run();

        private static boolean run() {
            try (Arena arena = Arena.ofConfined()) {
                long a = arena.allocate(4L * K * 2 * SIDE + BYTES * SIDE * SIDE, 64)
                        .address();
                long b = a + 4L * K * SIDE;
                long sums = b + 4L * K * SIDE;
                return Warm.up((long) SIDE * SIDE * K / LANES, () -> {
                    tile(SIDE, SIDE, K, a, 4L * K, b, 4L * K, sums);
                    fold(SIDE * SIDE, sums);
                });
            }
        }
    }

    private DotTileF32() {}
}
