package dev.rankine.data

/**
 * Examples of any kind that are in memory; [collate] makes batches of them.
 *
 * The list is held, not copied.
 *
 * @property examples the examples, by number.
 */
public class ListDataset<E, B>(public val examples: List<E>, private val collate: Collate<E, B>) : Dataset<B> {
    override val size: Int get() = examples.size

    override fun batch(indices: IntArray): B = collate.collate(indices.map { examples[it] })
}
