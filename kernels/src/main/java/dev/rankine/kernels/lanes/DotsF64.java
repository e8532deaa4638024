package dev.rankine.kernels.lanes;

import static dev.rankine.kernels.lanes.Lanes.ALL;
import static dev.rankine.kernels.lanes.Lanes.ORDER;

import java.lang.foreign.ValueLayout;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

// As DotsF32, for float64.

/** Products of a matrix with rows without gaps and a float64 vector. */
final class DotsF64 {
    private static final VectorSpecies<Double> S = Lanes.F64;
    private static final ValueLayout.OfDouble DOUBLE = ValueLayout.JAVA_DOUBLE_UNALIGNED;
    private static final int LANES = S.length();
    private static final long BYTES = 8L * LANES;
    private static final int DEPTH = 4096;
    private static final int GROUP = 32;

    /** {@code c = a x}, plus the old {@code c} if {@code add}. Number i of c is at {@code c + 4 i cDown}. */
    static void multiply(int m, int k, long a, long aDown, long x, long c, long cDown, boolean add, long scratch) {
        for (int row = 0; row < m; row += GROUP) {
            int rows = Math.min(GROUP, m - row);
            int first = 0;
            do {
                int count = Math.min(DEPTH, k - first);
                boolean more = add || first > 0;
                group(rows, count, a + 8 * (row * aDown + first), aDown, x + 8L * first, scratch);
                finish(rows, scratch, c + 8L * row * cDown, cDown, more);
                first += DEPTH;
            } while (first < k);
        }
    }

    /** The sums of lanes of up to GROUP rows. */
    private static void group(int rows, int k, long a, long aDown, long x, long sums) {
        int row = 0;
        for (; row + 8 <= rows; row += 8) eight(k, a + 8L * row * aDown, aDown, x, sums + row * BYTES);
        for (; row + 4 <= rows; row += 4) four(k, a + 8L * row * aDown, aDown, x, sums + row * BYTES);
        for (; row < rows; row++) one(k, a + 8L * row * aDown, x, sums + row * BYTES);
        int main = S.loopBound(k);
        if (main == k) return;
        for (row = 0; row < rows; row++)
            rest(k - main, a + 8 * (row * aDown + main), x + 8L * main, sums + row * BYTES);
    }

    private static void eight(int k, long a, long aDown, long x, long sums) {
        DoubleVector s0 = DoubleVector.zero(S);
        DoubleVector s1 = DoubleVector.zero(S);
        DoubleVector s2 = DoubleVector.zero(S);
        DoubleVector s3 = DoubleVector.zero(S);
        DoubleVector s4 = DoubleVector.zero(S);
        DoubleVector s5 = DoubleVector.zero(S);
        DoubleVector s6 = DoubleVector.zero(S);
        DoubleVector s7 = DoubleVector.zero(S);
        long down = 8 * aDown;
        long b = a + down * 4;
        int main = S.loopBound(k);
        for (int j = 0; j < main; j += LANES) {
            DoubleVector y = DoubleVector.fromMemorySegment(S, ALL, x, ORDER);
            s0 = y.fma(DoubleVector.fromMemorySegment(S, ALL, a, ORDER), s0);
            s1 = y.fma(DoubleVector.fromMemorySegment(S, ALL, a + down, ORDER), s1);
            s2 = y.fma(DoubleVector.fromMemorySegment(S, ALL, a + 2 * down, ORDER), s2);
            s3 = y.fma(DoubleVector.fromMemorySegment(S, ALL, a + 3 * down, ORDER), s3);
            s4 = y.fma(DoubleVector.fromMemorySegment(S, ALL, b, ORDER), s4);
            s5 = y.fma(DoubleVector.fromMemorySegment(S, ALL, b + down, ORDER), s5);
            s6 = y.fma(DoubleVector.fromMemorySegment(S, ALL, b + 2 * down, ORDER), s6);
            s7 = y.fma(DoubleVector.fromMemorySegment(S, ALL, b + 3 * down, ORDER), s7);
            a += BYTES;
            b += BYTES;
            x += BYTES;
        }
        s0.intoMemorySegment(ALL, sums, ORDER);
        s1.intoMemorySegment(ALL, sums + BYTES, ORDER);
        s2.intoMemorySegment(ALL, sums + 2 * BYTES, ORDER);
        s3.intoMemorySegment(ALL, sums + 3 * BYTES, ORDER);
        s4.intoMemorySegment(ALL, sums + BYTES * 4, ORDER);
        s5.intoMemorySegment(ALL, sums + 5 * BYTES, ORDER);
        s6.intoMemorySegment(ALL, sums + 6 * BYTES, ORDER);
        s7.intoMemorySegment(ALL, sums + 7 * BYTES, ORDER);
    }

