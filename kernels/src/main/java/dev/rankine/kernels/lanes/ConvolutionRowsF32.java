package dev.rankine.kernels.lanes;

import static dev.rankine.kernels.lanes.Lanes.ALL;
import static dev.rankine.kernels.lanes.Lanes.ORDER;

import java.lang.foreign.ValueLayout;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Tiles of a convolution that read weights where they lie, row after row: for few pixels, where to pack weights would take as long as to use them. Eight
 * output channels by one or two vectors of pixels; all else is as in {@link ConvolutionTileF32}.
 * Figures: {@link CorrelationRun}.
 */
final class ConvolutionRowsF32 {
    private static final VectorSpecies<Float> S = Lanes.F32;
    private static final ValueLayout.OfFloat FLOAT = ValueLayout.JAVA_FLOAT_UNALIGNED;
    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED;
    private static final long BYTES = Float.BYTES;
    private static final long STEP = BYTES * S.length();

    /** Output channels of a tile. */
    static final int ROWS = 8;

    /** Pixels of a last vector up to which each is a column of products of its own: a vector of them would be mostly empty. */
    private static final int POINTS = 4;

    /** Bytes of scratch memory that a sliver needs. */
    static final long SCRATCH = 8192;

    /** How many pixels of the vectors of a block are computed as columns: those of the last vector, if they are few. */
    static int points(long vectors, int count) {
        long lanes = count < 2 ? 0 : ALL.get(LONG, vectors + ConvolutionF32.ENTRY * (count - 1) + 16);
        return lanes <= POINTS ? (int) lanes : 0;
    }

    /** Gathers what the kernels see of pixel {@code point} of these as a column without gaps. */
    static void column(long vectors, int count, int point, long taps, int k, long runs, long to) {
        long e = vectors + ConvolutionF32.ENTRY * (count - 1);
        long from = runs + ALL.get(LONG, e) + BYTES * (ALL.get(LONG, e + 32) + point);
        for (long i = 0; i < k; i++) {
            ALL.set(FLOAT, to + BYTES * i, ALL.get(FLOAT, from + ALL.get(LONG, taps + 8 * i)));
        }
    }

    /**
     * One tile's output channels by the vectors of a block: {@code a} has the weights, {@code down} bytes from a row to the next; {@code columns} are those
     * of the {@link #points}. All else is as in {@link ConvolutionF32#sliver}.
     */
    static void sliver(
            long a,
            long down,
            long taps,
            int k,
            long start,
            long vectors,
            int count,
            long runs,
            long y,
            long yRow,
            long places,
            boolean add,
            long columns,
            long scratch) {
        boolean direct = !add && places == 0 && start == 0;
        int points = places == 0 ? points(vectors, count) : 0;
        int n = points > 0 ? count - 1 : count;
        int i = 0;
        for (; i + 1 < n && i + 3 != n; i += 2) {
            long e = vectors + ConvolutionF32.ENTRY * i;
            long f = e + ConvolutionF32.ENTRY;
            long b = runs + ALL.get(LONG, e);
            long c = runs + ALL.get(LONG, f);
            if (direct && isWhole(e) && isWhole(f)) {
                pair(a, down, taps, k, b, c, y + ALL.get(LONG, e + 8), y + ALL.get(LONG, f + 8), yRow);
            } else {
                pair(a, down, taps, k, b, c, scratch, scratch + STEP, 2 * STEP);
                ConvolutionF32.finish(scratch, ROWS, start, e, y, yRow, places, add);
                ConvolutionF32.finish(scratch + STEP, ROWS, start, f, y, yRow, places, add);
            }
        }
        if (i + 3 == n) {
            three(
                    a,
                    down,
                    taps,
                    k,
                    start,
                    vectors + ConvolutionF32.ENTRY * i,
                    runs,
                    y,
                    yRow,
                    places,
                    add,
                    direct,
                    scratch);
        } else if (i < n) {
            long e = vectors + ConvolutionF32.ENTRY * i;
            if (direct && isWhole(e)) {
                one(a, down, taps, k, runs + ALL.get(LONG, e), y + ALL.get(LONG, e + 8), yRow);
            } else {
                one(a, down, taps, k, runs + ALL.get(LONG, e), scratch, 2 * STEP);
                ConvolutionF32.finish(scratch, ROWS, start, e, y, yRow, places, add);
            }
        }
        if (points > 0) {
            long e = vectors + ConvolutionF32.ENTRY * n;
            points(
                    a,
                    down,
                    k,
                    start,
                    y + ALL.get(LONG, e + 8) + BYTES * ALL.get(LONG, e + 32),
                    yRow,
                    points,
                    add,
                    columns,
                    scratch);
        }
    }

