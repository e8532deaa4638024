package dev.rankine.kernels.lanes;

import static dev.rankine.kernels.lanes.Lanes.ALL;
import static dev.rankine.kernels.lanes.Lanes.ORDER;

import java.lang.foreign.ValueLayout;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Slice j of a is added to the slice of y that number j of the index names, for all j in their order. Slices have [slice] elements, of which
 * those in [from, to) are added: threads share the columns of slices, so that no two add to one element.
 */
final class AddSlices {
    private static final VectorSpecies<Float> F32 = Lanes.F32;
    private static final VectorSpecies<Double> F64 = Lanes.F64;
    private static final VectorSpecies<Integer> I32 = Lanes.I32;
    private static final VectorSpecies<Long> I64 = Lanes.I64;

    static void f32(long a, long index, boolean wide, int count, long y, int slice, int from, int to) {
        int main = from + F32.loopBound(to - from);
        for (int j = 0; j < count; j++) {
            long x = a + 4L * slice * j;
            long sum = y + 4L * slice * Indices.get(index, wide, j);
            for (int i = from; i < main; i += F32.length()) {
                FloatVector.fromMemorySegment(F32, ALL, sum + 4L * i, ORDER)
                        .add(FloatVector.fromMemorySegment(F32, ALL, x + 4L * i, ORDER))
                        .intoMemorySegment(ALL, sum + 4L * i, ORDER);
            }
            for (int i = main; i < to; i++) {
                float v = ALL.get(ValueLayout.JAVA_FLOAT_UNALIGNED, x + 4L * i);
                ALL.set(
                        ValueLayout.JAVA_FLOAT_UNALIGNED,
                        sum + 4L * i,
                        ALL.get(ValueLayout.JAVA_FLOAT_UNALIGNED, sum + 4L * i) + v);
            }
        }
    }

    static void f64(long a, long index, boolean wide, int count, long y, int slice, int from, int to) {
        int main = from + F64.loopBound(to - from);
        for (int j = 0; j < count; j++) {
            long x = a + 8L * slice * j;
            long sum = y + 8L * slice * Indices.get(index, wide, j);
            for (int i = from; i < main; i += F64.length()) {
                DoubleVector.fromMemorySegment(F64, ALL, sum + 8L * i, ORDER)
                        .add(DoubleVector.fromMemorySegment(F64, ALL, x + 8L * i, ORDER))
                        .intoMemorySegment(ALL, sum + 8L * i, ORDER);
            }
            for (int i = main; i < to; i++) {
                double v = ALL.get(ValueLayout.JAVA_DOUBLE_UNALIGNED, x + 8L * i);
                ALL.set(
                        ValueLayout.JAVA_DOUBLE_UNALIGNED,
                        sum + 8L * i,
                        ALL.get(ValueLayout.JAVA_DOUBLE_UNALIGNED, sum + 8L * i) + v);
            }
        }
    }

    static void i64(long a, long index, boolean wide, int count, long y, int slice, int from, int to) {
        int main = from + I64.loopBound(to - from);
        for (int j = 0; j < count; j++) {
            long x = a + 8L * slice * j;
            long sum = y + 8L * slice * Indices.get(index, wide, j);
            for (int i = from; i < main; i += I64.length()) {
                LongVector.fromMemorySegment(I64, ALL, sum + 8L * i, ORDER)
                        .add(LongVector.fromMemorySegment(I64, ALL, x + 8L * i, ORDER))
                        .intoMemorySegment(ALL, sum + 8L * i, ORDER);
            }
            for (int i = main; i < to; i++) {
                long v = ALL.get(ValueLayout.JAVA_LONG_UNALIGNED, x + 8L * i);
                ALL.set(
                        ValueLayout.JAVA_LONG_UNALIGNED,
                        sum + 8L * i,
                        ALL.get(ValueLayout.JAVA_LONG_UNALIGNED, sum + 8L * i) + v);
            }
        }
    }

    static void i32(long a, long index, boolean wide, int count, long y, int slice, int from, int to) {
        int main = from + I32.loopBound(to - from);
        for (int j = 0; j < count; j++) {
            long x = a + 4L * slice * j;
            long sum = y + 4L * slice * Indices.get(index, wide, j);
            for (int i = from; i < main; i += I32.length()) {
                IntVector.fromMemorySegment(I32, ALL, sum + 4L * i, ORDER)
                        .add(IntVector.fromMemorySegment(I32, ALL, x + 4L * i, ORDER))
                        .intoMemorySegment(ALL, sum + 4L * i, ORDER);
            }
            for (int i = main; i < to; i++) {
                int v = ALL.get(ValueLayout.JAVA_INT_UNALIGNED, x + 4L * i);
                ALL.set(
                        ValueLayout.JAVA_INT_UNALIGNED,
                        sum + 4L * i,
                        ALL.get(ValueLayout.JAVA_INT_UNALIGNED, sum + 4L * i) + v);
            }
        }
    }

    static void i16(long a, long index, boolean wide, int count, long y, int slice, int from, int to) {
        for (int j = 0; j < count; j++) {
            long x = a + 2L * slice * j;
            long sum = y + 2L * slice * Indices.get(index, wide, j);
            for (int i = from; i < to; i++) {
                short v = ALL.get(ValueLayout.JAVA_SHORT_UNALIGNED, x + 2L * i);
                ALL.set(ValueLayout.JAVA_SHORT_UNALIGNED, sum + 2L * i, (short)
                        (ALL.get(ValueLayout.JAVA_SHORT_UNALIGNED, sum + 2L * i) + v));
            }
        }
    }

    static void i8(long a, long index, boolean wide, int count, long y, int slice, int from, int to) {
        for (int j = 0; j < count; j++) {
            long x = a + 1L * slice * j;
            long sum = y + 1L * slice * Indices.get(index, wide, j);
            for (int i = from; i < to; i++) {
                byte v = ALL.get(ValueLayout.JAVA_BYTE, x + 1L * i);
                ALL.set(ValueLayout.JAVA_BYTE, sum + 1L * i, (byte) (ALL.get(ValueLayout.JAVA_BYTE, sum + 1L * i) + v));
            }
        }
    }

    private AddSlices() {}
}
