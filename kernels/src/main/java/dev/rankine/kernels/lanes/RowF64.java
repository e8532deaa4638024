package dev.rankine.kernels.lanes;

import static dev.rankine.kernels.lanes.Lanes.ALL;
import static dev.rankine.kernels.lanes.Lanes.ORDER;

import java.lang.foreign.ValueLayout;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

// As RowF32, for float64.

/** Products of a float64 row and a matrix. */
final class RowF64 {
    private static final VectorSpecies<Double> S = Lanes.F64;
    private static final ValueLayout.OfDouble DOUBLE = ValueLayout.JAVA_DOUBLE_UNALIGNED;
    private static final int LANES = S.length();
    private static final long BYTES = 8L * LANES;

    /** The columns that one loop computes. */
    private static final int COLUMNS = 8 * LANES;

    /** Rows of b that pass by c together, where they are so many elements apart. */
    private static final int GROUP = 8;

    private static final int FAR = 2048;

    /** The columns for which c stays in the cache. */
    private static final int LONGEST = 4096;

    /** {@code c = x b}, plus the old {@code c} if {@code add}. Number j of x is at {@code x + 4 j right}. */
    static void multiply(int n, int k, long x, long right, long b, long bDown, long c, boolean add, long scratch) {
        int parts = Math.max(1, (k + BlockF64.DEPTH - 1) / BlockF64.DEPTH);
        int depth = (k + parts - 1) / parts;
        for (int part = 0; part < parts; part++) {
            int first = part * depth;
            int count = Math.min(depth, k - first);
            row(n, count, x + 8L * first * right, right, b + 8L * first * bDown, bDown, c, add || part > 0, scratch);
        }
    }

    private static void row(int n, int k, long x, long right, long b, long bDown, long c, boolean add, long scratch) {
        boolean far = bDown >= FAR;
        int longest = far ? LONGEST : COLUMNS;
        for (int i = 0; i < n; i += longest) {
            int count = Math.min(longest, n - i);
            long sums = add ? scratch : c + 8L * i;
            if (far) groups(count, k, x, right, b + 8L * i, bDown, sums);
            else part(count, k, x, right, b + 8L * i, bDown, sums);
            if (add) FinishF64.add(1, count, scratch, 0, c + 8L * i, 0);
        }
    }

    private static void groups(int n, int k, long x, long right, long b, long bDown, long c) {
        int main = S.loopBound(n);
        ALL.asSlice(c, 8L * main).fill((byte) 0);
        int j = 0;
        for (; j + GROUP <= k; j += GROUP) group(main, x + 8 * j * right, right, b + 8 * j * bDown, bDown, c);
        for (; j < k; j++) line(main, ALL.get(DOUBLE, x + 8 * j * right), b + 8 * j * bDown, c);
        for (int i = main; i < n; i++) number(k, x, right, b + 8L * i, bDown, c + 8L * i);
    }

    private static void group(int n, long x, long right, long b, long bDown, long c) {
        DoubleVector x0 = DoubleVector.broadcast(S, ALL.get(DOUBLE, x));
        DoubleVector x1 = DoubleVector.broadcast(S, ALL.get(DOUBLE, x + 8 * right));
        DoubleVector x2 = DoubleVector.broadcast(S, ALL.get(DOUBLE, x + 8 * right * 2));
        DoubleVector x3 = DoubleVector.broadcast(S, ALL.get(DOUBLE, x + 8 * right * 3));
        DoubleVector x4 = DoubleVector.broadcast(S, ALL.get(DOUBLE, x + 8 * right * 4));
        DoubleVector x5 = DoubleVector.broadcast(S, ALL.get(DOUBLE, x + 8 * right * 5));
        DoubleVector x6 = DoubleVector.broadcast(S, ALL.get(DOUBLE, x + 8 * right * 6));
        DoubleVector x7 = DoubleVector.broadcast(S, ALL.get(DOUBLE, x + 8 * right * 7));
        long down = 8 * bDown;
        long b4 = b + down * 4;
        long end = c + 8L * n;
        for (; c < end; c += BYTES) {
            DoubleVector sum = DoubleVector.fromMemorySegment(S, ALL, c, ORDER);
            sum = x0.fma(DoubleVector.fromMemorySegment(S, ALL, b, ORDER), sum);
            sum = x1.fma(DoubleVector.fromMemorySegment(S, ALL, b + down, ORDER), sum);
            sum = x2.fma(DoubleVector.fromMemorySegment(S, ALL, b + 2 * down, ORDER), sum);
            sum = x3.fma(DoubleVector.fromMemorySegment(S, ALL, b + 3 * down, ORDER), sum);
            sum = x4.fma(DoubleVector.fromMemorySegment(S, ALL, b4, ORDER), sum);
            sum = x5.fma(DoubleVector.fromMemorySegment(S, ALL, b4 + down, ORDER), sum);
            sum = x6.fma(DoubleVector.fromMemorySegment(S, ALL, b4 + 2 * down, ORDER), sum);
            sum = x7.fma(DoubleVector.fromMemorySegment(S, ALL, b4 + 3 * down, ORDER), sum);
            sum.intoMemorySegment(ALL, c, ORDER);
            b += BYTES;
            b4 += BYTES;
        }
    }

