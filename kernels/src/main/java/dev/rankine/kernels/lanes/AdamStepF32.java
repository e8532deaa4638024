package dev.rankine.kernels.lanes;

import static dev.rankine.kernels.lanes.Lanes.ALL;
import static dev.rankine.kernels.lanes.Lanes.ORDER;

import java.lang.foreign.ValueLayout;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Adam on n elements: p the parameter, d its direction, m the mean, v the mean of squares, w the largest of these. Results go to p2, m2, v2 and w2,
 * which may be the operands: an element is read before its place is written. Rests are 1 - beta, root is 1 / correction.
 *
 * <p>On 2048 elements step takes 0.29 to 0.41 ns an element in the cache, with largest 0.38 to 0.60
 * (AMD EPYC (Zen 4), 512 bits, one thread, JDK 25); whole steps are measured in {@link StepKernel}.
 */
final class AdamStepF32 {
    private static final VectorSpecies<Float> S = Lanes.F32;

    /** m2 = beta1 m + rest1 d, v2 = beta2 v + rest2 d d, p2 = shrink p - step m2 / (root sqrt(v2) + epsilon). */
    static void step(
            long p,
            long d,
            long m,
            long v,
            long p2,
            long m2,
            long v2,
            int n,
            float beta1,
            float rest1,
            float beta2,
            float rest2,
            float shrink,
            float step,
            float root,
            float epsilon) {
        int main = S.loopBound(n);
        for (long i = 0; i < 4L * main; i += 4L * S.length()) {
            FloatVector x = FloatVector.fromMemorySegment(S, ALL, d + i, ORDER);
            FloatVector mean = FloatVector.fromMemorySegment(S, ALL, m + i, ORDER)
                    .mul(beta1)
                    .add(x.mul(rest1));
            FloatVector square = FloatVector.fromMemorySegment(S, ALL, v + i, ORDER)
                    .mul(beta2)
                    .add(x.mul(x).mul(rest2));
            FloatVector change = mean.div(square.sqrt().mul(root).add(epsilon)).mul(step);
            FloatVector.fromMemorySegment(S, ALL, p + i, ORDER)
                    .mul(shrink)
                    .sub(change)
                    .intoMemorySegment(ALL, p2 + i, ORDER);
            mean.intoMemorySegment(ALL, m2 + i, ORDER);
            square.intoMemorySegment(ALL, v2 + i, ORDER);
        }
        for (long i = 4L * main; i < 4L * n; i += 4) {
            float x = get(d + i);
            float mean = get(m + i) * beta1 + x * rest1;
            float square = get(v + i) * beta2 + x * x * rest2;
            put(p2 + i, get(p + i) * shrink - mean / ((float) Math.sqrt(square) * root + epsilon) * step);
            put(m2 + i, mean);
            put(v2 + i, square);
        }
    }

    /** As step, but w2 = max(w, v2) divides: p2 = shrink p - step m2 / (root sqrt(w2) + epsilon). */
    static void largest(
            long p,
            long d,
            long m,
            long v,
            long w,
            long p2,
            long m2,
            long v2,
            long w2,
            int n,
            float beta1,
            float rest1,
            float beta2,
            float rest2,
            float shrink,
            float step,
            float root,
            float epsilon) {
        int main = S.loopBound(n);
        for (long i = 0; i < 4L * main; i += 4L * S.length()) {
            FloatVector x = FloatVector.fromMemorySegment(S, ALL, d + i, ORDER);
            FloatVector mean = FloatVector.fromMemorySegment(S, ALL, m + i, ORDER)
                    .mul(beta1)
                    .add(x.mul(rest1));
            FloatVector square = FloatVector.fromMemorySegment(S, ALL, v + i, ORDER)
                    .mul(beta2)
                    .add(x.mul(x).mul(rest2));
            FloatVector most =
                    FloatVector.fromMemorySegment(S, ALL, w + i, ORDER).max(square);
            FloatVector change = mean.div(most.sqrt().mul(root).add(epsilon)).mul(step);
            FloatVector.fromMemorySegment(S, ALL, p + i, ORDER)
                    .mul(shrink)
                    .sub(change)
                    .intoMemorySegment(ALL, p2 + i, ORDER);
            mean.intoMemorySegment(ALL, m2 + i, ORDER);
            square.intoMemorySegment(ALL, v2 + i, ORDER);
            most.intoMemorySegment(ALL, w2 + i, ORDER);
        }
        for (long i = 4L * main; i < 4L * n; i += 4) {
            float x = get(d + i);
            float mean = get(m + i) * beta1 + x * rest1;
            float square = get(v + i) * beta2 + x * x * rest2;
            float most = Math.max(get(w + i), square);
            put(p2 + i, get(p + i) * shrink - mean / ((float) Math.sqrt(most) * root + epsilon) * step);
            put(m2 + i, mean);
            put(v2 + i, square);
            put(w2 + i, most);
        }
    }

    private static float get(long at) {
        return ALL.get(ValueLayout.JAVA_FLOAT_UNALIGNED, at);
    }

    private static void put(long at, float x) {
        ALL.set(ValueLayout.JAVA_FLOAT_UNALIGNED, at, x);
    }

    private AdamStepF32() {}
}
