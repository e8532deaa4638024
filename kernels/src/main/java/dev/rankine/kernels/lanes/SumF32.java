package dev.rankine.kernels.lanes;

import static dev.rankine.kernels.lanes.Lanes.ALL;
import static dev.rankine.kernels.lanes.Lanes.ORDER;

import java.lang.foreign.ValueLayout;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Sums of float32, added to cells of float64. A run is one sum along memory, four vectors at once; rows are added to sums of columns, four
 * vectors of columns at once. Vectors hold at most {@link #BLOCK} terms of a run, or {@link #ROWS} rows, before they go to a cell:
 * every lane adds few terms, and the order of the additions depends on the sizes alone.
 * Figures: {@link Reduce}.
 */
final class SumF32 {
    private static final VectorSpecies<Float> S = Lanes.F32;
    private static final int L = S.length();
    private static final int BYTES = Float.BYTES;
    private static final long STEP = (long) BYTES * L;
    /** A run is added in parts of so many numbers, each from zero. */
    static final int BLOCK = 256 * L;

    private static final int ROWS = 64;

    /** Adds {@code x[i * across + j * step]} for {@code count} numbers j to cell i; steps in bytes; {@code tile} has room for a vector. */
    static void runs(long x, long across, int results, long step, int count, long cells, long tile) {
        for (int i = 0; i < results; i++) {
            long from = x + i * across;
            add(cells + 8L * i, step == BYTES ? run(from, count, tile) : steps(from, step, count));
        }
    }

    /** Adds {@code x[r * down + j]} for {@code rows} numbers r to cell j; {@code tile} has room for four vectors. */
    static void rows(long x, long down, int rows, int columns, long cells, long tile) {
        for (int r = 0; r < rows; r += ROWS) {
            panels(x + r * down, down, Math.min(ROWS, rows - r), columns, cells, tile);
        }
    }

    /** The sum of {@code count} numbers that lie one after another. */
    static double run(long x, int count, long tile) {
        double total = 0;
        for (int i = 0; i < count; i += BLOCK) total += block(x + (long) BYTES * i, Math.min(BLOCK, count - i), tile);
        return total;
    }

    private static double block(long x, int count, long tile) {
        int main = count - count % (4 * L);
        double total = main == 0 ? 0 : vectors(x, x + (long) BYTES * main, tile);
        return main == count ? total : total + rest(x + (long) BYTES * main, count - main, tile);
    }

    private static double vectors(long x, long end, long tile) {
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
        return lanes(tile);
    }

    /** Fewer than four vectors. */
    private static double rest(long x, int count, long tile) {
        int main = S.loopBound(count);
        double total = main == 0 ? 0 : few(x, x + (long) BYTES * main, tile);
        for (int i = main; i < count; i++) total += ALL.get(ValueLayout.JAVA_FLOAT_UNALIGNED, x + (long) BYTES * i);
        return total;
    }

    private static double few(long x, long end, long tile) {
        FloatVector a = FloatVector.zero(S);
        for (long p = x; p < end; p += STEP) a = a.add(FloatVector.fromMemorySegment(S, ALL, p, ORDER));
        a.intoMemorySegment(ALL, tile, ORDER);
        return lanes(tile);
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

    private static void panels(long x, long down, int rows, int columns, long cells, long tile) {
        int j = 0;
        for (; j + 4 * L <= columns; j += 4 * L) {
            wide(x + (long) BYTES * j, down, rows, tile);
            join(tile, 4 * L, cells + 8L * j);
        }
        for (; j + L <= columns; j += L) {
            narrow(x + (long) BYTES * j, down, rows, tile);
            join(tile, L, cells + 8L * j);
        }
        for (; j < columns; j++) add(cells + 8L * j, steps(x + (long) BYTES * j, down, rows));
    }

    private static void wide(long x, long down, int rows, long tile) {
        FloatVector a = FloatVector.zero(S);
        FloatVector b = FloatVector.zero(S);
        FloatVector c = FloatVector.zero(S);
        FloatVector d = FloatVector.zero(S);
        long p = x;
        for (int r = 0; r < rows; r++) {
            a = a.add(FloatVector.fromMemorySegment(S, ALL, p, ORDER));
            b = b.add(FloatVector.fromMemorySegment(S, ALL, p + STEP, ORDER));
            c = c.add(FloatVector.fromMemorySegment(S, ALL, p + 2 * STEP, ORDER));
            d = d.add(FloatVector.fromMemorySegment(S, ALL, p + 3 * STEP, ORDER));
            p += down;
        }
        a.intoMemorySegment(ALL, tile, ORDER);
        b.intoMemorySegment(ALL, tile + STEP, ORDER);
        c.intoMemorySegment(ALL, tile + 2 * STEP, ORDER);
        d.intoMemorySegment(ALL, tile + 3 * STEP, ORDER);
    }

    private static void narrow(long x, long down, int rows, long tile) {
        FloatVector a = FloatVector.zero(S);
        long p = x;
        for (int r = 0; r < rows; r++) {
            a = a.add(FloatVector.fromMemorySegment(S, ALL, p, ORDER));
            p += down;
        }
        a.intoMemorySegment(ALL, tile, ORDER);
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
