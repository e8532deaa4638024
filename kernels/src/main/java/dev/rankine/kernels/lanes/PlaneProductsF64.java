package dev.rankine.kernels.lanes;

import static dev.rankine.kernels.lanes.Lanes.ALL;
import static dev.rankine.kernels.lanes.Lanes.ORDER;

import java.lang.foreign.ValueLayout;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/** As PlaneProductsF32, for float64. */
final class PlaneProductsF64 {
    private static final VectorSpecies<Double> S = Lanes.F64;
    private static final ValueLayout.OfDouble DOUBLE = ValueLayout.JAVA_DOUBLE_UNALIGNED;
    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED;
    private static final long BYTES = Double.BYTES;
    private static final long STEP = BYTES * S.length();

    /** Lanes 0, 2, 4, ... and 1, 3, 5, ... of two vectors beside each other. */
    private static final DoubleVector EVEN = DoubleVector.zero(S).addIndex(2);

    private static final DoubleVector ODD = EVEN.add(1);

    /** Output channels and elements of kernels of a tile. */
    static final int OUTPUTS = 4;

    static final int TAPS = 6;

    /** The sums of one tile over all steps, at {@code to}: output by output. */
    private static void products(
            long table,
            int steps,
            long a,
            long b,
            long c,
            long d,
            long x0,
            long x1,
            long x2,
            long x3,
            long x4,
            long x5,
            long to) {
        DoubleVector a0 = DoubleVector.zero(S);
        DoubleVector a1 = DoubleVector.zero(S);
        DoubleVector a2 = DoubleVector.zero(S);
        DoubleVector a3 = DoubleVector.zero(S);
        DoubleVector a4 = DoubleVector.zero(S);
        DoubleVector a5 = DoubleVector.zero(S);
        DoubleVector b0 = DoubleVector.zero(S);
        DoubleVector b1 = DoubleVector.zero(S);
        DoubleVector b2 = DoubleVector.zero(S);
        DoubleVector b3 = DoubleVector.zero(S);
        DoubleVector b4 = DoubleVector.zero(S);
        DoubleVector b5 = DoubleVector.zero(S);
        DoubleVector c0 = DoubleVector.zero(S);
        DoubleVector c1 = DoubleVector.zero(S);
        DoubleVector c2 = DoubleVector.zero(S);
        DoubleVector c3 = DoubleVector.zero(S);
        DoubleVector c4 = DoubleVector.zero(S);
        DoubleVector c5 = DoubleVector.zero(S);
        DoubleVector d0 = DoubleVector.zero(S);
        DoubleVector d1 = DoubleVector.zero(S);
        DoubleVector d2 = DoubleVector.zero(S);
        DoubleVector d3 = DoubleVector.zero(S);
        DoubleVector d4 = DoubleVector.zero(S);
        DoubleVector d5 = DoubleVector.zero(S);
        for (long i = table; i < table + 16L * steps; i += 16) {
            long p = ALL.get(LONG, i);
            long q = ALL.get(LONG, i + 8);
            DoubleVector av = DoubleVector.fromMemorySegment(S, ALL, a + p, ORDER);
            DoubleVector bv = DoubleVector.fromMemorySegment(S, ALL, b + p, ORDER);
            DoubleVector cv = DoubleVector.fromMemorySegment(S, ALL, c + p, ORDER);
            DoubleVector dv = DoubleVector.fromMemorySegment(S, ALL, d + p, ORDER);
            DoubleVector v0 = DoubleVector.fromMemorySegment(S, ALL, x0 + q, ORDER);
            a0 = av.fma(v0, a0);
            b0 = bv.fma(v0, b0);
            c0 = cv.fma(v0, c0);
            d0 = dv.fma(v0, d0);
            DoubleVector v1 = DoubleVector.fromMemorySegment(S, ALL, x1 + q, ORDER);
            a1 = av.fma(v1, a1);
            b1 = bv.fma(v1, b1);
            c1 = cv.fma(v1, c1);
            d1 = dv.fma(v1, d1);
            DoubleVector v2 = DoubleVector.fromMemorySegment(S, ALL, x2 + q, ORDER);
            a2 = av.fma(v2, a2);
            b2 = bv.fma(v2, b2);
            c2 = cv.fma(v2, c2);
            d2 = dv.fma(v2, d2);
            DoubleVector v3 = DoubleVector.fromMemorySegment(S, ALL, x3 + q, ORDER);
            a3 = av.fma(v3, a3);
            b3 = bv.fma(v3, b3);
            c3 = cv.fma(v3, c3);
            d3 = dv.fma(v3, d3);
            DoubleVector v4 = DoubleVector.fromMemorySegment(S, ALL, x4 + q, ORDER);
            a4 = av.fma(v4, a4);
            b4 = bv.fma(v4, b4);
            c4 = cv.fma(v4, c4);
            d4 = dv.fma(v4, d4);
            DoubleVector v5 = DoubleVector.fromMemorySegment(S, ALL, x5 + q, ORDER);
            a5 = av.fma(v5, a5);
            b5 = bv.fma(v5, b5);
            c5 = cv.fma(v5, c5);
            d5 = dv.fma(v5, d5);
        }
        a0.intoMemorySegment(ALL, to + 0 * STEP, ORDER);
        a1.intoMemorySegment(ALL, to + 1 * STEP, ORDER);
        a2.intoMemorySegment(ALL, to + 2 * STEP, ORDER);
        a3.intoMemorySegment(ALL, to + 3 * STEP, ORDER);
        a4.intoMemorySegment(ALL, to + 4 * STEP, ORDER);
        a5.intoMemorySegment(ALL, to + 5 * STEP, ORDER);
        b0.intoMemorySegment(ALL, to + 6 * STEP, ORDER);
        b1.intoMemorySegment(ALL, to + 7 * STEP, ORDER);
        b2.intoMemorySegment(ALL, to + 8 * STEP, ORDER);
        b3.intoMemorySegment(ALL, to + 9 * STEP, ORDER);
        b4.intoMemorySegment(ALL, to + 10 * STEP, ORDER);
        b5.intoMemorySegment(ALL, to + 11 * STEP, ORDER);
        c0.intoMemorySegment(ALL, to + 12 * STEP, ORDER);
        c1.intoMemorySegment(ALL, to + 13 * STEP, ORDER);
        c2.intoMemorySegment(ALL, to + 14 * STEP, ORDER);
        c3.intoMemorySegment(ALL, to + 15 * STEP, ORDER);
        c4.intoMemorySegment(ALL, to + 16 * STEP, ORDER);
        c5.intoMemorySegment(ALL, to + 17 * STEP, ORDER);
        d0.intoMemorySegment(ALL, to + 18 * STEP, ORDER);
        d1.intoMemorySegment(ALL, to + 19 * STEP, ORDER);
        d2.intoMemorySegment(ALL, to + 20 * STEP, ORDER);
        d3.intoMemorySegment(ALL, to + 21 * STEP, ORDER);
        d4.intoMemorySegment(ALL, to + 22 * STEP, ORDER);
        d5.intoMemorySegment(ALL, to + 23 * STEP, ORDER);
    }
    /**
     * The sums of all tiles of a block.
     *
     * @param d the planes of the arriving gradient, {@code dRow} bytes apart.
     * @param x the runs of the input, at the offsets {@code taps} in bytes.
     * @param sums the tiles, with all their lanes.
     * @param add whether they are added to what is there.
     */
    static void block(
            long d,
            long dRow,
            int outputs,
            long x,
            long taps,
            int count,
            long table,
            int steps,
            long sums,
            boolean add,
            long scratch) {
        long to = sums;
        for (int o = 0; o < outputs; o += OUTPUTS) {
            for (int t = 0; t < count; t += TAPS) {
                products(
                        table,
                        steps,
                        d + dRow * o,
                        d + dRow * Math.min(o + 1, outputs - 1),
                        d + dRow * Math.min(o + 2, outputs - 1),
                        d + dRow * Math.min(o + 3, outputs - 1),
                        x + run(taps, t, count),
                        x + run(taps, t + 1, count),
                        x + run(taps, t + 2, count),
                        x + run(taps, t + 3, count),
                        x + run(taps, t + 4, count),
                        x + run(taps, t + 5, count),
                        add ? scratch : to);
                if (add) add(scratch, to);
                to += OUTPUTS * TAPS * STEP;
            }
        }
    }

