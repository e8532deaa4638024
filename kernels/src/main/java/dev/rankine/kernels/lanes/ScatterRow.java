package dev.rankine.kernels.lanes;

import static dev.rankine.kernels.lanes.Lanes.ALL;

import java.lang.foreign.ValueLayout;

/** One row of an index: each number times a step, plus the column times another (walk), is where an element is written. Steps are in bytes. */
final class ScatterRow {
    /** y[index[j] * step + j * walk] = a[j * read], elements of [size] bytes; later ones win. */
    static void scatter(
            int size, long a, long read, long index, boolean wide, long y, long step, long walk, int columns) {
        switch (size) {
            case 1 -> bytes(a, read, index, wide, y, step, walk, columns);
            case 2 -> shorts(a, read, index, wide, y, step, walk, columns);
            case 4 -> ints(a, read, index, wide, y, step, walk, columns);
            default -> longs(a, read, index, wide, y, step, walk, columns);
        }
    }

    private static void bytes(long a, long read, long index, boolean wide, long y, long step, long walk, int columns) {
        for (int j = 0; j < columns; j++) {
            byte x = ALL.get(ValueLayout.JAVA_BYTE, a + j * read);
            ALL.set(ValueLayout.JAVA_BYTE, y + Indices.get(index, wide, j) * step + j * walk, x);
        }
    }

    private static void shorts(long a, long read, long index, boolean wide, long y, long step, long walk, int columns) {
        for (int j = 0; j < columns; j++) {
            short x = ALL.get(ValueLayout.JAVA_SHORT_UNALIGNED, a + j * read);
            ALL.set(ValueLayout.JAVA_SHORT_UNALIGNED, y + Indices.get(index, wide, j) * step + j * walk, x);
        }
    }

    private static void ints(long a, long read, long index, boolean wide, long y, long step, long walk, int columns) {
        for (int j = 0; j < columns; j++) {
            int x = ALL.get(ValueLayout.JAVA_INT_UNALIGNED, a + j * read);
            ALL.set(ValueLayout.JAVA_INT_UNALIGNED, y + Indices.get(index, wide, j) * step + j * walk, x);
        }
    }

    private static void longs(long a, long read, long index, boolean wide, long y, long step, long walk, int columns) {
        for (int j = 0; j < columns; j++) {
            long x = ALL.get(ValueLayout.JAVA_LONG_UNALIGNED, a + j * read);
            ALL.set(ValueLayout.JAVA_LONG_UNALIGNED, y + Indices.get(index, wide, j) * step + j * walk, x);
        }
    }

    private ScatterRow() {}
}
