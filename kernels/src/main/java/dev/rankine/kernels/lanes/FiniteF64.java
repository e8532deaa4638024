package dev.rankine.kernels.lanes;

import static dev.rankine.kernels.lanes.Lanes.ALL;
import static dev.rankine.kernels.lanes.Lanes.ORDER;

import java.lang.foreign.Arena;
import java.lang.foreign.ValueLayout;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/** As FiniteF32, for float64. */
final class FiniteF64 {
    private static final VectorSpecies<Double> S = Lanes.F64;
    private static final long STEP = Double.BYTES * S.length();
    private static final ThreadLocal<Long> SCRATCH =
            ThreadLocal.withInitial(() -> Arena.global().allocate(STEP, 64).address());

    /** Whether all n numbers at {@code x} are: one that is not times zero is NaN, and stays so in a sum. */
    static boolean all(long x, long n) {
        long vectors = n / (2 * S.length()) * 2;
        double sum = 0;
        if (vectors > 0) {
            long scratch = SCRATCH.get();
            sums(x, vectors, scratch);
            for (int i = 0; i < S.length(); i++) sum += number(scratch, i);
        }
        for (long i = vectors * S.length(); i < n; i++) sum += number(x, i) * 0;
        return sum == 0;
    }

    private static void sums(long x, long vectors, long to) {
        DoubleVector zero = DoubleVector.zero(S);
        DoubleVector a = DoubleVector.zero(S);
        DoubleVector b = DoubleVector.zero(S);
        for (long i = x; i < x + STEP * vectors; i += 2 * STEP) {
            a = zero.fma(DoubleVector.fromMemorySegment(S, ALL, i, ORDER), a);
            b = zero.fma(DoubleVector.fromMemorySegment(S, ALL, i + STEP, ORDER), b);
        }
        a.add(b).intoMemorySegment(ALL, to, ORDER);
    }

    private static double number(long x, long i) {
        return ALL.get(ValueLayout.JAVA_DOUBLE_UNALIGNED, x + Double.BYTES * i);
    }

    private FiniteF64() {}
}
