package dev.rankine.kernels.lanes;

import static dev.rankine.kernels.lanes.Lanes.ALL;
import static dev.rankine.kernels.lanes.Lanes.ORDER;

import java.lang.foreign.ValueLayout;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/** Sums of two or three scaled operands on n elements, of which steps of optimizers are made. The result may be an operand. */
final class ScaledSumF64 {
    private static final VectorSpecies<Double> S = Lanes.F64;

    /** y = s a + t b. */
    static void sum(long a, double s, long b, double t, long y, int n) {
        int main = S.loopBound(n);
        for (long i = 0; i < 8L * main; i += 8L * S.length()) {
            DoubleVector x = DoubleVector.fromMemorySegment(S, ALL, b + i, ORDER).mul(t);
            DoubleVector.fromMemorySegment(S, ALL, a + i, ORDER).mul(s).add(x).intoMemorySegment(ALL, y + i, ORDER);
        }
        for (long i = 8L * main; i < 8L * n; i += 8) put(y + i, get(a + i) * s + get(b + i) * t);
    }

    /** y = a - t b. */
    static void less(long a, long b, double t, long y, int n) {
        int main = S.loopBound(n);
        for (long i = 0; i < 8L * main; i += 8L * S.length()) {
            DoubleVector x = DoubleVector.fromMemorySegment(S, ALL, b + i, ORDER).mul(t);
            DoubleVector.fromMemorySegment(S, ALL, a + i, ORDER).sub(x).intoMemorySegment(ALL, y + i, ORDER);
        }
        for (long i = 8L * main; i < 8L * n; i += 8) put(y + i, get(a + i) - get(b + i) * t);
    }

    /** y = a - t (b + u c). */
    static void less(long a, long b, long c, double u, double t, long y, int n) {
        int main = S.loopBound(n);
        for (long i = 0; i < 8L * main; i += 8L * S.length()) {
            DoubleVector x = DoubleVector.fromMemorySegment(S, ALL, c + i, ORDER).mul(u);
            DoubleVector ahead = DoubleVector.fromMemorySegment(S, ALL, b + i, ORDER).add(x).mul(t);
            DoubleVector.fromMemorySegment(S, ALL, a + i, ORDER).sub(ahead).intoMemorySegment(ALL, y + i, ORDER);
        }
        for (long i = 8L * main; i < 8L * n; i += 8) put(y + i, get(a + i) - (get(b + i) + get(c + i) * u) * t);
    }

    /** y = -a. */
    static void negative(long a, long y, int n) {
        int main = S.loopBound(n);
        for (long i = 0; i < 8L * main; i += 8L * S.length()) {
            DoubleVector.fromMemorySegment(S, ALL, a + i, ORDER).neg().intoMemorySegment(ALL, y + i, ORDER);
        }
        for (long i = 8L * main; i < 8L * n; i += 8) put(y + i, -get(a + i));
    }

    private static double get(long at) {
        return ALL.get(ValueLayout.JAVA_DOUBLE_UNALIGNED, at);
    }

    private static void put(long at, double x) {
        ALL.set(ValueLayout.JAVA_DOUBLE_UNALIGNED, at, x);
    }

    private ScaledSumF64() {}
}
