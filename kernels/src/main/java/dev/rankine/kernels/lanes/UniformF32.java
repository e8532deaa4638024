package dev.rankine.kernels.lanes;

import static dev.rankine.kernels.lanes.Lanes.ALL;
import static dev.rankine.kernels.lanes.Lanes.ORDER;

import java.lang.foreign.ValueLayout;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Random words to float32: uniform numbers, draws of 0 and 1, dropout. The words stand at [words], which may be where the numbers go.
 *
 * <p>With the words: 0.70 to 0.76 ns a number at 512 bits, dropout as well (AMD EPYC (Zen 4), one thread, JDK 25).
 */
final class UniformF32 {
    private static final VectorSpecies<Integer> W = Lanes.I32;
    private static final VectorSpecies<Float> S = Lanes.F32;
    private static final int SIGN = Integer.MIN_VALUE;
    private static final float STEP = 1f / (1 << 24);

    /** The first 24 bits of each word as a number of [0, 1). */
    static void fractions(long words, long y, int count) {
        int main = W.loopBound(count);
        for (long i = 0; i < 4L * main; i += 4L * W.length()) {
            IntVector w = IntVector.fromMemorySegment(W, ALL, words + i, ORDER).lanewise(VectorOperators.LSHR, 8);
            FloatVector x = (FloatVector) w.convert(VectorOperators.I2F, 0);
            x.mul(STEP).intoMemorySegment(ALL, y + i, ORDER);
        }
        for (long i = 4L * main; i < 4L * count; i += 4) {
            int w = ALL.get(ValueLayout.JAVA_INT_UNALIGNED, words + i) >>> 8;
            ALL.set(ValueLayout.JAVA_FLOAT_UNALIGNED, y + i, w * STEP);
        }
    }

    /** 1 for each word that is less than [bound], as a number without sign, else 0. */
    static void below(int bound, long words, long y, int count) {
        int main = W.loopBound(count);
        int signed = bound ^ SIGN;
        FloatVector one = FloatVector.broadcast(S, 1f);
        for (long i = 0; i < 4L * main; i += 4L * W.length()) {
            IntVector w = IntVector.fromMemorySegment(W, ALL, words + i, ORDER).lanewise(VectorOperators.XOR, SIGN);
            VectorMask<Float> isBelow = w.compare(VectorOperators.LT, signed).cast(S);
            FloatVector.zero(S).blend(one, isBelow).intoMemorySegment(ALL, y + i, ORDER);
        }
        for (long i = 4L * main; i < 4L * count; i += 4) {
            int w = ALL.get(ValueLayout.JAVA_INT_UNALIGNED, words + i);
            ALL.set(ValueLayout.JAVA_FLOAT_UNALIGNED, y + i, (w ^ SIGN) < signed ? 1f : 0f);
        }
    }

    /** The number at [x] times [scale] for each word that is less than [bound], as a number without sign, else times 0. */
    static void drop(int bound, float scale, long words, long x, long y, int count) {
        int main = W.loopBound(count);
        int signed = bound ^ SIGN;
        FloatVector kept = FloatVector.broadcast(S, scale);
        for (long i = 0; i < 4L * main; i += 4L * W.length()) {
            IntVector w = IntVector.fromMemorySegment(W, ALL, words + i, ORDER).lanewise(VectorOperators.XOR, SIGN);
            VectorMask<Float> isBelow = w.compare(VectorOperators.LT, signed).cast(S);
            FloatVector factor = FloatVector.zero(S).blend(kept, isBelow);
            FloatVector.fromMemorySegment(S, ALL, x + i, ORDER).mul(factor).intoMemorySegment(ALL, y + i, ORDER);
        }
        for (long i = 4L * main; i < 4L * count; i += 4) {
            int w = ALL.get(ValueLayout.JAVA_INT_UNALIGNED, words + i);
            float factor = (w ^ SIGN) < signed ? scale : 0f;
            ALL.set(ValueLayout.JAVA_FLOAT_UNALIGNED, y + i, ALL.get(ValueLayout.JAVA_FLOAT_UNALIGNED, x + i) * factor);
        }
    }

    private UniformF32() {}
}
