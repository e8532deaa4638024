package dev.rankine.kernels.lanes;

import static dev.rankine.kernels.lanes.Lanes.ALL;
import static dev.rankine.kernels.lanes.Lanes.ORDER;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * What softmax needs of float32 columns: rows of {@code width} bytes, {@code down} bytes apart, and a table as wide as a row. Memory is read as it
 * lies, while the table stays in the first cache. Every lane is a column, so nothing is ever joined. Widths are multiples of a vector.
 * Figures: {@link SoftmaxKernels}.
 */
final class AcrossF32 {
    private static final VectorSpecies<Float> S = Lanes.F32;
    private static final int BYTES = Float.BYTES;
    private static final long STEP = (long) BYTES * S.length();

    /** Joins the largest of each column with the table; not NaN. */
    static void largest(long x, long down, int rows, long width, long table) {
        for (int row = 0; row < rows; row++) {
            long p = x + down * row;
            for (long i = 0; i < width; i += STEP) {
                FloatVector v = FloatVector.fromMemorySegment(S, ALL, p + i, ORDER);
                FloatVector best = FloatVector.fromMemorySegment(S, ALL, table + i, ORDER);
                best.blend(v, best.lt(v)).intoMemorySegment(ALL, table + i, ORDER);
            }
        }
    }

    /** {@code y *= factor}. */
    static void scale(long y, long down, int rows, long width, long factors) {
        for (int row = 0; row < rows; row++) {
            long p = y + down * row;
            for (long i = 0; i < width; i += STEP) {
                FloatVector v = FloatVector.fromMemorySegment(S, ALL, p + i, ORDER);
                v.mul(FloatVector.fromMemorySegment(S, ALL, factors + i, ORDER)).intoMemorySegment(ALL, p + i, ORDER);
            }
        }
    }

    /** {@code y = x - level - shift}. */
    static void shift(long x, long y, long down, int rows, long width, long levels, long shifts) {
        for (int row = 0; row < rows; row++) {
            long p = x + down * row;
            for (long i = 0; i < width; i += STEP) {
                FloatVector v = FloatVector.fromMemorySegment(S, ALL, p + i, ORDER)
                        .sub(FloatVector.fromMemorySegment(S, ALL, levels + i, ORDER));
                v.sub(FloatVector.fromMemorySegment(S, ALL, shifts + i, ORDER))
                        .intoMemorySegment(ALL, p + i + (y - x), ORDER);
            }
        }
    }

    /** Adds the rows of g to the sums. */
    static void sum(long g, long down, int rows, long width, long sums) {
        for (int row = 0; row < rows; row++) {
            long p = g + down * row;
            for (long i = 0; i < width; i += STEP) {
                FloatVector v = FloatVector.fromMemorySegment(S, ALL, p + i, ORDER);
                v.add(FloatVector.fromMemorySegment(S, ALL, sums + i, ORDER)).intoMemorySegment(ALL, sums + i, ORDER);
            }
        }
    }

    /** Adds the products of g and y to the sums. */
    static void products(long g, long y, long down, int rows, long width, long sums) {
        for (int row = 0; row < rows; row++) {
            long p = y + down * row;
            for (long i = 0; i < width; i += STEP) {
                FloatVector v = FloatVector.fromMemorySegment(S, ALL, p + i, ORDER);
                FloatVector sum = FloatVector.fromMemorySegment(S, ALL, sums + i, ORDER);
                v.fma(FloatVector.fromMemorySegment(S, ALL, p + i + (g - y), ORDER), sum)
                        .intoMemorySegment(ALL, sums + i, ORDER);
            }
        }
    }

    /** {@code dx = y g - y total}. */
    static void subtract(long g, long y, long dx, long down, int rows, long width, long totals) {
        for (int row = 0; row < rows; row++) {
            long p = y + down * row;
            for (long i = 0; i < width; i += STEP) {
                FloatVector v = FloatVector.fromMemorySegment(S, ALL, p + i, ORDER);
                FloatVector total =
                        FloatVector.fromMemorySegment(S, ALL, totals + i, ORDER).neg();
                FloatVector product = FloatVector.fromMemorySegment(S, ALL, p + i + (g - y), ORDER)
                        .mul(v);
                v.fma(total, product).intoMemorySegment(ALL, p + i + (dx - y), ORDER);
            }
        }
    }

    private AcrossF32() {}
}
