package dev.rankine.ops.plain.kernels

/*
 * One row of n scores at a time, in double: read(i) gives score i. Inlined once per element type, so that there is one text and no call.
 * The row stays in the cache between the passes; the exponentials are the cost.
 */

/** The largest score; NaN if there is one. */
internal inline fun largest(n: Int, read: (Int) -> Double): Double {
    var best = Double.NEGATIVE_INFINITY
    for (i in 0 until n) {
        val score = read(i)
        if (score > best || score.isNaN()) best = score
    }
    return best
}

/** The sum of the exponentials of the scores less [level]. */
internal inline fun sumOfExponentials(n: Int, level: Double, read: (Int) -> Double): Double {
    var total = 0.0
    for (i in 0 until n) total += Math.exp(read(i) - level)
    return total
}

/** Writes the softmax of a row; [written] reads back what [write] stored. */
internal inline fun softmaxRow(n: Int, read: (Int) -> Double, written: (Int) -> Double, write: (Int, Double) -> Unit) {
    val level = largest(n, read)
    var total = 0.0
    for (i in 0 until n) {
        val grown = Math.exp(read(i) - level)
        write(i, grown)
        total += grown
    }
    for (i in 0 until n) write(i, written(i) / total)
}

/** Writes the logarithm of the softmax of a row. */
internal inline fun logSoftmaxRow(n: Int, read: (Int) -> Double, write: (Int, Double) -> Unit) {
    val level = largest(n, read)
    val shift = Math.log(sumOfExponentials(n, level, read))
    for (i in 0 until n) write(i, read(i) - level - shift)
}

/** How many rows of [n] elements a thread takes at once: some ten microseconds. */
internal fun rowGrain(n: Int): Int = maxOf(1, ROW_ELEMENTS / maxOf(1, n))

private const val ROW_ELEMENTS = 2048
