package dev.rankine.kernels.lanes;

import static dev.rankine.kernels.lanes.Lanes.ALL;

import java.lang.foreign.ValueLayout;

/** As {@link ScatterRow}, but elements are added, in the order of the index. Integers wrap around, so signs do not matter. */
final class ScatterAddRow {
    static void f32(long a, long read, long index, boolean wide, long y, long step, long walk, int columns) {
        for (int j = 0; j < columns; j++) {
            float x = ALL.get(ValueLayout.JAVA_FLOAT_UNALIGNED, a + j * read);
            long at = y + Indices.get(index, wide, j) * step + j * walk;
            ALL.set(ValueLayout.JAVA_FLOAT_UNALIGNED, at, ALL.get(ValueLayout.JAVA_FLOAT_UNALIGNED, at) + x);
        }
    }

    static void f64(long a, long read, long index, boolean wide, long y, long step, long walk, int columns) {
        for (int j = 0; j < columns; j++) {
            double x = ALL.get(ValueLayout.JAVA_DOUBLE_UNALIGNED, a + j * read);
            long at = y + Indices.get(index, wide, j) * step + j * walk;
            ALL.set(ValueLayout.JAVA_DOUBLE_UNALIGNED, at, ALL.get(ValueLayout.JAVA_DOUBLE_UNALIGNED, at) + x);
        }
    }

    static void i64(long a, long read, long index, boolean wide, long y, long step, long walk, int columns) {
        for (int j = 0; j < columns; j++) {
            long x = ALL.get(ValueLayout.JAVA_LONG_UNALIGNED, a + j * read);
            long at = y + Indices.get(index, wide, j) * step + j * walk;
            ALL.set(ValueLayout.JAVA_LONG_UNALIGNED, at, ALL.get(ValueLayout.JAVA_LONG_UNALIGNED, at) + x);
        }
    }

    static void i32(long a, long read, long index, boolean wide, long y, long step, long walk, int columns) {
        for (int j = 0; j < columns; j++) {
            int x = ALL.get(ValueLayout.JAVA_INT_UNALIGNED, a + j * read);
            long at = y + Indices.get(index, wide, j) * step + j * walk;
            ALL.set(ValueLayout.JAVA_INT_UNALIGNED, at, ALL.get(ValueLayout.JAVA_INT_UNALIGNED, at) + x);
        }
    }

    static void i16(long a, long read, long index, boolean wide, long y, long step, long walk, int columns) {
        for (int j = 0; j < columns; j++) {
            short x = ALL.get(ValueLayout.JAVA_SHORT_UNALIGNED, a + j * read);
            long at = y + Indices.get(index, wide, j) * step + j * walk;
            ALL.set(ValueLayout.JAVA_SHORT_UNALIGNED, at, (short) (ALL.get(ValueLayout.JAVA_SHORT_UNALIGNED, at) + x));
        }
    }

    static void i8(long a, long read, long index, boolean wide, long y, long step, long walk, int columns) {
        for (int j = 0; j < columns; j++) {
            byte x = ALL.get(ValueLayout.JAVA_BYTE, a + j * read);
            long at = y + Indices.get(index, wide, j) * step + j * walk;
            ALL.set(ValueLayout.JAVA_BYTE, at, (byte) (ALL.get(ValueLayout.JAVA_BYTE, at) + x));
        }
    }

    private ScatterAddRow() {}
}