    /** Three vectors, by four output channels at a time. */
    private static void three(
            long a,
            long down,
            long taps,
            int k,
            long start,
            long e,
            long runs,
            long y,
            long yRow,
            long places,
            boolean add,
            boolean direct,
            long scratch) {
        long f = e + ConvolutionF32.ENTRY;
        long g = f + ConvolutionF32.ENTRY;
        long b = runs + ALL.get(LONG, e);
        long c = runs + ALL.get(LONG, f);
        long d = runs + ALL.get(LONG, g);
        boolean whole = direct && isWhole(e) && isWhole(f) && isWhole(g);
        long third = scratch + 2 * STEP * ROWS;
        for (int half = 0; half < ROWS; half += ROWS / 2) {
            long from = a + half * down;
            if (whole) {
                long to = y + half * yRow;
                ConvolutionThreeF32.run(
                        from,
                        down,
                        taps,
                        k,
                        b,
                        c,
                        d,
                        to + ALL.get(LONG, e + 8),
                        to + ALL.get(LONG, f + 8),
                        to + ALL.get(LONG, g + 8),
                        yRow);
            } else {
                long to = 2 * STEP * half;
                ConvolutionThreeF32.run(
                        from, down, taps, k, b, c, d, scratch + to, scratch + STEP + to, third + to, 2 * STEP);
            }
        }
        if (whole) return;
        ConvolutionF32.finish(scratch, ROWS, start, e, y, yRow, places, add);
        ConvolutionF32.finish(scratch + STEP, ROWS, start, f, y, yRow, places, add);
        ConvolutionF32.finish(third, ROWS, start, g, y, yRow, places, add);
    }

    /** Pixels one by one: products of the rows of weights and a column. */
    private static void points(
            long a,
            long down,
            int k,
            long start,
            long y,
            long yRow,
            int points,
            boolean add,
            long columns,
            long scratch) {
        for (long p = 0; p < points; p++) {
            long to = y + BYTES * p;
            if (start != 0) {
                for (long r = 0; r < ROWS; r++) ALL.set(FLOAT, to + yRow * r, ALL.get(FLOAT, start + BYTES * r));
            }
            DotsF32.multiply(
                    ROWS, k, a, down / BYTES, columns + BYTES * k * p, to, yRow / BYTES, add || start != 0, scratch);
        }
    }

    private static boolean isWhole(long entry) {
        return ALL.get(LONG, entry + 16) + ALL.get(LONG, entry + 32) == S.length();
    }

    private static void pair(long a, long down, long taps, int k, long b, long c, long y, long z, long row) {
        FloatVector s0 = FloatVector.zero(S);
        FloatVector t0 = FloatVector.zero(S);
        FloatVector s1 = FloatVector.zero(S);
        FloatVector t1 = FloatVector.zero(S);
        FloatVector s2 = FloatVector.zero(S);
        FloatVector t2 = FloatVector.zero(S);
        FloatVector s3 = FloatVector.zero(S);
        FloatVector t3 = FloatVector.zero(S);
        FloatVector s4 = FloatVector.zero(S);
        FloatVector t4 = FloatVector.zero(S);
        FloatVector s5 = FloatVector.zero(S);
        FloatVector t5 = FloatVector.zero(S);
        FloatVector s6 = FloatVector.zero(S);
        FloatVector t6 = FloatVector.zero(S);
        FloatVector s7 = FloatVector.zero(S);
        FloatVector t7 = FloatVector.zero(S);
        long half = a + 4 * down;
        for (long i = 0; i < k; i++) {
            long at = ALL.get(LONG, taps + 8 * i);
            long w = a + BYTES * i;
            long v = half + BYTES * i;
            FloatVector p = FloatVector.fromMemorySegment(S, ALL, b + at, ORDER);
            FloatVector q = FloatVector.fromMemorySegment(S, ALL, c + at, ORDER);
            FloatVector w0 = FloatVector.broadcast(S, ALL.get(FLOAT, w));
            s0 = w0.fma(p, s0);
            t0 = w0.fma(q, t0);
            FloatVector w1 = FloatVector.broadcast(S, ALL.get(FLOAT, w + down));
            s1 = w1.fma(p, s1);
            t1 = w1.fma(q, t1);
            FloatVector w2 = FloatVector.broadcast(S, ALL.get(FLOAT, w + 2 * down));
            s2 = w2.fma(p, s2);
            t2 = w2.fma(q, t2);
            FloatVector w3 = FloatVector.broadcast(S, ALL.get(FLOAT, w + 3 * down));
            s3 = w3.fma(p, s3);
            t3 = w3.fma(q, t3);
            FloatVector w4 = FloatVector.broadcast(S, ALL.get(FLOAT, v));
            s4 = w4.fma(p, s4);
            t4 = w4.fma(q, t4);
            FloatVector w5 = FloatVector.broadcast(S, ALL.get(FLOAT, v + down));
            s5 = w5.fma(p, s5);
            t5 = w5.fma(q, t5);
            FloatVector w6 = FloatVector.broadcast(S, ALL.get(FLOAT, v + 2 * down));
            s6 = w6.fma(p, s6);
            t6 = w6.fma(q, t6);
            FloatVector w7 = FloatVector.broadcast(S, ALL.get(FLOAT, v + 3 * down));
            s7 = w7.fma(p, s7);
            t7 = w7.fma(q, t7);
        }
        s0.intoMemorySegment(ALL, y + 0 * row, ORDER);
        t0.intoMemorySegment(ALL, z + 0 * row, ORDER);
        s1.intoMemorySegment(ALL, y + 1 * row, ORDER);
        t1.intoMemorySegment(ALL, z + 1 * row, ORDER);
        s2.intoMemorySegment(ALL, y + 2 * row, ORDER);
        t2.intoMemorySegment(ALL, z + 2 * row, ORDER);
        s3.intoMemorySegment(ALL, y + 3 * row, ORDER);
        t3.intoMemorySegment(ALL, z + 3 * row, ORDER);
        s4.intoMemorySegment(ALL, y + 4 * row, ORDER);
        t4.intoMemorySegment(ALL, z + 4 * row, ORDER);
        s5.intoMemorySegment(ALL, y + 5 * row, ORDER);
        t5.intoMemorySegment(ALL, z + 5 * row, ORDER);
        s6.intoMemorySegment(ALL, y + 6 * row, ORDER);
        t6.intoMemorySegment(ALL, z + 6 * row, ORDER);
        s7.intoMemorySegment(ALL, y + 7 * row, ORDER);
        t7.intoMemorySegment(ALL, z + 7 * row, ORDER);
    }

