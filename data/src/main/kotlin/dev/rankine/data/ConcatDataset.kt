package dev.rankine.data

import dev.rankine.shapes.Shape
import dev.rankine.tensor.Tensor
import dev.rankine.tensor.UncheckedShape
import dev.rankine.tensor.unchecked

/**
 * The examples of several datasets, one dataset after the other.
 *
 * A batch with examples of more than one of them is joined from parts: from one for each stretch of numbers that lie in the same dataset.
 *
 * @property datasets where the examples come from.
 * @param join makes one batch of several, in their order.
 * @throws IllegalArgumentException if there is no dataset, or more examples than an index can count.
 */
public class ConcatDataset<B>(public val datasets: List<Dataset<B>>, private val join: Collate<B, B>) : Dataset<B> {
    /** The number of the first example after each dataset. */
    private val ends: IntArray

    init {
        require(datasets.isNotEmpty()) { "concat dataset: there is no dataset" }
        val sizes = datasets.runningFold(0L) { sum, dataset -> sum + dataset.size }.drop(1)
        require(sizes.last() <= Int.MAX_VALUE) { "concat dataset: too many examples: ${sizes.last()} > ${Int.MAX_VALUE}" }
        ends = IntArray(sizes.size) { sizes[it].toInt() }
    }

    override val size: Int get() = ends.last()

    override fun batch(indices: IntArray): B {
        val parts = ArrayList<B>()
        var from = 0
        while (from < indices.size || parts.isEmpty()) {
            val home = if (indices.isEmpty()) 0 else home(indices[from])
            var to = from
            while (to < indices.size && home(indices[to]) == home) to++
            val first = if (home == 0) 0 else ends[home - 1]
            parts.add(datasets[home].batch(IntArray(to - from) { indices[from + it] - first }))
            from = to
        }
        return parts.singleOrNull() ?: join.collate(parts)
    }

    /** Which dataset example [index] is in. */
    private fun home(index: Int): Int {
        var home = ends.binarySearch(index + 1).let { if (it >= 0) it else -it - 1 }
        while (home > 0 && ends[home - 1] > index) home-- // an empty dataset ends where the one before it does
        return home
    }
}

/** The examples of this dataset, then those of [other]. Parts of a batch are joined along their first axes. */
public operator fun <X : Shape, Y : Shape> Dataset<Labelled<X, Y>>.plus(other: Dataset<Labelled<X, Y>>): Dataset<Labelled<X, Y>> =
    ConcatDataset(listOf(this, other)) { parts -> Labelled(join(parts.map { it.inputs }), join(parts.map { it.targets })) }

/** The examples of this dataset, then those of [other]. Parts of a batch are joined along their first axes. */
@JvmName("plusTensors")
public operator fun <X : Shape> Dataset<Tensor<X>>.plus(other: Dataset<Tensor<X>>): Dataset<Tensor<X>> =
    ConcatDataset(listOf(this, other)) { join(it) }

@OptIn(UncheckedShape::class) // only the size of the first axis changes, which the type does not state
private fun <S : Shape> join(parts: List<Tensor<S>>): Tensor<S> = joined(parts.map { it.value }).unchecked()
