package dev.rankine.kernels.lanes;

import static dev.rankine.kernels.lanes.Lanes.ALL;
import static dev.rankine.kernels.lanes.Lanes.ORDER;

import java.lang.foreign.ValueLayout;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * What happens to float32 scores x between the products of attention. They lie as [keys, queries]: what belongs to a
 * query is a column, so that its largest score and its sums are lanes and nothing is added across a vector. A method
 * takes one vector of queries; rows of x are {@code down} bytes apart. Figures: {@link AttentionF32}.
 */
final class ScoresF32 {
    private static final VectorSpecies<Float> S = Lanes.F32;
    private static final ValueLayout.OfFloat FLOAT = ValueLayout.JAVA_FLOAT_UNALIGNED;
    private static final int BYTES = Float.BYTES;

    /** Lanes of a vector: the queries that a method takes. */
    static final int L = S.length();

    /** {@code level = max(level, x)} over all keys; NaN is passed over, so that it stays in the exponentials. */
    static void largest(long x, long down, int keys, long level) {
        FloatVector a = FloatVector.fromMemorySegment(S, ALL, level, ORDER);
        FloatVector b = FloatVector.broadcast(S, Float.NEGATIVE_INFINITY);
        int pairs = keys / 2;
        for (int i = 0; i < pairs; i++) {
            FloatVector v = FloatVector.fromMemorySegment(S, ALL, x, ORDER);
            FloatVector w = FloatVector.fromMemorySegment(S, ALL, x + down, ORDER);
            a = a.blend(v, a.lt(v));
            b = b.blend(w, b.lt(w));
            x += 2 * down;
        }
        a.blend(b, a.lt(b)).intoMemorySegment(ALL, level, ORDER);
        if (keys % 2 != 0) one(x, level);
    }

    private static void one(long x, long level) {
        FloatVector a = FloatVector.fromMemorySegment(S, ALL, level, ORDER);
        FloatVector v = FloatVector.fromMemorySegment(S, ALL, x, ORDER);
        a.blend(v, a.lt(v)).intoMemorySegment(ALL, level, ORDER);
    }

    /** {@code total = total * shrunk + sum}. */
    static void total(long total, long shrunk, long sum) {
        FloatVector a = FloatVector.fromMemorySegment(S, ALL, total, ORDER);
        a = a.fma(
                FloatVector.fromMemorySegment(S, ALL, shrunk, ORDER),
                FloatVector.fromMemorySegment(S, ALL, sum, ORDER));
        a.intoMemorySegment(ALL, total, ORDER);
    }

    /** {@code y = y * shrunk + x} for {@code rows} rows, each a query with a number of {@code shrunk}. */
    static void join(long x, long xDown, long y, long yDown, int width, int rows, long shrunk) {
        for (int i = 0; i < rows; i++) {
            joinRow(x, y, width, ALL.get(FLOAT, shrunk + (long) BYTES * i));
            x += xDown;
            y += yDown;
        }
    }

    private static void joinRow(long x, long y, int width, float shrunk) {
        for (int i = 0; i < width; i += L) {
            FloatVector.fromMemorySegment(S, ALL, y, ORDER)
                    .fma(FloatVector.broadcast(S, shrunk), FloatVector.fromMemorySegment(S, ALL, x, ORDER))
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
            finishRow(x, y, columns, ALL.get(FLOAT, factor + (long) BYTES * i));
            x += xDown;
            y += (long) BYTES * columns;
        }
    }

    private static void finishRow(long x, long y, int columns, float factor) {
        int main = S.loopBound(columns);
        for (long i = 0; i < (long) BYTES * main; i += (long) BYTES * L) {
            FloatVector.fromMemorySegment(S, ALL, x + i, ORDER).mul(factor).intoMemorySegment(ALL, y + i, ORDER);
        }
        for (long i = (long) BYTES * main; i < (long) BYTES * columns; i += BYTES) {
            ALL.set(FLOAT, y + i, ALL.get(FLOAT, x + i) * factor);
        }
    }

    /** {@code x *= factor}, one factor a query. */
    static void scale(long x, long down, int rows, long factor) {
        FloatVector v = FloatVector.fromMemorySegment(S, ALL, factor, ORDER);
        for (int i = 0; i < rows; i++) {
            FloatVector.fromMemorySegment(S, ALL, x, ORDER).mul(v).intoMemorySegment(ALL, x, ORDER);
            x += down;
        }
    }

    /** {@code y = x * y}, where rows of x and y are so many bytes apart. */
    static void multiply(long x, long xDown, long y, long yDown, int keys) {
        for (int i = 0; i < keys; i++) {
            FloatVector.fromMemorySegment(S, ALL, x, ORDER)
                    .mul(FloatVector.fromMemorySegment(S, ALL, y, ORDER))
                    .intoMemorySegment(ALL, y, ORDER);
            x += xDown;
            y += yDown;
        }
    }

    /** {@code y = x * (y - rows) * scale}: the gradient of scores from weights x and that of the weights y. */
    static void slopes(long x, long y, long down, int keys, long rows, float scale) {
        FloatVector v = FloatVector.fromMemorySegment(S, ALL, rows, ORDER);
        for (int i = 0; i < keys; i++) {
            FloatVector.fromMemorySegment(S, ALL, y, ORDER)
                    .sub(v)
                    .mul(scale)
                    .mul(FloatVector.fromMemorySegment(S, ALL, x, ORDER))
                    .intoMemorySegment(ALL, y, ORDER);
            x += down;
            y += down;
        }
    }

    /** {@code x += y}, where rows of y are {@code yDown} bytes apart. */
    static void add(long x, long down, long y, long yDown, int keys) {
        for (int i = 0; i < keys; i++) {
            FloatVector.fromMemorySegment(S, ALL, x, ORDER)
                    .add(FloatVector.fromMemorySegment(S, ALL, y, ORDER))
                    .intoMemorySegment(ALL, x, ORDER);
            x += down;
            y += yDown;
        }
    }

    /** {@code x += number}: the same for all queries. */
    static void addNumber(long x, int queries, float number) {
        for (int i = 0; i < queries; i += L) {
            FloatVector.fromMemorySegment(S, ALL, x, ORDER).add(number).intoMemorySegment(ALL, x, ORDER);
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
            for (int j = 0; j < end; j++) ALL.set(FLOAT, row + (long) BYTES * j, Float.NEGATIVE_INFINITY);
        }
    }

    private ScoresF32() {}
}
