package dev.rankine.data

import dev.rankine.data.drawn.SplitMix64
import dev.rankine.ops.Generator

/**
 * Examples in an order drawn anew for each epoch.
 *
 * @param examples how many examples the dataset has.
 * @property seed what the orders depend on, with the number of the epoch and nothing else; unless given, 0 or the seed of [dev.rankine.ops.seedAll].
 * @property replacement whether an example may come more than once: every number is then drawn from all examples.
 * @property size how many numbers an epoch has; by default as many as there are examples.
 * @throws IllegalArgumentException if a number is negative, or more are to be drawn than there are: without [replacement] more than [examples], with
 * it any from none.
 */
public class RandomSampler
    @JvmOverloads
    constructor(
        private val examples: Int,
        public val seed: Long = Generator.defaultSeed,
        public val replacement: Boolean = false,
        override val size: Int = examples,
    ) : Sampler {
        init {
            require(examples >= 0) { "random sampler: the number of examples is negative: $examples" }
            require(size >= 0) { "random sampler: the number of draws is negative: $size" }
            require(size <= examples || (replacement && examples > 0)) {
                "random sampler: more draws than examples: $size of $examples" +
                    if (replacement || examples == 0) "" else "\n  hint: with replacement = true an example may come more than once"
            }
        }

        override fun epoch(epoch: Int): IntArray {
            if (!replacement) return shuffled(examples, seed, epoch).let { if (size < examples) it.copyOf(size) else it }
            val random = SplitMix64(seed, epoch.toLong())
            return IntArray(size) { random.below(examples) }
        }

        override val settings: Map<String, Any>
            get() {
                val all = mapOf("shuffle" to true, "seed of the order" to seed)
                return all + listOfNotNull(("replacement" to true).takeIf { replacement }, ("draws" to size).takeIf { size != examples })
            }
    }