    private static void one(long a, long down, long taps, int k, long b, long y, long row) {
        FloatVector s0 = FloatVector.zero(S);
        FloatVector s1 = FloatVector.zero(S);
        FloatVector s2 = FloatVector.zero(S);
        FloatVector s3 = FloatVector.zero(S);
        FloatVector s4 = FloatVector.zero(S);
        FloatVector s5 = FloatVector.zero(S);
        FloatVector s6 = FloatVector.zero(S);
        FloatVector s7 = FloatVector.zero(S);
        long half = a + 4 * down;
        for (long i = 0; i < k; i++) {
            long at = ALL.get(LONG, taps + 8 * i);
            long w = a + BYTES * i;
            long v = half + BYTES * i;
            FloatVector p = FloatVector.fromMemorySegment(S, ALL, b + at, ORDER);
            FloatVector w0 = FloatVector.broadcast(S, ALL.get(FLOAT, w));
            s0 = w0.fma(p, s0);
            FloatVector w1 = FloatVector.broadcast(S, ALL.get(FLOAT, w + down));
            s1 = w1.fma(p, s1);
            FloatVector w2 = FloatVector.broadcast(S, ALL.get(FLOAT, w + 2 * down));
            s2 = w2.fma(p, s2);
            FloatVector w3 = FloatVector.broadcast(S, ALL.get(FLOAT, w + 3 * down));
            s3 = w3.fma(p, s3);
            FloatVector w4 = FloatVector.broadcast(S, ALL.get(FLOAT, v));
            s4 = w4.fma(p, s4);
            FloatVector w5 = FloatVector.broadcast(S, ALL.get(FLOAT, v + down));
            s5 = w5.fma(p, s5);
            FloatVector w6 = FloatVector.broadcast(S, ALL.get(FLOAT, v + 2 * down));
            s6 = w6.fma(p, s6);
            FloatVector w7 = FloatVector.broadcast(S, ALL.get(FLOAT, v + 3 * down));
            s7 = w7.fma(p, s7);
        }
        s0.intoMemorySegment(ALL, y + 0 * row, ORDER);
        s1.intoMemorySegment(ALL, y + 1 * row, ORDER);
        s2.intoMemorySegment(ALL, y + 2 * row, ORDER);
        s3.intoMemorySegment(ALL, y + 3 * row, ORDER);
        s4.intoMemorySegment(ALL, y + 4 * row, ORDER);
        s5.intoMemorySegment(ALL, y + 5 * row, ORDER);
        s6.intoMemorySegment(ALL, y + 6 * row, ORDER);
        s7.intoMemorySegment(ALL, y + 7 * row, ORDER);
    }

    private ConvolutionRowsF32() {}
}
