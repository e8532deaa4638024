package dev.rankine.kernels.lanes;

import static dev.rankine.kernels.lanes.Lanes.ALL;
import static dev.rankine.kernels.lanes.Lanes.ORDER;

import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Sums of float64, added to cells of float64. A run is one sum along memory, two vectors at once, its last two loaded whole with zeros for
 * what is added elsewhere; sums of some runs are vectors until all are done. Rows are added to sums of columns: narrow ones a vector of columns after the other, four rows at once, wide ones as they lie in
 * memory, eight rows in pairs at once. Vectors hold at most {@link #BLOCK} terms of a run, {@link #ROWS} rows four or eight at once, before
 * they go to a cell: every lane adds few terms, and the order of the additions depends on the sizes alone.
 * Figures: {@link Reduce}.
 */
final class SumF64 {
    private static final VectorSpecies<Double> S = Lanes.F64;
    private static final int L = S.length();
    private static final int BYTES = Double.BYTES;
    private static final long STEP = (long) BYTES * L;
    /** A run is added in parts of so many numbers, each from zero. */
    static final int BLOCK = 256 * L;

    /** So many rows are added before their sums go to cells. */
    static final int ROWS = 256;

    private static final int FOUR = 4;
    private static final int GROUP = 8;
    private static final int WIDE = 8 * L;

    /** So many runs are added before the lanes of their sums are. */
    private static final int LINES = 16;

    private static final DoubleVector NEXT = turned(1);
    private static final DoubleVector SECOND = turned(2 % L);
    private static final DoubleVector FOURTH = turned(4 % L);
    private static final DoubleVector EIGHTH = turned(8 % L);

    // not final: see Apart
    private static MethodHandle lines = Apart.find(MethodHandles.lookup(), "lines");
    private static MethodHandle part = Apart.find(MethodHandles.lookup(), "part");

    /** Adds {@code x[i * across + j * step]} for {@code count} numbers j to cell i; steps in bytes; {@code tile} has room for 16 vectors. */
    static void runs(long x, long across, int results, long step, int count, long cells, long tile) {
        if (step == BYTES && count >= 2 * L && count <= BLOCK) {
            for (int i = 0; i < results; i += LINES) {
                int some = Math.min(LINES, results - i);
                apart(x + i * across, across, some, count, tile);
                RowSumsF64.lanes(tile, some, cells + 8L * i);
            }
            return;
        }
        for (int i = 0; i < results; i++) {
            long from = x + i * across;
            add(cells + 8L * i, step == BYTES ? run(from, count, tile) : steps(from, step, count));
        }
    }

    /** Adds {@code x[r * down + j]} for {@code rows} numbers r to cell j; {@code tile} has room for a row and for a vector. */
    static void rows(long x, long down, int rows, int columns, long cells, long tile) {
        try {
            for (int r = 0; r < rows; r += ROWS) {
                part.invokeExact(x + r * down, down, Math.min(ROWS, rows - r), columns, cells, tile);
            }
        } catch (Throwable e) {
            throw Apart.thrown(e);
        }
    }

    /** The sum of {@code count} numbers that lie one after another; {@code tile} has room for a vector. */
    static double run(long x, int count, long tile) {
        double total = 0;
        for (int i = 0; i < count; i += BLOCK) {
            long from = x + (long) BYTES * i;
            int some = Math.min(BLOCK, count - i);
            if (some < 2 * L) return total + steps(from, BYTES, some);
            apart(from, 0, 1, some, tile);
            total += pairs(tile);
        }
        return total;
    }

    private static void apart(long x, long across, int runs, int count, long tile) {
        try {
            lines.invokeExact(x, across, runs, count, tile);
        } catch (Throwable e) {
            throw Apart.thrown(e);
        }
    }

    /** Stores the sums of lanes of some runs of at least two vectors in the tile. Not counted, so that the compiler unrolls no loop that is so short. */
    private static void lines(long x, long across, int runs, int count, long tile) {
        int main = (count - 1) / (2 * L) * (2 * L);
        long length = (long) BYTES * main;
        long last = (long) BYTES * count - 2 * STEP;
        VectorMask<Double> first = S.indexInRange(0, main + 2 * L - count);
        VectorMask<Double> second = S.indexInRange(0, Math.max(0, main + L - count));
        for (int i = 0; i < runs; i++) {
            long p = x + across * i;
            long end = p + length;
            long back = p + last;
            DoubleVector a = DoubleVector.fromMemorySegment(S, ALL, back, ORDER).blend(0, first);
            DoubleVector b =
                    DoubleVector.fromMemorySegment(S, ALL, back + STEP, ORDER).blend(0, second);
            while (p != end) {
                a = a.add(DoubleVector.fromMemorySegment(S, ALL, p, ORDER));
                b = b.add(DoubleVector.fromMemorySegment(S, ALL, p + STEP, ORDER));
                p += 2 * STEP;
            }
            a.add(b).intoMemorySegment(ALL, tile + STEP * i, ORDER);
        }
    }

    /** The sum of the lanes of a vector in memory, neighbours first: as {@link RowSumsF64#lanes} adds them. */
    private static double pairs(long tile) {
        DoubleVector v = DoubleVector.fromMemorySegment(S, ALL, tile, ORDER);
        v = v.add(NEXT.selectFrom(v));
        if (L > 2) v = v.add(SECOND.selectFrom(v));
        if (L > 4) v = v.add(FOURTH.selectFrom(v));
        if (L > 8) v = v.add(EIGHTH.selectFrom(v));
        return v.lane(0);
    }

    /** Which lanes are so many places further. */
    private static DoubleVector turned(int places) {
        DoubleVector lanes = DoubleVector.zero(S).addIndex(1).add(places);
        return lanes.blend(lanes.sub(L), lanes.compare(VectorOperators.GE, L));
    }

    /** The sum of the lanes of a vector in memory. {@code reduceLanes} adds in an order that changes when its caller is compiled. */
    static double lanes(long tile) {
        double even = 0;
        double odd = 0;
        for (int i = 0; i < L; i += 2) {
            even += ALL.get(ValueLayout.JAVA_DOUBLE_UNALIGNED, tile + (long) BYTES * i);
            odd += ALL.get(ValueLayout.JAVA_DOUBLE_UNALIGNED, tile + (long) BYTES * i + BYTES);
        }
        return even + odd;
    }

    /** The sum of numbers that lie anywhere, evenly spaced. */
    static double steps(long x, long step, int count) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        long p = x;
        int i = 0;
        for (; i + 3 < count; i += 4) {
            a += ALL.get(ValueLayout.JAVA_DOUBLE_UNALIGNED, p);
            b += ALL.get(ValueLayout.JAVA_DOUBLE_UNALIGNED, p + step);
            c += ALL.get(ValueLayout.JAVA_DOUBLE_UNALIGNED, p + 2 * step);
            d += ALL.get(ValueLayout.JAVA_DOUBLE_UNALIGNED, p + 3 * step);
            p += 4 * step;
        }
        for (; i < count; i++) {
            a += ALL.get(ValueLayout.JAVA_DOUBLE_UNALIGNED, p);
            p += step;
        }
        return (a + b) + (c + d);
    }

    /** Whole vectors of columns in one go if they are many, else one by one, the last of which ends with the last column: what is new in it is taken. */
    private static void part(long x, long down, int rows, int columns, long cells, long tile) {
        int done = 0;
        while (done < columns && columns >= L) {
            boolean isWide = columns - done >= WIDE;
            int width = isWide ? S.loopBound(columns - done) : L;
            int from = Math.min(done, columns - width);
            int whole = rows - rows % (isWide ? GROUP : FOUR);
            long first = x + (long) BYTES * from;
            if (isWide) groups(first, down, whole, (long) BYTES * width, tile);
            else panel(first, down, whole, tile);
            for (int r = whole; r < rows; r++) one(first + r * down, (long) BYTES * width, tile);
            join(tile + (long) BYTES * (done - from), from + width - done, cells + 8L * done);
            done = from + width;
        }
        for (int j = done; j < columns; j++) add(cells + 8L * j, steps(x + (long) BYTES * j, down, rows));
    }

    private static void groups(long x, long down, int rows, long length, long sums) {
        clear(sums, sums + length);
        for (int r = 0; r < rows; r += GROUP) eight(x + r * down, down, length, sums);
    }

    private static void clear(long from, long end) {
        for (long p = from; p < end; p += STEP) DoubleVector.zero(S).intoMemorySegment(ALL, p, ORDER);
    }

    private static void eight(long x, long down, long length, long sums) {
        long away = sums - x;
        long half = 4 * down;
        for (long p = x; p < x + length; p += STEP) {
            DoubleVector a = DoubleVector.fromMemorySegment(S, ALL, p, ORDER);
            DoubleVector b = DoubleVector.fromMemorySegment(S, ALL, p + 2 * down, ORDER);
            a = a.add(DoubleVector.fromMemorySegment(S, ALL, p + down, ORDER));
            b = b.add(DoubleVector.fromMemorySegment(S, ALL, p + 3 * down, ORDER));
            long q = p + half;
            DoubleVector c = DoubleVector.fromMemorySegment(S, ALL, q, ORDER);
            DoubleVector d = DoubleVector.fromMemorySegment(S, ALL, q + 2 * down, ORDER);
            c = c.add(DoubleVector.fromMemorySegment(S, ALL, q + down, ORDER));
            d = d.add(DoubleVector.fromMemorySegment(S, ALL, q + 3 * down, ORDER));
            a = a.add(b).add(c.add(d));
            DoubleVector.fromMemorySegment(S, ALL, p + away, ORDER).add(a).intoMemorySegment(ALL, p + away, ORDER);
        }
    }

    private static void one(long x, long length, long sums) {
        long away = sums - x;
        for (long p = x; p < x + length; p += STEP) {
            DoubleVector a = DoubleVector.fromMemorySegment(S, ALL, p, ORDER);
            DoubleVector.fromMemorySegment(S, ALL, p + away, ORDER).add(a).intoMemorySegment(ALL, p + away, ORDER);
        }
    }

    /** Stores the sums of one vector of columns. */
    private static void panel(long x, long down, int rows, long tile) {
        DoubleVector a = DoubleVector.zero(S);
        DoubleVector b = DoubleVector.zero(S);
        DoubleVector c = DoubleVector.zero(S);
        DoubleVector d = DoubleVector.zero(S);
        long p = x;
        for (int r = 0; r < rows; r += FOUR) {
            long q = p + 2 * down;
            a = a.add(DoubleVector.fromMemorySegment(S, ALL, p, ORDER));
            b = b.add(DoubleVector.fromMemorySegment(S, ALL, p + down, ORDER));
            c = c.add(DoubleVector.fromMemorySegment(S, ALL, q, ORDER));
            d = d.add(DoubleVector.fromMemorySegment(S, ALL, q + down, ORDER));
            p += FOUR * down;
        }
        a.add(b).add(c.add(d)).intoMemorySegment(ALL, tile, ORDER);
    }

    private static void join(long tile, int count, long cells) {
        for (int i = 0; i < count; i++)
            add(cells + 8L * i, ALL.get(ValueLayout.JAVA_DOUBLE_UNALIGNED, tile + (long) BYTES * i));
    }

    private static void add(long cell, double term) {
        ALL.set(ValueLayout.JAVA_DOUBLE, cell, ALL.get(ValueLayout.JAVA_DOUBLE, cell) + term);
    }

    private SumF64() {}
}
