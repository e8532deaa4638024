package dev.rankine.kernels.lanes;

import static dev.rankine.kernels.lanes.Lanes.ALL;

import java.lang.foreign.ValueLayout;

/** One row of an index: each number times a step, plus the column times another (walk), is where an element is read. Steps are in bytes. */
final class GatherRow {
    /** y[j] = a[index[j] * step + j * walk], elements of [size] bytes; y is dense. */
    static void gather(int size, long a, long step, long walk, long index, boolean wide, long y, int columns) {
        switch (size) {
            case 1 -> bytes(a, step, walk, index, wide, y, columns);
            case 2 -> shorts(a, step, walk, index, wide, y, columns);
            case 4 -> ints(a, step, walk, index, wide, y, columns);
            default -> longs(a, step, walk, index, wide, y, columns);
        }
    }

    private static void bytes(long a, long step, long walk, long index, boolean wide, long y, int columns) {
        for (int j = 0; j < columns; j++) {
            byte x = ALL.get(ValueLayout.JAVA_BYTE, a + Indices.get(index, wide, j) * step + j * walk);
            ALL.set(ValueLayout.JAVA_BYTE, y + 1L * j, x);
        }
    }

    private static void shorts(long a, long step, long walk, long index, boolean wide, long y, int columns) {
        for (int j = 0; j < columns; j++) {
            short x = ALL.get(ValueLayout.JAVA_SHORT_UNALIGNED, a + Indices.get(index, wide, j) * step + j * walk);
            ALL.set(ValueLayout.JAVA_SHORT_UNALIGNED, y + 2L * j, x);
        }
    }

    private static void ints(long a, long step, long walk, long index, boolean wide, long y, int columns) {
        for (int j = 0; j < columns; j++) {
            int x = ALL.get(ValueLayout.JAVA_INT_UNALIGNED, a + Indices.get(index, wide, j) * step + j * walk);
            ALL.set(ValueLayout.JAVA_INT_UNALIGNED, y + 4L * j, x);
        }
    }

    private static void longs(long a, long step, long walk, long index, boolean wide, long y, int columns) {
        for (int j = 0; j < columns; j++) {
            long x = ALL.get(ValueLayout.JAVA_LONG_UNALIGNED, a + Indices.get(index, wide, j) * step + j * walk);
            ALL.set(ValueLayout.JAVA_LONG_UNALIGNED, y + 8L * j, x);
        }
    }

    private GatherRow() {}
}
