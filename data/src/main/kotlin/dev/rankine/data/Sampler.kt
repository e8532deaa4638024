package dev.rankine.data

/**
 * Which examples an epoch has, and in which order.
 *
 * The numbers of an epoch depend on its number alone, so that a run goes on in the middle of one exactly where it stopped.
 */
public interface Sampler {
    /** How many numbers an epoch has, the same in every epoch. */
    public val size: Int

    /** The numbers of the examples of epoch number [epoch], from 0 on, in their order. */
    public fun epoch(epoch: Int): IntArray

    /**
     * What the numbers depend on, by name: a checkpoint holds it, and training goes on from one only where it is the same. By default the name of
     * the class: a sampler with a seed, or with other numbers of its own, names them too.
     */
    public val settings: Map<String, Any> get() = mapOf("sampler" to javaClass.name)
}

/**
 * The examples of a dataset in its order, `0 until size`, in every epoch.
 *
 * @throws IllegalArgumentException if [size] is negative.
 */
public class SequentialSampler(override val size: Int) : Sampler {
    init {
        require(size >= 0) { "sequential sampler: the number of examples is negative: $size" }
    }

    override fun epoch(epoch: Int): IntArray = IntArray(size) { it }

    override val settings: Map<String, Any> get() = mapOf("shuffle" to false)
}
