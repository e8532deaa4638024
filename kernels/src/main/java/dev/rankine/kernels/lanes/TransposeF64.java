package dev.rankine.kernels.lanes;

import static dev.rankine.kernels.lanes.Lanes.ALL;
import static dev.rankine.kernels.lanes.Lanes.ORDER;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

// As TransposeF32, for float64: squares of 2 x 2 numbers.

/** Lines of float64 that become columns. */
final class TransposeF64 {
    private static final VectorSpecies<Double> S = DoubleVector.SPECIES_128;

    /** How many lines are transposed at a time. */
    static final int SIDE = 2;

    // numbers 0 1 of one vector and 2 3 of another
    private static final double[] LEFT = {0, 2};
    private static final double[] RIGHT = {1, 3};

    /** {@code into[j * width + i] = from[i * across + j]} for {@code j < k}, a multiple of SIDE, and {@code i} below SIDE. */
    static void lines(int k, int width, long from, long across, long into) {
        long step = 8L * width;
        DoubleVector left = DoubleVector.fromArray(S, LEFT, 0);
        DoubleVector right = DoubleVector.fromArray(S, RIGHT, 0);
        for (int j = 0; j < k; j += SIDE) {
            DoubleVector a = DoubleVector.fromMemorySegment(S, ALL, from, ORDER);
            DoubleVector b = DoubleVector.fromMemorySegment(S, ALL, from + 8 * across, ORDER);
            left.selectFrom(a, b).intoMemorySegment(ALL, into, ORDER);
            right.selectFrom(a, b).intoMemorySegment(ALL, into + step, ORDER);
            from += 8L * SIDE;
            into += SIDE * step;
        }
    }

    private TransposeF64() {}
}
