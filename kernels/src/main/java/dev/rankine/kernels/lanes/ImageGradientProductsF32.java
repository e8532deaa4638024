package dev.rankine.kernels.lanes;

import static dev.rankine.kernels.lanes.Lanes.ALL;
import static dev.rankine.kernels.lanes.Lanes.ORDER;

import java.lang.foreign.ValueLayout;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Products of a gradient for the weight, for one element of the kernels: rows are output channels, columns input channels, and the
 * k that are added are the images of all pixels that the element joins. Pixels of both planes lie as [channels / V][8][V], V the lanes
 * of a vector. The table has, for each eight images, offsets of both operands: from a, the address of the arriving gradient, and from b
 * and d, those of two vectors of input channels; c is the address of the result.
 * Figures: {@link ImageGradientRun}.
 */
final class ImageGradientProductsF32 {
    private static final VectorSpecies<Float> S = Lanes.F32;
    private static final ValueLayout.OfFloat FLOAT = ValueLayout.JAVA_FLOAT_UNALIGNED;
    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED;
    private static final int LANES = S.length();
    private static final long STEP = 4L * LANES;
    private static final long ROW = 4;

    /** Output channels of a product; fewer lanes than that are not supported. */
    static final int ROWS = 8;

    /**
     * Some output channels, a multiple of eight, by two vectors of input channels; {@code aStep} bytes from vector to vector of the former.
     *
     * @param add whether the sums are added to what is at c.
     * @param scratch room for a tile.
     */
    static void outputs(
            int outputs, int k, long table, long a, long aStep, long b, long d, long c, boolean add, long scratch) {
        for (int o = 0; o < outputs; o += ROWS) {
            long from = a + o / LANES * aStep + 4L * (o % LANES);
            long to = c + 2 * STEP * o;
            eight(k, table, from, b, d, add ? scratch : to, 2 * STEP);
            if (add) add(scratch, to);
        }
    }

    private static void add(long from, long to) {
        for (long i = 0; i < 2 * ROWS * STEP; i += STEP) {
            FloatVector x = FloatVector.fromMemorySegment(S, ALL, to + i, ORDER);
            x.add(FloatVector.fromMemorySegment(S, ALL, from + i, ORDER)).intoMemorySegment(ALL, to + i, ORDER);
        }
    }

    /** Eight output channels by the channels at b and d; results are {@code down} bytes apart. */
    private static void eight(int k, long table, long a, long b, long d, long c, long down) {
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
        for (long i = 0; i < k; i++) {
            long entry = table + 16 * (i >> 3);
            long image = STEP * (i & 7);
            long at = a + ALL.get(LONG, entry) + image;
            long run = ALL.get(LONG, entry + 8) + image;
            FloatVector u = FloatVector.fromMemorySegment(S, ALL, b + run, ORDER);
            FloatVector v = FloatVector.fromMemorySegment(S, ALL, d + run, ORDER);
            FloatVector w0 = FloatVector.broadcast(S, ALL.get(FLOAT, at + 0 * ROW));
            s0 = w0.fma(u, s0);
            t0 = w0.fma(v, t0);
            FloatVector w1 = FloatVector.broadcast(S, ALL.get(FLOAT, at + 1 * ROW));
            s1 = w1.fma(u, s1);
            t1 = w1.fma(v, t1);
            FloatVector w2 = FloatVector.broadcast(S, ALL.get(FLOAT, at + 2 * ROW));
            s2 = w2.fma(u, s2);
            t2 = w2.fma(v, t2);
            FloatVector w3 = FloatVector.broadcast(S, ALL.get(FLOAT, at + 3 * ROW));
            s3 = w3.fma(u, s3);
            t3 = w3.fma(v, t3);
            FloatVector w4 = FloatVector.broadcast(S, ALL.get(FLOAT, at + 4 * ROW));
            s4 = w4.fma(u, s4);
            t4 = w4.fma(v, t4);
            FloatVector w5 = FloatVector.broadcast(S, ALL.get(FLOAT, at + 5 * ROW));
            s5 = w5.fma(u, s5);
            t5 = w5.fma(v, t5);
            FloatVector w6 = FloatVector.broadcast(S, ALL.get(FLOAT, at + 6 * ROW));
            s6 = w6.fma(u, s6);
            t6 = w6.fma(v, t6);
            FloatVector w7 = FloatVector.broadcast(S, ALL.get(FLOAT, at + 7 * ROW));
            s7 = w7.fma(u, s7);
            t7 = w7.fma(v, t7);
        }
        s0.intoMemorySegment(ALL, c + 0 * down, ORDER);
        t0.intoMemorySegment(ALL, c + 0 * down + STEP, ORDER);
        s1.intoMemorySegment(ALL, c + 1 * down, ORDER);
        t1.intoMemorySegment(ALL, c + 1 * down + STEP, ORDER);
        s2.intoMemorySegment(ALL, c + 2 * down, ORDER);
        t2.intoMemorySegment(ALL, c + 2 * down + STEP, ORDER);
        s3.intoMemorySegment(ALL, c + 3 * down, ORDER);
        t3.intoMemorySegment(ALL, c + 3 * down + STEP, ORDER);
        s4.intoMemorySegment(ALL, c + 4 * down, ORDER);
        t4.intoMemorySegment(ALL, c + 4 * down + STEP, ORDER);
        s5.intoMemorySegment(ALL, c + 5 * down, ORDER);
        t5.intoMemorySegment(ALL, c + 5 * down + STEP, ORDER);
        s6.intoMemorySegment(ALL, c + 6 * down, ORDER);
        t6.intoMemorySegment(ALL, c + 6 * down + STEP, ORDER);
        s7.intoMemorySegment(ALL, c + 7 * down, ORDER);
        t7.intoMemorySegment(ALL, c + 7 * down + STEP, ORDER);
    }

    private ImageGradientProductsF32() {}
}
