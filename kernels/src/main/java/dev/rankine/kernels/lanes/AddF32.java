package dev.rankine.kernels.lanes;

import static dev.rankine.kernels.lanes.Lanes.ALL;
import static dev.rankine.kernels.lanes.Lanes.ORDER;

import java.lang.foreign.ValueLayout;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** The first kernel: y[i] = a[i] + b[i]. */
final class AddF32 {
    private static final VectorSpecies<Float> S = Lanes.F32;

    static void add(long a, long b, long y, int count) {
        int main = S.loopBound(count);
        for (long i = 0; i < 4L * main; i += 4L * S.length()) {
            FloatVector x = FloatVector.fromMemorySegment(S, ALL, a + i, ORDER);
            x.add(FloatVector.fromMemorySegment(S, ALL, b + i, ORDER)).intoMemorySegment(ALL, y + i, ORDER);
        }
        for (long i = 4L * main; i < 4L * count; i += 4) {
            float x = ALL.get(ValueLayout.JAVA_FLOAT_UNALIGNED, a + i);
            ALL.set(ValueLayout.JAVA_FLOAT_UNALIGNED, y + i, x + ALL.get(ValueLayout.JAVA_FLOAT_UNALIGNED, b + i));
        }
    }

    private AddF32() {}
}
