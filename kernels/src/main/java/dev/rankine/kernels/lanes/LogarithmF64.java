package dev.rankine.kernels.lanes;

import static dev.rankine.kernels.lanes.Lanes.ALL;
import static dev.rankine.kernels.lanes.Lanes.ORDER;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Logarithms of sums of exponentials: float64 numbers from 1 on, or NaN, which stays. With {@code x = 2^e m}, m from the root of 1/2 to that of 2,
 * and {@code s = (m - 1) / (m + 1)}: {@code log x = e log 2 + 2 s + s^3 (2/3 + 2/5 s^2 + ...)}, the series of the area tangent; what is
 * left out is less than 1e-17 of it.
 * Figures: {@link SoftmaxKernels}.
 */
final class LogarithmF64 {
    private static final VectorSpecies<Double> S = Lanes.F64;
    private static final int BYTES = Double.BYTES;
    private static final long STEP = (long) BYTES * S.length();
    private static final long ROOT_OF_HALF = 0x3fe6a09e667f3bcdL;
    private static final long WHOLE_BITS = 0x4338000000000000L;

    /** {@code x = log x} for {@code count} vectors. */
    static void run(long x, int count) {
        for (int i = 0; i < count; i++) {
            DoubleVector v = DoubleVector.fromMemorySegment(S, ALL, x + STEP * i, ORDER);
            LongVector bits = v.reinterpretAsLongs();
            LongVector exponent = bits.sub(ROOT_OF_HALF).lanewise(VectorOperators.LSHR, GrowF64.FRACTION_BITS);
            DoubleVector m = bits.sub(exponent.lanewise(VectorOperators.LSHL, GrowF64.FRACTION_BITS))
                    .reinterpretAsDoubles();
            // a whole number in the last bits of a large one
            DoubleVector e = exponent.add(WHOLE_BITS).reinterpretAsDoubles().sub(GrowF64.WHOLE);
            DoubleVector s = m.sub(1.0).div(m.add(1.0));
            DoubleVector z = s.mul(s);
            DoubleVector q = z.fma(2.0 / 23, 2.0 / 21);
            q = q.fma(z, DoubleVector.broadcast(S, 2.0 / 19));
            q = q.fma(z, DoubleVector.broadcast(S, 2.0 / 17));
            q = q.fma(z, DoubleVector.broadcast(S, 2.0 / 15));
            q = q.fma(z, DoubleVector.broadcast(S, 2.0 / 13));
            q = q.fma(z, DoubleVector.broadcast(S, 2.0 / 11));
            q = q.fma(z, DoubleVector.broadcast(S, 2.0 / 9));
            q = q.fma(z, DoubleVector.broadcast(S, 2.0 / 7));
            q = q.fma(z, DoubleVector.broadcast(S, 2.0 / 5));
            q = q.fma(z, DoubleVector.broadcast(S, 2.0 / 3));
            q = q.mul(z).fma(s, e.mul(GrowF64.LN2_LOW));
            q = q.add(s.add(s));
            // NaN less itself is NaN
            e.fma(DoubleVector.broadcast(S, GrowF64.LN2_HIGH), q)
                    .add(v.sub(v))
                    .intoMemorySegment(ALL, x + STEP * i, ORDER);
        }
    }

    private LogarithmF64() {}
}
