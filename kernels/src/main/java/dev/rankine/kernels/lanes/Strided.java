package dev.rankine.kernels.lanes;

import static dev.rankine.kernels.lanes.Lanes.ALL;

import dev.rankine.shapes.DType;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * Elements that lie apart, or have 16 bits, from and to memory that loops can read: element after element, 16-bit floats as float32.
 *
 * <p>Float32 12 bytes apart, runs of 512: 0.73 to 0.93 ns an element to read, 0.77 to 1.3 to write; float16 0.4 and 0.78, bfloat16 0.64 and 0.68
 * (AMD EPYC (Zen 4), 512 bits, one thread, JDK 25).
 */
final class Strided {
    /**
     * Copies runs of count elements of a type to elements done, done + 1, ... at to. Elements of a run are step bytes apart, runs are stride
     * bytes apart.
     */
    static void gather(DType type, long from, long step, int count, long stride, int runs, long to, int done) {
        boolean isHalf = type == DType.F16 || type == DType.BF16;
        long bytes = isHalf ? 4 : type.getBytes();
        long at = to + bytes * done;
        if (runs > 1 && stride == 0) {
            gather(type, from, step, count, 0, 1, at, 0);
            repeat(at, bytes * count, runs);
            return;
        }
        for (int run = 0; run < runs; run++) {
            if (type == DType.F16) {
                widenHalf(from, step, at, count);
            } else if (type == DType.BF16) {
                widenBrain(from, step, at, count);
            } else {
                copy(type.getBytes(), from, step, at, bytes, count);
            }
            from += stride;
            at += bytes * count;
        }
    }

    /** The way back: elements done, done + 1, ... at from to runs of places. */
    static void scatter(DType type, long from, int done, long to, long step, int count, long stride, int runs) {
        boolean isHalf = type == DType.F16 || type == DType.BF16;
        long bytes = isHalf ? 4 : type.getBytes();
        long at = from + bytes * done;
        for (int run = 0; run < runs; run++) {
            if (type == DType.F16) {
                narrowHalf(at, to, step, count);
            } else if (type == DType.BF16) {
                narrowBrain(at, to, step, count);
            } else {
                copy(type.getBytes(), at, bytes, to, step, count);
            }
            to += stride;
            at += bytes * count;
        }
    }

    /** Repeats the first bytes at an address until there are so many times of them: what is there is doubled. */
    private static void repeat(long at, long bytes, int times) {
        long all = bytes * times;
        for (long done = bytes; done < all; done *= 2) {
            MemorySegment.copy(ALL, at, ALL, at + done, Math.min(done, all - done));
        }
    }

    static void copy(int bytes, long from, long step, long to, long stride, int count) {
        switch (bytes) {
            case 1 -> copy1(from, step, to, stride, count);
            case 2 -> copy2(from, step, to, stride, count);
            case 4 -> {
                int done = 0;
                if (stride == 4 && step == 8 && count > 0) done = EveryOther.copy(from, to, count);
                else if (stride == 4 && step == -4) done = Backwards.copy4(from, to, count);
                copy4(from + done * step, step, to + done * stride, stride, count - done);
            }
            default -> {
                int done = stride == 8 && step == -8 ? Backwards.copy8(from, to, count) : 0;
                copy8(from + done * step, step, to + done * stride, stride, count - done);
            }
        }
    }

    private static void copy1(long from, long step, long to, long stride, int count) {
        for (int i = 0; i < count; i++) {
            ALL.set(ValueLayout.JAVA_BYTE, to + i * stride, ALL.get(ValueLayout.JAVA_BYTE, from + i * step));
        }
    }

    private static void copy2(long from, long step, long to, long stride, int count) {
        for (int i = 0; i < count; i++) {
            ALL.set(
                    ValueLayout.JAVA_SHORT_UNALIGNED,
                    to + i * stride,
                    ALL.get(ValueLayout.JAVA_SHORT_UNALIGNED, from + i * step));
        }
    }

    private static void copy4(long from, long step, long to, long stride, int count) {
        for (int i = 0; i < count; i++) {
            ALL.set(
                    ValueLayout.JAVA_INT_UNALIGNED,
                    to + i * stride,
                    ALL.get(ValueLayout.JAVA_INT_UNALIGNED, from + i * step));
        }
    }

    private static void copy8(long from, long step, long to, long stride, int count) {
        for (int i = 0; i < count; i++) {
            ALL.set(
                    ValueLayout.JAVA_LONG_UNALIGNED,
                    to + i * stride,
                    ALL.get(ValueLayout.JAVA_LONG_UNALIGNED, from + i * step));
        }
    }

    private static void widenHalf(long from, long step, long to, int count) {
        for (int i = 0; i < count; i++) {
            float x = Float.float16ToFloat(ALL.get(ValueLayout.JAVA_SHORT_UNALIGNED, from + i * step));
            ALL.set(ValueLayout.JAVA_FLOAT_UNALIGNED, to + 4L * i, x);
        }
    }

    private static void narrowHalf(long from, long to, long step, int count) {
        for (int i = 0; i < count; i++) {
            short x = Float.floatToFloat16(ALL.get(ValueLayout.JAVA_FLOAT_UNALIGNED, from + 4L * i));
            ALL.set(ValueLayout.JAVA_SHORT_UNALIGNED, to + i * step, x);
        }
    }

    private static void widenBrain(long from, long step, long to, int count) {
        for (int i = 0; i < count; i++) {
            int x = ALL.get(ValueLayout.JAVA_SHORT_UNALIGNED, from + i * step) << 16;
            ALL.set(ValueLayout.JAVA_INT_UNALIGNED, to + 4L * i, x);
        }
    }

    private static void narrowBrain(long from, long to, long step, int count) {
        for (int i = 0; i < count; i++) {
            int x = ALL.get(ValueLayout.JAVA_INT_UNALIGNED, from + 4L * i);
            // to nearest, ties to even; NaN stays NaN
            int rounded = (x & 0x7fff_ffff) > 0x7f80_0000 ? x | 0x40_0000 : x + 0x7fff + (x >>> 16 & 1);
            ALL.set(ValueLayout.JAVA_SHORT_UNALIGNED, to + i * step, (short) (rounded >>> 16));
        }
    }

    private Strided() {}
}
