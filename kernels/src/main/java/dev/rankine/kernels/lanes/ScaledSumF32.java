package dev.rankine.kernels.lanes;

import static dev.rankine.kernels.lanes.Lanes.ALL;
import static dev.rankine.kernels.lanes.Lanes.ORDER;

import java.lang.foreign.ValueLayout;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** Sums of two or three scaled operands on n elements, of which steps of optimizers are made. The result may be an operand. */
final class ScaledSumF32 {
    private static final VectorSpecies<Float> S = Lanes.F32;

    /** y = s a + t b. */
    static void sum(long a, float s, long b, float t, long y, int n) {
        int main = S.loopBound(n);
        for (long i = 0; i < 4L * main; i += 4L * S.length()) {
            FloatVector x = FloatVector.fromMemorySegment(S, ALL, b + i, ORDER).mul(t);
            FloatVector.fromMemorySegment(S, ALL, a + i, ORDER).mul(s).add(x).intoMemorySegment(ALL, y + i, ORDER);
        }
        for (long i = 4L * main; i < 4L * n; i += 4) put(y + i, get(a + i) * s + get(b + i) * t);
    }

    /** y = a - t b. */
    static void less(long a, long b, float t, long y, int n) {
        int main = S.loopBound(n);
        for (long i = 0; i < 4L * main; i += 4L * S.length()) {
            FloatVector x = FloatVector.fromMemorySegment(S, ALL, b + i, ORDER).mul(t);
            FloatVector.fromMemorySegment(S, ALL, a + i, ORDER).sub(x).intoMemorySegment(ALL, y + i, ORDER);
        }
        for (long i = 4L * main; i < 4L * n; i += 4) put(y + i, get(a + i) - get(b + i) * t);
    }

    /** y = a - t (b + u c). */
    static void less(long a, long b, long c, float u, float t, long y, int n) {
        int main = S.loopBound(n);
        for (long i = 0; i < 4L * main; i += 4L * S.length()) {
            FloatVector x = FloatVector.fromMemorySegment(S, ALL, c + i, ORDER).mul(u);
            FloatVector ahead = FloatVector.fromMemorySegment(S, ALL, b + i, ORDER).add(x).mul(t);
            FloatVector.fromMemorySegment(S, ALL, a + i, ORDER).sub(ahead).intoMemorySegment(ALL, y + i, ORDER);
        }
        for (long i = 4L * main; i < 4L * n; i += 4) put(y + i, get(a + i) - (get(b + i) + get(c + i) * u) * t);
    }

    /** y = -a. */
    static void negative(long a, long y, int n) {
        int main = S.loopBound(n);
        for (long i = 0; i < 4L * main; i += 4L * S.length()) {
            FloatVector.fromMemorySegment(S, ALL, a + i, ORDER).neg().intoMemorySegment(ALL, y + i, ORDER);
        }
        for (long i = 4L * main; i < 4L * n; i += 4) put(y + i, -get(a + i));
    }

    private static float get(long at) {
        return ALL.get(ValueLayout.JAVA_FLOAT_UNALIGNED, at);
    }

    private static void put(long at, float x) {
        ALL.set(ValueLayout.JAVA_FLOAT_UNALIGNED, at, x);
    }

    private ScaledSumF32() {}
}
