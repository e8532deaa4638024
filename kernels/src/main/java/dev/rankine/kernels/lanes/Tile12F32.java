package dev.rankine.kernels.lanes;

import static dev.rankine.kernels.lanes.Lanes.ALL;
import static dev.rankine.kernels.lanes.Lanes.ORDER;

import java.lang.foreign.ValueLayout;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** Twelve rows of a product of packed matrices; see {@link TileF32}. */
final class Tile12F32 {
    private static final VectorSpecies<Float> S = Lanes.F32;
    private static final ValueLayout.OfFloat FLOAT = ValueLayout.JAVA_FLOAT_UNALIGNED;
    private static final long BYTES = 4L * S.length();

    /** Twelve rows of two vectors. */
    static void wide(int k, long a, long b, long bDown, long c, long cDown) {
        FloatVector s0x = FloatVector.zero(S);
        FloatVector s0y = FloatVector.zero(S);
        FloatVector s1x = FloatVector.zero(S);
        FloatVector s1y = FloatVector.zero(S);
        FloatVector s2x = FloatVector.zero(S);
        FloatVector s2y = FloatVector.zero(S);
        FloatVector s3x = FloatVector.zero(S);
        FloatVector s3y = FloatVector.zero(S);
        FloatVector s4x = FloatVector.zero(S);
        FloatVector s4y = FloatVector.zero(S);
        FloatVector s5x = FloatVector.zero(S);
        FloatVector s5y = FloatVector.zero(S);
        FloatVector s6x = FloatVector.zero(S);
        FloatVector s6y = FloatVector.zero(S);
        FloatVector s7x = FloatVector.zero(S);
        FloatVector s7y = FloatVector.zero(S);
        FloatVector s8x = FloatVector.zero(S);
        FloatVector s8y = FloatVector.zero(S);
        FloatVector s9x = FloatVector.zero(S);
        FloatVector s9y = FloatVector.zero(S);
        FloatVector s10x = FloatVector.zero(S);
        FloatVector s10y = FloatVector.zero(S);
        FloatVector s11x = FloatVector.zero(S);
        FloatVector s11y = FloatVector.zero(S);
        for (int i = 0; i < k; i++) {
            FloatVector x = FloatVector.fromMemorySegment(S, ALL, b, ORDER);
            FloatVector y = FloatVector.fromMemorySegment(S, ALL, b + BYTES, ORDER);
            FloatVector t = FloatVector.broadcast(S, ALL.get(FLOAT, a));
            s0x = t.fma(x, s0x);
            s0y = t.fma(y, s0y);
            t = FloatVector.broadcast(S, ALL.get(FLOAT, a + 4));
            s1x = t.fma(x, s1x);
            s1y = t.fma(y, s1y);
            t = FloatVector.broadcast(S, ALL.get(FLOAT, a + 8));
            s2x = t.fma(x, s2x);
            s2y = t.fma(y, s2y);
            t = FloatVector.broadcast(S, ALL.get(FLOAT, a + 12));
            s3x = t.fma(x, s3x);
            s3y = t.fma(y, s3y);
            t = FloatVector.broadcast(S, ALL.get(FLOAT, a + 16));
            s4x = t.fma(x, s4x);
            s4y = t.fma(y, s4y);
            t = FloatVector.broadcast(S, ALL.get(FLOAT, a + 20));
            s5x = t.fma(x, s5x);
            s5y = t.fma(y, s5y);
            t = FloatVector.broadcast(S, ALL.get(FLOAT, a + 24));
            s6x = t.fma(x, s6x);
            s6y = t.fma(y, s6y);
            t = FloatVector.broadcast(S, ALL.get(FLOAT, a + 28));
            s7x = t.fma(x, s7x);
            s7y = t.fma(y, s7y);
            t = FloatVector.broadcast(S, ALL.get(FLOAT, a + 32));
            s8x = t.fma(x, s8x);
            s8y = t.fma(y, s8y);
            t = FloatVector.broadcast(S, ALL.get(FLOAT, a + 36));
            s9x = t.fma(x, s9x);
            s9y = t.fma(y, s9y);
            t = FloatVector.broadcast(S, ALL.get(FLOAT, a + 40));
            s10x = t.fma(x, s10x);
            s10y = t.fma(y, s10y);
            t = FloatVector.broadcast(S, ALL.get(FLOAT, a + 44));
            s11x = t.fma(x, s11x);
            s11y = t.fma(y, s11y);
            a += 48;
            b += 4 * bDown;
        }
        s0x.intoMemorySegment(ALL, c, ORDER);
        s0y.intoMemorySegment(ALL, c + BYTES, ORDER);
        c += 4 * cDown;
        s1x.intoMemorySegment(ALL, c, ORDER);
        s1y.intoMemorySegment(ALL, c + BYTES, ORDER);
        c += 4 * cDown;
        s2x.intoMemorySegment(ALL, c, ORDER);
        s2y.intoMemorySegment(ALL, c + BYTES, ORDER);
        c += 4 * cDown;
        s3x.intoMemorySegment(ALL, c, ORDER);
        s3y.intoMemorySegment(ALL, c + BYTES, ORDER);
        c += 4 * cDown;
        s4x.intoMemorySegment(ALL, c, ORDER);
        s4y.intoMemorySegment(ALL, c + BYTES, ORDER);
        c += 4 * cDown;
        s5x.intoMemorySegment(ALL, c, ORDER);
        s5y.intoMemorySegment(ALL, c + BYTES, ORDER);
        c += 4 * cDown;
        s6x.intoMemorySegment(ALL, c, ORDER);
        s6y.intoMemorySegment(ALL, c + BYTES, ORDER);
        c += 4 * cDown;
        s7x.intoMemorySegment(ALL, c, ORDER);
        s7y.intoMemorySegment(ALL, c + BYTES, ORDER);
        c += 4 * cDown;
        s8x.intoMemorySegment(ALL, c, ORDER);
        s8y.intoMemorySegment(ALL, c + BYTES, ORDER);
        c += 4 * cDown;
        s9x.intoMemorySegment(ALL, c, ORDER);
        s9y.intoMemorySegment(ALL, c + BYTES, ORDER);
        c += 4 * cDown;
        s10x.intoMemorySegment(ALL, c, ORDER);
        s10y.intoMemorySegment(ALL, c + BYTES, ORDER);
        c += 4 * cDown;
        s11x.intoMemorySegment(ALL, c, ORDER);
        s11y.intoMemorySegment(ALL, c + BYTES, ORDER);
    }

