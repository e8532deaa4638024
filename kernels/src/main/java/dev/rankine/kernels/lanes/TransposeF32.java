package dev.rankine.kernels.lanes;

import static dev.rankine.kernels.lanes.Lanes.ALL;

import java.lang.foreign.ValueLayout;

/**
 * Four lines of float32 that become columns: two numbers of a line are read at once and two of a column written, as a long. No vectors of another
 * width than that of all kernels: a second class of vectors makes the compiler of the virtual machine leave calls in the tiles of products,
 * four times as slow, in some processes and not in others. 0.39 ns a number (AMD EPYC (Zen 4), one thread, JDK 25).
 */
final class TransposeF32 {
    private static final ValueLayout.OfLong PAIR = ValueLayout.JAVA_LONG_UNALIGNED;
    private static final long LOW = 0xffffffffL;

    /** How many lines are transposed at a time. */
    static final int SIDE = 4;

    /** {@code into[j * width + i] = from[i * across + j]} for {@code j < k}, a multiple of SIDE, and {@code i} below SIDE. */
    static void lines(int k, int width, long from, long across, long into) {
        long down = 4 * across;
        long step = 4L * width;
        for (int j = 0; j < k; j += 2) {
            long a = ALL.get(PAIR, from);
            long b = ALL.get(PAIR, from + down);
            long c = ALL.get(PAIR, from + 2 * down);
            long d = ALL.get(PAIR, from + 3 * down);
            ALL.set(PAIR, into, (a & LOW) | (b << 32));
            ALL.set(PAIR, into + 8, (c & LOW) | (d << 32));
            ALL.set(PAIR, into + step, (a >>> 32) | (b & ~LOW));
            ALL.set(PAIR, into + step + 8, (c >>> 32) | (d & ~LOW));
            from += 8;
            into += 2 * step;
        }
    }

    private TransposeF32() {}
}
