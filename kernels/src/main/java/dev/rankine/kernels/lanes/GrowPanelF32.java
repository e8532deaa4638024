package dev.rankine.kernels.lanes;

import static dev.rankine.kernels.lanes.GrowF32.FRACTION_BITS;
import static dev.rankine.kernels.lanes.GrowF32.LN2_HIGH;
import static dev.rankine.kernels.lanes.GrowF32.LN2_LOW;
import static dev.rankine.kernels.lanes.GrowF32.LOG2_E;
import static dev.rankine.kernels.lanes.GrowF32.LOWEST;
import static dev.rankine.kernels.lanes.GrowF32.ONE;
import static dev.rankine.kernels.lanes.GrowF32.Q0;
import static dev.rankine.kernels.lanes.GrowF32.Q1;
import static dev.rankine.kernels.lanes.GrowF32.Q2;
import static dev.rankine.kernels.lanes.GrowF32.Q3;
import static dev.rankine.kernels.lanes.GrowF32.Q4;
import static dev.rankine.kernels.lanes.GrowF32.WHOLE;
import static dev.rankine.kernels.lanes.Lanes.ALL;
import static dev.rankine.kernels.lanes.Lanes.ORDER;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * The exponentials of {@link GrowF32} for many rows or columns in one loop: {@code along} rows, as in {@link AlongF32}; {@code down}
 * columns, as in {@link DownF32}; {@code across} rows with a table of levels, as in {@link AcrossF32}.
 * Figures: {@link SoftmaxKernels}.
 */
final class GrowPanelF32 {
    private static final VectorSpecies<Float> S = Lanes.F32;
    private static final int BYTES = Float.BYTES;
    private static final long STEP = (long) BYTES * S.length();
    /** From here on exponentials of any number: the smallest that is normal, and one whose exponential is infinite. */
    private static final float SMALLEST = -87.33654f;

    private static final float LARGEST = 89f;
    /** Half of one: 2^n is 2^(n - 1) twice, as 2^128 is no number. */
    private static final int HALF = ONE - (1 << FRACTION_BITS);

    /**
     * {@code out = e^(x - level)} for {@code lines} lines of {@code count} vectors; adds the vectors of a line to its
     * sum, but for the first {@code done} lanes.
     */
    static void along(
            long x,
            long out,
            long across,
            long outAcross,
            int lines,
            long outStep,
            int count,
            long levels,
            long sums,
            int done) {
        VectorMask<Float> before = S.indexInRange(0, done);
        for (int line = 0; line < lines; line++) {
            long p = x + across * line;
            long end = p + STEP * count;
            long to = out + outAcross * line;
            FloatVector level = FloatVector.fromMemorySegment(S, ALL, levels + STEP * line, ORDER);
            FloatVector sum = FloatVector.zero(S);
            for (; p < end; p += STEP) {
                FloatVector v = FloatVector.fromMemorySegment(S, ALL, p, ORDER).sub(level);
                v = v.blend(LOWEST, v.lt(LOWEST));
                FloatVector whole = v.mul(LOG2_E).add(WHOLE);
                FloatVector exponent = whole.sub(WHOLE);
                FloatVector r = exponent.fma(FloatVector.broadcast(S, -LN2_HIGH), v);
                r = exponent.fma(FloatVector.broadcast(S, -LN2_LOW), r);
                FloatVector q = r.fma(Q4, Q3);
                q = q.fma(r, FloatVector.broadcast(S, Q2));
                q = q.fma(r, FloatVector.broadcast(S, Q1));
                q = q.fma(r, FloatVector.broadcast(S, Q0));
                q = q.fma(r.mul(r), r).add(1f);
                FloatVector power = whole.reinterpretAsInts()
                        .lanewise(VectorOperators.LSHL, FRACTION_BITS)
                        .add(ONE)
                        .reinterpretAsFloats();
                q = q.mul(power);
                q.intoMemorySegment(ALL, to, ORDER);
                sum = sum.add(q);
                to += outStep;
            }
            long at = sums + STEP * line;
            FloatVector.fromMemorySegment(S, ALL, at, ORDER)
                    .add(sum.blend(0f, before))
                    .intoMemorySegment(ALL, at, ORDER);
        }
    }

