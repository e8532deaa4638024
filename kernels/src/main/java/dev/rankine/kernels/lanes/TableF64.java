package dev.rankine.kernels.lanes;

import static dev.rankine.kernels.lanes.Lanes.ALL;
import static dev.rankine.kernels.lanes.Lanes.ORDER;

import java.lang.foreign.ValueLayout;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/**
 * Tables of {@code count} float64 vectors, as {@link AlongF64} and {@link AcrossF64} have them. To spread is to join the lanes of each vector and to
 * have the result in all: lanes meet those 8, 4, 2 and 1 away, always in this order, as {@code reduceLanes} would not.
 * Figures: {@link SoftmaxKernels}.
 */
final class TableF64 {
    private static final VectorSpecies<Double> S = Lanes.F64;
    private static final int BYTES = Double.BYTES;
    private static final int L = S.length();
    private static final long STEP = (long) BYTES * L;
    private static final VectorShuffle<Double> ONE = away(1);
    private static final VectorShuffle<Double> TWO = away(2);
    private static final VectorShuffle<Double> FOUR = away(4);
    private static final VectorShuffle<Double> EIGHT = away(8);

    static void fill(long table, int count, double number) {
        for (int i = 0; i < count; i++) {
            DoubleVector.broadcast(S, number).intoMemorySegment(ALL, table + STEP * i, ORDER);
        }
    }

    static void invert(long table, int count) {
        for (int i = 0; i < count; i++) {
            DoubleVector v = DoubleVector.fromMemorySegment(S, ALL, table + STEP * i, ORDER);
            DoubleVector.broadcast(S, 1f).div(v).intoMemorySegment(ALL, table + STEP * i, ORDER);
        }
    }

    /** The largest lane of each vector, in all lanes. */
    static void spreadLargest(long table, int count) {
        for (int i = 0; i < count; i++) {
            DoubleVector v = DoubleVector.fromMemorySegment(S, ALL, table + STEP * i, ORDER);
            if (L > 8) {
                DoubleVector far = v.rearrange(EIGHT);
                v = v.blend(far, v.lt(far));
            }
            if (L > 4) {
                DoubleVector far = v.rearrange(FOUR);
                v = v.blend(far, v.lt(far));
            }
            if (L > 2) {
                DoubleVector far = v.rearrange(TWO);
                v = v.blend(far, v.lt(far));
            }
            DoubleVector far = v.rearrange(ONE);
            v.blend(far, v.lt(far)).intoMemorySegment(ALL, table + STEP * i, ORDER);
        }
    }

    /** The sum of the lanes of each vector, in all lanes. */
    static void spreadSum(long table, int count) {
        for (int i = 0; i < count; i++) {
            DoubleVector v = DoubleVector.fromMemorySegment(S, ALL, table + STEP * i, ORDER);
            if (L > 8) v = v.add(v.rearrange(EIGHT));
            if (L > 4) v = v.add(v.rearrange(FOUR));
            if (L > 2) v = v.add(v.rearrange(TWO));
            v.add(v.rearrange(ONE)).intoMemorySegment(ALL, table + STEP * i, ORDER);
        }
    }

    /** Number i of a table. */
    static double get(long table, int i) {
        return ALL.get(ValueLayout.JAVA_DOUBLE_UNALIGNED, table + (long) BYTES * i);
    }

    static void set(long table, int i, double number) {
        ALL.set(ValueLayout.JAVA_DOUBLE_UNALIGNED, table + (long) BYTES * i, number);
    }

    private static VectorShuffle<Double> away(int distance) {
        return VectorShuffle.fromOp(S, i -> (i ^ distance) % L);
    }

    private TableF64() {}
}