    private static void line(int n, double number, long b, long c) {
        DoubleVector x = DoubleVector.broadcast(S, number);
        long end = c + 8L * n;
        for (; c < end; c += BYTES) {
            x.fma(DoubleVector.fromMemorySegment(S, ALL, b, ORDER), DoubleVector.fromMemorySegment(S, ALL, c, ORDER))
                    .intoMemorySegment(ALL, c, ORDER);
            b += BYTES;
        }
    }

    private static void part(int n, int k, long x, long right, long b, long bDown, long c) {
        int i = 0;
        if (n == COLUMNS) {
            eight(k, x, right, b, bDown, c);
            i = n;
        }
        for (; i + LANES <= n; i += LANES) one(k, x, right, b + 8L * i, bDown, c + 8L * i);
        for (; i < n; i++) number(k, x, right, b + 8L * i, bDown, c + 8L * i);
    }

    private static void eight(int k, long x, long right, long b, long bDown, long c) {
        DoubleVector s0 = DoubleVector.zero(S);
        DoubleVector s1 = DoubleVector.zero(S);
        DoubleVector s2 = DoubleVector.zero(S);
        DoubleVector s3 = DoubleVector.zero(S);
        DoubleVector s4 = DoubleVector.zero(S);
        DoubleVector s5 = DoubleVector.zero(S);
        DoubleVector s6 = DoubleVector.zero(S);
        DoubleVector s7 = DoubleVector.zero(S);
        for (int j = 0; j < k; j++) {
            DoubleVector y = DoubleVector.broadcast(S, ALL.get(DOUBLE, x));
            s0 = y.fma(DoubleVector.fromMemorySegment(S, ALL, b, ORDER), s0);
            s1 = y.fma(DoubleVector.fromMemorySegment(S, ALL, b + BYTES, ORDER), s1);
            s2 = y.fma(DoubleVector.fromMemorySegment(S, ALL, b + 2 * BYTES, ORDER), s2);
            s3 = y.fma(DoubleVector.fromMemorySegment(S, ALL, b + 3 * BYTES, ORDER), s3);
            s4 = y.fma(DoubleVector.fromMemorySegment(S, ALL, b + BYTES * 4, ORDER), s4);
            s5 = y.fma(DoubleVector.fromMemorySegment(S, ALL, b + 5 * BYTES, ORDER), s5);
            s6 = y.fma(DoubleVector.fromMemorySegment(S, ALL, b + 6 * BYTES, ORDER), s6);
            s7 = y.fma(DoubleVector.fromMemorySegment(S, ALL, b + 7 * BYTES, ORDER), s7);
            x += 8 * right;
            b += 8 * bDown;
        }
        s0.intoMemorySegment(ALL, c, ORDER);
        s1.intoMemorySegment(ALL, c + BYTES, ORDER);
        s2.intoMemorySegment(ALL, c + 2 * BYTES, ORDER);
        s3.intoMemorySegment(ALL, c + 3 * BYTES, ORDER);
        s4.intoMemorySegment(ALL, c + BYTES * 4, ORDER);
        s5.intoMemorySegment(ALL, c + 5 * BYTES, ORDER);
        s6.intoMemorySegment(ALL, c + 6 * BYTES, ORDER);
        s7.intoMemorySegment(ALL, c + 7 * BYTES, ORDER);
    }

    private static void one(int k, long x, long right, long b, long bDown, long c) {
        DoubleVector sum = DoubleVector.zero(S);
        for (int j = 0; j < k; j++) {
            DoubleVector y = DoubleVector.broadcast(S, ALL.get(DOUBLE, x));
            sum = y.fma(DoubleVector.fromMemorySegment(S, ALL, b, ORDER), sum);
            x += 8 * right;
            b += 8 * bDown;
        }
        sum.intoMemorySegment(ALL, c, ORDER);
    }

    private static void number(int k, long x, long right, long b, long bDown, long c) {
        double sum = 0.0;
        for (int j = 0; j < k; j++) {
            sum = Math.fma(ALL.get(DOUBLE, x), ALL.get(DOUBLE, b), sum);
            x += 8 * right;
            b += 8 * bDown;
        }
        ALL.set(DOUBLE, c, sum);
    }

    private RowF64() {}
}
