package dev.rankine.kernels.lanes;

import static dev.rankine.kernels.lanes.Lanes.ALL;
import static dev.rankine.kernels.lanes.Lanes.ORDER;

import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Sums of float32, added to cells of float64. A run is one sum along memory, four vectors at once, its last vector loaded whole with zeros for
 * what was added already. Rows are added to sums of columns: narrow ones a vector of columns after the other, four rows at once, wide ones as they lie in
 * memory, eight rows in pairs at once. Vectors hold at most {@link #BLOCK} terms of a run, {@link #ROWS} rows four or eight at once, before
 * they go to a cell: every lane adds few terms, and the order of the additions depends on the sizes alone.
 * Figures: {@link Reduce}.
 */
final class SumF32 {
    private static final VectorSpecies<Float> S = Lanes.F32;
    private static final int L = S.length();
    private static final int BYTES = Float.BYTES;
    private static final long STEP = (long) BYTES * L;
    /** A run is added in parts of so many numbers, each from zero. */
    static final int BLOCK = 256 * L;

    /** So many rows are added before their sums go to cells. */
    static final int ROWS = 256;

    private static final int FOUR = 4;
    private static final int GROUP = 8;
    private static final int WIDE = 8 * L;

    // not final: see Apart
    private static MethodHandle block =
            Apart.find(MethodHandles.lookup(), "block", double.class, long.class, int.class, long.class);
    private static MethodHandle part = Apart.find(
            MethodHandles.lookup(),
            "part",
            void.class,
            long.class,
            long.class,
            int.class,
            int.class,
            long.class,
            long.class);

    /** Adds {@code x[i * across + j * step]} for {@code count} numbers j to cell i; steps in bytes; {@code tile} has room for a vector. */
    static void runs(long x, long across, int results, long step, int count, long cells, long tile) {
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

    /** The sum of {@code count} numbers that lie one after another. */
    static double run(long x, int count, long tile) {
        double total = 0;
        for (int i = 0; i < count; i += BLOCK) total += apart(x + (long) BYTES * i, Math.min(BLOCK, count - i), tile);
        return total;
    }

    private static double apart(long x, int count, long tile) {
        try {
            return (double) block.invokeExact(x, count, tile);
        } catch (Throwable e) {
            throw Apart.thrown(e);
        }
    }

    private static double block(long x, int count, long tile) {
        int whole = S.loopBound(count);
        if (whole == 0) return steps(x, BYTES, count);
        int main = count - count % (4 * L);
        vectors(x, x + (long) BYTES * main, tile);
        if (main < whole) few(x + (long) BYTES * main, x + (long) BYTES * whole, tile);
        if (whole < count) last(x + (long) BYTES * count - STEP, L - (count - whole), tile);
        return lanes(tile);
    }

    /** Stores the sums of lanes in the tile. */
    private static void vectors(long x, long end, long tile) {
        FloatVector a = FloatVector.zero(S);
        FloatVector b = FloatVector.zero(S);
        FloatVector c = FloatVector.zero(S);
        FloatVector d = FloatVector.zero(S);
        for (long p = x; p < end; p += 4 * STEP) {
            a = a.add(FloatVector.fromMemorySegment(S, ALL, p, ORDER));
            b = b.add(FloatVector.fromMemorySegment(S, ALL, p + STEP, ORDER));
            c = c.add(FloatVector.fromMemorySegment(S, ALL, p + 2 * STEP, ORDER));
            d = d.add(FloatVector.fromMemorySegment(S, ALL, p + 3 * STEP, ORDER));
        }
        a.add(b).add(c.add(d)).intoMemorySegment(ALL, tile, ORDER);
    }

    /** Adds fewer than four vectors to the tile, each by itself: a sum carried through so short a loop lived on the heap in 2 of 4 processes. */
    private static void few(long x, long end, long tile) {
        for (long p = x; p < end; p += STEP) {
            FloatVector.fromMemorySegment(S, ALL, tile, ORDER)
                    .add(FloatVector.fromMemorySegment(S, ALL, p, ORDER))
                    .intoMemorySegment(ALL, tile, ORDER);
        }
    }

    /** Adds a vector but its first lanes, which were added before, to the tile. */
    private static void last(long x, int before, long tile) {
        FloatVector.fromMemorySegment(S, ALL, x, ORDER)
                .blend(0, S.indexInRange(0, before))
                .add(FloatVector.fromMemorySegment(S, ALL, tile, ORDER))
                .intoMemorySegment(ALL, tile, ORDER);
    }

    /** The sum of the lanes of a vector in memory. {@code reduceLanes} adds in an order that changes when its caller is compiled. */
    static double lanes(long tile) {
        double even = 0;
        double odd = 0;
        for (int i = 0; i < L; i += 2) {
            even += ALL.get(ValueLayout.JAVA_FLOAT_UNALIGNED, tile + (long) BYTES * i);
            odd += ALL.get(ValueLayout.JAVA_FLOAT_UNALIGNED, tile + (long) BYTES * i + BYTES);
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
            a += ALL.get(ValueLayout.JAVA_FLOAT_UNALIGNED, p);
            b += ALL.get(ValueLayout.JAVA_FLOAT_UNALIGNED, p + step);
            c += ALL.get(ValueLayout.JAVA_FLOAT_UNALIGNED, p + 2 * step);
            d += ALL.get(ValueLayout.JAVA_FLOAT_UNALIGNED, p + 3 * step);
            p += 4 * step;
        }
        for (; i < count; i++) {
            a += ALL.get(ValueLayout.JAVA_FLOAT_UNALIGNED, p);
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
        for (long p = from; p < end; p += STEP) FloatVector.zero(S).intoMemorySegment(ALL, p, ORDER);
    }

    private static void eight(long x, long down, long length, long sums) {
        long away = sums - x;
        long half = 4 * down;
        for (long p = x; p < x + length; p += STEP) {
            FloatVector a = FloatVector.fromMemorySegment(S, ALL, p, ORDER);
            FloatVector b = FloatVector.fromMemorySegment(S, ALL, p + 2 * down, ORDER);
            a = a.add(FloatVector.fromMemorySegment(S, ALL, p + down, ORDER));
            b = b.add(FloatVector.fromMemorySegment(S, ALL, p + 3 * down, ORDER));
            long q = p + half;
            FloatVector c = FloatVector.fromMemorySegment(S, ALL, q, ORDER);
            FloatVector d = FloatVector.fromMemorySegment(S, ALL, q + 2 * down, ORDER);
            c = c.add(FloatVector.fromMemorySegment(S, ALL, q + down, ORDER));
            d = d.add(FloatVector.fromMemorySegment(S, ALL, q + 3 * down, ORDER));
            a = a.add(b).add(c.add(d));
            FloatVector.fromMemorySegment(S, ALL, p + away, ORDER).add(a).intoMemorySegment(ALL, p + away, ORDER);
        }
    }

    private static void one(long x, long length, long sums) {
        long away = sums - x;
        for (long p = x; p < x + length; p += STEP) {
            FloatVector a = FloatVector.fromMemorySegment(S, ALL, p, ORDER);
            FloatVector.fromMemorySegment(S, ALL, p + away, ORDER).add(a).intoMemorySegment(ALL, p + away, ORDER);
        }
    }

    /** Stores the sums of one vector of columns. */
    private static void panel(long x, long down, int rows, long tile) {
        FloatVector a = FloatVector.zero(S);
        FloatVector b = FloatVector.zero(S);
        FloatVector c = FloatVector.zero(S);
        FloatVector d = FloatVector.zero(S);
        long p = x;
        for (int r = 0; r < rows; r += FOUR) {
            long q = p + 2 * down;
            a = a.add(FloatVector.fromMemorySegment(S, ALL, p, ORDER));
            b = b.add(FloatVector.fromMemorySegment(S, ALL, p + down, ORDER));
            c = c.add(FloatVector.fromMemorySegment(S, ALL, q, ORDER));
            d = d.add(FloatVector.fromMemorySegment(S, ALL, q + down, ORDER));
            p += FOUR * down;
        }
        a.add(b).add(c.add(d)).intoMemorySegment(ALL, tile, ORDER);
    }

    private static void join(long tile, int count, long cells) {
        for (int i = 0; i < count; i++)
            add(cells + 8L * i, ALL.get(ValueLayout.JAVA_FLOAT_UNALIGNED, tile + (long) BYTES * i));
    }

    private static void add(long cell, double term) {
        ALL.set(ValueLayout.JAVA_DOUBLE, cell, ALL.get(ValueLayout.JAVA_DOUBLE, cell) + term);
    }

    private SumF32() {}
}
