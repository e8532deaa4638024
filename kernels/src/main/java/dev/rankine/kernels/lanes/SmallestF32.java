package dev.rankine.kernels.lanes;

import static dev.rankine.kernels.lanes.Lanes.ALL;
import static dev.rankine.kernels.lanes.Lanes.ORDER;

import java.lang.foreign.ValueLayout;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Smallest numbers of float32, kept in cells of float64; NaN wins. Runs lie along memory, rows across it, wide ones eight at once, as in {@link SumF32}.
 * Figures: {@link Reduce}.
 */
final class SmallestF32 {
    private static final VectorSpecies<Float> S = Lanes.F32;
    private static final int L = S.length();
    private static final int BYTES = Float.BYTES;
    private static final long STEP = (long) BYTES * L;
    private static final float START = Float.POSITIVE_INFINITY;
    private static final VectorOperators.Comparison BETTER = VectorOperators.LT;

    /** So many runs of at least four vectors are compared in one loop. */
    private static final int LINES = 8;

    private static final int GROUP = 8;
    private static final int WIDE = 512;

    /** Joins {@code x[i * across + j * step]} for {@code count} numbers j with cell i; steps in bytes; {@code tile} has room for 16 vectors. */
    static void runs(long x, long across, int results, long step, int count, long cells, long tile) {
        if (step == BYTES && areLines(count)) {
            for (int i = 0; i < results; i += LINES) {
                int lines = Math.min(LINES, results - i);
                long from = x + i * across;
                lines(from, across, lines, count, tile);
                for (int k = 0; k < lines; k++)
                    add(cells + 8L * (i + k), line(from + k * across, count, tile + STEP * k));
            }
            return;
        }
        for (int i = 0; i < results; i++) {
            long from = x + i * across;
            add(cells + 8L * i, step == BYTES ? run(from, count) : steps(from, step, count));
        }
    }

