package dev.rankine.kernels.lanes;

import static dev.rankine.kernels.lanes.Lanes.ALL;
import static dev.rankine.kernels.lanes.Lanes.ORDER;

import java.lang.foreign.ValueLayout;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorSpecies;

/** Rows of bytes that get one element again and again, which stands in a pattern of 8 bytes as often as it fits. */
final class FillRows {
    private static final VectorSpecies<Long> S = Lanes.I64;
    private static final int VECTOR = S.vectorByteSize();

    /** The element of [size] bytes at [address], as often as it fits into 8 bytes. */
    static long pattern(long address, int size) {
        return switch (size) {
            case 1 -> (ALL.get(ValueLayout.JAVA_BYTE, address) & 0xffL) * 0x0101010101010101L;
            case 2 -> (ALL.get(ValueLayout.JAVA_SHORT_UNALIGNED, address) & 0xffffL) * 0x0001000100010001L;
            case 4 -> (ALL.get(ValueLayout.JAVA_INT_UNALIGNED, address) & 0xffffffffL) * 0x0000000100000001L;
            default -> ALL.get(ValueLayout.JAVA_LONG_UNALIGNED, address);
        };
    }

    /** Fills [rows] rows of [bytes] bytes with [pattern]. */
    static void fill(long pattern, long to, long toStep, int rows, long bytes) {
        if (bytes >= VECTOR) {
            vectors(pattern, to, toStep, rows, bytes);
        } else {
            for (int r = 0; r < rows; r++) rest(pattern, to + r * toStep, bytes);
        }
    }

    /** Fills each of [rows] rows with the element of [size] bytes that stands at [from], then [fromStep] further. */
    static void repeat(int size, long from, long fromStep, long to, long toStep, int rows, long bytes) {
        for (int r = 0; r < rows; r++) fill(pattern(from + r * fromStep, size), to + r * toStep, 0, 1, bytes);
    }

    private static void vectors(long pattern, long to, long toStep, int rows, long bytes) {
        long main = bytes - bytes % VECTOR;
        LongVector v = LongVector.broadcast(S, pattern);
        for (int r = 0; r < rows; r++) {
            long y = to + r * toStep;
            for (long i = 0; i < main; i += VECTOR) v.intoMemorySegment(ALL, y + i, ORDER);
            rest(pattern, y + main, bytes - main);
        }
    }

    private static void rest(long pattern, long to, long bytes) {
        long i = 0;
        for (; i + 8 <= bytes; i += 8) ALL.set(ValueLayout.JAVA_LONG_UNALIGNED, to + i, pattern);
        if ((bytes & 4) != 0) {
            ALL.set(ValueLayout.JAVA_INT_UNALIGNED, to + i, (int) pattern);
            i += 4;
        }
        if ((bytes & 2) != 0) {
            ALL.set(ValueLayout.JAVA_SHORT_UNALIGNED, to + i, (short) pattern);
            i += 2;
        }
        if ((bytes & 1) != 0) ALL.set(ValueLayout.JAVA_BYTE, to + i, (byte) pattern);
    }

    private FillRows() {}
}
