package dev.rankine.kernels.lanes;

import static dev.rankine.kernels.lanes.Lanes.ALL;
import static dev.rankine.kernels.lanes.Lanes.ORDER;

import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Places of the first best of float32 numbers that are evenly spaced, of the first NaN if there is one. Long runs along memory are read once, four vectors
 * at a time, a group: each lane keeps its best and the first group that had it, which is counted as float32; then neighbours among the lanes are compared
 * for some runs together, and the group is searched. A run with a NaN, or whose numbers give one when they are added, is searched alone.
 * x and y are the addresses of operand and result.
 *
 * <p>Rows of {@code [4096, 1000]} 0.36 ms, of {@code [128, 512]} 4.7 us (AMD EPYC, Zen 4, one thread, JDK 25); the best first and then its place 0.46 to
 * 0.54 ms and 5.7 us.
 */
final class PlaceF32 {
    private static final VectorSpecies<Float> S = Lanes.F32;
    private static final int L = S.length();
    private static final int BYTES = Float.BYTES;
    private static final long STEP = (long) BYTES * L;
    private static final int GROUP = 4 * L;
    private static final int RUNS = 16;
    private static final long GROUPS = STEP * RUNS;
    private static final long SUMS = 2 * GROUPS;
    private static final FloatVector EVEN = FloatVector.zero(S).addIndex(2);
    private static final FloatVector ODD = EVEN.add(1);

    // not final: see Apart
    private static MethodHandle lines = Apart.find(MethodHandles.lookup(), "lines");
    private static MethodHandle halve = Apart.find(MethodHandles.lookup(), "halve");

    /** Stores the places for {@code results} results of {@code count} numbers each as int64; steps in bytes; {@code tile} has room for 48 vectors. */
    static void places(long x, long across, int results, long step, int count, boolean largest, long y, long tile) {
        boolean isLine = step == BYTES && count >= GROUP && count / GROUP < PlacesF32.MOST;
        float sign = largest ? 1 : -1;
        for (int i = 0; i < results; i += RUNS) {
            int runs = Math.min(RUNS, results - i);
            long from = x + i * across;
            if (isLine) search(from, across, runs, count, sign, tile);
            for (int k = 0; k < runs; k++) {
                long at = from + k * across;
                float sum = isLine ? get(tile + SUMS + (long) BYTES * k) : Float.NaN;
                long place = sum == sum
                        ? inGroup(at, count, sign, tile + (long) BYTES * k)
                        : apart(at, step, count, largest);
                ALL.set(ValueLayout.JAVA_LONG_UNALIGNED, y + 8L * (i + k), place);
            }
        }
    }

    /** Stores the best of each run in the tile, then the first group that has it, then its sum, which is NaN if a number is. */
    private static void search(long x, long across, int runs, int count, float sign, long tile) {
        try {
            lines.invokeExact(x, across, runs, count, sign, tile);
            int vectors = runs;
            for (int s = L; s > 1; s /= 2) {
                vectors = (vectors + 1) / 2;
                halve.invokeExact(tile, vectors);
            }
        } catch (Throwable e) {
            throw Apart.thrown(e);
        }
    }

    /** The place of what {@link #search} found in the tile; a last group that is not whole reaches back. */
    private static long inGroup(long x, int count, float sign, long tile) {
        float best = get(tile) * sign;
        long place = Math.min((long) get(tile + GROUPS) * GROUP, count - GROUP);
        long p = x + BYTES * place;
        long bits = same(p, best)
                | same(p + STEP, best) << L
                | same(p + 2 * STEP, best) << 2 * L
                | same(p + 3 * STEP, best) << 3 * L;
        return place + Long.numberOfTrailingZeros(bits);
    }

    private static long same(long p, float best) {
        return FloatVector.fromMemorySegment(S, ALL, p, ORDER).eq(best).toLong();
    }

