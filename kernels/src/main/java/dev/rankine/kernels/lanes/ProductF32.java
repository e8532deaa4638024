package dev.rankine.kernels.lanes;

import static dev.rankine.kernels.lanes.Lanes.ALL;
import static dev.rankine.kernels.lanes.Lanes.ORDER;

import java.lang.foreign.ValueLayout;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Products of float32 as float64, so that what is on the way neither overflows nor rounds, in cells of float64. A run is one product along memory, two
 * vectors at once; rows are multiplied into the cells of columns, six at once. The order of the factors depends on the sizes alone.
 * Figures: {@link Reduce}.
 */
final class ProductF32 {
    private static final VectorSpecies<Float> S = Lanes.F32;
    private static final VectorSpecies<Double> D = Lanes.F64;
    private static final int BYTES = Float.BYTES;
    private static final long STEP = (long) BYTES * S.length();
    private static final int AT_ONCE = 2 * S.length();
    /** Which lanes are the upper half: one permutation, where converting part 1 of a vector takes a permutation and a choice. */
    private static final FloatVector UPPER =
            FloatVector.zero(S).addIndex(1).add(S.length() / 2).min(S.length() - 1);

    /** Multiplies cell i with {@code x[i * across + j * step]} for {@code count} numbers j; steps in bytes; {@code tile} has room for a vector. */
    static void runs(long x, long across, int results, long step, int count, long cells, long tile) {
        for (int i = 0; i < results; i++) {
            long from = x + i * across;
            multiply(cells + 8L * i, step == BYTES ? run(from, count, tile) : steps(from, step, count));
        }
    }

    /** Multiplies cell j with {@code x[r * down + j]} for {@code rows} numbers r. */
    static void rows(long x, long down, int rows, int columns, long cells) {
        int main = S.loopBound(columns);
        int r = 0;
        for (; r + 6 <= rows; r += 6) six(x + r * down, down, (long) BYTES * main, cells);
        for (; r < rows; r++) one(x + r * down, (long) BYTES * main, cells);
        for (int j = main; j < columns; j++) multiply(cells + 8L * j, steps(x + (long) BYTES * j, down, rows));
    }

    private static double run(long x, int count, long tile) {
        int main = count - count % AT_ONCE;
        double product = main == 0 ? 1 : vectors(x, x + (long) BYTES * main, tile);
        return main == count ? product : product * steps(x + (long) BYTES * main, BYTES, count - main);
    }

    private static double vectors(long x, long end, long tile) {
        DoubleVector a = DoubleVector.broadcast(D, 1);
        DoubleVector b = DoubleVector.broadcast(D, 1);
        DoubleVector c = DoubleVector.broadcast(D, 1);
        DoubleVector d = DoubleVector.broadcast(D, 1);
        for (long p = x; p < end; p += 2 * STEP) {
            FloatVector v = FloatVector.fromMemorySegment(S, ALL, p, ORDER);
            FloatVector w = FloatVector.fromMemorySegment(S, ALL, p + STEP, ORDER);
            a = a.mul(v.convertShape(VectorOperators.F2D, D, 0));
            b = b.mul(UPPER.selectFrom(v).convertShape(VectorOperators.F2D, D, 0));
            c = c.mul(w.convertShape(VectorOperators.F2D, D, 0));
            d = d.mul(UPPER.selectFrom(w).convertShape(VectorOperators.F2D, D, 0));
        }
        a.mul(b).mul(c.mul(d)).intoMemorySegment(ALL, tile, ORDER);
        return lanes(tile);
    }

