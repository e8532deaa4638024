package dev.rankine.kernels.lanes;

import static dev.rankine.kernels.lanes.Lanes.ALL;
import static dev.rankine.kernels.lanes.Lanes.ORDER;

import java.lang.foreign.ValueLayout;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/** Six rows of a product of packed matrices; see {@link TileF64}. */
final class Tile6F64 {
    private static final VectorSpecies<Double> S = Lanes.F64;
    private static final ValueLayout.OfDouble DOUBLE = ValueLayout.JAVA_DOUBLE_UNALIGNED;
    private static final long BYTES = 8L * S.length();

    /** Six rows of two vectors. */
    static void wide(int k, long a, long b, long bDown, long c, long cDown) {
        DoubleVector s0x = DoubleVector.zero(S);
        DoubleVector s0y = DoubleVector.zero(S);
        DoubleVector s1x = DoubleVector.zero(S);
        DoubleVector s1y = DoubleVector.zero(S);
        DoubleVector s2x = DoubleVector.zero(S);
        DoubleVector s2y = DoubleVector.zero(S);
        DoubleVector s3x = DoubleVector.zero(S);
        DoubleVector s3y = DoubleVector.zero(S);
        DoubleVector s4x = DoubleVector.zero(S);
        DoubleVector s4y = DoubleVector.zero(S);
        DoubleVector s5x = DoubleVector.zero(S);
        DoubleVector s5y = DoubleVector.zero(S);
        for (int i = 0; i < k; i++) {
            DoubleVector x = DoubleVector.fromMemorySegment(S, ALL, b, ORDER);
            DoubleVector y = DoubleVector.fromMemorySegment(S, ALL, b + BYTES, ORDER);
            DoubleVector z = DoubleVector.broadcast(S, ALL.get(DOUBLE, a));
            s0x = z.fma(x, s0x);
            s0y = z.fma(y, s0y);
            z = DoubleVector.broadcast(S, ALL.get(DOUBLE, a + 8 * 1));
            s1x = z.fma(x, s1x);
            s1y = z.fma(y, s1y);
            z = DoubleVector.broadcast(S, ALL.get(DOUBLE, a + 8 * 2));
            s2x = z.fma(x, s2x);
            s2y = z.fma(y, s2y);
            z = DoubleVector.broadcast(S, ALL.get(DOUBLE, a + 8 * 3));
            s3x = z.fma(x, s3x);
            s3y = z.fma(y, s3y);
            z = DoubleVector.broadcast(S, ALL.get(DOUBLE, a + 8 * 4));
            s4x = z.fma(x, s4x);
            s4y = z.fma(y, s4y);
            z = DoubleVector.broadcast(S, ALL.get(DOUBLE, a + 8 * 5));
            s5x = z.fma(x, s5x);
            s5y = z.fma(y, s5y);
            a += 8 * 6;
            b += 8 * bDown;
        }
        s0x.intoMemorySegment(ALL, c, ORDER);
        s0y.intoMemorySegment(ALL, c + BYTES, ORDER);
        c += 8 * cDown;
        s1x.intoMemorySegment(ALL, c, ORDER);
        s1y.intoMemorySegment(ALL, c + BYTES, ORDER);
        c += 8 * cDown;
        s2x.intoMemorySegment(ALL, c, ORDER);
        s2y.intoMemorySegment(ALL, c + BYTES, ORDER);
        c += 8 * cDown;
        s3x.intoMemorySegment(ALL, c, ORDER);
        s3y.intoMemorySegment(ALL, c + BYTES, ORDER);
        c += 8 * cDown;
        s4x.intoMemorySegment(ALL, c, ORDER);
        s4y.intoMemorySegment(ALL, c + BYTES, ORDER);
        c += 8 * cDown;
        s5x.intoMemorySegment(ALL, c, ORDER);
        s5y.intoMemorySegment(ALL, c + BYTES, ORDER);
    }

    /** Six rows of one vector. */
    static void narrow(int k, long a, long b, long bDown, long c, long cDown) {
        DoubleVector s0x = DoubleVector.zero(S);
        DoubleVector s1x = DoubleVector.zero(S);
        DoubleVector s2x = DoubleVector.zero(S);
        DoubleVector s3x = DoubleVector.zero(S);
        DoubleVector s4x = DoubleVector.zero(S);
        DoubleVector s5x = DoubleVector.zero(S);
        for (int i = 0; i < k; i++) {
            DoubleVector x = DoubleVector.fromMemorySegment(S, ALL, b, ORDER);
            DoubleVector z = DoubleVector.broadcast(S, ALL.get(DOUBLE, a));
            s0x = z.fma(x, s0x);
            z = DoubleVector.broadcast(S, ALL.get(DOUBLE, a + 8 * 1));
            s1x = z.fma(x, s1x);
            z = DoubleVector.broadcast(S, ALL.get(DOUBLE, a + 8 * 2));
            s2x = z.fma(x, s2x);
            z = DoubleVector.broadcast(S, ALL.get(DOUBLE, a + 8 * 3));
            s3x = z.fma(x, s3x);
            z = DoubleVector.broadcast(S, ALL.get(DOUBLE, a + 8 * 4));
            s4x = z.fma(x, s4x);
            z = DoubleVector.broadcast(S, ALL.get(DOUBLE, a + 8 * 5));
            s5x = z.fma(x, s5x);
            a += 8 * 6;
            b += 8 * bDown;
        }
        s0x.intoMemorySegment(ALL, c, ORDER);
        c += 8 * cDown;
        s1x.intoMemorySegment(ALL, c, ORDER);
        c += 8 * cDown;
        s2x.intoMemorySegment(ALL, c, ORDER);
        c += 8 * cDown;
        s3x.intoMemorySegment(ALL, c, ORDER);
        c += 8 * cDown;
        s4x.intoMemorySegment(ALL, c, ORDER);
        c += 8 * cDown;
        s5x.intoMemorySegment(ALL, c, ORDER);
    }

    private Tile6F64() {}
}
