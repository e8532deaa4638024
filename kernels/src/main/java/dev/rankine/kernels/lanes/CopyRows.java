package dev.rankine.kernels.lanes;

import static dev.rankine.kernels.lanes.Lanes.ALL;
import static dev.rankine.kernels.lanes.Lanes.ORDER;

import java.lang.foreign.MemorySegment;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Rows of bytes that are dense on both sides. Long rows are block moves of the virtual machine, whose call costs as much as 300 bytes; shorter ones
 * go vector by vector, the last of which overlaps the one before, up to 4 without a loop; rows shorter than a vector are {@link ShortRows}.
 *
 * <p>A row of 12 bytes takes 1.6 to 2.0 ns, of 20 2.0 to 2.3, of 63 3.4 to 3.7, of 64 1.2 to 2.0, of 256 3.4 to 3.7, of 1024 19 and of 3072 55
 * (56 GB/s read), of 65536, outside the caches, 1.5 us (43 GB/s) (AMD EPYC (Zen 4), 512 bits, one thread, JDK 25).
 */
final class CopyRows {
    private static final VectorSpecies<Long> S = Lanes.I64;
    private static final int VECTOR = S.vectorByteSize();

    /** Rows from here on are block moves. */
    private static final long BLOCK = 2048;

    /** Copies [rows] rows of [bytes] bytes. */
    static void copy(long from, long fromStep, long to, long toStep, int rows, long bytes) {
        if (bytes >= BLOCK) blocks(from, fromStep, to, toStep, rows, bytes);
        else if (bytes > 4 * VECTOR || bytes == VECTOR) vectors(from, fromStep, to, toStep, rows, bytes);
        else if (bytes > 2 * VECTOR) four(from, fromStep, to, toStep, rows, bytes);
        else if (bytes > VECTOR) two(from, fromStep, to, toStep, rows, bytes);
        else ShortRows.copy(from, fromStep, to, toStep, rows, bytes);
    }

    private static void blocks(long from, long fromStep, long to, long toStep, int rows, long bytes) {
        for (int r = 0; r < rows; r++) MemorySegment.copy(ALL, from + r * fromStep, ALL, to + r * toStep, bytes);
    }

    private static void vectors(long from, long fromStep, long to, long toStep, int rows, long bytes) {
        long last = bytes - VECTOR;
        for (int r = 0; r < rows; r++) {
            long a = from + r * fromStep;
            long y = to + r * toStep;
            for (long i = 0; i < last; i += VECTOR) {
                LongVector.fromMemorySegment(S, ALL, a + i, ORDER).intoMemorySegment(ALL, y + i, ORDER);
            }
            LongVector.fromMemorySegment(S, ALL, a + last, ORDER).intoMemorySegment(ALL, y + last, ORDER);
        }
    }

    /** Rows of 2 to 4 vectors: a loop in the loop would cost more than the moves. */
    private static void four(long from, long fromStep, long to, long toStep, int rows, long bytes) {
        long last = bytes - VECTOR;
        for (int r = 0; r < rows; r++) {
            long a = from + r * fromStep;
            long y = to + r * toStep;
            LongVector first = LongVector.fromMemorySegment(S, ALL, a, ORDER);
            LongVector second = LongVector.fromMemorySegment(S, ALL, a + VECTOR, ORDER);
            LongVector third = LongVector.fromMemorySegment(S, ALL, a + last - VECTOR, ORDER);
            LongVector fourth = LongVector.fromMemorySegment(S, ALL, a + last, ORDER);
            first.intoMemorySegment(ALL, y, ORDER);
            second.intoMemorySegment(ALL, y + VECTOR, ORDER);
            third.intoMemorySegment(ALL, y + last - VECTOR, ORDER);
            fourth.intoMemorySegment(ALL, y + last, ORDER);
        }
    }

    /** Rows of 1 to 2 vectors. */
    private static void two(long from, long fromStep, long to, long toStep, int rows, long bytes) {
        long last = bytes - VECTOR;
        for (int r = 0; r < rows; r++) {
            long a = from + r * fromStep;
            long y = to + r * toStep;
            LongVector first = LongVector.fromMemorySegment(S, ALL, a, ORDER);
            LongVector second = LongVector.fromMemorySegment(S, ALL, a + last, ORDER);
            first.intoMemorySegment(ALL, y, ORDER);
            second.intoMemorySegment(ALL, y + last, ORDER);
        }
    }

    private CopyRows() {}
}
