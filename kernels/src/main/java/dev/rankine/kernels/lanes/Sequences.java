package dev.rankine.kernels.lanes;

import static dev.rankine.kernels.lanes.Lanes.ALL;

import java.lang.foreign.ValueLayout;

/** Numbers [from] until [to] of sequences at equal distances, in float64 as the rows compute them, rounded once. Plain loops. */
final class Sequences {
    static void f32(double start, double step, long y, int from, int to) {
        for (int i = from; i < to; i++)
            ALL.set(ValueLayout.JAVA_FLOAT_UNALIGNED, y + 4L * i, (float) (start + i * step));
    }

    static void f64(double start, double step, long y, int from, int to) {
        for (int i = from; i < to; i++) ALL.set(ValueLayout.JAVA_DOUBLE_UNALIGNED, y + 8L * i, start + i * step);
    }

    static void i64(long start, long step, long y, int from, int to) {
        for (int i = from; i < to; i++) ALL.set(ValueLayout.JAVA_LONG_UNALIGNED, y + 8L * i, start + i * step);
    }

    static void i32(long start, long step, long y, int from, int to) {
        for (int i = from; i < to; i++) ALL.set(ValueLayout.JAVA_INT_UNALIGNED, y + 4L * i, (int) (start + i * step));
    }

    /** The numbers count back from the last, number [last], which is [end]. */
    static void backF32(double end, double step, int last, long y, int from, int to) {
        for (int i = from; i < to; i++)
            ALL.set(ValueLayout.JAVA_FLOAT_UNALIGNED, y + 4L * i, (float) (end - (last - i) * step));
    }

    /** The numbers count back from the last, number [last], which is [end]. */
    static void backF64(double end, double step, int last, long y, int from, int to) {
        for (int i = from; i < to; i++) ALL.set(ValueLayout.JAVA_DOUBLE_UNALIGNED, y + 8L * i, end - (last - i) * step);
    }

    private Sequences() {}
}
