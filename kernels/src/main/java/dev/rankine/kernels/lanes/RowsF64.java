package dev.rankine.kernels.lanes;

import static dev.rankine.kernels.lanes.Lanes.ALL;
import static dev.rankine.kernels.lanes.Lanes.ORDER;

import java.lang.foreign.ValueLayout;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Brings the rows of a plane, as one column of a kernel or window sees them, one after another into scratch memory, zeros or another
 * number where they lie outside. Whole vectors are read and written: a row runs over its end by less than a vector, so rows are
 * written from front to back, and a plane in scratch memory ends with room for a vector. Nothing is read at {@code limit} or behind.
 *
 * <p>All strides are in elements, n is a number of elements.
 */
final class RowsF64 {
    private static final VectorSpecies<Double> S = Lanes.F64;

    /** Bytes of an element. */
    static final long BYTES = Double.BYTES;

    /** Bytes of a vector. */
    private static final long STEP = BYTES * S.length();

    /** Lanes 0, 2, 4, ... of two vectors beside each other. */
    private static final DoubleVector EVEN = DoubleVector.zero(S).addIndex(2);

    static void fill(long to, int n, double number) {
        DoubleVector v = DoubleVector.broadcast(S, number);
        for (long i = to; i < to + BYTES * n; i += STEP) v.intoMemorySegment(ALL, i, ORDER);
    }

    static void copy(long from, long to, int n) {
        for (long i = 0; i < BYTES * n; i += STEP) {
            DoubleVector.fromMemorySegment(S, ALL, from + i, ORDER).intoMemorySegment(ALL, to + i, ORDER);
        }
    }

    static void everySecond(long from, long to, int n) {
        for (long i = 0; i < BYTES * n; i += STEP) {
            DoubleVector a = DoubleVector.fromMemorySegment(S, ALL, from + 2 * i, ORDER);
            DoubleVector b = DoubleVector.fromMemorySegment(S, ALL, from + 2 * i + STEP, ORDER);
            EVEN.selectFrom(a, b).intoMemorySegment(ALL, to + i, ORDER);
        }
    }

    static void every(long from, int stride, long to, int n) {
        for (long i = 0; i < n; i++) {
            double x = ALL.get(ValueLayout.JAVA_DOUBLE_UNALIGNED, from + BYTES * stride * i);
            ALL.set(ValueLayout.JAVA_DOUBLE_UNALIGNED, to + BYTES * i, x);
        }
    }

    static void row(long from, int stride, long to, int n, long limit) {
        long end = from + BYTES * stride * n + 2 * STEP;
        if (stride == 1 && end <= limit) {
            copy(from, to, n);
        } else if (stride == 2 && end <= limit) {
            everySecond(from, to, n);
        } else {
            every(from, stride, to, n);
        }
    }

    /**
     * Writes {@code rows} rows of {@code columns} elements: element (r, c) is that of row {@code row + r * down} and column
     * {@code column + c * right} of a plane of h rows and w columns at {@code from}.
     */
    static void plane(
            long from,
            int rowStride,
            int columnStride,
            int h,
            int w,
            int row,
            int down,
            int column,
            int right,
            int rows,
            int columns,
            long to,
            double outside,
            long limit) {
        int left = Math.min(columns, column >= 0 ? 0 : (right - 1 - column) / right);
        int end = column >= w ? left : Math.max(left, Math.min(columns, (w - 1 - column) / right + 1));
        long start = from + BYTES * columnStride * ((long) left * right + column);
        for (int r = 0; r < rows; r++) {
            int y = row + r * down;
            long at = to + BYTES * columns * r;
            if (y < 0 || y >= h || end <= left) {
                fill(at, columns, outside);
            } else {
                if (left > 0) fill(at, left, outside);
                row(start + BYTES * rowStride * y, right * columnStride, at + BYTES * left, end - left, limit);
                if (end < columns) fill(at + BYTES * end, columns - end, outside);
            }
        }
    }

    private RowsF64() {}
}
