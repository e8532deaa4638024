package dev.rankine.kernels.lanes;

import static dev.rankine.kernels.lanes.Lanes.ALL;
import static dev.rankine.kernels.lanes.Lanes.ORDER;

import java.lang.foreign.ValueLayout;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Sums of products of planes: four output channels by six elements of kernels, lane by lane. A step of the table is a vector of pixels:
 * where it is in the planes of the arriving gradient, and where in the runs of the input.
 * y is where the sums go. Figures: {@link WeightGradientRun}.
 */
final class PlaneProductsF32 {
    private static final VectorSpecies<Float> S = Lanes.F32;
    private static final ValueLayout.OfFloat FLOAT = ValueLayout.JAVA_FLOAT_UNALIGNED;
    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED;
    private static final long BYTES = Float.BYTES;
    private static final long STEP = BYTES * S.length();

    /** Lanes 0, 2, 4, ... and 1, 3, 5, ... of two vectors beside each other. */
    private static final FloatVector EVEN = FloatVector.zero(S).addIndex(2);

    private static final FloatVector ODD = EVEN.add(1);

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
        FloatVector a0 = FloatVector.zero(S);
        FloatVector a1 = FloatVector.zero(S);
        FloatVector a2 = FloatVector.zero(S);
        FloatVector a3 = FloatVector.zero(S);
        FloatVector a4 = FloatVector.zero(S);
        FloatVector a5 = FloatVector.zero(S);
        FloatVector b0 = FloatVector.zero(S);
        FloatVector b1 = FloatVector.zero(S);
        FloatVector b2 = FloatVector.zero(S);
        FloatVector b3 = FloatVector.zero(S);
        FloatVector b4 = FloatVector.zero(S);
        FloatVector b5 = FloatVector.zero(S);
        FloatVector c0 = FloatVector.zero(S);
        FloatVector c1 = FloatVector.zero(S);
        FloatVector c2 = FloatVector.zero(S);
        FloatVector c3 = FloatVector.zero(S);
        FloatVector c4 = FloatVector.zero(S);
        FloatVector c5 = FloatVector.zero(S);
        FloatVector d0 = FloatVector.zero(S);
        FloatVector d1 = FloatVector.zero(S);
        FloatVector d2 = FloatVector.zero(S);
        FloatVector d3 = FloatVector.zero(S);
        FloatVector d4 = FloatVector.zero(S);
        FloatVector d5 = FloatVector.zero(S);
        for (long i = table; i < table + 16L * steps; i += 16) {
            long p = ALL.get(LONG, i);
            long q = ALL.get(LONG, i + 8);
            FloatVector av = FloatVector.fromMemorySegment(S, ALL, a + p, ORDER);
            FloatVector bv = FloatVector.fromMemorySegment(S, ALL, b + p, ORDER);
            FloatVector cv = FloatVector.fromMemorySegment(S, ALL, c + p, ORDER);
            FloatVector dv = FloatVector.fromMemorySegment(S, ALL, d + p, ORDER);
            FloatVector v0 = FloatVector.fromMemorySegment(S, ALL, x0 + q, ORDER);
            a0 = av.fma(v0, a0);
            b0 = bv.fma(v0, b0);
            c0 = cv.fma(v0, c0);
            d0 = dv.fma(v0, d0);
            FloatVector v1 = FloatVector.fromMemorySegment(S, ALL, x1 + q, ORDER);
            a1 = av.fma(v1, a1);
            b1 = bv.fma(v1, b1);
            c1 = cv.fma(v1, c1);
            d1 = dv.fma(v1, d1);
            FloatVector v2 = FloatVector.fromMemorySegment(S, ALL, x2 + q, ORDER);
            a2 = av.fma(v2, a2);
            b2 = bv.fma(v2, b2);
            c2 = cv.fma(v2, c2);
            d2 = dv.fma(v2, d2);
            FloatVector v3 = FloatVector.fromMemorySegment(S, ALL, x3 + q, ORDER);
            a3 = av.fma(v3, a3);
            b3 = bv.fma(v3, b3);
            c3 = cv.fma(v3, c3);
            d3 = dv.fma(v3, d3);
            FloatVector v4 = FloatVector.fromMemorySegment(S, ALL, x4 + q, ORDER);
            a4 = av.fma(v4, a4);
            b4 = bv.fma(v4, b4);
            c4 = cv.fma(v4, c4);
            d4 = dv.fma(v4, d4);
            FloatVector v5 = FloatVector.fromMemorySegment(S, ALL, x5 + q, ORDER);
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
            FloatVector x = FloatVector.fromMemorySegment(S, ALL, to + i, ORDER);
            x.add(FloatVector.fromMemorySegment(S, ALL, from + i, ORDER)).intoMemorySegment(ALL, to + i, ORDER);
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
            FloatVector a = FloatVector.fromMemorySegment(S, ALL, at + i, ORDER);
            FloatVector b = FloatVector.fromMemorySegment(S, ALL, at + i + STEP, ORDER);
            EVEN.selectFrom(a, b).add(ODD.selectFrom(a, b)).intoMemorySegment(ALL, at + i / 2, ORDER);
        }
    }

    private static void place(long from, int outputs, int count, long y, long yRow) {
        for (long o = 0; o < outputs; o++) {
            for (long t = 0; t < count; t++)
                ALL.set(FLOAT, y + yRow * o + BYTES * t, ALL.get(FLOAT, from + BYTES * (o * TAPS + t)));
        }
    }

    private PlaneProductsF32() {}
}
