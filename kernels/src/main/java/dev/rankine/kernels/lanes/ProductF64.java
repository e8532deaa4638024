package dev.rankine.kernels.lanes;

import static dev.rankine.kernels.lanes.Lanes.ALL;
import static dev.rankine.kernels.lanes.Lanes.ORDER;

import java.lang.foreign.ValueLayout;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Products of float64 in cells of float64: {@link ProductF32} without its conversions, four vectors of a run at once.
 * Figures: {@link Reduce}.
 */
final class ProductF64 {
    private static final VectorSpecies<Double> D = Lanes.F64;
    private static final VectorSpecies<Double> S = D;
    private static final int BYTES = Double.BYTES;
    private static final long STEP = (long) BYTES * D.length();
    private static final int AT_ONCE = 4 * D.length();

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
        for (; r + 4 <= rows; r += 4) four(x + r * down, down, (long) BYTES * main, cells);
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
        for (long p = x; p < end; p += 4 * STEP) {
            a = a.mul(DoubleVector.fromMemorySegment(D, ALL, p, ORDER));
            b = b.mul(DoubleVector.fromMemorySegment(D, ALL, p + STEP, ORDER));
            c = c.mul(DoubleVector.fromMemorySegment(D, ALL, p + 2 * STEP, ORDER));
            d = d.mul(DoubleVector.fromMemorySegment(D, ALL, p + 3 * STEP, ORDER));
        }
        a.mul(b).mul(c.mul(d)).intoMemorySegment(ALL, tile, ORDER);
        return lanes(tile);
    }

    private static void four(long x, long down, long length, long cells) {
        long away = cells - x;
        for (long p = x; p < x + length; p += STEP) {
            DoubleVector a = DoubleVector.fromMemorySegment(D, ALL, p, ORDER);
            DoubleVector b = DoubleVector.fromMemorySegment(D, ALL, p + 2 * down, ORDER);
            a = a.mul(DoubleVector.fromMemorySegment(D, ALL, p + down, ORDER));
            b = b.mul(DoubleVector.fromMemorySegment(D, ALL, p + 3 * down, ORDER));
            DoubleVector.fromMemorySegment(D, ALL, p + away, ORDER)
                    .mul(a.mul(b))
                    .intoMemorySegment(ALL, p + away, ORDER);
        }
    }

    private static void one(long x, long length, long cells) {
        long away = cells - x;
        for (long p = x; p < x + length; p += STEP) {
            DoubleVector a = DoubleVector.fromMemorySegment(D, ALL, p, ORDER);
            DoubleVector.fromMemorySegment(D, ALL, p + away, ORDER).mul(a).intoMemorySegment(ALL, p + away, ORDER);
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
            a *= ALL.get(ValueLayout.JAVA_DOUBLE_UNALIGNED, p);
            b *= ALL.get(ValueLayout.JAVA_DOUBLE_UNALIGNED, p + step);
            p += 2 * step;
        }
        if (i < count) a *= ALL.get(ValueLayout.JAVA_DOUBLE_UNALIGNED, p);
        return a * b;
    }

    private static void multiply(long cell, double factor) {
        ALL.set(ValueLayout.JAVA_DOUBLE, cell, ALL.get(ValueLayout.JAVA_DOUBLE, cell) * factor);
    }

    private ProductF64() {}
}
