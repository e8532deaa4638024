package dev.rankine.kernels.lanes;

import static dev.rankine.kernels.lanes.Lanes.ALL;
import static dev.rankine.kernels.lanes.Lanes.ORDER;

import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorSpecies;

/*
 * Lines that become columns, V lines of V numbers at a time, V the lanes of a vector: as in Transpose32, but two of its passes are one, and
 * none is a loop over vectors, which is too short to be worth one.
 * 0.16-0.24 ns a number (AMD EPYC, Zen 4, 512 bits, one thread, JDK 25), 0.53 as four lines read and written by pairs of numbers.
 */

/** Transposes float32 for {@link PackF32}. */
final class TransposeF32 {
    private static final VectorSpecies<Integer> S = Lanes.I32;
    private static final int VECTOR = S.vectorByteSize();
    private static final int PAIR = 2 * VECTOR;

    /** How many lines are transposed at a time. */
    static final int SIDE = S.length();

    /**
     * {@code into[j * width + i] = from[i * across + j]} for {@code j < k}, a multiple of SIDE, and {@code i < count}, at most SIDE; for {@code i}
     * from there to SIDE other numbers, which the next line overwrites if it is nearer. {@code tile} is scratch memory for V vectors.
     */
    static void lines(int k, int count, int width, long from, long across, long into, long tile) {
        long down = 4 * across;
        long step = 4L * width;
        for (int j = 0; j < k; j += SIDE) {
            square(from, down, count - 1, into, step, tile);
            from += VECTOR;
            into += SIDE * step;
        }
    }

    private static void square(long from, long down, int last, long into, long step, long tile) {
        if (SIDE == 16) {
            fours(from, down, last, tile, VECTOR, 2);
            fours(tile, VECTOR, SIDE, into, step, 0);
        } else if (SIDE == 8) {
            twos(from, down, last, tile, VECTOR, 2);
            fours(tile, VECTOR, SIDE, into, step, 0);
        } else if (SIDE == 4) {
            fours(from, down, last, into, step, 0);
        } else {
            twos(from, down, last, into, step, 0);
        }
    }

    /** Elements of vectors that lie s and 2 s apart, s of {@code bit} bits, change places. Vectors behind {@code last} are not read. */
    private static void fours(long a, long aStep, int last, long y, long yStep, int bit) {
        int s = 1 << bit;
        long lanes = Transpose32.LANES + (long) PAIR * bit;
        for (int p = 0; p < SIDE / 4; p++) {
            int i = p + 3 * (p & -s);
            four(
                    a + Math.min(i, last) * aStep,
                    a + Math.min(i + s, last) * aStep,
                    a + Math.min(i + 2 * s, last) * aStep,
                    a + Math.min(i + 3 * s, last) * aStep,
                    y + i * yStep,
                    s * yStep,
                    lanes);
        }
    }

    private static void four(long p, long q, long r, long s, long y, long step, long lanes) {
        IntVector a = IntVector.fromMemorySegment(S, ALL, p, ORDER);
        IntVector b = IntVector.fromMemorySegment(S, ALL, q, ORDER);
        IntVector c = IntVector.fromMemorySegment(S, ALL, r, ORDER);
        IntVector d = IntVector.fromMemorySegment(S, ALL, s, ORDER);
        IntVector first = IntVector.fromMemorySegment(S, ALL, lanes, ORDER);
        IntVector second = IntVector.fromMemorySegment(S, ALL, lanes + VECTOR, ORDER);
        IntVector ab = first.selectFrom(a, b);
        IntVector cd = first.selectFrom(c, d);
        a = second.selectFrom(a, b);
        c = second.selectFrom(c, d);
        first = IntVector.fromMemorySegment(S, ALL, lanes + PAIR, ORDER);
        second = IntVector.fromMemorySegment(S, ALL, lanes + PAIR + VECTOR, ORDER);
        first.selectFrom(ab, cd).intoMemorySegment(ALL, y, ORDER);
        first.selectFrom(a, c).intoMemorySegment(ALL, y + step, ORDER);
        second.selectFrom(ab, cd).intoMemorySegment(ALL, y + 2 * step, ORDER);
        second.selectFrom(a, c).intoMemorySegment(ALL, y + 3 * step, ORDER);
    }

    /** As {@link #fours} for s alone. */
    private static void twos(long a, long aStep, int last, long y, long yStep, int bit) {
        int s = 1 << bit;
        long lanes = Transpose32.LANES + (long) PAIR * bit;
        for (int p = 0; p < SIDE / 2; p++) {
            int i = p + (p & -s);
            two(
                    a + Math.min(i, last) * aStep,
                    a + Math.min(i + s, last) * aStep,
                    y + i * yStep,
                    y + (i + s) * yStep,
                    lanes);
        }
    }

    private static void two(long p, long q, long y, long z, long lanes) {
        IntVector a = IntVector.fromMemorySegment(S, ALL, p, ORDER);
        IntVector b = IntVector.fromMemorySegment(S, ALL, q, ORDER);
        IntVector first = IntVector.fromMemorySegment(S, ALL, lanes, ORDER);
        IntVector second = IntVector.fromMemorySegment(S, ALL, lanes + VECTOR, ORDER);
        first.selectFrom(a, b).intoMemorySegment(ALL, y, ORDER);
        second.selectFrom(a, b).intoMemorySegment(ALL, z, ORDER);
    }

    private TransposeF32() {}
}
