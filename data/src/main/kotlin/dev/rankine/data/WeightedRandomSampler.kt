package dev.rankine.data

import dev.rankine.data.drawn.SplitMix64
import dev.rankine.ops.Generator

/**
 * Examples drawn with a chance of their own: rare classes more often, for example.
 *
 * With replacement every draw takes example `i` with the chance `weights[i] / sum(weights)`. Without, each draw chooses among those that are left, in
 * proportion to their weights (Efraimidis & Spirakis, "Weighted random sampling with a reservoir", 2006: the order of `-ln(uniform) / weight`).
 *
 * @param weights a number for each example, not negative; they need not sum to 1.
 * @property size how many numbers an epoch has; by default as many as there are examples.
 * @property seed what the draws depend on, with the number of the epoch and nothing else; unless given, 0 or the seed of [dev.rankine.ops.seedAll].
 * @property replacement whether an example may come more than once.
 * @throws IllegalArgumentException if a weight is negative or not finite, all are 0, or more examples are to be drawn than can be.
 */
public class WeightedRandomSampler
    @JvmOverloads
    constructor(
        weights: DoubleArray,
        override val size: Int = weights.size,
        public val seed: Long = Generator.defaultSeed,
        public val replacement: Boolean = true,
    ) : Sampler {
        private val weights = weights.copyOf()

        init {
            require(size >= 0) { "weighted random sampler: the number of draws is negative: $size" }
            val wrong = weights.indices.firstOrNull { !(weights[it] >= 0 && weights[it].isFinite()) }
            require(
                wrong == null,
            ) { "weighted random sampler: a weight is a finite number from 0 on: weight $wrong is ${weights[wrong!!]}" }
            val possible = weights.count { it > 0 }
            require(size == 0 || possible > 0) { "weighted random sampler: no example can be drawn: ${weights.size} weights, none above 0" }
            require(replacement || size <= possible) {
                "weighted random sampler: more draws than examples with a weight above 0: $size of $possible" +
                    "\n  hint: with replacement = true an example may come more than once"
            }
            require(weights.sum().isFinite()) { "weighted random sampler: the sum of the weights is not finite" }
        }

        override fun epoch(epoch: Int): IntArray {
            val random = SplitMix64(seed, epoch.toLong())
            return if (replacement) replaced(random) else distinct(random)
        }

        private fun replaced(random: SplitMix64): IntArray {
            val ends = DoubleArray(weights.size)
            var sum = 0.0
            for (i in weights.indices) ends[i] = (sum + weights[i]).also { sum = it }
            return IntArray(size) { firstAbove(ends, random.uniform() * sum) }
        }

        /** The first place whose end is above [at]; never one of weight 0, whose end is that of the place before. */
        private fun firstAbove(ends: DoubleArray, at: Double): Int {
            // a product that rounding took up to the sum belongs to the last example that has a weight
            if (at >= ends.last()) return weights.indices.last { weights[it] > 0 }
            var low = 0
            var high = ends.size - 1
            while (low < high) {
                val middle = (low + high) ushr 1
                if (ends[middle] > at) high = middle else low = middle + 1
            }
            return low
        }

        private fun distinct(random: SplitMix64): IntArray {
            val times = DoubleArray(weights.size) { -StrictMath.log(1 - random.uniform()) / weights[it] }
            val possible = weights.indices.filter { weights[it] > 0 }
            return possible.sortedBy { times[it] }.take(size).toIntArray()
        }

        override val settings: Map<String, Any>
            get() =
                mapOf(
                    "sampler" to "weighted",
                    "seed of the order" to seed,
                    "draws" to size,
                    "replacement" to replacement,
                    "weights" to weights.contentHashCode(),
                )
    }
