package dev.rankine.kernels.lanes;

import static dev.rankine.kernels.lanes.Lanes.ALL;
import static dev.rankine.kernels.lanes.Lanes.ORDER;

import java.lang.foreign.Arena;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

// As DotTileF32, for float64.

/** Products of a float64 matrix and a transposed one, without packing. */
final class DotTileF64 {
    private static final VectorSpecies<Double> S = Lanes.F64;
    private static final int LANES = S.length();
    private static final long BYTES = 8L * LANES;
    private static final int STEP = (int) BYTES;

    /** Rows and columns of a tile. */
    private static final int SIDE = 4;

    /** Tiles whose lanes are added together: those of one alone wait for each other. */
    private static final int TILES = 4;

    /** The longest part of the inner axis. */
    private static final int DEPTH = 512;

    // lanes of two vectors beside each other
    private static final DoubleVector EVEN = DoubleVector.zero(S).addIndex(2);
    private static final DoubleVector ODD = EVEN.add(1);

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
            part(m, n, count, a + 8L * first, aDown, b + 8L * first, bRight, c, cDown, more, scratch);
            more = true;
        }
        if (main < k || k == 0) {
            long left = a + 8L * main;
            long right = b + 8L * main;
            BlockF64.multiply(m, n, k - main, left, aDown, 1, right, 1, bRight, c, cDown, more, 0, false, scratch);
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
                    tile(rows, columns, k, a + 8 * row * aDown, 8 * aDown, b + 8 * column * bRight, 8 * bRight, into);
                }
                fold(SIDE * SIDE * ((end - i + SIDE - 1) / SIDE), sums);
                long from = sums;
                for (int j = i; j < end; j += SIDE, from += 8L * SIDE * SIDE) {
                    int row = wide ? j : o;
                    int column = wide ? o : j;
                    int rows = Math.min(SIDE, m - row);
                    int columns = Math.min(SIDE, n - column);
                    long at = c + 8 * (row * cDown + column);
                    if (add) FinishF64.add(rows, columns, from, SIDE, at, cDown);
                    else FinishF64.copy(rows, columns, from, SIDE, at, cDown);
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
        DoubleVector s00 = DoubleVector.zero(S);
        DoubleVector s01 = DoubleVector.zero(S);
        DoubleVector s02 = DoubleVector.zero(S);
        DoubleVector s03 = DoubleVector.zero(S);
        DoubleVector s10 = DoubleVector.zero(S);
        DoubleVector s11 = DoubleVector.zero(S);
        DoubleVector s12 = DoubleVector.zero(S);
        DoubleVector s13 = DoubleVector.zero(S);
        DoubleVector s20 = DoubleVector.zero(S);
        DoubleVector s21 = DoubleVector.zero(S);
        DoubleVector s22 = DoubleVector.zero(S);
        DoubleVector s23 = DoubleVector.zero(S);
        DoubleVector s30 = DoubleVector.zero(S);
        DoubleVector s31 = DoubleVector.zero(S);
        DoubleVector s32 = DoubleVector.zero(S);
        DoubleVector s33 = DoubleVector.zero(S);
        for (int i = 0; i < 8 * k; i += STEP) {
            DoubleVector y0 = DoubleVector.fromMemorySegment(S, ALL, b0 + i, ORDER);
            DoubleVector y1 = DoubleVector.fromMemorySegment(S, ALL, b1 + i, ORDER);
            DoubleVector y2 = DoubleVector.fromMemorySegment(S, ALL, b2 + i, ORDER);
            DoubleVector y3 = DoubleVector.fromMemorySegment(S, ALL, b3 + i, ORDER);
            DoubleVector x = DoubleVector.fromMemorySegment(S, ALL, a0 + i, ORDER);
            s00 = x.fma(y0, s00);
            s01 = x.fma(y1, s01);
            s02 = x.fma(y2, s02);
            s03 = x.fma(y3, s03);
            x = DoubleVector.fromMemorySegment(S, ALL, a1 + i, ORDER);
            s10 = x.fma(y0, s10);
            s11 = x.fma(y1, s11);
            s12 = x.fma(y2, s12);
            s13 = x.fma(y3, s13);
            x = DoubleVector.fromMemorySegment(S, ALL, a2 + i, ORDER);
            s20 = x.fma(y0, s20);
            s21 = x.fma(y1, s21);
            s22 = x.fma(y2, s22);
            s23 = x.fma(y3, s23);
            x = DoubleVector.fromMemorySegment(S, ALL, a3 + i, ORDER);
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
        DoubleVector a = DoubleVector.fromMemorySegment(S, ALL, x, ORDER);
        DoubleVector b = DoubleVector.fromMemorySegment(S, ALL, x + BYTES, ORDER);
        DoubleVector c = DoubleVector.fromMemorySegment(S, ALL, x + 2 * BYTES, ORDER);
        DoubleVector d = DoubleVector.fromMemorySegment(S, ALL, x + 3 * BYTES, ORDER);
        DoubleVector ab = EVEN.selectFrom(a, b).add(ODD.selectFrom(a, b));
        DoubleVector cd = EVEN.selectFrom(c, d).add(ODD.selectFrom(c, d));
        EVEN.selectFrom(ab, cd).add(ODD.selectFrom(ab, cd)).intoMemorySegment(ALL, y, ORDER);
    }

    /** Two numbers side by side become one. */
    private static void half(long x, long y) {
        DoubleVector a = DoubleVector.fromMemorySegment(S, ALL, x, ORDER);
        DoubleVector b = DoubleVector.fromMemorySegment(S, ALL, x + BYTES, ORDER);
        EVEN.selectFrom(a, b).add(ODD.selectFrom(a, b)).intoMemorySegment(ALL, y, ORDER);
    }

    private static final class Settled {
        private static final int K = 256;
        static final boolean DONE = run();

        private static boolean run() {
            try (Arena arena = Arena.ofConfined()) {
                long a = arena.allocate(8L * K * 2 * SIDE + BYTES * SIDE * SIDE, 64)
                        .address();
                long b = a + 8L * K * SIDE;
                long sums = b + 8L * K * SIDE;
                return Warm.up((long) SIDE * SIDE * K / LANES, () -> {
                    tile(SIDE, SIDE, K, a, 8L * K, b, 8L * K, sums);
                    fold(SIDE * SIDE, sums);
                });
            }
        }
    }

    private DotTileF64() {}
}
