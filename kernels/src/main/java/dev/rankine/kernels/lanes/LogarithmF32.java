package dev.rankine.kernels.lanes;

import static dev.rankine.kernels.lanes.Lanes.ALL;
import static dev.rankine.kernels.lanes.Lanes.ORDER;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Logarithms of sums of exponentials: float32 numbers from 1 on, or NaN, which stays. With {@code x = 2^e m}, m from the root of 1/2 to that of 2,
 * and {@code s = (m - 1) / (m + 1)}: {@code log x = e log 2 + 2 s + s^3 (2/3 + 2/5 s^2 + ...)}, the series of the area tangent; what is
 * left out is less than 1e-9 of it.
 * Figures: {@link SoftmaxKernels}.
 */
final class LogarithmF32 {
    private static final VectorSpecies<Float> S = Lanes.F32;
    private static final int BYTES = Float.BYTES;
    private static final long STEP = (long) BYTES * S.length();
    private static final int ROOT_OF_HALF = 0x3f3504f3;
    private static final int WHOLE_BITS = 0x4b400000;

    /** {@code x = log x} for {@code count} vectors. */
    static void run(long x, int count) {
        for (int i = 0; i < count; i++) {
            FloatVector v = FloatVector.fromMemorySegment(S, ALL, x + STEP * i, ORDER);
            IntVector bits = v.reinterpretAsInts();
            IntVector exponent = bits.sub(ROOT_OF_HALF).lanewise(VectorOperators.LSHR, GrowF32.FRACTION_BITS);
            FloatVector m = bits.sub(exponent.lanewise(VectorOperators.LSHL, GrowF32.FRACTION_BITS))
                    .reinterpretAsFloats();
            // a whole number in the last bits of a large one
            FloatVector e = exponent.add(WHOLE_BITS).reinterpretAsFloats().sub(GrowF32.WHOLE);
            FloatVector s = m.sub(1f).div(m.add(1f));
            FloatVector z = s.mul(s);
            FloatVector q = z.fma(2f / 11, 2f / 9);
            q = q.fma(z, FloatVector.broadcast(S, 2f / 7));
            q = q.fma(z, FloatVector.broadcast(S, 2f / 5));
            q = q.fma(z, FloatVector.broadcast(S, 2f / 3));
            q = q.mul(z).fma(s, e.mul(GrowF32.LN2_LOW));
            q = q.add(s.add(s));
            // NaN less itself is NaN
            e.fma(FloatVector.broadcast(S, GrowF32.LN2_HIGH), q)
                    .add(v.sub(v))
                    .intoMemorySegment(ALL, x + STEP * i, ORDER);
        }
    }

    private LogarithmF32() {}
}
