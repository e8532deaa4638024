package dev.rankine.kernels.lanes;

import static dev.rankine.kernels.lanes.Lanes.ALL;
import static dev.rankine.kernels.lanes.Lanes.ORDER;

import java.lang.foreign.Arena;
import java.lang.foreign.ValueLayout;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/*
 * The logistic function and the hyperbolic tangent of the gates of recurrences, of n numbers from x to y, which may be the same memory. Polynomials and
 * their errors (2.4 and 2.5 units) are those of the generated loops (Sigmoid.kt, Hyperbolic.kt). There is room for a whole vector at the end
 * of y: what does not fill one is copied there first.
 * 0.30 ns a number in the cache (AMD EPYC, Zen 4, 512 bits, one thread, JDK 25).
 */

/** Functions of gates of float32. */
final class GatesF32 {
    private static final VectorSpecies<Float> S = Lanes.F32;
    private static final ValueLayout.OfFloat FLOAT = ValueLayout.JAVA_FLOAT_UNALIGNED;
    private static final int BYTES = Float.BYTES;
    private static final float LOG2_E = 1.442695f;
    private static final float LN2_SHORT = 0.693145751953125f;
    private static final float LN2_REST = 1.428606765330187e-06f;
    private static final int FRACTION_BITS = 23;
    private static final int ONE = 0x3f800000;
    private static final int SIGN = 0x80000000;

    /** Adding it rounds to whole numbers. */
    private static final float WHOLE = 12582912f;

    /** The power is lowered by 2^64, so that neither it nor the sum overflows. */
    private static final float LOWERED = WHOLE - 64;

    private static final float SCALE = 0x1p-64f;

    /** {@code y = 1 / (1 + e^-x)}. */
    static void sigmoid(int n, long x, long y) {
        if (!Settled.DONE) throw new AssertionError();
        int main = S.loopBound(n);
        sigmoids(main, x, y);
        if (main == n) return;
        rest(n - main, x + (long) BYTES * main, y + (long) BYTES * main);
        sigmoids(S.length(), y + (long) BYTES * main, y + (long) BYTES * main);
    }

    /** {@code y = tanh(x)}. */
    static void tanh(int n, long x, long y) {
        if (!Settled.DONE) throw new AssertionError();
        int main = S.loopBound(n);
        tangents(main, x, y);
        if (main == n) return;
        rest(n - main, x + (long) BYTES * main, y + (long) BYTES * main);
        tangents(S.length(), y + (long) BYTES * main, y + (long) BYTES * main);
    }

    private static void rest(int n, long x, long y) {
        for (int i = 0; i < n; i++) ALL.set(FLOAT, y + (long) BYTES * i, ALL.get(FLOAT, x + (long) BYTES * i));
    }

    private static void sigmoids(int n, long x, long y) {
        for (long i = 0; i < (long) BYTES * n; i += (long) BYTES * S.length()) {
            FloatVector z = FloatVector.fromMemorySegment(S, ALL, x + i, ORDER);
            z = z.blend(-104f, z.lt(-104f));
            z = z.blend(18f, z.compare(VectorOperators.GT, 18f));
            FloatVector shifted = z.fma(FloatVector.broadcast(S, -LOG2_E), FloatVector.broadcast(S, LOWERED));
            FloatVector whole = shifted.sub(LOWERED);
            FloatVector r = whole.fma(FloatVector.broadcast(S, -LN2_SHORT), z.neg());
            r = whole.fma(FloatVector.broadcast(S, -LN2_REST), r);
            FloatVector p = r.fma(FloatVector.broadcast(S, 0.001382225f), FloatVector.broadcast(S, 0.008369095f));
            p = p.fma(r, FloatVector.broadcast(S, 0.04166825f));
            p = p.fma(r, FloatVector.broadcast(S, 0.16666517f));
            p = p.fma(r, FloatVector.broadcast(S, 0.49999994f));
            p = p.fma(r, FloatVector.broadcast(S, 1f));
            p = p.fma(r, FloatVector.broadcast(S, 1f));
            IntVector raised = shifted.reinterpretAsInts().lanewise(VectorOperators.LSHL, FRACTION_BITS);
            FloatVector power = p.reinterpretAsInts().add(raised).reinterpretAsFloats();
            // NaN passes through the numerator: the bits of the power are arbitrary then
            z.mul(0f).add(SCALE).div(power.add(SCALE)).intoMemorySegment(ALL, y + i, ORDER);
        }
    }

    private static void tangents(int n, long x, long y) {
        for (long i = 0; i < (long) BYTES * n; i += (long) BYTES * S.length()) {
            FloatVector given = FloatVector.fromMemorySegment(S, ALL, x + i, ORDER);
            FloatVector z = given.abs();
            z = z.blend(9.1f, z.compare(VectorOperators.GT, 9.1f));
            z = z.add(z);
            FloatVector shifted = z.fma(FloatVector.broadcast(S, LOG2_E), FloatVector.broadcast(S, WHOLE));
            FloatVector whole = shifted.sub(WHOLE);
            FloatVector r = whole.fma(FloatVector.broadcast(S, -LN2_SHORT), z);
            r = whole.fma(FloatVector.broadcast(S, -LN2_REST), r);
            FloatVector p = r.fma(FloatVector.broadcast(S, 0.0013882054f), FloatVector.broadcast(S, 0.008367096f));
            p = p.fma(r, FloatVector.broadcast(S, 0.04166739f));
            p = p.fma(r, FloatVector.broadcast(S, 0.16666539f));
            p = p.fma(r, FloatVector.broadcast(S, 0.49999997f));
            p = p.fma(r.mul(r), r);
            FloatVector power = shifted.reinterpretAsInts()
                    .lanewise(VectorOperators.LSHL, FRACTION_BITS)
                    .add(ONE)
                    .reinterpretAsFloats();
            FloatVector q = power.fma(p, power.sub(1f));
            IntVector size = q.div(q.add(2f)).reinterpretAsInts();
            given.reinterpretAsInts().and(SIGN).or(size).reinterpretAsFloats().intoMemorySegment(ALL, y + i, ORDER);
        }
    }

    /**
     * Before the first gates of a process: compiled together with what calls them, the loops made an object of every
     * vector for good in some processes, 43 MB a call, and a step took two to ten times as long. See {@link Warm}.
     */
    private static final class Settled {
        private static final int N = 16 * S.length();

        /** So many products take as long as a vector of a function may. */
        private static final int WORK = 32;

        static final boolean DONE = run();

        private static boolean run() {
            try (Arena arena = Arena.ofConfined()) {
                long x = arena.allocate((long) BYTES * N, 64).address();
                boolean done = Warm.up((long) WORK * N / S.length(), () -> sigmoids(N, x, x));
                return Warm.up((long) WORK * N / S.length(), () -> tangents(N, x, x)) && done;
            }
        }
    }

    private GatesF32() {}
}
