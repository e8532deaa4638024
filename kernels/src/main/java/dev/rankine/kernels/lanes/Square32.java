package dev.rankine.kernels.lanes;

import static dev.rankine.kernels.lanes.Lanes.ALL;
import static dev.rankine.kernels.lanes.Lanes.ORDER;

import java.lang.foreign.Arena;
import java.lang.foreign.ValueLayout;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Transposition of one square of elements of 4 bytes whose rows lie anywhere: V rows of V elements become V others, V the lanes of a vector. Two steps of
 * the transposition at a time stay in registers: elements of vectors s apart change places, then of those s / 2 apart. Row i is read at {@code from} plus
 * entry i of {@code fromTable}, in bytes, and written, from the first to the last, likewise.
 * Figures: {@link WinogradRun}.
 */
final class Square32 {
    private static final VectorSpecies<Integer> S = Lanes.I32;
    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED;
    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED;

    /** The side of a square. */
    static final int SIDE = S.length();

    private static final long STEP = 4L * SIDE;

    /** The offsets of vectors that lie one after another. */
    static final long LINES = lines();

    /** For s = 1, 2, ..., V / 2: which lanes of two vectors the first result has, and which the second. */
    private static final long LANES = lanes();

    /** Transposes a square; {@code scratch} has room for one. */
    static void transpose(long from, long fromTable, long to, long toTable, long scratch) {
        if (SIDE == 4) {
            four(from, fromTable, to, toTable, 2);
        } else if (SIDE == 8) {
            two(from, fromTable, scratch);
            four(scratch, LINES, to, toTable, 2);
        } else {
            four(from, fromTable, scratch, LINES, 8);
            four(scratch, LINES, to, toTable, 2);
        }
    }

    /** The steps s and s / 2. */
    private static void four(long from, long fromTable, long to, long toTable, int s) {
        long at = LANES + 2 * STEP * Integer.numberOfTrailingZeros(s);
        IntVector p = IntVector.fromMemorySegment(S, ALL, at, ORDER);
        IntVector q = IntVector.fromMemorySegment(S, ALL, at + STEP, ORDER);
        IntVector r = IntVector.fromMemorySegment(S, ALL, at - 2 * STEP, ORDER);
        IntVector t = IntVector.fromMemorySegment(S, ALL, at - STEP, ORDER);
        long half = 4L * s;
        for (int n = 0; n < SIDE / 4; n++) {
            // for s = 2 vectors 4 n, 4 n + 1, ...; for s = 8 vectors n, n + 4, ...
            long i = fromTable + (s == 2 ? 32L * n : 8L * n);
            long j = toTable + (s == 2 ? 32L * n : 8L * n);
            IntVector a = IntVector.fromMemorySegment(S, ALL, from + ALL.get(LONG, i), ORDER);
            IntVector b = IntVector.fromMemorySegment(S, ALL, from + ALL.get(LONG, i + half), ORDER);
            IntVector c = IntVector.fromMemorySegment(S, ALL, from + ALL.get(LONG, i + 2 * half), ORDER);
            IntVector d = IntVector.fromMemorySegment(S, ALL, from + ALL.get(LONG, i + 3 * half), ORDER);
            IntVector ac = p.selectFrom(a, c);
            IntVector ca = q.selectFrom(a, c);
            IntVector bd = p.selectFrom(b, d);
            IntVector db = q.selectFrom(b, d);
            r.selectFrom(ac, bd).intoMemorySegment(ALL, to + ALL.get(LONG, j), ORDER);
            t.selectFrom(ac, bd).intoMemorySegment(ALL, to + ALL.get(LONG, j + half), ORDER);
            r.selectFrom(ca, db).intoMemorySegment(ALL, to + ALL.get(LONG, j + 2 * half), ORDER);
            t.selectFrom(ca, db).intoMemorySegment(ALL, to + ALL.get(LONG, j + 3 * half), ORDER);
        }
    }

    /** The step of half a vector. */
    private static void two(long from, long fromTable, long to) {
        long at = LANES + 2 * STEP * Integer.numberOfTrailingZeros(SIDE / 2);
        IntVector p = IntVector.fromMemorySegment(S, ALL, at, ORDER);
        IntVector q = IntVector.fromMemorySegment(S, ALL, at + STEP, ORDER);
        for (int n = 0; n < SIDE / 2; n++) {
            long i = fromTable + 8L * n;
            IntVector a = IntVector.fromMemorySegment(S, ALL, from + ALL.get(LONG, i), ORDER);
            IntVector b = IntVector.fromMemorySegment(S, ALL, from + ALL.get(LONG, i + 4L * SIDE), ORDER);
            p.selectFrom(a, b).intoMemorySegment(ALL, to + STEP * n, ORDER);
            q.selectFrom(a, b).intoMemorySegment(ALL, to + STEP * (n + SIDE / 2), ORDER);
        }
    }

    /** Copies n vectors, steps in bytes. */
    static void copy(long from, long fromStep, long to, long toStep, int n) {
        for (long i = 0; i < n; i++) {
            IntVector.fromMemorySegment(S, ALL, from + i * fromStep, ORDER)
                    .intoMemorySegment(ALL, to + i * toStep, ORDER);
        }
    }

    private static long lines() {
        long table = Arena.global().allocate(8L * SIDE, 64).address();
        for (int i = 0; i < SIDE; i++) ALL.set(LONG, table + 8L * i, STEP * i);
        return table;
    }

    private static long lanes() {
        long table = Arena.global().allocate(2 * STEP * 5, 64).address();
        long at = table;
        for (int s = 1; s < SIDE; s *= 2, at += 2 * STEP) {
            for (int j = 0; j < SIDE; j++) {
                boolean isLow = (j & s) == 0;
                ALL.set(INT, at + 4L * j, isLow ? j : SIDE + j - s);
                ALL.set(INT, at + STEP + 4L * j, isLow ? j + s : SIDE + j);
            }
        }
        return table;
    }

    private Square32() {}
}
