package dev.rankine.kernels.lanes;

import static dev.rankine.kernels.lanes.Lanes.ALL;
import static dev.rankine.kernels.lanes.Lanes.ORDER;

import java.lang.foreign.ValueLayout;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Products of a convolution for one pixel of the result: rows are images, columns output channels, K channels of those elements of the kernel that meet
 * the plane there. Pixels lie as [channels / V][8][V], V the lanes of a vector, kernels as [channels][two vectors]. The table has, for each V of the k, offsets
 * of both operands from a and b, the addresses of pixels and kernels; c is that of the result. Nothing is packed, and surroundings cost nothing.
 * Figures: {@link ImageRun}.
 */
final class ImageProductsF32 {
    private static final VectorSpecies<Float> S = Lanes.F32;
    private static final ValueLayout.OfFloat FLOAT = ValueLayout.JAVA_FLOAT_UNALIGNED;
    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED;
    private static final int LANES = S.length();
    private static final int SHIFT = Integer.numberOfTrailingZeros(LANES);
    private static final long STEP = 4L * LANES;
    private static final long ROW = STEP;

    /** Images of a product. */
    static final int ROWS = 8;

    /** All images, a multiple of eight. */
    static void images(int images, int k, long table, long a, long b, long c) {
        for (int n = 0; n < images; n += ROWS) eight(k, table, a + STEP * n, b, c + 2 * STEP * n, 2 * STEP);
    }

    /** Eight images; results are {@code down} bytes apart. */
    private static void eight(int k, long table, long a, long b, long c, long down) {
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
            long entry = table + 16 * (i >> SHIFT);
            long lane = i & (LANES - 1);
            long at = a + ALL.get(LONG, entry) + 4 * lane;
            long bt = b + ALL.get(LONG, entry + 8) + 2 * STEP * lane;
            FloatVector u = FloatVector.fromMemorySegment(S, ALL, bt, ORDER);
            FloatVector v = FloatVector.fromMemorySegment(S, ALL, bt + STEP, ORDER);
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

    private ImageProductsF32() {}
}
