package dev.rankine.kernels.lanes;

import static dev.rankine.kernels.lanes.Lanes.ALL;
import static dev.rankine.kernels.lanes.Lanes.ORDER;

import java.lang.foreign.ValueLayout;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The passes of layer norm that write, for two rows of n numbers of float32 that lie one behind the other, or one row: short rows spend most of
 * their time before and after a loop, and rows share what belongs to columns. Numbers of a row are at {@code places}: level, lost, scale, shift and
 * slope, so that {@code e = (x - level) - lost} is the distance from the mean, and {@code y = e scale} is standardized.
 * Figures: {@link LayerNormKernels}.
 */
final class RowPairF32 {
    private static final VectorSpecies<Float> S = Lanes.F32;
    private static final int BYTES = Float.BYTES;
    private static final long STEP = (long) BYTES * S.length();

    /** How many numbers a row has at {@code places}. */
    static final int PLACES = 5;

    /** {@code y = e scale w + b} of two rows. */
    static void affine(long x, long w, long b, long y, int n, long places) {
        long down = (long) BYTES * n;
        int main = S.loopBound(n);
        both(x, x + (long) BYTES * main, down, w - x, b - x, y - x, places);
        for (int i = main; i < n; i++) {
            set(y, i, distance(x, i, places) * get(places, 2) * get(w, i) + get(b, i));
            float e = distance(x + down, i, places + (long) BYTES * PLACES);
            set(y + down, i, e * get(places, PLACES + 2) * get(w, i) + get(b, i));
        }
    }

    private static void both(long x, long end, long down, long w, long b, long y, long places) {
        FloatVector level = FloatVector.broadcast(S, get(places, 0));
        FloatVector lost = FloatVector.broadcast(S, get(places, 1));
        FloatVector scale = FloatVector.broadcast(S, get(places, 2));
        FloatVector otherLevel = FloatVector.broadcast(S, get(places, PLACES));
        FloatVector otherLost = FloatVector.broadcast(S, get(places, PLACES + 1));
        FloatVector otherScale = FloatVector.broadcast(S, get(places, PLACES + 2));
        for (long p = x; p < end; p += STEP) {
            FloatVector weight = FloatVector.fromMemorySegment(S, ALL, p + w, ORDER);
            FloatVector bias = FloatVector.fromMemorySegment(S, ALL, p + b, ORDER);
            FloatVector e = FloatVector.fromMemorySegment(S, ALL, p, ORDER);
            FloatVector f = FloatVector.fromMemorySegment(S, ALL, p + down, ORDER);
            e = e.sub(level).sub(lost).mul(scale).fma(weight, bias);
            f = f.sub(otherLevel).sub(otherLost).mul(otherScale).fma(weight, bias);
            e.intoMemorySegment(ALL, p + y, ORDER);
            f.intoMemorySegment(ALL, p + down + y, ORDER);
        }
    }

    /**
     * {@code dx = g scale w - e slope - shift} of {@code rows} rows, one or two. Adds {@code g y} to the n numbers at {@code weights}, g to the n
     * numbers at {@code biases}.
     */
    static void gradient(long g, long w, long x, long dx, int rows, int n, long places, long weights, long biases) {
        long down = (long) BYTES * n;
        int main = S.loopBound(n);
        long end = x + (long) BYTES * main;
        if (rows == 2) both(g - x, w - x, x, end, down, dx - x, places, weights - x, biases - x);
        else one(g - x, w - x, x, end, dx - x, places, weights - x, biases - x);
        for (int r = 0; r < rows; r++) {
            long at = r * down;
            long q = places + (long) BYTES * PLACES * r;
            for (int i = main; i < n; i++) {
                float e = distance(x + at, i, q);
                float h = get(g + at, i) * get(q, 2);
                set(weights, i, get(weights, i) + h * e);
                set(biases, i, get(biases, i) + get(g + at, i));
                set(dx + at, i, h * get(w, i) - (e * get(q, 4) + get(q, 3)));
            }
        }
    }

