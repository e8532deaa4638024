package dev.rankine.data

import dev.rankine.data.drawn.SplitMix64

/** The numbers `0 until size` in an order that depends on [seed] and [epoch] alone (Fisher-Yates). */
internal fun shuffled(size: Int, seed: Long, epoch: Int): IntArray {
    val random = SplitMix64(seed, epoch.toLong())
    val order = IntArray(size)
    for (i in order.indices) {
        val j = random.below(i + 1)
        order[i] = order[j]
        order[j] = i
    }
    return order
}

/** Puts [numbers] into an order that [random] draws (Fisher-Yates). */
internal fun shuffle(numbers: IntArray, random: SplitMix64) {
    for (i in numbers.size - 1 downTo 1) {
        val j = random.below(i + 1)
        numbers[i] = numbers[j].also { numbers[j] = numbers[i] }
    }
}
