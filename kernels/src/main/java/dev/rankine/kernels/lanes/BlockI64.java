package dev.rankine.kernels.lanes;

import static dev.rankine.kernels.lanes.Lanes.ALL;
import static dev.rankine.kernels.lanes.Lanes.ORDER;

import java.lang.foreign.ValueLayout;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorSpecies;

// As BlockI32, for int64.

/** Products of int64 matrices. */
final class BlockI64 {
    private static final VectorSpecies<Long> S = Lanes.I64;
    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED;
    private static final long BYTES = 8L * S.length();
    private static final int DEPTH = 128;

    /** The columns of a panel. */
    static final int COLUMNS = S.length() * 4;

    private static final long LINE = BYTES * DEPTH * 4;

    /** Bytes of scratch memory that a product needs, aligned to 64. */
    static final long SCRATCH = LINE + BYTES * 4;

    /** {@code c = a b}, plus the old {@code c} if {@code add}. Addresses in bytes, strides in elements. */
    static void multiply(
            int m,
            int n,
            int k,
            long a,
            long aDown,
            long aRight,
            long b,
            long bDown,
            long bRight,
            long c,
            long cDown,
            boolean add,
            long scratch) {
        for (int column = 0; column < n; column += COLUMNS) {
            int columns = Math.min(COLUMNS, n - column);
            int first = 0;
            do {
                int depth = Math.min(DEPTH, k - first);
                pack(depth, columns, b + 8L * (first * bDown + column * bRight), bDown, bRight, scratch);
                boolean more = add || first > 0;
                for (int row = 0; row < m; row++) {
                    long to = c + 8L * (row * cDown + column);
                    line(depth, a + 8L * (row * aDown + first * aRight), aRight, scratch, scratch + LINE);
                    if (more) add(columns, scratch + LINE, to);
                    else copy(columns, scratch + LINE, to);
                }
                first += DEPTH;
            } while (first < k);
        }
    }

    private static void pack(int k, int columns, long b, long bDown, long bRight, long into) {
        if (columns < COLUMNS) ALL.asSlice(into, BYTES * k * 4).fill((byte) 0);
        for (int j = 0; j < k; j++) {
            for (int i = 0; i < columns; i++) ALL.set(LONG, into + 8L * i, ALL.get(LONG, b + 8L * i * bRight));
            b += 8L * bDown;
            into += BYTES * 4;
        }
    }

    private static void line(int k, long a, long aRight, long b, long sums) {
        LongVector s0 = LongVector.zero(S);
        LongVector s1 = LongVector.zero(S);
        LongVector s2 = LongVector.zero(S);
        LongVector s3 = LongVector.zero(S);
        for (int j = 0; j < k; j++) {
            LongVector x = LongVector.broadcast(S, ALL.get(LONG, a));
            s0 = x.mul(LongVector.fromMemorySegment(S, ALL, b, ORDER)).add(s0);
            s1 = x.mul(LongVector.fromMemorySegment(S, ALL, b + BYTES, ORDER)).add(s1);
            s2 = x.mul(LongVector.fromMemorySegment(S, ALL, b + BYTES * 2, ORDER))
                    .add(s2);
            s3 = x.mul(LongVector.fromMemorySegment(S, ALL, b + BYTES * 3, ORDER))
                    .add(s3);
            a += 8L * aRight;
            b += BYTES * 4;
        }
        s0.intoMemorySegment(ALL, sums, ORDER);
        s1.intoMemorySegment(ALL, sums + BYTES, ORDER);
        s2.intoMemorySegment(ALL, sums + BYTES * 2, ORDER);
        s3.intoMemorySegment(ALL, sums + BYTES * 3, ORDER);
    }

    private static void copy(int columns, long sums, long c) {
        for (int i = 0; i < columns; i++) ALL.set(LONG, c + 8L * i, ALL.get(LONG, sums + 8L * i));
    }

    private static void add(int columns, long sums, long c) {
        for (int i = 0; i < columns; i++) {
            ALL.set(LONG, c + 8L * i, ALL.get(LONG, c + 8L * i) + ALL.get(LONG, sums + 8L * i));
        }
    }

    /** Adds the bias, a number a column, unless its address is 0, and cuts off what is negative if {@code relu}. */
    static void finish(int m, int n, long c, long cDown, long bias, boolean relu) {
        for (int row = 0; row < m; row++) {
            if (bias != 0) add(n, bias, c + 8L * row * cDown);
            if (relu) relu(n, c + 8L * row * cDown);
        }
    }

    private static void relu(int columns, long c) {
        for (int i = 0; i < columns; i++) ALL.set(LONG, c + 8L * i, Math.max(ALL.get(LONG, c + 8L * i), 0));
    }

    private BlockI64() {}
}
