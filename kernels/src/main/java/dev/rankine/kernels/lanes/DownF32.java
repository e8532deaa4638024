package dev.rankine.kernels.lanes;

import static dev.rankine.kernels.lanes.Lanes.ALL;
import static dev.rankine.kernels.lanes.Lanes.ORDER;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * What softmax needs of few float32 columns: vectors of columns stand side by side, each {@code rows} vectors {@code down} bytes apart, and a
 * vector of a table belongs to each, which a register holds on the way down. As {@link AlongF32} with a stride that is no constant, which costs a
 * third of the speed there; a table in memory, as in {@link AcrossF32}, would cost more for so few.
 * Figures: {@link SoftmaxKernels}.
 */
final class DownF32 {
    private static final VectorSpecies<Float> S = Lanes.F32;
    private static final int BYTES = Float.BYTES;
    private static final long STEP = (long) BYTES * S.length();

    /** The largest of each column; not of NaN. */
    static void largest(long x, int columns, long down, int rows, long table) {
        for (int column = 0; column < columns; column++) {
            long p = x + STEP * column;
            FloatVector best = FloatVector.fromMemorySegment(S, ALL, p, ORDER);
            for (int i = 1; i < rows; i++) {
                p += down;
                FloatVector v = FloatVector.fromMemorySegment(S, ALL, p, ORDER);
                best = best.blend(v, best.lt(v));
            }
            best.intoMemorySegment(ALL, table + STEP * column, ORDER);
        }
    }

    /** {@code y *= factor}. */
    static void scale(long y, int columns, long down, int rows, long factors) {
        for (int column = 0; column < columns; column++) {
            long p = y + STEP * column;
            FloatVector factor = FloatVector.fromMemorySegment(S, ALL, factors + STEP * column, ORDER);
            for (int i = 0; i < rows; i++) {
                FloatVector.fromMemorySegment(S, ALL, p, ORDER).mul(factor).intoMemorySegment(ALL, p, ORDER);
                p += down;
            }
        }
    }

    /** {@code y = x - level - shift}. */
    static void shift(long x, long y, int columns, long down, int rows, long levels, long shifts) {
        for (int column = 0; column < columns; column++) {
            long p = x + STEP * column;
            FloatVector level = FloatVector.fromMemorySegment(S, ALL, levels + STEP * column, ORDER);
            FloatVector shift = FloatVector.fromMemorySegment(S, ALL, shifts + STEP * column, ORDER);
            for (int i = 0; i < rows; i++) {
                FloatVector v = FloatVector.fromMemorySegment(S, ALL, p, ORDER).sub(level);
                v.sub(shift).intoMemorySegment(ALL, p + (y - x), ORDER);
                p += down;
            }
        }
    }

    /** Adds the rows of g to the sums. */
    static void sum(long g, int columns, long down, int rows, long sums) {
        for (int column = 0; column < columns; column++) {
            long p = g + STEP * column;
            FloatVector sum = FloatVector.zero(S);
            for (int i = 0; i < rows; i++) {
                sum = sum.add(FloatVector.fromMemorySegment(S, ALL, p, ORDER));
                p += down;
            }
            long at = sums + STEP * column;
            FloatVector.fromMemorySegment(S, ALL, at, ORDER).add(sum).intoMemorySegment(ALL, at, ORDER);
        }
    }

    /** Adds the products of g and y to the sums. */
    static void products(long g, long y, int columns, long down, int rows, long sums) {
        for (int column = 0; column < columns; column++) {
            long p = y + STEP * column;
            FloatVector sum = FloatVector.zero(S);
            for (int i = 0; i < rows; i++) {
                FloatVector v = FloatVector.fromMemorySegment(S, ALL, p, ORDER);
                sum = v.fma(FloatVector.fromMemorySegment(S, ALL, p + (g - y), ORDER), sum);
                p += down;
            }
            long at = sums + STEP * column;
            FloatVector.fromMemorySegment(S, ALL, at, ORDER).add(sum).intoMemorySegment(ALL, at, ORDER);
        }
    }

    /** {@code dx = y g - y total}. */
    static void subtract(long g, long y, long dx, int columns, long down, int rows, long totals) {
        for (int column = 0; column < columns; column++) {
            long p = y + STEP * column;
            FloatVector total = FloatVector.fromMemorySegment(S, ALL, totals + STEP * column, ORDER)
                    .neg();
            for (int i = 0; i < rows; i++) {
                FloatVector v = FloatVector.fromMemorySegment(S, ALL, p, ORDER);
                FloatVector product = FloatVector.fromMemorySegment(S, ALL, p + (g - y), ORDER)
                        .mul(v);
                v.fma(total, product).intoMemorySegment(ALL, p + (dx - y), ORDER);
                p += down;
            }
        }
    }

    private DownF32() {}
}
