package dev.rankine.samples.names

import dev.rankine.data.Dataset
import dev.rankine.data.Labelled
import dev.rankine.shapes.Mat
import dev.rankine.shapes.of
import dev.rankine.tensor.tensorOf

/** Names, and for every place of each the character that comes next. */
internal typealias Names = Labelled<Mat<Batch, Time>, Mat<Batch, Time>>

/** What the loss leaves out: the places behind the end of a name that is shorter than the longest of its batch. */
internal const val NOTHING: Long = -100

/**
 * Batches of [names]: `abc` goes in as `<end>abc`, and should come out as `abc<end>`. All are filled up to the longest; what an LSTM gives at a place
 * depends on what stands before it only, so that the filling changes nothing but the time it takes.
 */
internal class NameBatches(private val names: List<IntArray>) : Dataset<Names> {
    override val size: Int get() = names.size

    override fun batch(indices: IntArray): Names {
        val longest = 1 + (indices.maxOfOrNull { names[it].size } ?: 0)
        val inputs = LongArray(indices.size * longest) { Letters.END.toLong() }
        val targets = LongArray(indices.size * longest) { NOTHING }
        for ((row, index) in indices.withIndex()) {
            val name = names[index]
            for (i in name.indices) {
                inputs[row * longest + i + 1] = name[i].toLong()
                targets[row * longest + i] = name[i].toLong()
            }
            targets[row * longest + name.size] = Letters.END.toLong()
        }
        val batch = Batch of indices.size
        val time = Time of longest
        return Labelled(tensorOf(inputs, batch, time), tensorOf(targets, batch, time))
    }
}
