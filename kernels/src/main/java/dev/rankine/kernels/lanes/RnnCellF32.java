package dev.rankine.kernels.lanes;

import static dev.rankine.kernels.lanes.Lanes.ALL;
import static dev.rankine.kernels.lanes.Lanes.ORDER;

import java.lang.foreign.ValueLayout;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * The parts of a simple recurrence for n units of one sequence, one loop a method. x is a sum before its function, y the state behind it, dh what
 * arrives there. What is written may be what is read. The tangent: {@link GatesF32}.
 *
 * <p>Figures: {@link Rnn}.
 */
final class RnnCellF32 {
    private static final VectorSpecies<Float> S = Lanes.F32;
    private static final ValueLayout.OfFloat FLOAT = ValueLayout.JAVA_FLOAT_UNALIGNED;
    private static final int BYTES = Float.BYTES;
    private static final long VECTOR = (long) BYTES * S.length();

    /** {@code y = max(x, 0)}; NaN stays. */
    static void relu(int n, long x, long y) {
        long main = (long) BYTES * S.loopBound(n);
        for (long j = 0; j < main; j += VECTOR) {
            FloatVector sum = FloatVector.fromMemorySegment(S, ALL, x + j, ORDER);
            sum.blend(0f, sum.compare(VectorOperators.LE, 0f)).intoMemorySegment(ALL, y + j, ORDER);
        }
        for (long j = main; j < (long) BYTES * n; j += BYTES) put(y + j, get(x + j) <= 0f ? 0f : get(x + j));
    }

    /** What flows through {@link #relu}: {@code flow = dh}, and 0 where {@code y <= 0}. */
    static void kept(int n, long dh, long y, long flow) {
        long main = (long) BYTES * S.loopBound(n);
        for (long j = 0; j < main; j += VECTOR) {
            FloatVector state = FloatVector.fromMemorySegment(S, ALL, y + j, ORDER);
            FloatVector.fromMemorySegment(S, ALL, dh + j, ORDER)
                    .blend(0f, state.compare(VectorOperators.LE, 0f))
                    .intoMemorySegment(ALL, flow + j, ORDER);
        }
        for (long j = main; j < (long) BYTES * n; j += BYTES) put(flow + j, get(y + j) <= 0f ? 0f : get(dh + j));
    }

    /** What flows through the tangent: {@code flow = dh (1 - y y)}. */
    static void bent(int n, long dh, long y, long flow) {
        long main = (long) BYTES * S.loopBound(n);
        for (long j = 0; j < main; j += VECTOR) {
            FloatVector state = FloatVector.fromMemorySegment(S, ALL, y + j, ORDER);
            state.neg()
                    .fma(state, FloatVector.broadcast(S, 1f))
                    .mul(FloatVector.fromMemorySegment(S, ALL, dh + j, ORDER))
                    .intoMemorySegment(ALL, flow + j, ORDER);
        }
        for (long j = main; j < (long) BYTES * n; j += BYTES) {
            put(flow + j, Math.fma(-get(y + j), get(y + j), 1f) * get(dh + j));
        }
    }

    private static float get(long at) {
        return ALL.get(FLOAT, at);
    }

    private static void put(long at, float x) {
        ALL.set(FLOAT, at, x);
    }

    private RnnCellF32() {}
}
