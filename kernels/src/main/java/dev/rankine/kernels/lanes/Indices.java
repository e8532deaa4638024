package dev.rankine.kernels.lanes;

import static dev.rankine.kernels.lanes.Lanes.ALL;
import static dev.rankine.kernels.lanes.Lanes.ORDER;

import java.lang.foreign.ValueLayout;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Numbers that name places: int64 (wide) or int32, one after another.
 *
 * <p>The check that all are inside looks at signs only: that of each number, and that of what is left to the last place. 0.09 ns a number of int64, from the
 * first cache as from the third; a plain loop took 0.17 and 0.39 (AMD EPYC (Zen 4), 512 bits, one thread, JDK 25).
 */
final class Indices {
    private static final VectorSpecies<Long> WIDE = Lanes.I64;
    private static final VectorSpecies<Integer> NARROW = Lanes.I32;

    /** Number j of those at [index]. */
    static long get(long index, boolean wide, int j) {
        return wide
                ? ALL.get(ValueLayout.JAVA_LONG_UNALIGNED, index + 8L * j)
                : ALL.get(ValueLayout.JAVA_INT_UNALIGNED, index + 4L * j);
    }

    /** Whether all numbers are in [0, size). */
    static boolean areInside(long index, boolean wide, int count, int size) {
        if (size == 0) return count == 0;
        int whole = count & -(wide ? WIDE.length() : NARROW.length());
        boolean isInside = wide ? wide(index, whole, size - 1) : narrow(index, whole, size - 1);
        for (int j = whole; j < count; j++) isInside &= Long.compareUnsigned(get(index, wide, j), size) < 0;
        return isInside;
    }

    /** Whether all int64 numbers are in [0, size), or {@code ignored}. */
    static boolean areClasses(long index, int count, int size, long ignored) {
        if (areInside(index, true, count, size)) return true;
        boolean are = true;
        for (int j = 0; j < count; j++) {
            long number = get(index, true, j);
            are &= number == ignored | Long.compareUnsigned(number, size) < 0;
        }
        return are;
    }

    /** How many int64 numbers are not {@code ignored}. */
    static int counted(long index, int count, long ignored) {
        int counted = 0;
        for (int j = 0; j < count; j++) counted += get(index, true, j) == ignored ? 0 : 1;
        return counted;
    }

    private static boolean wide(long index, int count, long last) {
        LongVector signs = LongVector.zero(WIDE);
        for (int j = 0; j < count; j += WIDE.length()) {
            LongVector v = LongVector.fromMemorySegment(WIDE, ALL, index + 8L * j, ORDER);
            signs = signs.or(v).or(v.neg().add(last));
        }
        return !signs.compare(VectorOperators.LT, 0).anyTrue();
    }

    private static boolean narrow(long index, int count, int last) {
        IntVector signs = IntVector.zero(NARROW);
        for (int j = 0; j < count; j += NARROW.length()) {
            IntVector v = IntVector.fromMemorySegment(NARROW, ALL, index + 4L * j, ORDER);
            signs = signs.or(v).or(v.neg().add(last));
        }
        return !signs.compare(VectorOperators.LT, 0).anyTrue();
    }

    /** A one in each row of [classes] int64 zeros at y, where the index of the row says. */
    static void ones(long index, boolean wide, long y, int classes, int from, int to) {
        for (int j = from; j < to; j++) {
            ALL.set(ValueLayout.JAVA_LONG_UNALIGNED, y + 8L * classes * j + 8 * get(index, wide, j), 1L);
        }
    }

    private Indices() {}
}
