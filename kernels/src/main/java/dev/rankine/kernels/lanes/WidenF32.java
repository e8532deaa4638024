package dev.rankine.kernels.lanes;

import static dev.rankine.kernels.lanes.Lanes.ALL;
import static dev.rankine.kernels.lanes.Lanes.ORDER;

import java.lang.foreign.ValueLayout;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * From n float32 at x to as many float64 at y, with vectors of one width: a vector of float32 is taken twice, each lane of its lower or of its upper half
 * doubled, so that 64 bits hold the number at their upper end. Shifted by the 3 bits by which exponents differ in length and cut, they are a float64
 * that is 2^896 times too small: a product sets that right, for denormal numbers as well. Infinities and NaN have no such neighbour.
 *
 * <p>0.13 ns an element in the first cache, 0.16 beyond; through arrays (see {@link Casts}) it took 0.21 and 0.23 (AMD EPYC (Zen 4), 512 bits, one thread,
 * JDK 25). Mixed loops between memory and an array did not become vectors, or only in some processes: 0.13 or 0.32.
 */
final class WidenF32 {
    private static final VectorSpecies<Integer> S = Lanes.I32;
    private static final int[] LOWER = new int[S.length()];
    private static final int[] UPPER = new int[S.length()];
    private static final long KEPT = 0x8FFFFFFFE0000000L;
    private static final double SCALE = 0x1p896;

    static {
        for (int i = 0; i < S.length(); i++) {
            LOWER[i] = i / 2;
            UPPER[i] = (S.length() + i) / 2;
        }
    }

    /** False if some number is infinite or NaN: then y has to be computed in another way. */
    static boolean widen(long x, long y, int n) {
        int whole = n & -S.length();
        boolean isFinite = vectors(x, y, whole);
        for (int i = whole; i < n; i++) {
            ALL.set(
                    ValueLayout.JAVA_DOUBLE_UNALIGNED,
                    y + 8L * i,
                    ALL.get(ValueLayout.JAVA_FLOAT_UNALIGNED, x + 4L * i));
        }
        return isFinite;
    }

    private static boolean vectors(long x, long y, int n) {
        IntVector lower = IntVector.fromArray(S, LOWER, 0);
        IntVector upper = IntVector.fromArray(S, UPPER, 0);
        VectorMask<Integer> other = S.maskAll(false);
        for (int i = 0; i < n; i += S.length()) {
            IntVector v = IntVector.fromMemorySegment(S, ALL, x + 4L * i, ORDER);
            other = other.or(v.and(Integer.MAX_VALUE).compare(VectorOperators.GE, 0x7F800000));
            DoubleVector a = lower.selectFrom(v)
                    .reinterpretAsLongs()
                    .lanewise(VectorOperators.ASHR, 3)
                    .and(KEPT)
                    .reinterpretAsDoubles()
                    .mul(SCALE);
            DoubleVector b = upper.selectFrom(v)
                    .reinterpretAsLongs()
                    .lanewise(VectorOperators.ASHR, 3)
                    .and(KEPT)
                    .reinterpretAsDoubles()
                    .mul(SCALE);
            a.intoMemorySegment(ALL, y + 8L * i, ORDER);
            b.intoMemorySegment(ALL, y + 8L * i + S.vectorByteSize(), ORDER);
        }
        return !other.anyTrue();
    }

    private WidenF32() {}
}
