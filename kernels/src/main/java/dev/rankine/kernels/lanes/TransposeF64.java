package dev.rankine.kernels.lanes;

import static dev.rankine.kernels.lanes.Lanes.ALL;

import java.lang.foreign.ValueLayout;

/** Four lines of float64 that become columns, number by number; see {@link TransposeF32}. */
final class TransposeF64 {
    private static final ValueLayout.OfLong NUMBER = ValueLayout.JAVA_LONG_UNALIGNED;

    /** How many lines are transposed at a time. */
    static final int SIDE = 4;

    /** {@code into[j * width + i] = from[i * across + j]} for {@code j < k}, a multiple of SIDE, and {@code i} below SIDE. */
    static void lines(int k, int width, long from, long across, long into) {
        long down = 8 * across;
        for (int j = 0; j < k; j++) {
            ALL.set(NUMBER, into, ALL.get(NUMBER, from));
            ALL.set(NUMBER, into + 8, ALL.get(NUMBER, from + down));
            ALL.set(NUMBER, into + 16, ALL.get(NUMBER, from + 2 * down));
            ALL.set(NUMBER, into + 24, ALL.get(NUMBER, from + 3 * down));
            from += 8;
            into += 8L * width;
        }
    }

    private TransposeF64() {}
}
