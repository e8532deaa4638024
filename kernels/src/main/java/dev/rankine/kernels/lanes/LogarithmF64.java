package dev.rankine.kernels.lanes;

import jdk.incubator.vector.VectorSpecies;

/**
 * Logarithms of sums of exponentials: float64 numbers, one after another. Vectors would not be worth a polynomial of their own here: a column takes
 * some ten nanoseconds beside its logarithm.
 * Figures: {@link SoftmaxKernels}.
 */
final class LogarithmF64 {
    private static final VectorSpecies<Double> S = Lanes.F64;

    /** {@code x = log x} for {@code count} vectors. */
    static void run(long x, int count) {
        for (int i = 0; i < count * S.length(); i++) TableF64.set(x, i, Math.log(TableF64.get(x, i)));
    }

    private LogarithmF64() {}
}
