package dev.rankine.kernels.lanes;

import static dev.rankine.kernels.lanes.Lanes.ALL;
import static dev.rankine.kernels.lanes.Lanes.ORDER;

import java.lang.foreign.ValueLayout;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/**
 * The words of Philox4x32-10 (see dev.rankine.ops.Philox), in the order of the stream: word 4 c + j is word j of block c. A lane of 64 bits
 * computes one block, because a round needs the whole product of two words; at the end two words go into each lane.
 *
 * <p>With the pass that makes float32 numbers of them 0.70 ns a word at 512 bits, 0.8 to 1.0 at 256; with one vector at a time it was 0.89 and
 * 1.24 (AMD EPYC (Zen 4), one thread, JDK 25, the other processor busy).
 */
final class PhiloxWords {
    private static final VectorSpecies<Long> S = Lanes.I64;
    private static final int L = S.length();
    private static final long WORD = 0xFFFFFFFFL;
    private static final long MULTIPLIER_0 = 0xD2511F53L;
    private static final long MULTIPLIER_1 = 0xCD9E8D57L;
    private static final long WEYL_0 = 0x9E3779B9L;
    private static final long WEYL_1 = 0xBB67AE85L;

    /** Lanes of the two halves in turn: the first of one, the first of the other, the second of one ... */
    private static final VectorShuffle<Long> LOW = VectorShuffle.makeZip(S, 0);

    private static final VectorShuffle<Long> HIGH = VectorShuffle.makeZip(S, 1);

    /** Writes the words of [blocks] blocks from block [counter] on, 16 bytes each, to [y]. */
    static void write(long key, long counter, long y, int blocks) {
        int main = L < 4 ? 0 : blocks - blocks % (2 * L); // with two lanes the plain loop is faster
        for (int b = 0; b < main; b += 2 * L) vectors(key, counter + b, y + 16L * b);
        for (int b = main; b < blocks; b++) block(key, counter + b, y + 16L * b);
    }

    /** Two vectors of blocks at once, because each round waits for the one before. */
    private static void vectors(long key, long counter, long y) {
        LongVector low = LongVector.broadcast(S, WORD);
        LongVector m0 = LongVector.broadcast(S, MULTIPLIER_0).and(low);
        LongVector m1 = LongVector.broadcast(S, MULTIPLIER_1).and(low);
        LongVector a1 = LongVector.broadcast(S, counter).addIndex(1);
        LongVector b1 = a1.add(L);
        LongVector a0 = a1.and(low);
        LongVector b0 = b1.and(low);
        a1 = a1.lanewise(VectorOperators.LSHR, 32);
        b1 = b1.lanewise(VectorOperators.LSHR, 32);
        LongVector a2 = LongVector.zero(S);
        LongVector b2 = LongVector.zero(S);
        LongVector a3 = LongVector.zero(S);
        LongVector b3 = LongVector.zero(S);
        long k0 = key & WORD;
        long k1 = key >>> 32;
        for (int round = 0; round < 10; round++) {
            LongVector p0 = a0.and(low).mul(m0);
            LongVector q0 = b0.and(low).mul(m0);
            LongVector p1 = a2.and(low).mul(m1);
            LongVector q1 = b2.and(low).mul(m1);
            a0 = p1.lanewise(VectorOperators.LSHR, 32)
                    .lanewise(VectorOperators.XOR, a1.lanewise(VectorOperators.XOR, k0));
            b0 = q1.lanewise(VectorOperators.LSHR, 32)
                    .lanewise(VectorOperators.XOR, b1.lanewise(VectorOperators.XOR, k0));
            a2 = p0.lanewise(VectorOperators.LSHR, 32)
                    .lanewise(VectorOperators.XOR, a3.lanewise(VectorOperators.XOR, k1));
            b2 = q0.lanewise(VectorOperators.LSHR, 32)
                    .lanewise(VectorOperators.XOR, b3.lanewise(VectorOperators.XOR, k1));
            a1 = p1.and(low);
            b1 = q1.and(low);
            a3 = p0.and(low);
            b3 = q0.and(low);
            k0 = k0 + WEYL_0 & WORD;
            k1 = k1 + WEYL_1 & WORD;
        }
        a0 = a1.lanewise(VectorOperators.LSHL, 32).or(a0);
        b0 = b1.lanewise(VectorOperators.LSHL, 32).or(b0);
        a2 = a3.lanewise(VectorOperators.LSHL, 32).or(a2);
        b2 = b3.lanewise(VectorOperators.LSHL, 32).or(b2);
        a0.rearrange(LOW, a2).intoMemorySegment(ALL, y, ORDER);
        a0.rearrange(HIGH, a2).intoMemorySegment(ALL, y + 8L * L, ORDER);
        b0.rearrange(LOW, b2).intoMemorySegment(ALL, y + 16L * L, ORDER);
        b0.rearrange(HIGH, b2).intoMemorySegment(ALL, y + 24L * L, ORDER);
    }

    private static void block(long key, long counter, long y) {
        long x0 = counter & WORD;
        long x1 = counter >>> 32;
        long x2 = 0;
        long x3 = 0;
        long k0 = key & WORD;
        long k1 = key >>> 32;
        for (int round = 0; round < 10; round++) {
            long p0 = x0 * MULTIPLIER_0;
            long p1 = x2 * MULTIPLIER_1;
            x0 = p1 >>> 32 ^ x1 ^ k0;
            x2 = p0 >>> 32 ^ x3 ^ k1;
            x1 = p1 & WORD;
            x3 = p0 & WORD;
            k0 = k0 + WEYL_0 & WORD;
            k1 = k1 + WEYL_1 & WORD;
        }
        // word by word, so that the order of the bytes of this machine does not matter
        ALL.set(ValueLayout.JAVA_INT_UNALIGNED, y, (int) x0);
        ALL.set(ValueLayout.JAVA_INT_UNALIGNED, y + 4, (int) x1);
        ALL.set(ValueLayout.JAVA_INT_UNALIGNED, y + 8, (int) x2);
        ALL.set(ValueLayout.JAVA_INT_UNALIGNED, y + 12, (int) x3);
    }

    private PhiloxWords() {}
}