    /**
     * {@code out = e^(x - level)} for {@code columns} vectors of columns of {@code rows} vectors, {@code down} bytes apart; adds them to the sums.
     */
    static void down(long x, long out, int columns, long down, long outDown, int rows, long levels, long sums) {
        for (int column = 0; column < columns; column++) {
            long p = x + STEP * column;
            long to = out + STEP * column;
            FloatVector level = FloatVector.fromMemorySegment(S, ALL, levels + STEP * column, ORDER);
            FloatVector sum = FloatVector.zero(S);
            for (int i = 0; i < rows; i++) {
                FloatVector v = FloatVector.fromMemorySegment(S, ALL, p, ORDER).sub(level);
                v = v.blend(LOWEST, v.lt(LOWEST));
                FloatVector whole = v.mul(LOG2_E).add(WHOLE);
                FloatVector exponent = whole.sub(WHOLE);
                FloatVector r = exponent.fma(FloatVector.broadcast(S, -LN2_HIGH), v);
                r = exponent.fma(FloatVector.broadcast(S, -LN2_LOW), r);
                FloatVector q = r.fma(Q4, Q3);
                q = q.fma(r, FloatVector.broadcast(S, Q2));
                q = q.fma(r, FloatVector.broadcast(S, Q1));
                q = q.fma(r, FloatVector.broadcast(S, Q0));
                q = q.fma(r.mul(r), r).add(1f);
                FloatVector power = whole.reinterpretAsInts()
                        .lanewise(VectorOperators.LSHL, FRACTION_BITS)
                        .add(ONE)
                        .reinterpretAsFloats();
                q = q.mul(power);
                q.intoMemorySegment(ALL, to, ORDER);
                sum = sum.add(q);
                p += down;
                to += outDown;
            }
            long at = sums + STEP * column;
            FloatVector.fromMemorySegment(S, ALL, at, ORDER).add(sum).intoMemorySegment(ALL, at, ORDER);
        }
    }

    /** {@code out = e^(x - level)} for {@code rows} rows of {@code width} bytes; adds them to the sums. */
    static void across(long x, long out, long down, long outDown, int rows, long width, long levels, long sums) {
        for (int row = 0; row < rows; row++) {
            long p = x + down * row;
            long to = out + outDown * row;
            for (long i = 0; i < width; i += STEP) {
                FloatVector v = FloatVector.fromMemorySegment(S, ALL, p + i, ORDER)
                        .sub(FloatVector.fromMemorySegment(S, ALL, levels + i, ORDER));
                v = v.blend(LOWEST, v.lt(LOWEST));
                FloatVector whole = v.mul(LOG2_E).add(WHOLE);
                FloatVector exponent = whole.sub(WHOLE);
                FloatVector r = exponent.fma(FloatVector.broadcast(S, -LN2_HIGH), v);
                r = exponent.fma(FloatVector.broadcast(S, -LN2_LOW), r);
                FloatVector q = r.fma(Q4, Q3);
                q = q.fma(r, FloatVector.broadcast(S, Q2));
                q = q.fma(r, FloatVector.broadcast(S, Q1));
                q = q.fma(r, FloatVector.broadcast(S, Q0));
                q = q.fma(r.mul(r), r).add(1f);
                FloatVector power = whole.reinterpretAsInts()
                        .lanewise(VectorOperators.LSHL, FRACTION_BITS)
                        .add(ONE)
                        .reinterpretAsFloats();
                q = q.mul(power);
                q.intoMemorySegment(ALL, to + i, ORDER);
                FloatVector.fromMemorySegment(S, ALL, sums + i, ORDER).add(q).intoMemorySegment(ALL, sums + i, ORDER);
            }
        }
    }

    /** {@code dx = g - e^y total} for {@code lines} lines of {@code count} vectors. */
    static void subtractAlong(long g, long y, long dx, long across, int lines, int count, long totals) {
        for (int line = 0; line < lines; line++) {
            long p = y + across * line;
            long end = p + STEP * count;
            FloatVector total = FloatVector.fromMemorySegment(S, ALL, totals + STEP * line, ORDER)
                    .neg();
            for (; p < end; p += STEP) {
                FloatVector v = FloatVector.fromMemorySegment(S, ALL, p, ORDER);
                v = v.blend(SMALLEST, v.lt(SMALLEST));
                FloatVector whole = v.mul(LOG2_E).add(WHOLE);
                FloatVector exponent = whole.sub(WHOLE);
                FloatVector r = exponent.fma(FloatVector.broadcast(S, -LN2_HIGH), v);
                r = exponent.fma(FloatVector.broadcast(S, -LN2_LOW), r);
                FloatVector q = r.fma(Q4, Q3);
                q = q.fma(r, FloatVector.broadcast(S, Q2));
                q = q.fma(r, FloatVector.broadcast(S, Q1));
                q = q.fma(r, FloatVector.broadcast(S, Q0));
                q = q.fma(r.mul(r), r).add(1f);
                FloatVector power = whole.reinterpretAsInts()
                        .lanewise(VectorOperators.LSHL, FRACTION_BITS)
                        .add(HALF)
                        .reinterpretAsFloats();
                q = q.mul(power).mul(2f).blend(Float.POSITIVE_INFINITY, v.compare(VectorOperators.GT, LARGEST));
                q.fma(total, FloatVector.fromMemorySegment(S, ALL, p + (g - y), ORDER))
                        .intoMemorySegment(ALL, p + (dx - y), ORDER);
            }
        }
    }

