package dev.rankine.kernels.lanes;

import static dev.rankine.kernels.lanes.Lanes.ALL;
import static dev.rankine.kernels.lanes.Lanes.ORDER;

import java.lang.foreign.ValueLayout;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/*
 * A row times a matrix with rows without gaps: c[n] (+)= x[k] * b[k, n] for float32. Every number of b is read once, so nothing is packed:
 * eight vectors of c stay in registers while the rows of b pass by. Rows that are FAR apart would each cost a page and a line of the same
 * set of the cache for that, so GROUP of them are read to their ends, and c stays in the first-level cache. Both add in the same order.
 * k is cut like that of tiles, so that sums stay as exact as theirs.
 * 0.04 ns a number of b in the second-level cache, 0.05 in the third or far apart; 4096 x 4096 from memory 0.14, not in groups 0.26 (AMD EPYC, Zen 4, 512 bits, one thread, JDK 25).
 */

/** Products of a float32 row and a matrix. */
final class RowF32 {
    private static final VectorSpecies<Float> S = Lanes.F32;
    private static final ValueLayout.OfFloat FLOAT = ValueLayout.JAVA_FLOAT_UNALIGNED;
    private static final int LANES = S.length();
    private static final long BYTES = 4L * LANES;

    /** The columns that one loop computes. */
    private static final int COLUMNS = 8 * LANES;

    /** Rows of b that pass by c together, where they are so many elements apart. */
    private static final int GROUP = 8;

    private static final int FAR = 2048;

    /** The columns for which c stays in the cache. */
    private static final int LONGEST = 4096;

    /** {@code c = x b}, plus the old {@code c} if {@code add}. Number j of x is at {@code x + 4 j right}. */
    static void multiply(int n, int k, long x, long right, long b, long bDown, long c, boolean add, long scratch) {
        int parts = Math.max(1, (k + BlockF32.DEPTH - 1) / BlockF32.DEPTH);
        int depth = (k + parts - 1) / parts;
        for (int part = 0; part < parts; part++) {
            int first = part * depth;
            int count = Math.min(depth, k - first);
            row(n, count, x + 4L * first * right, right, b + 4L * first * bDown, bDown, c, add || part > 0, scratch);
        }
    }

    private static void row(int n, int k, long x, long right, long b, long bDown, long c, boolean add, long scratch) {
        boolean far = bDown >= FAR;
        int longest = far ? LONGEST : COLUMNS;
        for (int i = 0; i < n; i += longest) {
            int count = Math.min(longest, n - i);
            long sums = add ? scratch : c + 4L * i;
            if (far) groups(count, k, x, right, b + 4L * i, bDown, sums);
            else part(count, k, x, right, b + 4L * i, bDown, sums);
            if (add) FinishF32.add(1, count, scratch, 0, c + 4L * i, 0);
        }
    }

    private static void groups(int n, int k, long x, long right, long b, long bDown, long c) {
        int main = S.loopBound(n);
        ALL.asSlice(c, 4L * main).fill((byte) 0);
        int j = 0;
        for (; j + GROUP <= k; j += GROUP) group(main, x + 4 * j * right, right, b + 4 * j * bDown, bDown, c);
        for (; j < k; j++) line(main, ALL.get(FLOAT, x + 4 * j * right), b + 4 * j * bDown, c);
        for (int i = main; i < n; i++) number(k, x, right, b + 4L * i, bDown, c + 4L * i);
    }