    /** Joins {@code x[r * down + j]} for {@code rows} numbers r with cell j; {@code tile} has room for four vectors and for a row. */
    static void rows(long x, long down, int rows, int columns, long cells, long tile) {
        if (columns >= WIDE) {
            groups(x, down, rows, columns, cells, tile);
            return;
        }
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

    /** Whether runs of {@code count} numbers are for {@link #lines}. */
    static boolean areLines(int count) {
        return count >= 4 * L;
    }

    /**
     * Stores the smallest of each lane of some runs in the tile, and behind {@link #LINES} of these what is NaN if there may be a NaN. The last vectors of a
     * run reach back.
     */
    private static void lines(long x, long across, int lines, int count, long tile) {
        long fours = STEP * ((count - 1) / (4 * L)) * 4;
        long last = (long) BYTES * count - 4 * STEP;
        for (int i = 0; i < lines; i++) {
            long p = x + across * i;
            long end = p + fours;
            long back = p + last;
            FloatVector a = FloatVector.fromMemorySegment(S, ALL, back, ORDER);
            FloatVector b = FloatVector.fromMemorySegment(S, ALL, back + STEP, ORDER);
            FloatVector c = FloatVector.fromMemorySegment(S, ALL, back + 2 * STEP, ORDER);
            FloatVector d = FloatVector.fromMemorySegment(S, ALL, back + 3 * STEP, ORDER);
            FloatVector zero = FloatVector.zero(S);
            FloatVector e = a.mul(zero);
            FloatVector f = b.mul(zero);
            FloatVector g = c.mul(zero);
            FloatVector h = d.mul(zero);
            for (; p < end; p += 4 * STEP) {
                FloatVector t = FloatVector.fromMemorySegment(S, ALL, p, ORDER);
                FloatVector u = FloatVector.fromMemorySegment(S, ALL, p + STEP, ORDER);
                FloatVector v = FloatVector.fromMemorySegment(S, ALL, p + 2 * STEP, ORDER);
                FloatVector w = FloatVector.fromMemorySegment(S, ALL, p + 3 * STEP, ORDER);
                a = a.blend(t, t.compare(BETTER, a));
                b = b.blend(u, u.compare(BETTER, b));
                c = c.blend(v, v.compare(BETTER, c));
                d = d.blend(w, w.compare(BETTER, d));
                e = t.fma(zero, e);
                f = u.fma(zero, f);
                g = v.fma(zero, g);
                h = w.fma(zero, h);
            }
            a = a.blend(b, b.compare(BETTER, a));
            c = c.blend(d, d.compare(BETTER, c));
            a.blend(c, c.compare(BETTER, a)).intoMemorySegment(ALL, tile + STEP * i, ORDER);
            e.add(f).add(g.add(h)).intoMemorySegment(ALL, tile + STEP * (LINES + i), ORDER);
        }
    }

    /** The smallest of a run from what {@link #lines} stored for it at {@code tile}. */
    private static float line(long x, int count, long tile) {
        FloatVector wrong = FloatVector.fromMemorySegment(S, ALL, tile + STEP * LINES, ORDER);
        if (wrong.reduceLanes(VectorOperators.ADD) != 0) {
            int main = count - count % (4 * L);
            float best = careful(x, x + (long) BYTES * main);
            return main == count ? best : Math.min(best, rest(x + (long) BYTES * main, count - main));
        }
        return FloatVector.fromMemorySegment(S, ALL, tile, ORDER).reduceLanes(VectorOperators.MIN);
    }

    /** The smallest of {@code count} numbers that lie one after another. */
    static float run(long x, int count) {
        int main = count - count % (4 * L);
        float best = main == 0 ? START : vectors(x, x + (long) BYTES * main);
        return main == count ? best : Math.min(best, rest(x + (long) BYTES * main, count - main));
    }

    /** A multiple of four vectors. A product with zero is NaN for NaN and infinities: then they are compared once more, with care. */
    private static float vectors(long x, long end) {
        float best = greedy(x, end);
        return best == best ? best : careful(x, end);
    }

    /** The smallest, or NaN if there may be one. */
    private static float greedy(long x, long end) {
        FloatVector a = FloatVector.broadcast(S, START);
        FloatVector b = FloatVector.broadcast(S, START);
        FloatVector c = FloatVector.broadcast(S, START);
        FloatVector d = FloatVector.broadcast(S, START);
        FloatVector e = FloatVector.zero(S);
        FloatVector f = FloatVector.zero(S);
        FloatVector g = FloatVector.zero(S);
        FloatVector h = FloatVector.zero(S);
        FloatVector zero = FloatVector.zero(S);
        for (long p = x; p < end; p += 4 * STEP) {
            FloatVector t = FloatVector.fromMemorySegment(S, ALL, p, ORDER);
            FloatVector u = FloatVector.fromMemorySegment(S, ALL, p + STEP, ORDER);
            FloatVector v = FloatVector.fromMemorySegment(S, ALL, p + 2 * STEP, ORDER);
            FloatVector w = FloatVector.fromMemorySegment(S, ALL, p + 3 * STEP, ORDER);
            a = a.blend(t, t.compare(BETTER, a));
            b = b.blend(u, u.compare(BETTER, b));
            c = c.blend(v, v.compare(BETTER, c));
            d = d.blend(w, w.compare(BETTER, d));
            e = t.fma(zero, e);
            f = u.fma(zero, f);
            g = v.fma(zero, g);
            h = w.fma(zero, h);
        }
        float best = a.min(b).min(c.min(d)).reduceLanes(VectorOperators.MIN);
        return e.add(f).add(g.add(h)).reduceLanes(VectorOperators.ADD) == 0 ? best : Float.NaN;
    }

    private static float careful(long x, long end) {
        FloatVector a = FloatVector.broadcast(S, START);
        FloatVector b = FloatVector.broadcast(S, START);
        FloatVector c = FloatVector.broadcast(S, START);
        FloatVector d = FloatVector.broadcast(S, START);
        for (long p = x; p < end; p += 4 * STEP) {
            a = a.min(FloatVector.fromMemorySegment(S, ALL, p, ORDER));
            b = b.min(FloatVector.fromMemorySegment(S, ALL, p + STEP, ORDER));
            c = c.min(FloatVector.fromMemorySegment(S, ALL, p + 2 * STEP, ORDER));
            d = d.min(FloatVector.fromMemorySegment(S, ALL, p + 3 * STEP, ORDER));
        }
        return a.min(b).min(c.min(d)).reduceLanes(VectorOperators.MIN);
    }

    /** Fewer than four vectors. */
    private static float rest(long x, int count) {
        int main = S.loopBound(count);
        float best = main == 0 ? START : few(x, x + (long) BYTES * main);
        for (int i = main; i < count; i++) {
            best = Math.min(best, ALL.get(ValueLayout.JAVA_FLOAT_UNALIGNED, x + (long) BYTES * i));
        }
        return best;
    }

    private static float few(long x, long end) {
        FloatVector a = FloatVector.broadcast(S, START);
        for (long p = x; p < end; p += STEP) a = a.min(FloatVector.fromMemorySegment(S, ALL, p, ORDER));
        return a.reduceLanes(VectorOperators.MIN);
    }

    private static float steps(long x, long step, int count) {
        float a = START;
        float b = START;
        long p = x;
        int i = 0;
        for (; i + 1 < count; i += 2) {
            a = Math.min(a, ALL.get(ValueLayout.JAVA_FLOAT_UNALIGNED, p));
            b = Math.min(b, ALL.get(ValueLayout.JAVA_FLOAT_UNALIGNED, p + step));
            p += 2 * step;
        }
        if (i < count) a = Math.min(a, ALL.get(ValueLayout.JAVA_FLOAT_UNALIGNED, p));
        return Math.min(a, b);
    }

    private static void groups(long x, long down, int rows, int columns, long cells, long table) {
        int main = S.loopBound(columns);
        long length = (long) BYTES * main;
        for (long p = table; p < table + length; p += STEP)
            FloatVector.broadcast(S, START).intoMemorySegment(ALL, p, ORDER);
        int r = 0;
        for (; r + GROUP <= rows; r += GROUP) eight(x + r * down, down, length, table);
        for (; r < rows; r++) one(x + r * down, length, table);
        join(table, main, cells);
        for (int j = main; j < columns; j++) add(cells + 8L * j, steps(x + (long) BYTES * j, down, rows));
    }

    private static void eight(long x, long down, long length, long table) {
        long away = table - x;
        long half = 4 * down;
        for (long p = x; p < x + length; p += STEP) {
            FloatVector a = FloatVector.fromMemorySegment(S, ALL, p, ORDER);
            FloatVector b = FloatVector.fromMemorySegment(S, ALL, p + 2 * down, ORDER);
            a = a.min(FloatVector.fromMemorySegment(S, ALL, p + down, ORDER));
            b = b.min(FloatVector.fromMemorySegment(S, ALL, p + 3 * down, ORDER));
            long q = p + half;
            FloatVector c = FloatVector.fromMemorySegment(S, ALL, q, ORDER);
            FloatVector d = FloatVector.fromMemorySegment(S, ALL, q + 2 * down, ORDER);
            c = c.min(FloatVector.fromMemorySegment(S, ALL, q + down, ORDER));
            d = d.min(FloatVector.fromMemorySegment(S, ALL, q + 3 * down, ORDER));
            a = a.min(b).min(c.min(d));
            FloatVector.fromMemorySegment(S, ALL, p + away, ORDER).min(a).intoMemorySegment(ALL, p + away, ORDER);
        }
    }

    private static void one(long x, long length, long table) {
        long away = table - x;
        for (long p = x; p < x + length; p += STEP) {
            FloatVector a = FloatVector.fromMemorySegment(S, ALL, p, ORDER);
            FloatVector.fromMemorySegment(S, ALL, p + away, ORDER).min(a).intoMemorySegment(ALL, p + away, ORDER);
        }
    }

    private static void wide(long x, long down, int rows, long tile) {
        FloatVector a = FloatVector.broadcast(S, START);
        FloatVector b = FloatVector.broadcast(S, START);
        FloatVector c = FloatVector.broadcast(S, START);
        FloatVector d = FloatVector.broadcast(S, START);
        long p = x;
        for (int r = 0; r < rows; r++) {
            a = a.min(FloatVector.fromMemorySegment(S, ALL, p, ORDER));
            b = b.min(FloatVector.fromMemorySegment(S, ALL, p + STEP, ORDER));
            c = c.min(FloatVector.fromMemorySegment(S, ALL, p + 2 * STEP, ORDER));
            d = d.min(FloatVector.fromMemorySegment(S, ALL, p + 3 * STEP, ORDER));
            p += down;
        }
        a.intoMemorySegment(ALL, tile, ORDER);
        b.intoMemorySegment(ALL, tile + STEP, ORDER);
        c.intoMemorySegment(ALL, tile + 2 * STEP, ORDER);
        d.intoMemorySegment(ALL, tile + 3 * STEP, ORDER);
    }

    private static void narrow(long x, long down, int rows, long tile) {
        FloatVector a = FloatVector.broadcast(S, START);
        long p = x;
        for (int r = 0; r < rows; r++) {
            a = a.min(FloatVector.fromMemorySegment(S, ALL, p, ORDER));
            p += down;
        }
        a.intoMemorySegment(ALL, tile, ORDER);
    }

    private static void join(long tile, int count, long cells) {
        for (int i = 0; i < count; i++)
            add(cells + 8L * i, ALL.get(ValueLayout.JAVA_FLOAT_UNALIGNED, tile + (long) BYTES * i));
    }

    private static void add(long cell, double number) {
        ALL.set(ValueLayout.JAVA_DOUBLE, cell, Math.min(ALL.get(ValueLayout.JAVA_DOUBLE, cell), number));
    }

    private SmallestF32() {}
}
