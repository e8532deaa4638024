package dev.rankine.kernels.lanes;

import static dev.rankine.kernels.lanes.Lanes.ALL;

import java.lang.foreign.ValueLayout;

/** As FiniteF32, for float64. */
final class FiniteF64 {
    /** Whether all n numbers at {@code x} are: one that is not times zero is NaN, and stays so in a sum. */
    static boolean all(long x, long n) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        for (long i = 0; i + 4 <= n; i += 4) {
            a += number(x, i) * 0;
            b += number(x, i + 1) * 0;
            c += number(x, i + 2) * 0;
            d += number(x, i + 3) * 0;
        }
        for (long i = n / 4 * 4; i < n; i++) a += number(x, i) * 0;
        return a + b + c + d == 0;
    }

    private static double number(long x, long i) {
        return ALL.get(ValueLayout.JAVA_DOUBLE_UNALIGNED, x + Double.BYTES * i);
    }

    private FiniteF64() {}
}
