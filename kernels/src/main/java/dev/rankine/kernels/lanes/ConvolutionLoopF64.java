package dev.rankine.kernels.lanes;

import static dev.rankine.kernels.lanes.Lanes.ALL;

import java.lang.foreign.ValueLayout;

/** As ConvolutionLoopF32, for float64. */
final class ConvolutionLoopF64 {
    private static final ValueLayout.OfDouble DOUBLE = ValueLayout.JAVA_DOUBLE_UNALIGNED;
    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED;
    private static final long BYTES = Double.BYTES;

    /** One plane of results. {@code start} is the address of what each sum starts with, or 0. */
    static void plane(
            long x,
            long channelStep,
            int rowStride,
            int columnStride,
            int h,
            int w,
            int channels,
            long table,
            int taps,
            long weights,
            long weightStride,
            long start,
            int rows,
            int columns,
            int strideDown,
            int strideRight,
            long y,
            long down,
            long right) {
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                double sum = start == 0 ? 0 : ALL.get(DOUBLE, start);
                for (long t = table; t < table + 24L * taps; t += 24) {
                    long i = (long) row * strideDown + ALL.get(LONG, t);
                    long j = (long) column * strideRight + ALL.get(LONG, t + 8);
                    if (i < 0 || i >= h || j < 0 || j >= w) continue;
                    long from = x + BYTES * (i * rowStride + j * columnStride);
                    long weight = weights + BYTES * ALL.get(LONG, t + 16);
                    for (long c = 0; c < channels; c++) {
                        double number = ALL.get(DOUBLE, from + c * channelStep);
                        sum += number * ALL.get(DOUBLE, weight + BYTES * c * weightStride);
                    }
                }
                ALL.set(DOUBLE, y + row * down + column * right, sum);
            }
        }
    }

    /** The sum of the products of a plane of arriving gradients, whose elements lie together, and what one kernel element meets. */
    static double product(
            long dy,
            int rows,
            int columns,
            long x,
            int rowStride,
            int columnStride,
            int h,
            int w,
            int tapDown,
            int tapRight,
            int strideDown,
            int strideRight) {
        double sum = 0;
        for (int row = 0; row < rows; row++) {
            long i = (long) row * strideDown + tapDown;
            if (i < 0 || i >= h) continue;
            for (int column = 0; column < columns; column++) {
                long j = (long) column * strideRight + tapRight;
                if (j < 0 || j >= w) continue;
                double number = ALL.get(DOUBLE, dy + BYTES * ((long) row * columns + column));
                sum += number * ALL.get(DOUBLE, x + BYTES * (i * rowStride + j * columnStride));
            }
        }
        return sum;
    }

    private ConvolutionLoopF64() {}
}
