package dev.rankine.kernels.lanes;

import static dev.rankine.kernels.lanes.Lanes.ALL;

import dev.rankine.shapes.Floats;
import java.lang.foreign.ValueLayout;

/*
 * Numbers of 16 and 8 bits to the type in which products are computed, and back. Plain loops: of a product only the operands are read once
 * and the result written once.
 */

/** Lines of narrow numbers to float32 or int32 and back; {@code step} is the distance of the narrow or wide numbers that are read. */
final class Narrow {
    private static final ValueLayout.OfFloat FLOAT = ValueLayout.JAVA_FLOAT_UNALIGNED;
    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED;
    private static final ValueLayout.OfShort SHORT = ValueLayout.JAVA_SHORT_UNALIGNED;
    private static final ValueLayout.OfByte BYTE = ValueLayout.JAVA_BYTE;

    static void fromFloat16(int count, long x, long step, long y) {
        for (int i = 0; i < count; i++)
            ALL.set(FLOAT, y + 4L * i, Float.float16ToFloat(ALL.get(SHORT, x + 2L * i * step)));
    }

    static void toFloat16(int count, long x, long y) {
        for (int i = 0; i < count; i++) ALL.set(SHORT, y + 2L * i, Float.floatToFloat16(ALL.get(FLOAT, x + 4L * i)));
    }

    static void fromBFloat16(int count, long x, long step, long y) {
        for (int i = 0; i < count; i++) ALL.set(INT, y + 4L * i, ALL.get(SHORT, x + 2L * i * step) << 16);
    }

    static void toBFloat16(int count, long x, long y) {
        for (int i = 0; i < count; i++) ALL.set(SHORT, y + 2L * i, Floats.floatToBFloat16(ALL.get(FLOAT, x + 4L * i)));
    }

    static void fromShorts(int count, long x, long step, long y) {
        for (int i = 0; i < count; i++) ALL.set(INT, y + 4L * i, ALL.get(SHORT, x + 2L * i * step));
    }

    static void toShorts(int count, long x, long y) {
        for (int i = 0; i < count; i++) ALL.set(SHORT, y + 2L * i, (short) ALL.get(INT, x + 4L * i));
    }

    static void fromBytes(int count, long x, long step, long y) {
        for (int i = 0; i < count; i++) ALL.set(INT, y + 4L * i, ALL.get(BYTE, x + i * step));
    }

    static void fromUnsignedBytes(int count, long x, long step, long y) {
        for (int i = 0; i < count; i++) ALL.set(INT, y + 4L * i, ALL.get(BYTE, x + i * step) & 0xff);
    }

    static void toBytes(int count, long x, long y) {
        for (int i = 0; i < count; i++) ALL.set(BYTE, y + i, (byte) ALL.get(INT, x + 4L * i));
    }

    private Narrow() {}
}
