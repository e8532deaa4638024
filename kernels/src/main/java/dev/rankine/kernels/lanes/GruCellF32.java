package dev.rankine.kernels.lanes;

import static dev.rankine.kernels.lanes.Lanes.ALL;
import static dev.rankine.kernels.lanes.Lanes.ORDER;

import java.lang.foreign.ValueLayout;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The parts of a gated recurrent unit for n units of one sequence that a long short-term memory does not have, one loop a method. r, z, g are the
 * gates (reset, update, new) behind their functions, x and p the products of the new gate with input and state, h the state before the step, dh
 * what arrives for the one after it. What is written may be what is read. See {@link LstmCellF32}.
 *
 * <p>Figures: {@link Gru}.
 */
final class GruCellF32 {
    private static final VectorSpecies<Float> S = Lanes.F32;
    private static final ValueLayout.OfFloat FLOAT = ValueLayout.JAVA_FLOAT_UNALIGNED;
    private static final int BYTES = Float.BYTES;
    private static final long VECTOR = (long) BYTES * S.length();

    /** The new gate before its function, {@code y = x + r p}. */
    static void content(int n, long x, long r, long p, long y) {
        long main = (long) BYTES * S.loopBound(n);
        for (long j = 0; j < main; j += VECTOR) {
            FloatVector.fromMemorySegment(S, ALL, r + j, ORDER)
                    .fma(
                            FloatVector.fromMemorySegment(S, ALL, p + j, ORDER),
                            FloatVector.fromMemorySegment(S, ALL, x + j, ORDER))
                    .intoMemorySegment(ALL, y + j, ORDER);
        }
        for (long j = main; j < (long) BYTES * n; j += BYTES) {
            put(y + j, Math.fma(get(r + j), get(p + j), get(x + j)));
        }
    }

    /** The next state, {@code y = (1 - z) g + z h}. */
    static void next(int n, long z, long g, long h, long y) {
        long main = (long) BYTES * S.loopBound(n);
        for (long j = 0; j < main; j += VECTOR) {
            FloatVector held = FloatVector.fromMemorySegment(S, ALL, z + j, ORDER);
            FloatVector fresh =
                    FloatVector.broadcast(S, 1f).sub(held).mul(FloatVector.fromMemorySegment(S, ALL, g + j, ORDER));
            held.fma(FloatVector.fromMemorySegment(S, ALL, h + j, ORDER), fresh).intoMemorySegment(ALL, y + j, ORDER);
        }
        for (long j = main; j < (long) BYTES * n; j += BYTES) {
            put(y + j, Math.fma(get(z + j), get(h + j), (1f - get(z + j)) * get(g + j)));
        }
    }

    /** What flows through the new gate: {@code flow = dh (1 - z) (1 - g g)}. */
    static void fresh(int n, long dh, long z, long g, long flow) {
        long main = (long) BYTES * S.loopBound(n);
        for (long j = 0; j < main; j += VECTOR) {
            FloatVector bent = FloatVector.fromMemorySegment(S, ALL, g + j, ORDER);
            FloatVector slope = bent.neg().fma(bent, FloatVector.broadcast(S, 1f));
            FloatVector.broadcast(S, 1f)
                    .sub(FloatVector.fromMemorySegment(S, ALL, z + j, ORDER))
                    .mul(FloatVector.fromMemorySegment(S, ALL, dh + j, ORDER))
                    .mul(slope)
                    .intoMemorySegment(ALL, flow + j, ORDER);
        }
        for (long j = main; j < (long) BYTES * n; j += BYTES) {
            put(flow + j, (1f - get(z + j)) * get(dh + j) * Math.fma(-get(g + j), get(g + j), 1f));
        }
    }

    /** What flows through the update gate: {@code flow = dh (h - g) z (1 - z)}. */
    static void update(int n, long dh, long h, long g, long z, long flow) {
        long main = (long) BYTES * S.loopBound(n);
        for (long j = 0; j < main; j += VECTOR) {
            FloatVector open = FloatVector.fromMemorySegment(S, ALL, z + j, ORDER);
            FloatVector slope = open.neg().fma(open, open);
            FloatVector.fromMemorySegment(S, ALL, h + j, ORDER)
                    .sub(FloatVector.fromMemorySegment(S, ALL, g + j, ORDER))
                    .mul(FloatVector.fromMemorySegment(S, ALL, dh + j, ORDER))
                    .mul(slope)
                    .intoMemorySegment(ALL, flow + j, ORDER);
        }
        for (long j = main; j < (long) BYTES * n; j += BYTES) {
            float slope = Math.fma(-get(z + j), get(z + j), get(z + j));
            put(flow + j, (get(h + j) - get(g + j)) * get(dh + j) * slope);
        }
    }

    /** What flows past the gates to the state before: {@code past += dh z}. */
    static void pass(int n, long dh, long z, long past) {
        long main = (long) BYTES * S.loopBound(n);
        for (long j = 0; j < main; j += VECTOR) {
            FloatVector.fromMemorySegment(S, ALL, dh + j, ORDER)
                    .fma(
                            FloatVector.fromMemorySegment(S, ALL, z + j, ORDER),
                            FloatVector.fromMemorySegment(S, ALL, past + j, ORDER))
                    .intoMemorySegment(ALL, past + j, ORDER);
        }
        for (long j = main; j < (long) BYTES * n; j += BYTES) {
            put(past + j, Math.fma(get(dh + j), get(z + j), get(past + j)));
        }
    }

    private static float get(long at) {
        return ALL.get(FLOAT, at);
    }

    private static void put(long at, float x) {
        ALL.set(FLOAT, at, x);
    }

    private GruCellF32() {}
}
