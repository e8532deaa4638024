package dev.rankine.kernels.lanes;

import static dev.rankine.kernels.lanes.Lanes.ALL;
import static dev.rankine.kernels.lanes.Lanes.ORDER;

import java.lang.foreign.ValueLayout;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/** Two rows of a product whose left matrix is not packed; see {@link UnpackedF64}. Distances are in bytes. */
final class Unpacked2F64 {
    private static final VectorSpecies<Double> S = Lanes.F64;
    private static final ValueLayout.OfDouble DOUBLE = ValueLayout.JAVA_DOUBLE_UNALIGNED;
    private static final long BYTES = 8L * S.length();

    /** Two rows of two vectors. */
    static void wide(int k, long a, long aDown, long aRight, long b, long bDown, long c, long cDown) {
        DoubleVector s0x = DoubleVector.zero(S);
        DoubleVector s0y = DoubleVector.zero(S);
        DoubleVector s1x = DoubleVector.zero(S);
        DoubleVector s1y = DoubleVector.zero(S);
        for (int i = k; i > 0; i--) {
            long row = a;
            DoubleVector x = DoubleVector.fromMemorySegment(S, ALL, b, ORDER);
            DoubleVector y = DoubleVector.fromMemorySegment(S, ALL, b + BYTES, ORDER);
            DoubleVector z = DoubleVector.broadcast(S, ALL.get(DOUBLE, row));
            s0x = z.fma(x, s0x);
            s0y = z.fma(y, s0y);
            row += aDown;
            z = DoubleVector.broadcast(S, ALL.get(DOUBLE, row));
            s1x = z.fma(x, s1x);
            s1y = z.fma(y, s1y);
            a += aRight;
            b += bDown;
        }
        s0x.intoMemorySegment(ALL, c, ORDER);
        s0y.intoMemorySegment(ALL, c + BYTES, ORDER);
        c += cDown;
        s1x.intoMemorySegment(ALL, c, ORDER);
        s1y.intoMemorySegment(ALL, c + BYTES, ORDER);
    }

    /** Two rows of one vector. */
    static void narrow(int k, long a, long aDown, long aRight, long b, long bDown, long c, long cDown) {
        DoubleVector s0x = DoubleVector.zero(S);
        DoubleVector s1x = DoubleVector.zero(S);
        for (int i = k; i > 0; i--) {
            long row = a;
            DoubleVector x = DoubleVector.fromMemorySegment(S, ALL, b, ORDER);
            DoubleVector z = DoubleVector.broadcast(S, ALL.get(DOUBLE, row));
            s0x = z.fma(x, s0x);
            row += aDown;
            z = DoubleVector.broadcast(S, ALL.get(DOUBLE, row));
            s1x = z.fma(x, s1x);
            a += aRight;
            b += bDown;
        }
        s0x.intoMemorySegment(ALL, c, ORDER);
        c += cDown;
        s1x.intoMemorySegment(ALL, c, ORDER);
    }

    private Unpacked2F64() {}
}