    private static void six(long x, long down, long length, long cells) {
        long into = cells;
        for (long p = x; p < x + length; p += STEP) {
            FloatVector v = FloatVector.fromMemorySegment(S, ALL, p, ORDER);
            FloatVector w = FloatVector.fromMemorySegment(S, ALL, p + 2 * down, ORDER);
            DoubleVector a = (DoubleVector) v.convertShape(VectorOperators.F2D, D, 0);
            DoubleVector b = (DoubleVector) UPPER.selectFrom(v).convertShape(VectorOperators.F2D, D, 0);
            DoubleVector c = (DoubleVector) w.convertShape(VectorOperators.F2D, D, 0);
            DoubleVector d = (DoubleVector) UPPER.selectFrom(w).convertShape(VectorOperators.F2D, D, 0);
            v = FloatVector.fromMemorySegment(S, ALL, p + down, ORDER);
            w = FloatVector.fromMemorySegment(S, ALL, p + 3 * down, ORDER);
            a = a.mul(v.convertShape(VectorOperators.F2D, D, 0));
            b = b.mul(UPPER.selectFrom(v).convertShape(VectorOperators.F2D, D, 0));
            c = c.mul(w.convertShape(VectorOperators.F2D, D, 0));
            d = d.mul(UPPER.selectFrom(w).convertShape(VectorOperators.F2D, D, 0));
            long q = p + 4 * down;
            v = FloatVector.fromMemorySegment(S, ALL, q, ORDER);
            w = FloatVector.fromMemorySegment(S, ALL, q + down, ORDER);
            a = a.mul(v.convertShape(VectorOperators.F2D, D, 0));
            b = b.mul(UPPER.selectFrom(v).convertShape(VectorOperators.F2D, D, 0));
            c = c.mul(w.convertShape(VectorOperators.F2D, D, 0));
            d = d.mul(UPPER.selectFrom(w).convertShape(VectorOperators.F2D, D, 0));
            DoubleVector.fromMemorySegment(D, ALL, into, ORDER).mul(a.mul(c)).intoMemorySegment(ALL, into, ORDER);
            DoubleVector.fromMemorySegment(D, ALL, into + STEP, ORDER)
                    .mul(b.mul(d))
                    .intoMemorySegment(ALL, into + STEP, ORDER);
            into += 2 * STEP;
        }
    }

    private static void one(long x, long length, long cells) {
        long into = cells;
        for (long p = x; p < x + length; p += STEP) {
            FloatVector v = FloatVector.fromMemorySegment(S, ALL, p, ORDER);
            DoubleVector.fromMemorySegment(D, ALL, into, ORDER)
                    .mul(v.convertShape(VectorOperators.F2D, D, 0))
                    .intoMemorySegment(ALL, into, ORDER);
            DoubleVector.fromMemorySegment(D, ALL, into + STEP, ORDER)
                    .mul(UPPER.selectFrom(v).convertShape(VectorOperators.F2D, D, 0))
                    .intoMemorySegment(ALL, into + STEP, ORDER);
            into += 2 * STEP;
        }
    }

    /** The product of the lanes of a vector in memory, in a fixed order. */
    private static double lanes(long tile) {
        double even = 1;
        double odd = 1;
        for (int i = 0; i < D.length(); i += 2) {
            even *= ALL.get(ValueLayout.JAVA_DOUBLE_UNALIGNED, tile + 8L * i);
            odd *= ALL.get(ValueLayout.JAVA_DOUBLE_UNALIGNED, tile + 8L * i + 8);
        }
        return even * odd;
    }

    /** The product of numbers that lie anywhere, evenly spaced. */
    private static double steps(long x, long step, int count) {
        double a = 1;
        double b = 1;
        long p = x;
        int i = 0;
        for (; i + 1 < count; i += 2) {
            a *= ALL.get(ValueLayout.JAVA_FLOAT_UNALIGNED, p);
            b *= ALL.get(ValueLayout.JAVA_FLOAT_UNALIGNED, p + step);
            p += 2 * step;
        }
        if (i < count) a *= ALL.get(ValueLayout.JAVA_FLOAT_UNALIGNED, p);
        return a * b;
    }

    private static void multiply(long cell, double factor) {
        ALL.set(ValueLayout.JAVA_DOUBLE, cell, ALL.get(ValueLayout.JAVA_DOUBLE, cell) * factor);
    }

    private ProductF32() {}
}
