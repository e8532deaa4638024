package dev.rankine.data

import dev.rankine.ops.Generator

/**
 * Some examples of a dataset, each once, in an order drawn anew for each epoch.
 *
 * @param indices the numbers of the examples.
 * @property seed what the orders depend on, with the number of the epoch and nothing else; unless given, 0 or the seed of [dev.rankine.ops.seedAll].
 */
public class SubsetRandomSampler
    @JvmOverloads
    constructor(indices: IntArray, public val seed: Long = Generator.defaultSeed) :
    Sampler {
        private val indices = indices.copyOf()

        override val size: Int get() = indices.size

        override fun epoch(epoch: Int): IntArray = shuffled(size, seed, epoch).also { for (i in it.indices) it[i] = indices[it[i]] }

        override val settings: Map<String, Any>
            get() = mapOf("sampler" to "subset", "seed of the order" to seed, "indices" to indices.contentHashCode())
    }
