package dev.rankine.kernels.lanes;

import static dev.rankine.kernels.lanes.Lanes.ALL;
import static dev.rankine.kernels.lanes.Lanes.ORDER;

import java.lang.foreign.Arena;
import java.lang.foreign.ValueLayout;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * n numbers from x to y, between float32 and bfloat16, its upper half. A vector of ints p holds pairs of bfloat16: the odd ones are its upper
 * halves, the even ones the lower, and two vectors u, v of float32 are both of them interleaved. Little-endian memory only.
 *
 * <p>512 numbers in the first cache take 0.08 ns each to float32 and 0.10 back (AMD EPYC (Zen 4), 512 bits, one thread, JDK 25).
 */
final class BFloat16Lanes {
    private static final VectorSpecies<Integer> S = Lanes.I32;
    private static final int V = S.length();
    private static final int VECTOR = S.vectorByteSize();

    /** Lanes for selectFrom: to interleave (two vectors), and the even and the odd ones of two vectors. */
    private static final long LANES = lanes();

    static void toFloat(long x, long y, int n) {
        int whole = n & -2 * V;
        IntVector first = IntVector.fromMemorySegment(S, ALL, LANES, ORDER);
        IntVector second = IntVector.fromMemorySegment(S, ALL, LANES + VECTOR, ORDER);
        for (int i = 0; i < whole; i += 2 * V) {
            IntVector p = IntVector.fromMemorySegment(S, ALL, x + 2L * i, ORDER);
            IntVector even = p.lanewise(VectorOperators.LSHL, 16);
            IntVector odd = p.and(0xffff_0000);
            first.selectFrom(even, odd).intoMemorySegment(ALL, y + 4L * i, ORDER);
            second.selectFrom(even, odd).intoMemorySegment(ALL, y + 4L * i + VECTOR, ORDER);
        }
        for (int i = whole; i < n; i++) {
            int bits = ALL.get(ValueLayout.JAVA_SHORT_UNALIGNED, x + 2L * i) << 16;
            ALL.set(ValueLayout.JAVA_INT_UNALIGNED, y + 4L * i, bits);
        }
    }

    /** To nearest, ties to even; NaN stays NaN. */
    static void fromFloat(long x, long y, int n) {
        int whole = n & -2 * V;
        IntVector evens = IntVector.fromMemorySegment(S, ALL, LANES + 2 * VECTOR, ORDER);
        IntVector odds = IntVector.fromMemorySegment(S, ALL, LANES + 3 * VECTOR, ORDER);
        for (int i = 0; i < whole; i += 2 * V) {
            IntVector u = IntVector.fromMemorySegment(S, ALL, x + 4L * i, ORDER);
            IntVector v = IntVector.fromMemorySegment(S, ALL, x + 4L * i + VECTOR, ORDER);
            IntVector even = evens.selectFrom(u, v);
            IntVector odd = odds.selectFrom(u, v);
            VectorMask<Integer> evenIsNaN = even.and(0x7fff_ffff).compare(VectorOperators.GT, 0x7f80_0000);
            VectorMask<Integer> oddIsNaN = odd.and(0x7fff_ffff).compare(VectorOperators.GT, 0x7f80_0000);
            IntVector low =
                    even.lanewise(VectorOperators.LSHR, 16).and(1).add(0x7fff).add(even);
            IntVector high =
                    odd.lanewise(VectorOperators.LSHR, 16).and(1).add(0x7fff).add(odd);
            low = low.blend(even.or(0x40_0000), evenIsNaN).lanewise(VectorOperators.LSHR, 16);
            high = high.blend(odd.or(0x40_0000), oddIsNaN).and(0xffff_0000);
            low.or(high).intoMemorySegment(ALL, y + 2L * i, ORDER);
        }
        for (int i = whole; i < n; i++) {
            int bits = rounded(ALL.get(ValueLayout.JAVA_INT_UNALIGNED, x + 4L * i));
            ALL.set(ValueLayout.JAVA_SHORT_UNALIGNED, y + 2L * i, (short) (bits >>> 16));
        }
    }

    private static int rounded(int x) {
        return (x & 0x7fff_ffff) > 0x7f80_0000 ? x | 0x40_0000 : x + 0x7fff + (x >>> 16 & 1);
    }

    private static long lanes() {
        long table = Arena.global().allocate(4L * VECTOR, 64).address();
        for (int j = 0; j < V; j++) {
            set(table, j, j / 2 + (j & 1) * V);
            set(table + VECTOR, j, (V + j) / 2 + (j & 1) * V);
            set(table + 2L * VECTOR, j, 2 * j);
            set(table + 3L * VECTOR, j, 2 * j + 1);
        }
        return table;
    }

    private static void set(long table, int lane, int from) {
        ALL.set(ValueLayout.JAVA_INT_UNALIGNED, table + 4L * lane, from);
    }

    private BFloat16Lanes() {}
}