    /** Stores for each run what its lanes have. */
    private static void lines(long x, long across, int runs, int count, float sign, long tile) {
        long length = (long) BYTES * (count - count % GROUP);
        long last = (long) BYTES * (count - GROUP);
        FloatVector zero = FloatVector.zero(S);
        FloatVector signs = FloatVector.broadcast(S, sign);
        for (int i = 0; i < runs; i++) {
            long p = x + across * i;
            long end = p + length;
            long back = p + last;
            float number = 0;
            FloatVector best = FloatVector.broadcast(S, Float.NEGATIVE_INFINITY);
            FloatVector group = zero;
            FloatVector sum = zero;
            while (true) {
                FloatVector t = FloatVector.fromMemorySegment(S, ALL, p, ORDER).mul(signs);
                FloatVector u =
                        FloatVector.fromMemorySegment(S, ALL, p + STEP, ORDER).mul(signs);
                FloatVector v = FloatVector.fromMemorySegment(S, ALL, p + 2 * STEP, ORDER)
                        .mul(signs);
                FloatVector w = FloatVector.fromMemorySegment(S, ALL, p + 3 * STEP, ORDER)
                        .mul(signs);
                sum = sum.add(t.add(u).add(v.add(w)));
                t = t.blend(u, u.compare(VectorOperators.GT, t));
                v = v.blend(w, w.compare(VectorOperators.GT, v));
                t = t.blend(v, v.compare(VectorOperators.GT, t));
                VectorMask<Float> isBetter = t.compare(VectorOperators.GT, best);
                group = group.blend(number, isBetter);
                best = best.blend(t, isBetter);
                if (p == back) break;
                number += 1;
                p += STEP * 4;
                if (p == end) p = back;
            }
            best.intoMemorySegment(ALL, tile + STEP * i, ORDER);
            group.intoMemorySegment(ALL, tile + GROUPS + STEP * i, ORDER);
            sum.intoMemorySegment(ALL, tile + SUMS + STEP * i, ORDER);
        }
    }

    /** Keeps the better of neighbours among the lanes of pairs of vectors, the first group if they are equal: as many vectors remain as there were pairs. */
    private static void halve(long tile, int pairs) {
        for (int i = 0; i < pairs; i++) {
            long from = tile + 2 * STEP * i;
            long to = tile + STEP * i;
            FloatVector a = FloatVector.fromMemorySegment(S, ALL, from, ORDER);
            FloatVector b = FloatVector.fromMemorySegment(S, ALL, from + STEP, ORDER);
            FloatVector c = FloatVector.fromMemorySegment(S, ALL, from + GROUPS, ORDER);
            FloatVector d = FloatVector.fromMemorySegment(S, ALL, from + GROUPS + STEP, ORDER);
            FloatVector e = FloatVector.fromMemorySegment(S, ALL, from + SUMS, ORDER);
            FloatVector f = FloatVector.fromMemorySegment(S, ALL, from + SUMS + STEP, ORDER);
            FloatVector best = EVEN.selectFrom(a, b);
            FloatVector group = EVEN.selectFrom(c, d);
            FloatVector other = ODD.selectFrom(a, b);
            FloatVector second = ODD.selectFrom(c, d);
            VectorMask<Float> isBetter =
                    other.compare(VectorOperators.GT, best).or(other.eq(best).and(second.lt(group)));
            best.blend(other, isBetter).intoMemorySegment(ALL, to, ORDER);
            group.blend(second, isBetter).intoMemorySegment(ALL, to + GROUPS, ORDER);
            EVEN.selectFrom(e, f).add(ODD.selectFrom(e, f)).intoMemorySegment(ALL, to + SUMS, ORDER);
        }
    }

    /** The place for numbers that are {@code step} bytes apart. */
    static int apart(long x, long step, int count, boolean largest) {
        float best = get(x);
        int place = 0;
        for (int i = 0; i < count; i++) {
            float number = get(x + i * step);
            if (number != number) return i;
            if (largest ? number > best : number < best) {
                best = number;
                place = i;
            }
        }
        return place;
    }

    private static float get(long address) {
        return ALL.get(ValueLayout.JAVA_FLOAT_UNALIGNED, address);
    }

    private PlaceF32() {}
}
