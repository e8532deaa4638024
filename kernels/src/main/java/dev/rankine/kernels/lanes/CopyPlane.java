package dev.rankine.kernels.lanes;

import static dev.rankine.kernels.lanes.Lanes.ALL;

import java.lang.foreign.ValueLayout;

/**
 * Elements of 1, 2, 4 or 8 bytes that lie evenly on both sides, a and y: steps are in bytes, per row and per column. Columns go in tiles, so that
 * where rows are neighbours in a (a transposition) the lines that a tile reads stay in the cache until all its rows have read them.
 */
final class CopyPlane {
    private static final int TILE = 32;

    /** As copy, for a plane whose rows are neighbours in a and whose columns are neighbours in y. */
    static void transpose(int size, long a, long aColumn, long y, long yRow, int rows, int columns) {
        int side = size == 4 ? Transpose32.SIDE : size == 8 ? Transpose64.SIDE : 0;
        int height = side == 0 ? 0 : rows - rows % side;
        int width = side == 0 ? 0 : columns - columns % side;
        if (height > 0 && width > 0) {
            if (size == 4) Transpose32.tiles(a, aColumn, y, yRow, height, width);
            else Transpose64.tiles(a, aColumn, y, yRow, height, width);
            along(size, a + width * aColumn, aColumn, y + (long) width * size, yRow, height, columns - width);
        } else {
            height = 0;
        }
        along(size, a + (long) height * size, aColumn, y + height * yRow, yRow, rows - height, columns);
    }

    /** The longer axis is the inner loop. */
    private static void along(int size, long a, long aColumn, long y, long yRow, int rows, int columns) {
        if (rows > columns) copy(size, a, aColumn, size, y, size, yRow, columns, rows);
        else copy(size, a, size, aColumn, y, yRow, size, rows, columns);
    }

    /** Copies [rows] rows of [columns] elements of [size] bytes. */
    static void copy(
            int size, long a, long aRow, long aColumn, long y, long yRow, long yColumn, int rows, int columns) {
        for (int start = 0; start < columns; start += TILE) {
            int count = Math.min(TILE, columns - start);
            long from = a + start * aColumn;
            long to = y + start * yColumn;
            switch (size) {
                case 1 -> bytes(from, aRow, aColumn, to, yRow, yColumn, rows, count);
                case 2 -> shorts(from, aRow, aColumn, to, yRow, yColumn, rows, count);
                case 4 -> ints(from, aRow, aColumn, to, yRow, yColumn, rows, count);
                default -> longs(from, aRow, aColumn, to, yRow, yColumn, rows, count);
            }
        }
    }

    private static void bytes(long a, long aRow, long aColumn, long y, long yRow, long yColumn, int rows, int columns) {
        for (int r = 0; r < rows; r++) {
            long from = a + r * aRow;
            long to = y + r * yRow;
            for (int c = 0; c < columns; c++) {
                ALL.set(ValueLayout.JAVA_BYTE, to + c * yColumn, ALL.get(ValueLayout.JAVA_BYTE, from + c * aColumn));
            }
        }
    }

    private static void shorts(
            long a, long aRow, long aColumn, long y, long yRow, long yColumn, int rows, int columns) {
        for (int r = 0; r < rows; r++) {
            long from = a + r * aRow;
            long to = y + r * yRow;
            for (int c = 0; c < columns; c++) {
                ALL.set(
                        ValueLayout.JAVA_SHORT_UNALIGNED,
                        to + c * yColumn,
                        ALL.get(ValueLayout.JAVA_SHORT_UNALIGNED, from + c * aColumn));
            }
        }
    }

    private static void ints(long a, long aRow, long aColumn, long y, long yRow, long yColumn, int rows, int columns) {
        for (int r = 0; r < rows; r++) {
            long from = a + r * aRow;
            long to = y + r * yRow;
            for (int c = 0; c < columns; c++) {
                ALL.set(
                        ValueLayout.JAVA_INT_UNALIGNED,
                        to + c * yColumn,
                        ALL.get(ValueLayout.JAVA_INT_UNALIGNED, from + c * aColumn));
            }
        }
    }

    private static void longs(long a, long aRow, long aColumn, long y, long yRow, long yColumn, int rows, int columns) {
        for (int r = 0; r < rows; r++) {
            long from = a + r * aRow;
            long to = y + r * yRow;
            for (int c = 0; c < columns; c++) {
                ALL.set(
                        ValueLayout.JAVA_LONG_UNALIGNED,
                        to + c * yColumn,
                        ALL.get(ValueLayout.JAVA_LONG_UNALIGNED, from + c * aColumn));
            }
        }
    }

    private CopyPlane() {}
}
