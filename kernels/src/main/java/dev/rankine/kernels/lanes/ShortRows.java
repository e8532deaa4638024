package dev.rankine.kernels.lanes;

import static dev.rankine.kernels.lanes.Lanes.ALL;
import static dev.rankine.kernels.lanes.Lanes.ORDER;

import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Rows of fewer bytes than a vector, dense on both sides: two or four reads of one width, the last of which overlaps the one before, then as many
 * writes. A loop in the loop over rows took 3.2 ns a row of 16 bytes in one process and 16 in the next (AMD EPYC, Zen 4, JDK 25).
 *
 * <p>Vectors are of bytes, because no other kernel has vectors of bytes: of one type there must be only one width, see {@link Lanes}.
 *
 * <p>Figures: {@link CopyRows}.
 */
final class ShortRows {
    private static final VectorSpecies<Byte> S = ByteVector.SPECIES_128;
    private static final int QUARTER = S.vectorByteSize();

    // not final: see Apart
    private static MethodHandle rows = Apart.find(MethodHandles.lookup(), "rows");

    /** Copies {@code count} rows of {@code bytes} bytes, fewer than 64. */
    static void copy(long from, long fromStep, long to, long toStep, int count, long bytes) {
        try {
            rows.invokeExact(from, fromStep, to, toStep, count, bytes);
        } catch (Throwable e) {
            throw Apart.thrown(e);
        }
    }

    private static void rows(long from, long fromStep, long to, long toStep, int count, long bytes) {
        if (bytes > 2 * QUARTER) four(from, fromStep, to, toStep, count, bytes - QUARTER);
        else if (bytes >= QUARTER) two(from, fromStep, to, toStep, count, bytes - QUARTER);
        else if (bytes >= 8) longs(from, fromStep, to, toStep, count, bytes - 8);
        else if (bytes >= 4) ints(from, fromStep, to, toStep, count, bytes - 4);
        else if (bytes >= 2) shorts(from, fromStep, to, toStep, count, bytes - 2);
        else if (bytes == 1) bytes(from, fromStep, to, toStep, count);
    }

    private static void four(long from, long fromStep, long to, long toStep, int count, long last) {
        for (int r = 0; r < count; r++) {
            long x = from + r * fromStep;
            long y = to + r * toStep;
            ByteVector a = ByteVector.fromMemorySegment(S, ALL, x, ORDER);
            ByteVector b = ByteVector.fromMemorySegment(S, ALL, x + QUARTER, ORDER);
            ByteVector c = ByteVector.fromMemorySegment(S, ALL, x + last - QUARTER, ORDER);
            ByteVector d = ByteVector.fromMemorySegment(S, ALL, x + last, ORDER);
            a.intoMemorySegment(ALL, y, ORDER);
            b.intoMemorySegment(ALL, y + QUARTER, ORDER);
            c.intoMemorySegment(ALL, y + last - QUARTER, ORDER);
            d.intoMemorySegment(ALL, y + last, ORDER);
        }
    }

    private static void two(long from, long fromStep, long to, long toStep, int count, long last) {
        for (int r = 0; r < count; r++) {
            long x = from + r * fromStep;
            long y = to + r * toStep;
            ByteVector a = ByteVector.fromMemorySegment(S, ALL, x, ORDER);
            ByteVector b = ByteVector.fromMemorySegment(S, ALL, x + last, ORDER);
            a.intoMemorySegment(ALL, y, ORDER);
            b.intoMemorySegment(ALL, y + last, ORDER);
        }
    }

    private static void longs(long from, long fromStep, long to, long toStep, int count, long last) {
        for (int r = 0; r < count; r++) {
            long x = from + r * fromStep;
            long y = to + r * toStep;
            long a = ALL.get(ValueLayout.JAVA_LONG_UNALIGNED, x);
            long b = ALL.get(ValueLayout.JAVA_LONG_UNALIGNED, x + last);
            ALL.set(ValueLayout.JAVA_LONG_UNALIGNED, y, a);
            ALL.set(ValueLayout.JAVA_LONG_UNALIGNED, y + last, b);
        }
    }

    private static void ints(long from, long fromStep, long to, long toStep, int count, long last) {
        for (int r = 0; r < count; r++) {
            long x = from + r * fromStep;
            long y = to + r * toStep;
            int a = ALL.get(ValueLayout.JAVA_INT_UNALIGNED, x);
            int b = ALL.get(ValueLayout.JAVA_INT_UNALIGNED, x + last);
            ALL.set(ValueLayout.JAVA_INT_UNALIGNED, y, a);
            ALL.set(ValueLayout.JAVA_INT_UNALIGNED, y + last, b);
        }
    }

    private static void shorts(long from, long fromStep, long to, long toStep, int count, long last) {
        for (int r = 0; r < count; r++) {
            long x = from + r * fromStep;
            long y = to + r * toStep;
            short a = ALL.get(ValueLayout.JAVA_SHORT_UNALIGNED, x);
            short b = ALL.get(ValueLayout.JAVA_SHORT_UNALIGNED, x + last);
            ALL.set(ValueLayout.JAVA_SHORT_UNALIGNED, y, a);
            ALL.set(ValueLayout.JAVA_SHORT_UNALIGNED, y + last, b);
        }
    }

    private static void bytes(long from, long fromStep, long to, long toStep, int count) {
        for (int r = 0; r < count; r++) {
            ALL.set(ValueLayout.JAVA_BYTE, to + r * toStep, ALL.get(ValueLayout.JAVA_BYTE, from + r * fromStep));
        }
    }

    private ShortRows() {}
}
