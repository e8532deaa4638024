package dev.rankine.samples.characters

import dev.rankine.data.Dataset
import dev.rankine.data.Labelled
import dev.rankine.shapes.of
import dev.rankine.tensor.Tensor
import dev.rankine.tensor.tensorOf

/** Stretches of a text, and the same stretches one character later: what comes next at every place. */
internal typealias Guesses = Labelled<Stretches, Stretches>

/**
 * Stretches of [context] characters of [text], one from every [step]-th place.
 *
 * @param text numbers of characters, more than [context].
 */
internal class Windows(private val text: IntArray, private val context: Int, private val step: Int) : Dataset<Guesses> {
    override val size: Int = (text.size - context - 1) / step + 1

    override fun batch(indices: IntArray): Guesses = Labelled(stretches(indices, 0), stretches(indices, 1))

    private fun stretches(indices: IntArray, later: Int): Tensor<Stretches> {
        val numbers = LongArray(indices.size * context) { text[indices[it / context] * step + it % context + later].toLong() }
        return tensorOf(numbers, Batch of indices.size, Time of context)
    }
}
