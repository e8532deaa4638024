package dev.rankine.data

import dev.rankine.data.drawn.SplitMix64
import dev.rankine.ops.Generator
import java.util.PriorityQueue

/**
 * All examples once, in an order drawn anew for each epoch, in which every stretch has the classes in their proportions.
 *
 * Among the first `t` examples a class with the share `p` of all has `p t` members, rounded up or down. So a batch of `k` differs from `p k` by
 * less than 2, and by nothing where both of its ends fall on whole numbers. It is the problem of fair scheduling on one processor: example `j` of a class has
 * its place after `floor((j - 1) / p)` and not after `ceil(j / p)`, and the earliest deadline goes first (Baruah, Cohen, Plaxton & Varvel,
 * "Proportionate progress", Algorithmica 1996).
 *
 * @param labels the class of each example; any numbers.
 * @property seed what the orders depend on, with the number of the epoch and nothing else; unless given, 0 or the seed of [dev.rankine.ops.seedAll].
 */
public class StratifiedSampler
    @JvmOverloads
    constructor(labels: LongArray, public val seed: Long = Generator.defaultSeed) :
    Sampler {
        private val hash = labels.contentHashCode()

        /** The numbers of the examples of each class. */
        private val classes: List<IntArray> =
            labels.indices
                .groupBy { labels[it] }
                .toSortedMap()
                .values
                .map { it.toIntArray() }

        override val size: Int = labels.size

        override fun epoch(epoch: Int): IntArray {
            val random = SplitMix64(seed, epoch.toLong())
            val members = classes.map { it.copyOf().also { members -> shuffle(members, random) } }
            val ranks = IntArray(classes.size) { it }.also { shuffle(it, random) }
            return IntArray(size).also { place(members, ranks, it) }
        }

        /** Puts [members] into [order]; where two classes are equally urgent the lower rank goes first. */
        private fun place(members: List<IntArray>, ranks: IntArray, order: IntArray) {
            val taken = IntArray(members.size)

            fun release(k: Int) = taken[k].toLong() * size / members[k].size

            fun deadline(k: Int) = ((taken[k] + 1L) * size + members[k].size - 1) / members[k].size
            val later = PriorityQueue<Int>(compareBy<Int> { release(it) }.thenBy { ranks[it] })
            val ready = PriorityQueue<Int>(compareBy<Int> { deadline(it) }.thenBy { ranks[it] })
            later.addAll(members.indices)
            for (t in order.indices) {
                while (later.isNotEmpty() && release(later.peek()) <= t) ready.add(later.poll())
                val k = ready.poll()
                order[t] = members[k][taken[k]++]
                if (taken[k] < members[k].size) later.add(k)
            }
        }

        override val settings: Map<String, Any> get() = mapOf("sampler" to "stratified", "seed of the order" to seed, "labels" to hash)
    }