    /** The offset of kernel element t; those behind the last one stand in for it, and nobody reads their sums. */
    private static long run(long taps, int t, int count) {
        return ALL.get(LONG, taps + 8L * Math.min(t, count - 1));
    }

    private static void add(long from, long to) {
        for (long i = 0; i < OUTPUTS * TAPS * STEP; i += STEP) {
            DoubleVector x = DoubleVector.fromMemorySegment(S, ALL, to + i, ORDER);
            x.add(DoubleVector.fromMemorySegment(S, ALL, from + i, ORDER)).intoMemorySegment(ALL, to + i, ORDER);
        }
    }

    /** Adds up the lanes of all tiles: sum (o, t) goes to element t of the row of output o, {@code yRow} bytes apart. */
    static void total(long sums, int outputs, int count, long y, long yRow) {
        int tiles = ((outputs + OUTPUTS - 1) / OUTPUTS) * ((count + TAPS - 1) / TAPS);
        int vectors = (tiles * OUTPUTS * TAPS + S.length() - 1) / S.length() * S.length();
        for (int n = vectors; n > vectors / S.length(); n /= 2) halve(sums, n);
        long from = sums;
        for (int o = 0; o < outputs; o += OUTPUTS) {
            for (int t = 0; t < count; t += TAPS) {
                place(from, Math.min(OUTPUTS, outputs - o), Math.min(TAPS, count - t), y + yRow * o + BYTES * t, yRow);
                from += OUTPUTS * TAPS * BYTES;
            }
        }
    }

    /** Adds neighbours among the lanes of n vectors: n / 2 vectors remain, and in the end each lane is the total of a vector. */
    private static void halve(long at, int n) {
        for (long i = 0; i < STEP * n; i += 2 * STEP) {
            DoubleVector a = DoubleVector.fromMemorySegment(S, ALL, at + i, ORDER);
            DoubleVector b = DoubleVector.fromMemorySegment(S, ALL, at + i + STEP, ORDER);
            EVEN.selectFrom(a, b).add(ODD.selectFrom(a, b)).intoMemorySegment(ALL, at + i / 2, ORDER);
        }
    }

    private static void place(long from, int outputs, int count, long y, long yRow) {
        for (long o = 0; o < outputs; o++) {
            for (long t = 0; t < count; t++)
                ALL.set(DOUBLE, y + yRow * o + BYTES * t, ALL.get(DOUBLE, from + BYTES * (o * TAPS + t)));
        }
    }

    private PlaneProductsF64() {}
}
