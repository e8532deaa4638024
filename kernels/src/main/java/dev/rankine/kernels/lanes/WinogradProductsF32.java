package dev.rankine.kernels.lanes;

import static dev.rankine.kernels.lanes.Lanes.ALL;
import static dev.rankine.kernels.lanes.Lanes.ORDER;

import java.lang.foreign.ValueLayout;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Products at the points of a Winograd convolution: rows are tiles, columns output channels, K channels. The values of the tiles at a point lie as
 * [k / V][tiles][V], V the lanes of a vector, those of the kernels as [k][two vectors]; so eight rows lie a vector apart, and nothing is packed.
 * a, b and c are the addresses of both operands and of the result. 8 x 32 sums at 512 bits are as fast as 12 x 32 (see {@link TileF32}) and
 * waste less where there are few tiles. Figures: {@link WinogradRun}.
 */
final class WinogradProductsF32 {
    private static final VectorSpecies<Float> S = Lanes.F32;
    private static final ValueLayout.OfFloat FLOAT = ValueLayout.JAVA_FLOAT_UNALIGNED;
    private static final int LANES = S.length();
    private static final int SHIFT = Integer.numberOfTrailingZeros(LANES);
    private static final long STEP = 4L * LANES;
    private static final long ROW = STEP;

    /** Tiles of a product. */
    static final int ROWS = 8;

    /** All tiles of a point, a multiple of eight. */
    static void tiles(int tiles, int k, long a, long aStep, long b, long c) {
        for (int t = 0; t < tiles; t += ROWS) eight(k, a + STEP * t, aStep, b, c + 2 * STEP * t, 2 * STEP);
    }

    /** Eight tiles; results are {@code down} bytes apart. */
    private static void eight(int k, long a, long aStep, long b, long c, long down) {
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
            long at = a + (i >> SHIFT) * aStep + 4 * (i & (LANES - 1));
            FloatVector u = FloatVector.fromMemorySegment(S, ALL, b + 2 * STEP * i, ORDER);
            FloatVector v = FloatVector.fromMemorySegment(S, ALL, b + 2 * STEP * i + STEP, ORDER);
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

    private WinogradProductsF32() {}
}
