package dev.rankine.kernels.lanes;

import static dev.rankine.kernels.lanes.Lanes.ALL;

import java.lang.foreign.ValueLayout;

/** Random words to numbers of the types that training seldom draws: plain loops over one element at a time. */
final class OtherDraws {
    private static final long WORD = 0xFFFFFFFFL;

    /** Two words as a float64 number of [0, 1). */
    static void fractionsF64(long words, long y, int count) {
        for (long i = 0; i < 8L * count; i += 8) ALL.set(ValueLayout.JAVA_DOUBLE_UNALIGNED, y + i, wide(words + i));
    }

    /** Two normal float64 numbers from four words, as {@link NormalF32} makes them. */
    static void normalF64(long words, long y, int count) {
        for (long i = 0; i < 8L * count; i += 16) {
            double length = Math.sqrt(-2 * Math.log(1 - wide(words + i)));
            double angle = 2 * Math.PI * wide(words + i + 8);
            ALL.set(ValueLayout.JAVA_DOUBLE_UNALIGNED, y + i, length * Math.cos(angle));
            if (i + 8 < 8L * count) ALL.set(ValueLayout.JAVA_DOUBLE_UNALIGNED, y + i + 8, length * Math.sin(angle));
        }
    }

    /** True for each word that is less than [bound]. */
    static void below(long bound, long words, long y, int count) {
        for (long i = 0; i < count; i++) {
            ALL.set(ValueLayout.JAVA_BYTE, y + i, (byte) (word(words + 4 * i) < bound ? 1 : 0));
        }
    }

    /** [low] and a number below [range], at most 2^31: the fraction that two words are of it, rounded down. */
    static void integers(long low, long range, long words, long y, int count) {
        for (long i = 0; i < 8L * count; i += 8) {
            long number = word(words + i) * range + (word(words + i + 4) * range >>> 32) >>> 32;
            ALL.set(ValueLayout.JAVA_LONG_UNALIGNED, y + i, low + number);
        }
    }

    private static double wide(long words) {
        return (word(words) << 21 | word(words + 4) >>> 11) * 0x1p-53;
    }

    private static long word(long address) {
        return ALL.get(ValueLayout.JAVA_INT_UNALIGNED, address) & WORD;
    }

    private OtherDraws() {}
}
