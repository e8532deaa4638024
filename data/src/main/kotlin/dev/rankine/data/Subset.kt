package dev.rankine.data

/**
 * Some examples of a dataset.
 *
 * @property dataset where the examples come from.
 * @param indices their numbers there, in the order that they have here; one may stand more than once.
 * @throws IllegalArgumentException if a number is out of range.
 */
public class Subset<B>(public val dataset: Dataset<B>, indices: IntArray) : Dataset<B> {
    private val numbers = indices.copyOf()

    init {
        val wrong = numbers.firstOrNull { it !in 0 until dataset.size }
        require(wrong == null) { "subset: there is no such example: $wrong is not in 0..${dataset.size - 1}" }
    }

    /** The number in [dataset] of each example. */
    public val indices: IntArray get() = numbers.copyOf()

    override val size: Int get() = numbers.size

    override fun batch(indices: IntArray): B = dataset.batch(IntArray(indices.size) { numbers[indices[it]] })
}

/**
 * The examples with these [indices].
 *
 * @throws IllegalArgumentException if a number is out of range.
 */
public fun <B> Dataset<B>.subset(indices: IntArray): Subset<B> = Subset(this, indices)

/**
 * The examples with the numbers of [range].
 *
 * @throws IllegalArgumentException if a number is out of range.
 */
public fun <B> Dataset<B>.subset(range: IntRange): Subset<B> = Subset(this, range.toList().toIntArray())