    private static void both(
            long g, long w, long x, long end, long down, long dx, long places, long weights, long biases) {
        FloatVector level = FloatVector.broadcast(S, get(places, 0));
        FloatVector lost = FloatVector.broadcast(S, get(places, 1));
        FloatVector scale = FloatVector.broadcast(S, get(places, 2));
        FloatVector shift = FloatVector.broadcast(S, -get(places, 3));
        FloatVector slope = FloatVector.broadcast(S, -get(places, 4));
        FloatVector otherLevel = FloatVector.broadcast(S, get(places, PLACES));
        FloatVector otherLost = FloatVector.broadcast(S, get(places, PLACES + 1));
        FloatVector otherScale = FloatVector.broadcast(S, get(places, PLACES + 2));
        FloatVector otherShift = FloatVector.broadcast(S, -get(places, PLACES + 3));
        FloatVector otherSlope = FloatVector.broadcast(S, -get(places, PLACES + 4));
        for (long p = x; p < end; p += STEP) {
            FloatVector weight = FloatVector.fromMemorySegment(S, ALL, p + w, ORDER);
            FloatVector u = FloatVector.fromMemorySegment(S, ALL, p + g, ORDER);
            FloatVector v = FloatVector.fromMemorySegment(S, ALL, p + down + g, ORDER);
            FloatVector bias = FloatVector.fromMemorySegment(S, ALL, p + biases, ORDER);
            bias.add(u).add(v).intoMemorySegment(ALL, p + biases, ORDER);
            u = u.mul(scale);
            v = v.mul(otherScale);
            FloatVector e = FloatVector.fromMemorySegment(S, ALL, p, ORDER);
            FloatVector f = FloatVector.fromMemorySegment(S, ALL, p + down, ORDER);
            e = e.sub(level).sub(lost);
            f = f.sub(otherLevel).sub(otherLost);
            FloatVector sum = FloatVector.fromMemorySegment(S, ALL, p + weights, ORDER);
            v.fma(f, u.fma(e, sum)).intoMemorySegment(ALL, p + weights, ORDER);
            u.fma(weight, e.fma(slope, shift)).intoMemorySegment(ALL, p + dx, ORDER);
            v.fma(weight, f.fma(otherSlope, otherShift)).intoMemorySegment(ALL, p + down + dx, ORDER);
        }
    }

    private static void one(long g, long w, long x, long end, long dx, long places, long weights, long biases) {
        FloatVector level = FloatVector.broadcast(S, get(places, 0));
        FloatVector lost = FloatVector.broadcast(S, get(places, 1));
        FloatVector scale = FloatVector.broadcast(S, get(places, 2));
        FloatVector shift = FloatVector.broadcast(S, -get(places, 3));
        FloatVector slope = FloatVector.broadcast(S, -get(places, 4));
        for (long p = x; p < end; p += STEP) {
            FloatVector u = FloatVector.fromMemorySegment(S, ALL, p + g, ORDER);
            FloatVector bias = FloatVector.fromMemorySegment(S, ALL, p + biases, ORDER);
            bias.add(u).intoMemorySegment(ALL, p + biases, ORDER);
            u = u.mul(scale);
            FloatVector e = FloatVector.fromMemorySegment(S, ALL, p, ORDER);
            e = e.sub(level).sub(lost);
            FloatVector sum = FloatVector.fromMemorySegment(S, ALL, p + weights, ORDER);
            u.fma(e, sum).intoMemorySegment(ALL, p + weights, ORDER);
            FloatVector weight = FloatVector.fromMemorySegment(S, ALL, p + w, ORDER);
            u.fma(weight, e.fma(slope, shift)).intoMemorySegment(ALL, p + dx, ORDER);
        }
    }

    /** How far number i is from the mean of its row. */
    private static float distance(long x, int i, long places) {
        return get(x, i) - get(places, 0) - get(places, 1);
    }

    private static float get(long x, int i) {
        return ALL.get(ValueLayout.JAVA_FLOAT_UNALIGNED, x + (long) BYTES * i);
    }

    private static void set(long y, int i, float number) {
        ALL.set(ValueLayout.JAVA_FLOAT_UNALIGNED, y + (long) BYTES * i, number);
    }

    private RowPairF32() {}
}
