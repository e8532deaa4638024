package dev.rankine.kernels.lanes;

import static dev.rankine.kernels.lanes.Lanes.ALL;
import static dev.rankine.kernels.lanes.Lanes.ORDER;

import java.lang.foreign.ValueLayout;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * n numbers of 4 bytes at x to as many of 8 bytes at y, and back. All vectors are of one width: V numbers of 4 bytes are the lower halves of two vectors,
 * whose V / 2 lanes are converted to, or from, a whole vector. What no integer can hold, and NaN, becomes the smallest one.
 *
 * <p>float32 to float64 and back take 0.09 ns an element each in the first cache, 0.11 of 64 KiB, 0.16 of 4 MiB (AMD EPYC (Zen 4), 512 bits, one thread,
 * JDK 25); through arrays, in loops that the virtual machine makes vectors of, the way back took 0.17.
 */
final class CastLanes {
    private static final VectorSpecies<Float> F32 = Lanes.F32;
    private static final VectorSpecies<Double> F64 = Lanes.F64;
    private static final VectorSpecies<Integer> I32 = Lanes.I32;
    private static final VectorSpecies<Long> I64 = Lanes.I64;
    private static final int V = I32.length();
    private static final int VECTOR = I32.vectorByteSize();
    private static final float LONG_END = 0x1p63f;
    private static final double INT_END = 0x1p31;

    /** The lower halves of two vectors, one after the other. */
    private static final int[] BOTH = new int[V];

    /** The upper half of a vector. */
    private static final int[] UPPER = new int[V];

    static {
        for (int i = 0; i < V; i++) {
            BOTH[i] = i < V / 2 ? i : V / 2 + i;
            UPPER[i] = (V / 2 + i) % V;
        }
    }

    static void floatToDouble(long x, long y, int n) {
        int whole = n & -V;
        IntVector upper = IntVector.fromArray(I32, UPPER, 0);
        for (int i = 0; i < whole; i += V) {
            FloatVector u = FloatVector.fromMemorySegment(F32, ALL, x + 4L * i, ORDER);
            FloatVector v = upper.selectFrom(u.reinterpretAsInts()).reinterpretAsFloats();
            u.convertShape(VectorOperators.F2D, F64, 0).intoMemorySegment(ALL, y + 8L * i, ORDER);
            v.convertShape(VectorOperators.F2D, F64, 0).intoMemorySegment(ALL, y + 8L * i + VECTOR, ORDER);
        }
        for (int i = whole; i < n; i++) {
            float number = ALL.get(ValueLayout.JAVA_FLOAT_UNALIGNED, x + 4L * i);
            ALL.set(ValueLayout.JAVA_DOUBLE_UNALIGNED, y + 8L * i, number);
        }
    }

    static void doubleToFloat(long x, long y, int n) {
        int whole = n & -V;
        IntVector both = IntVector.fromArray(I32, BOTH, 0);
        for (int i = 0; i < whole; i += V) {
            DoubleVector u = DoubleVector.fromMemorySegment(F64, ALL, x + 8L * i, ORDER);
            DoubleVector v = DoubleVector.fromMemorySegment(F64, ALL, x + 8L * i + VECTOR, ORDER);
            IntVector lower = u.convertShape(VectorOperators.D2F, F32, 0).reinterpretAsInts();
            IntVector other = v.convertShape(VectorOperators.D2F, F32, 0).reinterpretAsInts();
            both.selectFrom(lower, other).intoMemorySegment(ALL, y + 4L * i, ORDER);
        }
        for (int i = whole; i < n; i++) {
            double number = ALL.get(ValueLayout.JAVA_DOUBLE_UNALIGNED, x + 8L * i);
            ALL.set(ValueLayout.JAVA_FLOAT_UNALIGNED, y + 4L * i, (float) number);
        }
    }

    static void floatToLong(long x, long y, int n) {
        int whole = n & -V;
        IntVector upper = IntVector.fromArray(I32, UPPER, 0);
        for (int i = 0; i < whole; i += V) {
            FloatVector u = FloatVector.fromMemorySegment(F32, ALL, x + 4L * i, ORDER);
            VectorMask<Float> fits = u.compare(VectorOperators.LT, LONG_END);
            u = FloatVector.broadcast(F32, Float.NEGATIVE_INFINITY).blend(u, fits);
            FloatVector v = upper.selectFrom(u.reinterpretAsInts()).reinterpretAsFloats();
            u.convertShape(VectorOperators.F2L, I64, 0).intoMemorySegment(ALL, y + 8L * i, ORDER);
            v.convertShape(VectorOperators.F2L, I64, 0).intoMemorySegment(ALL, y + 8L * i + VECTOR, ORDER);
        }
        for (int i = whole; i < n; i++) {
            float number = ALL.get(ValueLayout.JAVA_FLOAT_UNALIGNED, x + 4L * i);
            ALL.set(ValueLayout.JAVA_LONG_UNALIGNED, y + 8L * i, number < LONG_END ? (long) number : Long.MIN_VALUE);
        }
    }

