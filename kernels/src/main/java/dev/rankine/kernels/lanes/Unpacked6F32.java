package dev.rankine.kernels.lanes;

import static dev.rankine.kernels.lanes.Lanes.ALL;
import static dev.rankine.kernels.lanes.Lanes.ORDER;

import java.lang.foreign.ValueLayout;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** Six rows of a product whose left matrix is not packed; see {@link UnpackedF32}. Distances are in bytes. */
final class Unpacked6F32 {
    private static final VectorSpecies<Float> S = Lanes.F32;
    private static final ValueLayout.OfFloat FLOAT = ValueLayout.JAVA_FLOAT_UNALIGNED;
    private static final long BYTES = 4L * S.length();

    /** Six rows of two vectors. */
    static void wide(int k, long a, long aDown, long aRight, long b, long bDown, long c, long cDown) {
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
        for (int i = k; i > 0; i--) {
            long row = a;
            FloatVector x = FloatVector.fromMemorySegment(S, ALL, b, ORDER);
            FloatVector y = FloatVector.fromMemorySegment(S, ALL, b + BYTES, ORDER);
            FloatVector z = FloatVector.broadcast(S, ALL.get(FLOAT, row));
            s0x = z.fma(x, s0x);
            s0y = z.fma(y, s0y);
            row += aDown;
            z = FloatVector.broadcast(S, ALL.get(FLOAT, row));
            s1x = z.fma(x, s1x);
            s1y = z.fma(y, s1y);
            row += aDown;
            z = FloatVector.broadcast(S, ALL.get(FLOAT, row));
            s2x = z.fma(x, s2x);
            s2y = z.fma(y, s2y);
            row += aDown;
            z = FloatVector.broadcast(S, ALL.get(FLOAT, row));
            s3x = z.fma(x, s3x);
            s3y = z.fma(y, s3y);
            row += aDown;
            z = FloatVector.broadcast(S, ALL.get(FLOAT, row));
            s4x = z.fma(x, s4x);
            s4y = z.fma(y, s4y);
            row += aDown;
            z = FloatVector.broadcast(S, ALL.get(FLOAT, row));
            s5x = z.fma(x, s5x);
            s5y = z.fma(y, s5y);
            a += aRight;
            b += bDown;
        }
        s0x.intoMemorySegment(ALL, c, ORDER);
        s0y.intoMemorySegment(ALL, c + BYTES, ORDER);
        c += cDown;
        s1x.intoMemorySegment(ALL, c, ORDER);
        s1y.intoMemorySegment(ALL, c + BYTES, ORDER);
        c += cDown;
        s2x.intoMemorySegment(ALL, c, ORDER);
        s2y.intoMemorySegment(ALL, c + BYTES, ORDER);
        c += cDown;
        s3x.intoMemorySegment(ALL, c, ORDER);
        s3y.intoMemorySegment(ALL, c + BYTES, ORDER);
        c += cDown;
        s4x.intoMemorySegment(ALL, c, ORDER);
        s4y.intoMemorySegment(ALL, c + BYTES, ORDER);
        c += cDown;
        s5x.intoMemorySegment(ALL, c, ORDER);
        s5y.intoMemorySegment(ALL, c + BYTES, ORDER);
    }

    /** Six rows of one vector. */
    static void narrow(int k, long a, long aDown, long aRight, long b, long bDown, long c, long cDown) {
        FloatVector s0x = FloatVector.zero(S);
        FloatVector s1x = FloatVector.zero(S);
        FloatVector s2x = FloatVector.zero(S);
        FloatVector s3x = FloatVector.zero(S);
        FloatVector s4x = FloatVector.zero(S);
        FloatVector s5x = FloatVector.zero(S);
        for (int i = k; i > 0; i--) {
            long row = a;
            FloatVector x = FloatVector.fromMemorySegment(S, ALL, b, ORDER);
            FloatVector z = FloatVector.broadcast(S, ALL.get(FLOAT, row));
            s0x = z.fma(x, s0x);
            row += aDown;
            z = FloatVector.broadcast(S, ALL.get(FLOAT, row));
            s1x = z.fma(x, s1x);
            row += aDown;
            z = FloatVector.broadcast(S, ALL.get(FLOAT, row));
            s2x = z.fma(x, s2x);
            row += aDown;
            z = FloatVector.broadcast(S, ALL.get(FLOAT, row));
            s3x = z.fma(x, s3x);
            row += aDown;
            z = FloatVector.broadcast(S, ALL.get(FLOAT, row));
            s4x = z.fma(x, s4x);
            row += aDown;
            z = FloatVector.broadcast(S, ALL.get(FLOAT, row));
            s5x = z.fma(x, s5x);
            a += aRight;
            b += bDown;
        }
        s0x.intoMemorySegment(ALL, c, ORDER);
        c += cDown;
        s1x.intoMemorySegment(ALL, c, ORDER);
        c += cDown;
        s2x.intoMemorySegment(ALL, c, ORDER);
        c += cDown;
        s3x.intoMemorySegment(ALL, c, ORDER);
        c += cDown;
        s4x.intoMemorySegment(ALL, c, ORDER);
        c += cDown;
        s5x.intoMemorySegment(ALL, c, ORDER);
    }

    private Unpacked6F32() {}
}
