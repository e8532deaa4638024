package dev.rankine.kernels.lanes;

import static dev.rankine.kernels.lanes.Lanes.ALL;
import static dev.rankine.kernels.lanes.Lanes.ORDER;

import java.lang.foreign.ValueLayout;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * One vector of windows side by side. Element t of every window is the run of the planes in scratch memory at {@code base} and the
 * offset that the table names for t; a window's elements are visited row by row, as the row of the op does.
 * x, y and dx are the addresses of operand, result and gradient. Figures: {@link MaxPool2d}.
 */
final class PoolF32 {
    private static final VectorSpecies<Float> S = Lanes.F32;
    private static final VectorSpecies<Integer> I = Lanes.I32;
    private static final VectorSpecies<Long> L = Lanes.I64;

    /** Bytes of an element, of a vector, and of half a vector of places. */
    static final long BYTES = Float.BYTES;

    private static final long STEP = BYTES * S.length();
    private static final long HALF = (long) Long.BYTES * L.length();

    /**
     * The largest elements and their places. The table has pairs: the offset of an element, and how far its place is from the window's
     * origin; {@code first} are the places of the first elements inside the plane, -1 where there is none.
     */
    static void largest(long base, long table, int taps, long origins, long first, long y, long places) {
        FloatVector best = FloatVector.broadcast(S, Float.NEGATIVE_INFINITY);
        IntVector origin = IntVector.fromMemorySegment(I, ALL, origins, ORDER);
        IntVector place = IntVector.fromMemorySegment(I, ALL, first, ORDER);
        for (long t = table; t < table + 16L * taps; t += 16) {
            long at = base + ALL.get(ValueLayout.JAVA_LONG_UNALIGNED, t);
            int step = (int) ALL.get(ValueLayout.JAVA_LONG_UNALIGNED, t + 8);
            FloatVector x = FloatVector.fromMemorySegment(S, ALL, at, ORDER);
            VectorMask<Float> larger = x.compare(VectorOperators.GT, best).or(x.compare(VectorOperators.NE, x));
            best = best.blend(x, larger);
            place = place.blend(origin.add(step), larger.cast(I));
        }
        best.intoMemorySegment(ALL, y, ORDER);
        ((LongVector) place.convertShape(VectorOperators.I2L, L, 0)).intoMemorySegment(ALL, places, ORDER);
        ((LongVector) place.convertShape(VectorOperators.I2L, L, 1)).intoMemorySegment(ALL, places + HALF, ORDER);
    }

    /** The sums of the windows' elements, divided by the numbers at {@code divisors}. */
    static void average(long base, long table, int taps, long divisors, long y) {
        FloatVector sum = FloatVector.zero(S);
        for (long t = table; t < table + 16L * taps; t += 16) {
            long at = base + ALL.get(ValueLayout.JAVA_LONG_UNALIGNED, t);
            sum = sum.add(FloatVector.fromMemorySegment(S, ALL, at, ORDER));
        }
        sum.div(FloatVector.fromMemorySegment(S, ALL, divisors, ORDER)).intoMemorySegment(ALL, y, ORDER);
    }

    /** The windows at {@code from until to} of a plane of result pixels; {@code scratch} takes what runs over {@code end}. */
    static void largest(
            long base,
            long table,
            int taps,
            long origins,
            long first,
            long y,
            long places,
            int count,
            int room,
            long scratch) {
        for (int i = 0; i < count; i += S.length()) {
            long b = BYTES * i;
            if (i + S.length() <= room) {
                largest(base + b, table, taps, origins + 4L * i, first + 4L * i, y + b, places + 8L * i);
            } else {
                largest(base + b, table, taps, origins + 4L * i, first + 4L * i, scratch, scratch + STEP);
                RowsF32.every(scratch, 1, y + b, room - i);
                longs(scratch + STEP, places + 8L * i, room - i);
            }
        }
    }

    /** As the other one; see there. */
    static void average(long base, long table, int taps, long divisors, long y, int count, int room, long scratch) {
        for (int i = 0; i < count; i += S.length()) {
            long b = BYTES * i;
            if (i + S.length() <= room) {
                average(base + b, table, taps, divisors + b, y + b);
            } else {
                average(base + b, table, taps, divisors + b, scratch);
                RowsF32.every(scratch, 1, y + b, room - i);
            }
        }
    }

    private static void longs(long from, long to, int n) {
        for (long i = 0; i < 8L * n; i += 8) {
            ALL.set(ValueLayout.JAVA_LONG_UNALIGNED, to + i, ALL.get(ValueLayout.JAVA_LONG_UNALIGNED, from + i));
        }
    }

    /** Adds each dy to the element of its plane that its place names; false, at the first place outside the plane. */
    static boolean scatter(long dy, long places, int windows, long dx, int plane) {
        for (int i = 0; i < windows; i++) {
            long place = ALL.get(ValueLayout.JAVA_LONG_UNALIGNED, places + 8L * i);
            if (Long.compareUnsigned(place, plane) >= 0) {
                if (place < 0) continue;
                // as the row reads it: the low half
                place = (int) place;
                if (place < 0 || place >= plane) return false;
            }
            long at = dx + BYTES * place;
            float sum = ALL.get(ValueLayout.JAVA_FLOAT_UNALIGNED, at)
                    + ALL.get(ValueLayout.JAVA_FLOAT_UNALIGNED, dy + BYTES * i);
            ALL.set(ValueLayout.JAVA_FLOAT_UNALIGNED, at, sum);
        }
        return true;
    }

    /** The elements of a plane that the places name, 0 for none; false, at the first place outside the plane. */
    static boolean gather(long x, long places, int windows, long y, int plane) {
        for (long i = 0; i < windows; i++) {
            long place = ALL.get(ValueLayout.JAVA_LONG_UNALIGNED, places + 8 * i);
            if (place >= plane) return false;
            float number = place < 0 ? 0 : ALL.get(ValueLayout.JAVA_FLOAT_UNALIGNED, x + BYTES * place);
            ALL.set(ValueLayout.JAVA_FLOAT_UNALIGNED, y + BYTES * i, number);
        }
        return true;
    }

    private PoolF32() {}
}
