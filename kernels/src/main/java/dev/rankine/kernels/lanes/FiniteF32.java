package dev.rankine.kernels.lanes;

import static dev.rankine.kernels.lanes.Lanes.ALL;

import java.lang.foreign.ValueLayout;

/** Whether numbers are finite. Figures: {@link WeightGradientRun}. */
final class FiniteF32 {
    /** Whether all n numbers at {@code x} are: one that is not times zero is NaN, and stays so in a sum. */
    static boolean all(long x, long n) {
        float a = 0;
        float b = 0;
        float c = 0;
        float d = 0;
        for (long i = 0; i + 4 <= n; i += 4) {
            a += number(x, i) * 0;
            b += number(x, i + 1) * 0;
            c += number(x, i + 2) * 0;
            d += number(x, i + 3) * 0;
        }
        for (long i = n / 4 * 4; i < n; i++) a += number(x, i) * 0;
        return a + b + c + d == 0;
    }

    private static float number(long x, long i) {
        return ALL.get(ValueLayout.JAVA_FLOAT_UNALIGNED, x + Float.BYTES * i);
    }

    private FiniteF32() {}
}