    private static void group(int n, long x, long right, long b, long bDown, long c) {
        FloatVector x0 = FloatVector.broadcast(S, ALL.get(FLOAT, x));
        FloatVector x1 = FloatVector.broadcast(S, ALL.get(FLOAT, x + 4 * right));
        FloatVector x2 = FloatVector.broadcast(S, ALL.get(FLOAT, x + 4 * right * 2));
        FloatVector x3 = FloatVector.broadcast(S, ALL.get(FLOAT, x + 4 * right * 3));
        FloatVector x4 = FloatVector.broadcast(S, ALL.get(FLOAT, x + 4 * right * 4));
        FloatVector x5 = FloatVector.broadcast(S, ALL.get(FLOAT, x + 4 * right * 5));
        FloatVector x6 = FloatVector.broadcast(S, ALL.get(FLOAT, x + 4 * right * 6));
        FloatVector x7 = FloatVector.broadcast(S, ALL.get(FLOAT, x + 4 * right * 7));
        long down = 4 * bDown;
        long b4 = b + down * 4;
        long end = c + 4L * n;
        for (; c < end; c += BYTES) {
            FloatVector sum = FloatVector.fromMemorySegment(S, ALL, c, ORDER);
            sum = x0.fma(FloatVector.fromMemorySegment(S, ALL, b, ORDER), sum);
            sum = x1.fma(FloatVector.fromMemorySegment(S, ALL, b + down, ORDER), sum);
            sum = x2.fma(FloatVector.fromMemorySegment(S, ALL, b + 2 * down, ORDER), sum);
            sum = x3.fma(FloatVector.fromMemorySegment(S, ALL, b + 3 * down, ORDER), sum);
            sum = x4.fma(FloatVector.fromMemorySegment(S, ALL, b4, ORDER), sum);
            sum = x5.fma(FloatVector.fromMemorySegment(S, ALL, b4 + down, ORDER), sum);
            sum = x6.fma(FloatVector.fromMemorySegment(S, ALL, b4 + 2 * down, ORDER), sum);
            sum = x7.fma(FloatVector.fromMemorySegment(S, ALL, b4 + 3 * down, ORDER), sum);
            sum.intoMemorySegment(ALL, c, ORDER);
            b += BYTES;
            b4 += BYTES;
        }
    }

    private static void line(int n, float number, long b, long c) {
        FloatVector x = FloatVector.broadcast(S, number);
        long end = c + 4L * n;
        for (; c < end; c += BYTES) {
            x.fma(FloatVector.fromMemorySegment(S, ALL, b, ORDER), FloatVector.fromMemorySegment(S, ALL, c, ORDER))
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
        for (; i + LANES <= n; i += LANES) one(k, x, right, b + 4L * i, bDown, c + 4L * i);
        for (; i < n; i++) number(k, x, right, b + 4L * i, bDown, c + 4L * i);
    }

    private static void eight(int k, long x, long right, long b, long bDown, long c) {
        FloatVector s0 = FloatVector.zero(S);
        FloatVector s1 = FloatVector.zero(S);
        FloatVector s2 = FloatVector.zero(S);
        FloatVector s3 = FloatVector.zero(S);
        FloatVector s4 = FloatVector.zero(S);
        FloatVector s5 = FloatVector.zero(S);
        FloatVector s6 = FloatVector.zero(S);
        FloatVector s7 = FloatVector.zero(S);
        for (int j = 0; j < k; j++) {
            FloatVector y = FloatVector.broadcast(S, ALL.get(FLOAT, x));
            s0 = y.fma(FloatVector.fromMemorySegment(S, ALL, b, ORDER), s0);
            s1 = y.fma(FloatVector.fromMemorySegment(S, ALL, b + BYTES, ORDER), s1);
            s2 = y.fma(FloatVector.fromMemorySegment(S, ALL, b + 2 * BYTES, ORDER), s2);
            s3 = y.fma(FloatVector.fromMemorySegment(S, ALL, b + 3 * BYTES, ORDER), s3);
            s4 = y.fma(FloatVector.fromMemorySegment(S, ALL, b + BYTES * 4, ORDER), s4);
            s5 = y.fma(FloatVector.fromMemorySegment(S, ALL, b + 5 * BYTES, ORDER), s5);
            s6 = y.fma(FloatVector.fromMemorySegment(S, ALL, b + 6 * BYTES, ORDER), s6);
            s7 = y.fma(FloatVector.fromMemorySegment(S, ALL, b + 7 * BYTES, ORDER), s7);
            x += 4 * right;
            b += 4 * bDown;
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
        FloatVector sum = FloatVector.zero(S);
        for (int j = 0; j < k; j++) {
            FloatVector y = FloatVector.broadcast(S, ALL.get(FLOAT, x));
            sum = y.fma(FloatVector.fromMemorySegment(S, ALL, b, ORDER), sum);
            x += 4 * right;
            b += 4 * bDown;
        }
        sum.intoMemorySegment(ALL, c, ORDER);
    }

    private static void number(int k, long x, long right, long b, long bDown, long c) {
        float sum = 0f;
        for (int j = 0; j < k; j++) {
            sum = Math.fma(ALL.get(FLOAT, x), ALL.get(FLOAT, b), sum);
            x += 4 * right;
            b += 4 * bDown;
        }
        ALL.set(FLOAT, c, sum);
    }

    private RowF32() {}
}
