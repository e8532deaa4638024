package dev.rankine.kernels.lanes;

import static dev.rankine.kernels.lanes.Lanes.ALL;

import java.lang.foreign.ValueLayout;

/**
 * From n numbers x of one type to as many y of another size. The virtual machine has such conversions as vectors of two widths, which kernels must not use, but
 * makes them itself of plain loops over arrays; so a block goes through two arrays: in, converted, out. Numbers that are too large for integers are changed on
 * the way in, see {@link ArrayLanes}.
 *
 * <p>ns an element, from the first cache: float64 to float32 0.17 (the other way see {@link WidenF32}); to int64 and back 0.26 each; to float16 and back 0.09 each
 * (AMD EPYC (Zen 4), 512 bits, one thread, JDK 25).
 */
final class Casts {
    /** Numbers that go together: both arrays and both sides stay in the first cache. */
    static final int BLOCK = 512;

    /** The same of float16, where one array is enough: loops that the virtual machine makes go one by one at both ends of a block. */
    static final int LONG_BLOCK = 2048;

    final float[] floats = new float[LONG_BLOCK];
    final double[] doubles = new double[BLOCK];
    final long[] longs = new long[BLOCK];
    final int[] ints = new int[BLOCK];
    final byte[] bytes = new byte[BLOCK];

    private static final ThreadLocal<Casts> CASTS = ThreadLocal.withInitial(Casts::new);

    /** The arrays of this thread. */
    static Casts get() {
        return CASTS.get();
    }

    static void floatToDouble(float[] x, double[] y, int n) {
        for (int i = 0; i < n; i++) y[i] = x[i];
    }

    static void floatToLong(float[] x, long[] y, int n) {
        for (int i = 0; i < n; i++) y[i] = (long) x[i];
    }

    /** To memory at once: a store of 16 bits between vectors is none of the loops that stay plain. */
    static void floatToHalf(float[] x, long y, int n) {
        for (int i = 0; i < n; i++) ALL.set(ValueLayout.JAVA_SHORT_UNALIGNED, y + 2L * i, Float.floatToFloat16(x[i]));
    }

    static void doubleToFloat(double[] x, float[] y, int n) {
        for (int i = 0; i < n; i++) y[i] = (float) x[i];
    }

    static void doubleToInt(double[] x, int[] y, int n) {
        for (int i = 0; i < n; i++) y[i] = (int) x[i];
    }

    static void longToFloat(long[] x, float[] y, int n) {
        for (int i = 0; i < n; i++) y[i] = (float) x[i];
    }

    static void longToInt(long[] x, int[] y, int n) {
        for (int i = 0; i < n; i++) y[i] = (int) x[i];
    }

    static void intToLong(int[] x, long[] y, int n) {
        for (int i = 0; i < n; i++) y[i] = x[i];
    }

    static void intToDouble(int[] x, double[] y, int n) {
        for (int i = 0; i < n; i++) y[i] = x[i];
    }

    /** From memory at once, as floatToHalf. */
    static void halfToFloat(long x, float[] y, int n) {
        for (int i = 0; i < n; i++) y[i] = Float.float16ToFloat(ALL.get(ValueLayout.JAVA_SHORT_UNALIGNED, x + 2L * i));
    }

    static void byteToFloat(byte[] x, float[] y, int n) {
        for (int i = 0; i < n; i++) y[i] = x[i];
    }

    private Casts() {}
}
