package dev.rankine.kernels.lanes;

import static dev.rankine.kernels.lanes.Lanes.ALL;
import static dev.rankine.kernels.lanes.Lanes.ORDER;

import java.lang.foreign.ValueLayout;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorSpecies;

/*
 * A product of matrices on one thread: c[m, n] (+)= a[m, k] * b[k, n] for int32, modulo 2^32, any strides of a and b. Panels of b, four
 * vectors wide and DEPTH rows deep (64 KiB at 512 bits), are packed; each row of a passes by with four vectors of sums. Integers are rare
 * in products: there are no tiles of several rows. 128 x 128 x 128 takes 68 us, int64 125
 * (AMD EPYC, Zen 4, 512 bits, one thread, JDK 25).
 */

/** Products of int32 matrices. */
final class BlockI32 {
    private static final VectorSpecies<Integer> S = Lanes.I32;
    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED;
    private static final long BYTES = 4L * S.length();
    private static final int DEPTH = 256;

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
                pack(depth, columns, b + 4L * (first * bDown + column * bRight), bDown, bRight, scratch);
                boolean more = add || first > 0;
                for (int row = 0; row < m; row++) {
                    long to = c + 4L * (row * cDown + column);
                    line(depth, a + 4L * (row * aDown + first * aRight), aRight, scratch, scratch + LINE);
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
            for (int i = 0; i < columns; i++) ALL.set(INT, into + 4L * i, ALL.get(INT, b + 4L * i * bRight));
            b += 4L * bDown;
            into += BYTES * 4;
        }
    }

    private static void line(int k, long a, long aRight, long b, long sums) {
        IntVector s0 = IntVector.zero(S);
        IntVector s1 = IntVector.zero(S);
        IntVector s2 = IntVector.zero(S);
        IntVector s3 = IntVector.zero(S);
        for (int j = 0; j < k; j++) {
            IntVector x = IntVector.broadcast(S, ALL.get(INT, a));
            s0 = x.mul(IntVector.fromMemorySegment(S, ALL, b, ORDER)).add(s0);
            s1 = x.mul(IntVector.fromMemorySegment(S, ALL, b + BYTES, ORDER)).add(s1);
            s2 = x.mul(IntVector.fromMemorySegment(S, ALL, b + BYTES * 2, ORDER))
                    .add(s2);
            s3 = x.mul(IntVector.fromMemorySegment(S, ALL, b + BYTES * 3, ORDER))
                    .add(s3);
            a += 4L * aRight;
            b += BYTES * 4;
        }
        s0.intoMemorySegment(ALL, sums, ORDER);
        s1.intoMemorySegment(ALL, sums + BYTES, ORDER);
        s2.intoMemorySegment(ALL, sums + BYTES * 2, ORDER);
        s3.intoMemorySegment(ALL, sums + BYTES * 3, ORDER);
    }

    private static void copy(int columns, long sums, long c) {
        for (int i = 0; i < columns; i++) ALL.set(INT, c + 4L * i, ALL.get(INT, sums + 4L * i));
    }

    private static void add(int columns, long sums, long c) {
        for (int i = 0; i < columns; i++) {
            ALL.set(INT, c + 4L * i, ALL.get(INT, c + 4L * i) + ALL.get(INT, sums + 4L * i));
        }
    }

    /** Adds the bias, a number a column, unless its address is 0, and cuts off what is negative if {@code relu}. */
    static void finish(int m, int n, long c, long cDown, long bias, boolean relu) {
        for (int row = 0; row < m; row++) {
            if (bias != 0) add(n, bias, c + 4L * row * cDown);
            if (relu) relu(n, c + 4L * row * cDown);
        }
    }

    private static void relu(int columns, long c) {
        for (int i = 0; i < columns; i++) ALL.set(INT, c + 4L * i, Math.max(ALL.get(INT, c + 4L * i), 0));
    }

    private BlockI32() {}
}
