package dev.rankine.kernels.lanes;

import static dev.rankine.kernels.lanes.Lanes.ALL;
import static dev.rankine.kernels.lanes.Lanes.ORDER;

import java.lang.foreign.ValueLayout;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Gradient descent with momentum on n elements in one loop: p the parameter, d its direction, b the buffer. Results go to p2 and b2, which may
 * be the operands. Rest is what of the direction enters the buffer, rate the learning rate. Two loops, one for the buffer and one for the
 * parameter, read the buffer twice: they took a third more where the numbers come from memory.
 *
 * <p>On 2048 elements 0.21 to 0.30 ns each (AMD EPYC (Zen 4), 512 bits, one thread, JDK 25); whole steps are measured in {@link StepKernel}.
 */
final class SgdStepF64 {
    private static final VectorSpecies<Double> S = Lanes.F64;

    /** b2 = momentum b + rest d, p2 = p - rate b2. */
    static void momentum(long p, long d, long b, long p2, long b2, int n, double momentum, double rest, double rate) {
        int main = S.loopBound(n);
        for (long i = 0; i < 8L * main; i += 8L * S.length()) {
            DoubleVector x =
                    DoubleVector.fromMemorySegment(S, ALL, d + i, ORDER).mul(rest);
            DoubleVector y = DoubleVector.fromMemorySegment(S, ALL, b + i, ORDER)
                    .mul(momentum)
                    .add(x);
            DoubleVector.fromMemorySegment(S, ALL, p + i, ORDER)
                    .sub(y.mul(rate))
                    .intoMemorySegment(ALL, p2 + i, ORDER);
            y.intoMemorySegment(ALL, b2 + i, ORDER);
        }
        for (long i = 8L * main; i < 8L * n; i += 8) {
            double y = get(b + i) * momentum + get(d + i) * rest;
            put(p2 + i, get(p + i) - y * rate);
            put(b2 + i, y);
        }
    }

    /** b2 = momentum b + rest d, p2 = p - rate (d + momentum b2): Nesterov's. */
    static void ahead(long p, long d, long b, long p2, long b2, int n, double momentum, double rest, double rate) {
        int main = S.loopBound(n);
        for (long i = 0; i < 8L * main; i += 8L * S.length()) {
            DoubleVector x = DoubleVector.fromMemorySegment(S, ALL, d + i, ORDER);
            DoubleVector y = DoubleVector.fromMemorySegment(S, ALL, b + i, ORDER)
                    .mul(momentum)
                    .add(x.mul(rest));
            DoubleVector change = x.add(y.mul(momentum)).mul(rate);
            DoubleVector.fromMemorySegment(S, ALL, p + i, ORDER).sub(change).intoMemorySegment(ALL, p2 + i, ORDER);
            y.intoMemorySegment(ALL, b2 + i, ORDER);
        }
        for (long i = 8L * main; i < 8L * n; i += 8) {
            double x = get(d + i);
            double y = get(b + i) * momentum + x * rest;
            put(p2 + i, get(p + i) - (x + y * momentum) * rate);
            put(b2 + i, y);
        }
    }

    /** As momentum with d + decay p for d. */
    static void momentum(
            long p, long d, long b, long p2, long b2, int n, double momentum, double rest, double rate, double decay) {
        int main = S.loopBound(n);
        for (long i = 0; i < 8L * main; i += 8L * S.length()) {
            DoubleVector old = DoubleVector.fromMemorySegment(S, ALL, p + i, ORDER);
            DoubleVector x =
                    DoubleVector.fromMemorySegment(S, ALL, d + i, ORDER).add(old.mul(decay));
            DoubleVector y = DoubleVector.fromMemorySegment(S, ALL, b + i, ORDER)
                    .mul(momentum)
                    .add(x.mul(rest));
            old.sub(y.mul(rate)).intoMemorySegment(ALL, p2 + i, ORDER);
            y.intoMemorySegment(ALL, b2 + i, ORDER);
        }
        for (long i = 8L * main; i < 8L * n; i += 8) {
            double old = get(p + i);
            double y = get(b + i) * momentum + (get(d + i) + old * decay) * rest;
            put(p2 + i, old - y * rate);
            put(b2 + i, y);
        }
    }

    /** As ahead with d + decay p for d. */
    static void ahead(
            long p, long d, long b, long p2, long b2, int n, double momentum, double rest, double rate, double decay) {
        int main = S.loopBound(n);
        for (long i = 0; i < 8L * main; i += 8L * S.length()) {
            DoubleVector old = DoubleVector.fromMemorySegment(S, ALL, p + i, ORDER);
            DoubleVector x =
                    DoubleVector.fromMemorySegment(S, ALL, d + i, ORDER).add(old.mul(decay));
            DoubleVector y = DoubleVector.fromMemorySegment(S, ALL, b + i, ORDER)
                    .mul(momentum)
                    .add(x.mul(rest));
            old.sub(x.add(y.mul(momentum)).mul(rate)).intoMemorySegment(ALL, p2 + i, ORDER);
            y.intoMemorySegment(ALL, b2 + i, ORDER);
        }
        for (long i = 8L * main; i < 8L * n; i += 8) {
            double old = get(p + i);
            double x = get(d + i) + old * decay;
            double y = get(b + i) * momentum + x * rest;
            put(p2 + i, old - (x + y * momentum) * rate);
            put(b2 + i, y);
        }
    }

    private static double get(long at) {
        return ALL.get(ValueLayout.JAVA_DOUBLE_UNALIGNED, at);
    }

    private static void put(long at, double x) {
        ALL.set(ValueLayout.JAVA_DOUBLE_UNALIGNED, at, x);
    }

    private SgdStepF64() {}
}