    private static void four(int k, long a, long aDown, long x, long sums) {
        DoubleVector s0 = DoubleVector.zero(S);
        DoubleVector s1 = DoubleVector.zero(S);
        DoubleVector s2 = DoubleVector.zero(S);
        DoubleVector s3 = DoubleVector.zero(S);
        long down = 8 * aDown;
        int main = S.loopBound(k);
        for (int j = 0; j < main; j += LANES) {
            DoubleVector y = DoubleVector.fromMemorySegment(S, ALL, x, ORDER);
            s0 = y.fma(DoubleVector.fromMemorySegment(S, ALL, a, ORDER), s0);
            s1 = y.fma(DoubleVector.fromMemorySegment(S, ALL, a + down, ORDER), s1);
            s2 = y.fma(DoubleVector.fromMemorySegment(S, ALL, a + 2 * down, ORDER), s2);
            s3 = y.fma(DoubleVector.fromMemorySegment(S, ALL, a + 3 * down, ORDER), s3);
            a += BYTES;
            x += BYTES;
        }
        s0.intoMemorySegment(ALL, sums, ORDER);
        s1.intoMemorySegment(ALL, sums + BYTES, ORDER);
        s2.intoMemorySegment(ALL, sums + 2 * BYTES, ORDER);
        s3.intoMemorySegment(ALL, sums + 3 * BYTES, ORDER);
    }

    private static void one(int k, long a, long x, long sums) {
        DoubleVector sum = DoubleVector.zero(S);
        int main = S.loopBound(k);
        for (int j = 0; j < main; j += LANES) {
            DoubleVector y = DoubleVector.fromMemorySegment(S, ALL, x, ORDER);
            sum = y.fma(DoubleVector.fromMemorySegment(S, ALL, a, ORDER), sum);
            a += BYTES;
            x += BYTES;
        }
        sum.intoMemorySegment(ALL, sums, ORDER);
    }

    /** Fewer products than lanes, added to the first of the row. */
    private static void rest(int k, long a, long x, long sums) {
        double sum = ALL.get(DOUBLE, sums);
        for (int j = 0; j < k; j++) sum = Math.fma(ALL.get(DOUBLE, a + 8L * j), ALL.get(DOUBLE, x + 8L * j), sum);
        ALL.set(DOUBLE, sums, sum);
    }

    private static void finish(int rows, long sums, long c, long cDown, boolean add) {
        long turned = sums + GROUP * BYTES;
        long found = turned + LANES * BYTES;
        int row = 0;
        for (; row + LANES <= rows; row += LANES) {
            TransposeF64.lines(LANES, LANES, LANES, sums + row * BYTES, LANES, turned, found);
            rows(turned, found);
            for (int i = 0; i < LANES; i++) put(ALL.get(DOUBLE, found + 8L * i), c + 8 * (row + i) * cDown, add);
        }
        for (; row < rows; row++) put(lanes(sums + row * BYTES), c + 8 * row * cDown, add);
    }

    private static void put(double sum, long c, boolean add) {
        ALL.set(DOUBLE, c, add ? ALL.get(DOUBLE, c) + sum : sum);
    }

    /** {@link #lanes} of as many rows as there are lanes, which are columns here. */
    private static void rows(long x, long found) {
        DoubleVector s0 = DoubleVector.zero(S);
        DoubleVector s1 = DoubleVector.zero(S);
        DoubleVector s2 = DoubleVector.zero(S);
        DoubleVector s3 = DoubleVector.zero(S);
        int i = 0;
        for (; i + 4 <= LANES; i += 4) {
            s0 = s0.add(DoubleVector.fromMemorySegment(S, ALL, x + BYTES * i, ORDER));
            s1 = s1.add(DoubleVector.fromMemorySegment(S, ALL, x + BYTES * (i + 1), ORDER));
            s2 = s2.add(DoubleVector.fromMemorySegment(S, ALL, x + BYTES * (i + 2), ORDER));
            s3 = s3.add(DoubleVector.fromMemorySegment(S, ALL, x + BYTES * (i + 3), ORDER));
        }
        for (; i < LANES; i++) s0 = s0.add(DoubleVector.fromMemorySegment(S, ALL, x + BYTES * i, ORDER));
        s0.add(s2).add(s1.add(s3)).intoMemorySegment(ALL, found, ORDER);
    }

    /** Four numbers side by side, then those. */
    private static double lanes(long x) {
        double s0 = 0.0;
        double s1 = 0.0;
        double s2 = 0.0;
        double s3 = 0.0;
        int i = 0;
        for (; i + 4 <= LANES; i += 4) {
            s0 += ALL.get(DOUBLE, x + 8L * i);
            s1 += ALL.get(DOUBLE, x + 8L * (i + 1));
            s2 += ALL.get(DOUBLE, x + 8L * (i + 2));
            s3 += ALL.get(DOUBLE, x + 8L * (i + 3));
        }
        for (; i < LANES; i++) s0 += ALL.get(DOUBLE, x + 8L * i);
        return (s0 + s2) + (s1 + s3);
    }

    private DotsF64() {}
}
