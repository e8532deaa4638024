package dev.rankine.ops

/**
 * Philox4x32 with ten rounds: a function from a counter and a key to four 32-bit numbers, so that any number of a stream can be computed
 * alone. Salmon, Moraes, Dror, Shaw: "Parallel random numbers: as easy as 1, 2, 3", SC11.
 */
public object Philox {
    private const val MULTIPLIER_0 = 0xD2511F53L
    private const val MULTIPLIER_1 = 0xCD9E8D57L
    private const val WEYL_0 = 0x9E3779B9.toInt()
    private const val WEYL_1 = 0xBB67AE85.toInt()
    private const val LOW = 0xFFFFFFFFL

    /** The four numbers of a counter (128 bit, least significant word first) under a key (64 bit), written to the first four places of [into]. */
    public fun block(c0: Int, c1: Int, c2: Int, c3: Int, k0: Int, k1: Int, into: IntArray) {
        var x0 = c0
        var x1 = c1
        var x2 = c2
        var x3 = c3
        var key0 = k0
        var key1 = k1
        for (round in 0 until 10) {
            val product0 = (x0.toLong() and LOW) * MULTIPLIER_0
            val product1 = (x2.toLong() and LOW) * MULTIPLIER_1
            val y0 = (product1 ushr 32).toInt() xor x1 xor key0
            val y2 = (product0 ushr 32).toInt() xor x3 xor key1
            x1 = product1.toInt()
            x3 = product0.toInt()
            x0 = y0
            x2 = y2
            key0 += WEYL_0
            key1 += WEYL_1
        }
        into[0] = x0
        into[1] = x1
        into[2] = x2
        into[3] = x3
    }

    /** Block [counter] of the stream of [key]: numbers `4 * counter` to `4 * counter + 3`. */
    public fun block(key: Long, counter: Long, into: IntArray): Unit =
        block(counter.toInt(), (counter ushr 32).toInt(), 0, 0, key.toInt(), (key ushr 32).toInt(), into)
}
