package dev.rankine.data

import dev.rankine.ops.Generator
import kotlin.math.abs

private const val ROUNDING = 1e-9

/**
 * Cuts the dataset into parts of [counts] examples, chosen by [seed] alone: unless given, 0 or that of [dev.rankine.ops.seedAll].
 *
 * @throws IllegalArgumentException if a count is negative, or their sum is not the number of examples.
 */
public fun <B> Dataset<B>.randomSplit(vararg counts: Int, seed: Long = Generator.defaultSeed): List<Subset<B>> =
    cut(shuffled(size, seed, 0), counts)

/**
 * Cuts the dataset into parts, chosen by [seed] alone: `val (train, test) = all.randomSplit(0.8, 0.2)`. A part has `fraction * size` examples, rounded down;
 * those that are left go to the first parts, one each.
 *
 * @throws IllegalArgumentException if a fraction is not in 0..1, or their sum is not 1.
 */
public fun <B> Dataset<B>.randomSplit(vararg fractions: Double, seed: Long = Generator.defaultSeed): List<Subset<B>> =
    cut(shuffled(size, seed, 0), counts("random split", size, fractions))

/**
 * [randomSplit] in which every part has the classes in their proportions: see [StratifiedSampler]. In the first and in the last part the number of a class is its
 * share rounded up or down, between them it differs from the share by less than 2.
 *
 * @param labels the class of each example.
 * @throws IllegalArgumentException if there are more or fewer labels than examples, a fraction is not in 0..1, or their sum is not 1.
 */
public fun <B> Dataset<B>.stratifiedSplit(
    labels: LongArray,
    vararg fractions: Double,
    seed: Long = Generator.defaultSeed,
): List<Subset<B>> {
    require(labels.size == size) { "stratified split: labels and examples differ in number: ${labels.size} != $size" }
    return cut(StratifiedSampler(labels, seed).epoch(0), counts("stratified split", size, fractions))
}

private fun counts(what: String, size: Int, fractions: DoubleArray): IntArray {
    val wrong = fractions.firstOrNull { it !in 0.0..1.0 }
    require(wrong == null) { "$what: a fraction is not in 0..1: $wrong" }
    require(abs(fractions.sum() - 1) < ROUNDING) {
        "$what: the fractions do not sum to 1: ${fractions.joinToString(" + ")} = ${fractions.sum()}"
    }
    // 0.29 * 100 is a little below 29
    val counts = IntArray(fractions.size) { (fractions[it] * size + ROUNDING * size).toInt().coerceAtMost(size) }
    val left = size - counts.sum()
    for (part in 0 until left) counts[part % counts.size]++
    return counts
}

private fun <B> Dataset<B>.cut(order: IntArray, counts: IntArray): List<Subset<B>> {
    val wrong = counts.firstOrNull { it < 0 }
    require(wrong == null) { "random split: a part cannot have a negative number of examples: $wrong" }
    val sum = counts.sumOf { it.toLong() }
    require(
        sum == size.toLong(),
    ) { "random split: the parts are not the whole: ${counts.joinToString(" + ")} = $sum, the dataset has $size" }
    var from = 0
    return counts.map { Subset(this, order.copyOfRange(from, from + it)).also { part -> from += part.size } }
}