    static void longToFloat(long x, long y, int n) {
        int whole = n & -V;
        IntVector both = IntVector.fromArray(I32, BOTH, 0);
        for (int i = 0; i < whole; i += V) {
            LongVector u = LongVector.fromMemorySegment(I64, ALL, x + 8L * i, ORDER);
            LongVector v = LongVector.fromMemorySegment(I64, ALL, x + 8L * i + VECTOR, ORDER);
            IntVector lower = u.convertShape(VectorOperators.L2F, F32, 0).reinterpretAsInts();
            IntVector other = v.convertShape(VectorOperators.L2F, F32, 0).reinterpretAsInts();
            both.selectFrom(lower, other).intoMemorySegment(ALL, y + 4L * i, ORDER);
        }
        for (int i = whole; i < n; i++) {
            long number = ALL.get(ValueLayout.JAVA_LONG_UNALIGNED, x + 8L * i);
            ALL.set(ValueLayout.JAVA_FLOAT_UNALIGNED, y + 4L * i, (float) number);
        }
    }

    static void doubleToInt(long x, long y, int n) {
        int whole = n & -V;
        IntVector both = IntVector.fromArray(I32, BOTH, 0);
        DoubleVector least = DoubleVector.broadcast(F64, Double.NEGATIVE_INFINITY);
        for (int i = 0; i < whole; i += V) {
            DoubleVector u = DoubleVector.fromMemorySegment(F64, ALL, x + 8L * i, ORDER);
            DoubleVector v = DoubleVector.fromMemorySegment(F64, ALL, x + 8L * i + VECTOR, ORDER);
            u = least.blend(u, u.compare(VectorOperators.LT, INT_END));
            v = least.blend(v, v.compare(VectorOperators.LT, INT_END));
            IntVector lower = u.convertShape(VectorOperators.D2I, I32, 0).reinterpretAsInts();
            IntVector other = v.convertShape(VectorOperators.D2I, I32, 0).reinterpretAsInts();
            both.selectFrom(lower, other).intoMemorySegment(ALL, y + 4L * i, ORDER);
        }
        for (int i = whole; i < n; i++) {
            double number = ALL.get(ValueLayout.JAVA_DOUBLE_UNALIGNED, x + 8L * i);
            ALL.set(ValueLayout.JAVA_INT_UNALIGNED, y + 4L * i, number < INT_END ? (int) number : Integer.MIN_VALUE);
        }
    }

    static void intToDouble(long x, long y, int n) {
        int whole = n & -V;
        IntVector upper = IntVector.fromArray(I32, UPPER, 0);
        for (int i = 0; i < whole; i += V) {
            IntVector u = IntVector.fromMemorySegment(I32, ALL, x + 4L * i, ORDER);
            IntVector v = upper.selectFrom(u);
            u.convertShape(VectorOperators.I2D, F64, 0).intoMemorySegment(ALL, y + 8L * i, ORDER);
            v.convertShape(VectorOperators.I2D, F64, 0).intoMemorySegment(ALL, y + 8L * i + VECTOR, ORDER);
        }
        for (int i = whole; i < n; i++) {
            int number = ALL.get(ValueLayout.JAVA_INT_UNALIGNED, x + 4L * i);
            ALL.set(ValueLayout.JAVA_DOUBLE_UNALIGNED, y + 8L * i, number);
        }
    }

    static void intToLong(long x, long y, int n) {
        int whole = n & -V;
        IntVector upper = IntVector.fromArray(I32, UPPER, 0);
        for (int i = 0; i < whole; i += V) {
            IntVector u = IntVector.fromMemorySegment(I32, ALL, x + 4L * i, ORDER);
            IntVector v = upper.selectFrom(u);
            u.convertShape(VectorOperators.I2L, I64, 0).intoMemorySegment(ALL, y + 8L * i, ORDER);
            v.convertShape(VectorOperators.I2L, I64, 0).intoMemorySegment(ALL, y + 8L * i + VECTOR, ORDER);
        }
        for (int i = whole; i < n; i++) {
            int number = ALL.get(ValueLayout.JAVA_INT_UNALIGNED, x + 4L * i);
            ALL.set(ValueLayout.JAVA_LONG_UNALIGNED, y + 8L * i, number);
        }
    }

    static void longToInt(long x, long y, int n) {
        int whole = n & -V;
        IntVector both = IntVector.fromArray(I32, BOTH, 0);
        for (int i = 0; i < whole; i += V) {
            LongVector u = LongVector.fromMemorySegment(I64, ALL, x + 8L * i, ORDER);
            LongVector v = LongVector.fromMemorySegment(I64, ALL, x + 8L * i + VECTOR, ORDER);
            IntVector lower = u.convertShape(VectorOperators.L2I, I32, 0).reinterpretAsInts();
            IntVector other = v.convertShape(VectorOperators.L2I, I32, 0).reinterpretAsInts();
            both.selectFrom(lower, other).intoMemorySegment(ALL, y + 4L * i, ORDER);
        }
        for (int i = whole; i < n; i++) {
            long number = ALL.get(ValueLayout.JAVA_LONG_UNALIGNED, x + 8L * i);
            ALL.set(ValueLayout.JAVA_INT_UNALIGNED, y + 4L * i, (int) number);
        }
    }

    private CastLanes() {}
}