    /** Twelve rows of one vector. */
    static void narrow(int k, long a, long b, long bDown, long c, long cDown) {
        FloatVector s0x = FloatVector.zero(S);
        FloatVector s1x = FloatVector.zero(S);
        FloatVector s2x = FloatVector.zero(S);
        FloatVector s3x = FloatVector.zero(S);
        FloatVector s4x = FloatVector.zero(S);
        FloatVector s5x = FloatVector.zero(S);
        FloatVector s6x = FloatVector.zero(S);
        FloatVector s7x = FloatVector.zero(S);
        FloatVector s8x = FloatVector.zero(S);
        FloatVector s9x = FloatVector.zero(S);
        FloatVector s10x = FloatVector.zero(S);
        FloatVector s11x = FloatVector.zero(S);
        for (int i = 0; i < k; i++) {
            FloatVector x = FloatVector.fromMemorySegment(S, ALL, b, ORDER);
            FloatVector t = FloatVector.broadcast(S, ALL.get(FLOAT, a));
            s0x = t.fma(x, s0x);
            t = FloatVector.broadcast(S, ALL.get(FLOAT, a + 4));
            s1x = t.fma(x, s1x);
            t = FloatVector.broadcast(S, ALL.get(FLOAT, a + 8));
            s2x = t.fma(x, s2x);
            t = FloatVector.broadcast(S, ALL.get(FLOAT, a + 12));
            s3x = t.fma(x, s3x);
            t = FloatVector.broadcast(S, ALL.get(FLOAT, a + 16));
            s4x = t.fma(x, s4x);
            t = FloatVector.broadcast(S, ALL.get(FLOAT, a + 20));
            s5x = t.fma(x, s5x);
            t = FloatVector.broadcast(S, ALL.get(FLOAT, a + 24));
            s6x = t.fma(x, s6x);
            t = FloatVector.broadcast(S, ALL.get(FLOAT, a + 28));
            s7x = t.fma(x, s7x);
            t = FloatVector.broadcast(S, ALL.get(FLOAT, a + 32));
            s8x = t.fma(x, s8x);
            t = FloatVector.broadcast(S, ALL.get(FLOAT, a + 36));
            s9x = t.fma(x, s9x);
            t = FloatVector.broadcast(S, ALL.get(FLOAT, a + 40));
            s10x = t.fma(x, s10x);
            t = FloatVector.broadcast(S, ALL.get(FLOAT, a + 44));
            s11x = t.fma(x, s11x);
            a += 48;
            b += 4 * bDown;
        }
        s0x.intoMemorySegment(ALL, c, ORDER);
        c += 4 * cDown;
        s1x.intoMemorySegment(ALL, c, ORDER);
        c += 4 * cDown;
        s2x.intoMemorySegment(ALL, c, ORDER);
        c += 4 * cDown;
        s3x.intoMemorySegment(ALL, c, ORDER);
        c += 4 * cDown;
        s4x.intoMemorySegment(ALL, c, ORDER);
        c += 4 * cDown;
        s5x.intoMemorySegment(ALL, c, ORDER);
        c += 4 * cDown;
        s6x.intoMemorySegment(ALL, c, ORDER);
        c += 4 * cDown;
        s7x.intoMemorySegment(ALL, c, ORDER);
        c += 4 * cDown;
        s8x.intoMemorySegment(ALL, c, ORDER);
        c += 4 * cDown;
        s9x.intoMemorySegment(ALL, c, ORDER);
        c += 4 * cDown;
        s10x.intoMemorySegment(ALL, c, ORDER);
        c += 4 * cDown;
        s11x.intoMemorySegment(ALL, c, ORDER);
    }

    private Tile12F32() {}
}