    /** {@code dx = g - e^y total} for {@code columns} vectors of columns of {@code rows} vectors, {@code down} bytes apart. */
    static void subtractDown(long g, long y, long dx, int columns, long down, int rows, long totals) {
        for (int column = 0; column < columns; column++) {
            long p = y + STEP * column;
            FloatVector total = FloatVector.fromMemorySegment(S, ALL, totals + STEP * column, ORDER)
                    .neg();
            for (int i = 0; i < rows; i++) {
                FloatVector v = FloatVector.fromMemorySegment(S, ALL, p, ORDER);
                v = v.blend(SMALLEST, v.lt(SMALLEST));
                FloatVector whole = v.mul(LOG2_E).add(WHOLE);
                FloatVector exponent = whole.sub(WHOLE);
                FloatVector r = exponent.fma(FloatVector.broadcast(S, -LN2_HIGH), v);
                r = exponent.fma(FloatVector.broadcast(S, -LN2_LOW), r);
                FloatVector q = r.fma(Q4, Q3);
                q = q.fma(r, FloatVector.broadcast(S, Q2));
                q = q.fma(r, FloatVector.broadcast(S, Q1));
                q = q.fma(r, FloatVector.broadcast(S, Q0));
                q = q.fma(r.mul(r), r).add(1f);
                FloatVector power = whole.reinterpretAsInts()
                        .lanewise(VectorOperators.LSHL, FRACTION_BITS)
                        .add(HALF)
                        .reinterpretAsFloats();
                q = q.mul(power).mul(2f).blend(Float.POSITIVE_INFINITY, v.compare(VectorOperators.GT, LARGEST));
                q.fma(total, FloatVector.fromMemorySegment(S, ALL, p + (g - y), ORDER))
                        .intoMemorySegment(ALL, p + (dx - y), ORDER);
                p += down;
            }
        }
    }

    /** {@code dx = g - e^y total} for {@code rows} rows of {@code width} bytes. */
    static void subtractAcross(long g, long y, long dx, long down, int rows, long width, long totals) {
        for (int row = 0; row < rows; row++) {
            long p = y + down * row;
            for (long i = 0; i < width; i += STEP) {
                FloatVector v = FloatVector.fromMemorySegment(S, ALL, p + i, ORDER);
                FloatVector total =
                        FloatVector.fromMemorySegment(S, ALL, totals + i, ORDER).neg();
                v = v.blend(SMALLEST, v.lt(SMALLEST));
                FloatVector whole = v.mul(LOG2_E).add(WHOLE);
                FloatVector exponent = whole.sub(WHOLE);
                FloatVector r = exponent.fma(FloatVector.broadcast(S, -LN2_HIGH), v);
                r = exponent.fma(FloatVector.broadcast(S, -LN2_LOW), r);
                FloatVector q = r.fma(Q4, Q3);
                q = q.fma(r, FloatVector.broadcast(S, Q2));
                q = q.fma(r, FloatVector.broadcast(S, Q1));
                q = q.fma(r, FloatVector.broadcast(S, Q0));
                q = q.fma(r.mul(r), r).add(1f);
                FloatVector power = whole.reinterpretAsInts()
                        .lanewise(VectorOperators.LSHL, FRACTION_BITS)
                        .add(HALF)
                        .reinterpretAsFloats();
                q = q.mul(power).mul(2f).blend(Float.POSITIVE_INFINITY, v.compare(VectorOperators.GT, LARGEST));
                q.fma(total, FloatVector.fromMemorySegment(S, ALL, p + i + (g - y), ORDER))
                        .intoMemorySegment(ALL, p + i + (dx - y), ORDER);
            }
        }
    }

    private GrowPanelF32() {}
}
