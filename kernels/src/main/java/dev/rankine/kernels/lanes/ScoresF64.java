package dev.rankine.kernels.lanes;

import static dev.rankine.kernels.lanes.Lanes.ALL;
import static dev.rankine.kernels.lanes.Lanes.ORDER;

import java.lang.foreign.ValueLayout;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * What happens to float64 scores x between the products of attention. They lie as [keys, queries]: what belongs to a
 * query is a column, so that its largest score and its sums are lanes and nothing is added across a vector. A method
 * takes one vector of queries; rows of x are {@code down} bytes apart. Figures: {@link AttentionF64}.
 */
final class ScoresF64 {
    private static final VectorSpecies<Double> S = Lanes.F64;
    private static final ValueLayout.OfDouble DOUBLE = ValueLayout.JAVA_DOUBLE_UNALIGNED;
    private static final int BYTES = Double.BYTES;

    /** Lanes of a vector: the queries that a method takes. */
    static final int L = S.length();

    /** {@code level = max(level, x)} over all keys; NaN is passed over, so that it stays in the exponentials. */
    static void largest(long x, long down, int keys, long level) {
        DoubleVector a = DoubleVector.fromMemorySegment(S, ALL, level, ORDER);
        DoubleVector b = DoubleVector.broadcast(S, Double.NEGATIVE_INFINITY);
        int pairs = keys / 2;
        for (int i = 0; i < pairs; i++) {
            DoubleVector v = DoubleVector.fromMemorySegment(S, ALL, x, ORDER);
            DoubleVector w = DoubleVector.fromMemorySegment(S, ALL, x + down, ORDER);
            a = a.blend(v, a.lt(v));
            b = b.blend(w, b.lt(w));
            x += 2 * down;
        }
        a.blend(b, a.lt(b)).intoMemorySegment(ALL, level, ORDER);
        if (keys % 2 != 0) one(x, level);
    }

    private static void one(long x, long level) {
        DoubleVector a = DoubleVector.fromMemorySegment(S, ALL, level, ORDER);
        DoubleVector v = DoubleVector.fromMemorySegment(S, ALL, x, ORDER);
        a.blend(v, a.lt(v)).intoMemorySegment(ALL, level, ORDER);
    }

    /** {@code total = total * shrunk + sum}. */
    static void total(long total, long shrunk, long sum) {
        DoubleVector a = DoubleVector.fromMemorySegment(S, ALL, total, ORDER);
        a = a.fma(
                DoubleVector.fromMemorySegment(S, ALL, shrunk, ORDER),
                DoubleVector.fromMemorySegment(S, ALL, sum, ORDER));
        a.intoMemorySegment(ALL, total, ORDER);
    }

    /** {@code y = y * shrunk + x} for {@code rows} rows, each a query with a number of {@code shrunk}. */
    static void join(long x, long xDown, long y, long yDown, int width, int rows, long shrunk) {
        for (int i = 0; i < rows; i++) {
            joinRow(x, y, width, ALL.get(DOUBLE, shrunk + (long) BYTES * i));
            x += xDown;
            y += yDown;
        }
    }

    private static void joinRow(long x, long y, int width, double shrunk) {
        for (int i = 0; i < width; i += L) {
            DoubleVector.fromMemorySegment(S, ALL, y, ORDER)
                    .fma(DoubleVector.broadcast(S, shrunk), DoubleVector.fromMemorySegment(S, ALL, x, ORDER))
                    .intoMemorySegment(ALL, y, ORDER);
            x += (long) BYTES * L;
            y += (long) BYTES * L;
        }
    }

    /**
     * {@code y = x factor} for {@code rows} rows of {@code columns} numbers, each with a factor; those of y lie one
     * after another.
     */
    static void finish(long x, long xDown, long y, int columns, int rows, long factor) {
        for (int i = 0; i < rows; i++) {
            finishRow(x, y, columns, ALL.get(DOUBLE, factor + (long) BYTES * i));
            x += xDown;
            y += (long) BYTES * columns;
        }
    }

    private static void finishRow(long x, long y, int columns, double factor) {
        int main = S.loopBound(columns);
        for (long i = 0; i < (long) BYTES * main; i += (long) BYTES * L) {
            DoubleVector.fromMemorySegment(S, ALL, x + i, ORDER).mul(factor).intoMemorySegment(ALL, y + i, ORDER);
        }
        for (long i = (long) BYTES * main; i < (long) BYTES * columns; i += BYTES) {
            ALL.set(DOUBLE, y + i, ALL.get(DOUBLE, x + i) * factor);
        }
    }

    /** {@code x *= factor}, one factor a query. */
    static void scale(long x, long down, int rows, long factor) {
        DoubleVector v = DoubleVector.fromMemorySegment(S, ALL, factor, ORDER);
        for (int i = 0; i < rows; i++) {
            DoubleVector.fromMemorySegment(S, ALL, x, ORDER).mul(v).intoMemorySegment(ALL, x, ORDER);
            x += down;
        }
    }

    /** {@code y = x * y}, where rows of x and y are so many bytes apart. */
    static void multiply(long x, long xDown, long y, long yDown, int keys) {
        for (int i = 0; i < keys; i++) {
            DoubleVector.fromMemorySegment(S, ALL, x, ORDER)
                    .mul(DoubleVector.fromMemorySegment(S, ALL, y, ORDER))
                    .intoMemorySegment(ALL, y, ORDER);
            x += xDown;
            y += yDown;
        }
    }

    /** {@code y = x * (y - rows) * scale}: the gradient of scores from weights x and that of the weights y. */
    static void slopes(long x, long y, long down, int keys, long rows, double scale) {
        DoubleVector v = DoubleVector.fromMemorySegment(S, ALL, rows, ORDER);
        for (int i = 0; i < keys; i++) {
            DoubleVector.fromMemorySegment(S, ALL, y, ORDER)
                    .sub(v)
                    .mul(scale)
                    .mul(DoubleVector.fromMemorySegment(S, ALL, x, ORDER))
                    .intoMemorySegment(ALL, y, ORDER);
            x += down;
            y += down;
        }
    }

    /** {@code x += y}, where rows of y are {@code yDown} bytes apart. */
    static void add(long x, long down, long y, long yDown, int keys) {
        for (int i = 0; i < keys; i++) {
            DoubleVector.fromMemorySegment(S, ALL, x, ORDER)
                    .add(DoubleVector.fromMemorySegment(S, ALL, y, ORDER))
                    .intoMemorySegment(ALL, x, ORDER);
            x += down;
            y += yDown;
        }
    }

    /** {@code x += number}: the same for all queries. */
    static void addNumber(long x, int queries, double number) {
        for (int i = 0; i < queries; i += L) {
            DoubleVector.fromMemorySegment(S, ALL, x, ORDER).add(number).intoMemorySegment(ALL, x, ORDER);
            x += (long) BYTES * L;
        }
    }

    /**
     * Minus infinity for keys behind their query: key {@code i} of these, query {@code j} of the vector, where {@code
     * i > j + ahead}.
     */
    static void hideLater(long x, long down, int keys, int ahead) {
        for (int i = Math.max(0, ahead + 1); i < keys; i++) {
            long row = x + i * down;
            int end = Math.min(L, i - ahead);
            for (int j = 0; j < end; j++) ALL.set(DOUBLE, row + (long) BYTES * j, Double.NEGATIVE_INFINITY);
        }
    }

    private ScoresF64() {}
}
