package dev.rankine.kernels.lanes;

import static dev.rankine.kernels.lanes.Lanes.ALL;
import static dev.rankine.kernels.lanes.Lanes.ORDER;

import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The passes over lines of float32 that write, for norms. With {@code d = x - level}: {@code y = d scale + shift}, also times a weight, plus a bias;
 * {@code dx = (g - middle) scale - d slope - shift}; {@code sums += g (d scale + shift)}. n is how many numbers a line has. One loop per method.
 * Those that batch and group norm have within their loops are compiled apart: a gradient's vectors were on the heap in one process of 25.
 * Figures: {@link LayerNormKernels}.
 */
final class LinesF32 {
    private static final VectorSpecies<Float> S = Lanes.F32;
    private static final int BYTES = Float.BYTES;
    private static final long STEP = (long) BYTES * S.length();

    // not final: see Apart
    private static MethodHandle standardLoop = Apart.find(MethodHandles.lookup(), "standardLoop");
    private static MethodHandle gradientLoop = Apart.find(MethodHandles.lookup(), "gradientLoop");

    /** {@code y = (x - level) scale + shift}. */
    static void standard(long x, long y, int n, float level, float scale, float shift) {
        try {
            standardLoop.invokeExact(x, y, n, level, scale, shift);
        } catch (Throwable e) {
            throw Apart.thrown(e);
        }
    }

    private static void standardLoop(long x, long y, int n, float level, float scale, float shift) {
        int main = S.loopBound(n);
        long end = x + (long) BYTES * main;
        long away = y - x;
        for (long p = x; p < end; p += STEP) {
            FloatVector d = FloatVector.fromMemorySegment(S, ALL, p, ORDER).sub(level);
            d.fma(FloatVector.broadcast(S, scale), FloatVector.broadcast(S, shift))
                    .intoMemorySegment(ALL, p + away, ORDER);
        }
        for (int i = main; i < n; i++) set(y, i, (get(x, i) - level) * scale + shift);
    }

    /** {@code y = ((x - level) scale + shift) w + b}. */
    static void affine(long x, long w, long b, long y, int n, float level, float scale, float shift) {
        int main = S.loopBound(n);
        long end = x + (long) BYTES * main;
        for (long p = x; p < end; p += STEP) {
            FloatVector d = FloatVector.fromMemorySegment(S, ALL, p, ORDER).sub(level);
            d = d.fma(FloatVector.broadcast(S, scale), FloatVector.broadcast(S, shift));
            d = d.fma(
                    FloatVector.fromMemorySegment(S, ALL, p + (w - x), ORDER),
                    FloatVector.fromMemorySegment(S, ALL, p + (b - x), ORDER));
            d.intoMemorySegment(ALL, p + (y - x), ORDER);
        }
        for (int i = main; i < n; i++) set(y, i, ((get(x, i) - level) * scale + shift) * get(w, i) + get(b, i));
    }

    /** {@code y *= w}. */
    static void multiply(long y, long w, int n) {
        int main = S.loopBound(n);
        long end = y + (long) BYTES * main;
        for (long p = y; p < end; p += STEP) {
            FloatVector v = FloatVector.fromMemorySegment(S, ALL, p, ORDER);
            v.mul(FloatVector.fromMemorySegment(S, ALL, p + (w - y), ORDER)).intoMemorySegment(ALL, p, ORDER);
        }
        for (int i = main; i < n; i++) set(y, i, get(y, i) * get(w, i));
    }

    /** {@code y += b}. */
    static void add(long y, long b, int n) {
        int main = S.loopBound(n);
        long end = y + (long) BYTES * main;
        for (long p = y; p < end; p += STEP) {
            FloatVector v = FloatVector.fromMemorySegment(S, ALL, p, ORDER);
            v.add(FloatVector.fromMemorySegment(S, ALL, p + (b - y), ORDER)).intoMemorySegment(ALL, p, ORDER);
        }
        for (int i = main; i < n; i++) set(y, i, get(y, i) + get(b, i));
    }

    /** {@code dx = (g - middle) scale - (x - level) slope - shift}. */
    static void gradient(
            long g, long x, long dx, int n, float level, float middle, float scale, float slope, float shift) {
        try {
            gradientLoop.invokeExact(g, x, dx, n, level, middle, scale, slope, shift);
        } catch (Throwable e) {
            throw Apart.thrown(e);
        }
    }

    private static void gradientLoop(
            long g, long x, long dx, int n, float level, float middle, float scale, float slope, float shift) {
        int main = S.loopBound(n);
        long end = x + (long) BYTES * main;
        for (long p = x; p < end; p += STEP) {
            FloatVector d = FloatVector.fromMemorySegment(S, ALL, p, ORDER).sub(level);
            d = d.fma(FloatVector.broadcast(S, -slope), FloatVector.broadcast(S, -shift));
            FloatVector v =
                    FloatVector.fromMemorySegment(S, ALL, p + (g - x), ORDER).sub(middle);
            v.fma(FloatVector.broadcast(S, scale), d).intoMemorySegment(ALL, p + (dx - x), ORDER);
        }
        for (int i = main; i < n; i++) set(dx, i, (get(g, i) - middle) * scale - ((get(x, i) - level) * slope + shift));
    }

    /**
     * {@code dx = (g - mean - y mean(g y)) scale} with {@code y = (x - level - lost) scale} as the definition has it, one number at a time: where a sum
     * is infinite, the order of the operations decides between infinity and NaN. The weight is at address w; 0 if there is none.
     */
    static void special(long g, long w, long x, long dx, int n, float level, double lost, double mean, double scale) {
        double product = 0;
        for (int i = 0; i < n; i++) product += weighted(g, w, i) * ((get(x, i) - level - lost) * scale) / n;
        for (int i = 0; i < n; i++) {
            double y = (get(x, i) - level - lost) * scale;
            set(dx, i, (float) ((weighted(g, w, i) - mean - y * product) * scale));
        }
    }

    private static float weighted(long g, long w, int i) {
        return w == 0 ? get(g, i) : get(g, i) * get(w, i);
    }

    /** {@code sums += g ((x - level) scale + shift)}. */
    static void addProducts(long g, long x, long sums, int n, float level, float scale, float shift) {
        int main = S.loopBound(n);
        long end = x + (long) BYTES * main;
        for (long p = x; p < end; p += STEP) {
            FloatVector d = FloatVector.fromMemorySegment(S, ALL, p, ORDER).sub(level);
            d = d.fma(FloatVector.broadcast(S, scale), FloatVector.broadcast(S, shift));
            FloatVector v = FloatVector.fromMemorySegment(S, ALL, p + (g - x), ORDER);
            v.fma(d, FloatVector.fromMemorySegment(S, ALL, p + (sums - x), ORDER))
                    .intoMemorySegment(ALL, p + (sums - x), ORDER);
        }
        for (int i = main; i < n; i++) set(sums, i, get(sums, i) + get(g, i) * ((get(x, i) - level) * scale + shift));
    }

    private static float get(long x, int i) {
        return ALL.get(ValueLayout.JAVA_FLOAT_UNALIGNED, x + (long) BYTES * i);
    }

    private static void set(long y, int i, float number) {
        ALL.set(ValueLayout.JAVA_FLOAT_UNALIGNED, y + (long) BYTES * i, number);
    }

    private LinesF32() {}
}
