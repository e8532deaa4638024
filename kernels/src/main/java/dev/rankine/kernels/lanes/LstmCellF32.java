package dev.rankine.kernels.lanes;

import static dev.rankine.kernels.lanes.Lanes.ALL;
import static dev.rankine.kernels.lanes.Lanes.ORDER;

import java.lang.foreign.ValueLayout;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The parts of a long short-term memory's cell for n units of one sequence, one loop a method. i, f, g, o are the gates behind their functions, t the
 * tangent of the cells. What is written may be what is read.
 *
 * <p>Figures: {@link Lstm}.
 */
final class LstmCellF32 {
    private static final VectorSpecies<Float> S = Lanes.F32;
    private static final ValueLayout.OfFloat FLOAT = ValueLayout.JAVA_FLOAT_UNALIGNED;
    private static final int BYTES = Float.BYTES;
    private static final long VECTOR = (long) BYTES * S.length();

    /** {@code c = a + b}. */
    static void add(int n, long a, long b, long c) {
        long main = (long) BYTES * S.loopBound(n);
        for (long j = 0; j < main; j += VECTOR) {
            FloatVector.fromMemorySegment(S, ALL, a + j, ORDER)
                    .add(FloatVector.fromMemorySegment(S, ALL, b + j, ORDER))
                    .intoMemorySegment(ALL, c + j, ORDER);
        }
        for (long j = main; j < (long) BYTES * n; j += BYTES) put(c + j, get(a + j) + get(b + j));
    }

    /** {@code c = a b}. */
    static void multiply(int n, long a, long b, long c) {
        long main = (long) BYTES * S.loopBound(n);
        for (long j = 0; j < main; j += VECTOR) {
            FloatVector.fromMemorySegment(S, ALL, a + j, ORDER)
                    .mul(FloatVector.fromMemorySegment(S, ALL, b + j, ORDER))
                    .intoMemorySegment(ALL, c + j, ORDER);
        }
        for (long j = main; j < (long) BYTES * n; j += BYTES) put(c + j, get(a + j) * get(b + j));
    }

    /** The next cells, {@code next = f cell + i g}. */
    static void next(int n, long i, long f, long g, long cell, long next) {
        long main = (long) BYTES * S.loopBound(n);
        for (long j = 0; j < main; j += VECTOR) {
            FloatVector kept = FloatVector.fromMemorySegment(S, ALL, f + j, ORDER)
                    .mul(FloatVector.fromMemorySegment(S, ALL, cell + j, ORDER));
            FloatVector.fromMemorySegment(S, ALL, i + j, ORDER)
                    .fma(FloatVector.fromMemorySegment(S, ALL, g + j, ORDER), kept)
                    .intoMemorySegment(ALL, next + j, ORDER);
        }
        for (long j = main; j < (long) BYTES * n; j += BYTES) {
            put(next + j, Math.fma(get(i + j), get(g + j), get(f + j) * get(cell + j)));
        }
    }

    /** What flows to the cells of a step: {@code dc += dh o (1 - t t)}. */
    static void arrive(int n, long o, long t, long dh, long dc) {
        long main = (long) BYTES * S.loopBound(n);
        for (long j = 0; j < main; j += VECTOR) {
            FloatVector bent = FloatVector.fromMemorySegment(S, ALL, t + j, ORDER);
            FloatVector slope = bent.neg().fma(bent, FloatVector.broadcast(S, 1f));
            FloatVector.fromMemorySegment(S, ALL, dh + j, ORDER)
                    .mul(FloatVector.fromMemorySegment(S, ALL, o + j, ORDER))
                    .fma(slope, FloatVector.fromMemorySegment(S, ALL, dc + j, ORDER))
                    .intoMemorySegment(ALL, dc + j, ORDER);
        }
        for (long j = main; j < (long) BYTES * n; j += BYTES) {
            float slope = Math.fma(-get(t + j), get(t + j), 1f);
            put(dc + j, Math.fma(get(dh + j) * get(o + j), slope, get(dc + j)));
        }
    }

    /** What flows through a logistic gate: {@code flow = d with s (1 - s)}. */
    static void gate(int n, long d, long with, long s, long flow) {
        long main = (long) BYTES * S.loopBound(n);
        for (long j = 0; j < main; j += VECTOR) {
            FloatVector open = FloatVector.fromMemorySegment(S, ALL, s + j, ORDER);
            FloatVector slope = open.neg().fma(open, open);
            FloatVector.fromMemorySegment(S, ALL, d + j, ORDER)
                    .mul(FloatVector.fromMemorySegment(S, ALL, with + j, ORDER))
                    .mul(slope)
                    .intoMemorySegment(ALL, flow + j, ORDER);
        }
        for (long j = main; j < (long) BYTES * n; j += BYTES) {
            put(flow + j, get(d + j) * get(with + j) * Math.fma(-get(s + j), get(s + j), get(s + j)));
        }
    }

    /** What flows through the gate of new content: {@code flow = dc i (1 - g g)}. */
    static void content(int n, long dc, long i, long g, long flow) {
        long main = (long) BYTES * S.loopBound(n);
        for (long j = 0; j < main; j += VECTOR) {
            FloatVector bent = FloatVector.fromMemorySegment(S, ALL, g + j, ORDER);
            FloatVector slope = bent.neg().fma(bent, FloatVector.broadcast(S, 1f));
            FloatVector.fromMemorySegment(S, ALL, dc + j, ORDER)
                    .mul(FloatVector.fromMemorySegment(S, ALL, i + j, ORDER))
                    .mul(slope)
                    .intoMemorySegment(ALL, flow + j, ORDER);
        }
        for (long j = main; j < (long) BYTES * n; j += BYTES) {
            put(flow + j, get(dc + j) * get(i + j) * Math.fma(-get(g + j), get(g + j), 1f));
        }
    }

    private static float get(long at) {
        return ALL.get(FLOAT, at);
    }

    private static void put(long at, float x) {
        ALL.set(FLOAT, at, x);
    }

    private LstmCellF32() {}
}
