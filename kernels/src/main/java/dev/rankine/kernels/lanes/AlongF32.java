package dev.rankine.kernels.lanes;

import static dev.rankine.kernels.lanes.Lanes.ALL;
import static dev.rankine.kernels.lanes.Lanes.ORDER;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;

/**
 * What softmax needs of float32 rows: {@code lines} of them, {@code across} bytes apart, of {@code count} vectors, and a vector of a table for each,
 * which a register holds while the row is read. Many short rows in one loop: what begins and ends a row overlaps with the next. The stride is a
 * constant: with a number as stride a row of 128 took 47 ns where it takes 28. Where {@code done} is given, the first lanes of the
 * vectors were in work before: the last vector of a row may reach back.
 * Figures: {@link SoftmaxKernels}.
 */
final class AlongF32 {
    private static final VectorSpecies<Float> S = Lanes.F32;
    private static final int BYTES = Float.BYTES;
    private static final long STEP = (long) BYTES * S.length();

    /** The largest of each lane of the vectors and of one at {@code last}; not of NaN. */
    static void largest(long x, long across, int lines, int count, long last, long table) {
        for (int line = 0; line < lines; line++) {
            long p = x + across * line;
            long end = p + STEP * count;
            FloatVector best = FloatVector.fromMemorySegment(S, ALL, p + last, ORDER);
            for (; p < end; p += STEP) {
                FloatVector v = FloatVector.fromMemorySegment(S, ALL, p, ORDER);
                best = best.blend(v, best.lt(v));
            }
            best.intoMemorySegment(ALL, table + STEP * line, ORDER);
        }
    }

    /** {@code y *= factor}. */
    static void scale(long y, long across, int lines, int count, long factors, int done) {
        VectorMask<Float> before = S.indexInRange(0, done);
        for (int line = 0; line < lines; line++) {
            long p = y + across * line;
            long end = p + STEP * count;
            FloatVector factor = FloatVector.fromMemorySegment(S, ALL, factors + STEP * line, ORDER)
                    .blend(1f, before);
            for (; p < end; p += STEP) {
                FloatVector.fromMemorySegment(S, ALL, p, ORDER).mul(factor).intoMemorySegment(ALL, p, ORDER);
            }
        }
    }

    /** {@code y = x - level - shift}. */
    static void shift(long x, long y, long across, int lines, int count, long levels, long shifts) {
        for (int line = 0; line < lines; line++) {
            long p = x + across * line;
            long end = p + STEP * count;
            FloatVector level = FloatVector.fromMemorySegment(S, ALL, levels + STEP * line, ORDER);
            FloatVector shift = FloatVector.fromMemorySegment(S, ALL, shifts + STEP * line, ORDER);
            for (; p < end; p += STEP) {
                FloatVector v = FloatVector.fromMemorySegment(S, ALL, p, ORDER).sub(level);
                v.sub(shift).intoMemorySegment(ALL, p + (y - x), ORDER);
            }
        }
    }

    /** Adds the vectors of g to the sums. */
    static void sum(long g, long across, int lines, int count, long sums, int done) {
        VectorMask<Float> before = S.indexInRange(0, done);
        for (int line = 0; line < lines; line++) {
            long p = g + across * line;
            long end = p + STEP * count;
            FloatVector sum = FloatVector.zero(S);
            for (; p < end; p += STEP) {
                sum = sum.add(FloatVector.fromMemorySegment(S, ALL, p, ORDER));
            }
            long at = sums + STEP * line;
            FloatVector.fromMemorySegment(S, ALL, at, ORDER)
                    .add(sum.blend(0f, before))
                    .intoMemorySegment(ALL, at, ORDER);
        }
    }

    /** Adds the products of g and y to the sums. */
    static void products(long g, long y, long across, int lines, int count, long sums, int done) {
        VectorMask<Float> before = S.indexInRange(0, done);
        for (int line = 0; line < lines; line++) {
            long p = y + across * line;
            long end = p + STEP * count;
            FloatVector sum = FloatVector.zero(S);
            for (; p < end; p += STEP) {
                FloatVector v = FloatVector.fromMemorySegment(S, ALL, p, ORDER);
                sum = v.fma(FloatVector.fromMemorySegment(S, ALL, p + (g - y), ORDER), sum);
            }
            long at = sums + STEP * line;
            FloatVector.fromMemorySegment(S, ALL, at, ORDER)
                    .add(sum.blend(0f, before))
                    .intoMemorySegment(ALL, at, ORDER);
        }
    }

    /** {@code dx = y g - y total}. */
    static void subtract(long g, long y, long dx, long across, int lines, int count, long totals) {
        for (int line = 0; line < lines; line++) {
            long p = y + across * line;
            long end = p + STEP * count;
            FloatVector total = FloatVector.fromMemorySegment(S, ALL, totals + STEP * line, ORDER)
                    .neg();
            for (; p < end; p += STEP) {
                FloatVector v = FloatVector.fromMemorySegment(S, ALL, p, ORDER);
                FloatVector product = FloatVector.fromMemorySegment(S, ALL, p + (g - y), ORDER)
                        .mul(v);
                v.fma(total, product).intoMemorySegment(ALL, p + (dx - y), ORDER);
            }
        }
    }

    private AlongF32() {}
}
