package dev.rankine.kernels.lanes;

import static dev.rankine.kernels.lanes.Lanes.ALL;
import static dev.rankine.kernels.lanes.Lanes.ORDER;

import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Inner products of two runs of float32, x and y: as {@link SumF32} adds a run, four vectors at once, of at most {@link #BLOCK} products each time, whose
 * sum is added as float64. A hundred thousand products take 8.9 us, and 10.9 with one vector of sums, which waits for each addition (AMD EPYC, Zen 4,
 * 512 bits, one thread, JDK 25).
 */
final class DotF32 {
    private static final VectorSpecies<Float> S = Lanes.F32;
    private static final int L = S.length();
    private static final int BYTES = Float.BYTES;
    private static final long STEP = (long) BYTES * L;
    private static final int BLOCK = 512 * L;

    // not final: see Apart
    private static MethodHandle block = Apart.find(MethodHandles.lookup(), "block");

    /** The sum of {@code count} products; {@code tile} has room for a vector. */
    static double run(long x, long y, int count, long tile) {
        try {
            double total = 0;
            for (int i = 0; i < count; i += BLOCK) {
                long at = (long) BYTES * i;
                total += (double) block.invokeExact(x + at, y + at, Math.min(BLOCK, count - i), tile);
            }
            return total;
        } catch (Throwable e) {
            throw Apart.thrown(e);
        }
    }

    private static double block(long x, long y, int count, long tile) {
        int whole = S.loopBound(count);
        if (whole == 0) return steps(x, y, count);
        int main = count - count % (4 * L);
        vectors(x, y - x, x + (long) BYTES * main, tile);
        if (main < whole) few(x + (long) BYTES * main, y - x, x + (long) BYTES * whole, tile);
        if (whole < count) last(x + (long) BYTES * count - STEP, y - x, L - (count - whole), tile);
        return SumF32.lanes(tile);
    }

    /** Stores the sums of lanes in the tile. */
    private static void vectors(long x, long away, long end, long tile) {
        FloatVector a = FloatVector.zero(S);
        FloatVector b = FloatVector.zero(S);
        FloatVector c = FloatVector.zero(S);
        FloatVector d = FloatVector.zero(S);
        for (long p = x; p < end; p += 4 * STEP) {
            long q = p + away;
            a = FloatVector.fromMemorySegment(S, ALL, p, ORDER).fma(FloatVector.fromMemorySegment(S, ALL, q, ORDER), a);
            b = FloatVector.fromMemorySegment(S, ALL, p + STEP, ORDER)
                    .fma(FloatVector.fromMemorySegment(S, ALL, q + STEP, ORDER), b);
            c = FloatVector.fromMemorySegment(S, ALL, p + 2 * STEP, ORDER)
                    .fma(FloatVector.fromMemorySegment(S, ALL, q + 2 * STEP, ORDER), c);
            d = FloatVector.fromMemorySegment(S, ALL, p + 3 * STEP, ORDER)
                    .fma(FloatVector.fromMemorySegment(S, ALL, q + 3 * STEP, ORDER), d);
        }
        a.add(b).add(c.add(d)).intoMemorySegment(ALL, tile, ORDER);
    }

    /** Adds the products of fewer than four vectors to the tile, each by itself. */
    private static void few(long x, long away, long end, long tile) {
        for (long p = x; p < end; p += STEP) {
            FloatVector.fromMemorySegment(S, ALL, p, ORDER)
                    .fma(
                            FloatVector.fromMemorySegment(S, ALL, p + away, ORDER),
                            FloatVector.fromMemorySegment(S, ALL, tile, ORDER))
                    .intoMemorySegment(ALL, tile, ORDER);
        }
    }

    /** Adds the products of a vector but its first lanes, which were added before, to the tile. */
    private static void last(long x, long away, int before, long tile) {
        FloatVector.fromMemorySegment(S, ALL, x, ORDER)
                .mul(FloatVector.fromMemorySegment(S, ALL, x + away, ORDER))
                .blend(0, S.indexInRange(0, before))
                .add(FloatVector.fromMemorySegment(S, ALL, tile, ORDER))
                .intoMemorySegment(ALL, tile, ORDER);
    }

    /** Fewer products than lanes. */
    private static double steps(long x, long y, int count) {
        double sum = 0;
        for (int i = 0; i < count; i++) {
            long at = (long) BYTES * i;
            double number = ALL.get(ValueLayout.JAVA_FLOAT_UNALIGNED, x + at);
            sum += number * ALL.get(ValueLayout.JAVA_FLOAT_UNALIGNED, y + at);
        }
        return sum;
    }

    private DotF32() {}
}
