package dev.rankine.samples.characters

import dev.rankine.ops.noGrad
import dev.rankine.ops.scope
import dev.rankine.shapes.Vec
import dev.rankine.shapes.of
import dev.rankine.tensor.Tensor
import dev.rankine.tensor.select
import dev.rankine.tensor.tensorOf
import dev.rankine.tensor.toDoubleArray
import java.util.Random
import kotlin.math.exp

/** Goes on after [prompt] by [count] characters, drawn from what [model] expects; a low [temperature] draws the likeliest more often. */
internal fun generate(model: Gpt, context: Int, prompt: IntArray, count: Int, temperature: Double, seed: Long): IntArray {
    model.eval()
    val random = Random(seed)
    val text = prompt.copyOf(prompt.size + count)
    for (end in prompt.size until text.size) {
        text[end] = draw(scoresAfter(model, text.copyOfRange(maxOf(0, end - context), end)), temperature, random)
    }
    return text
}

/** The scores of all characters for the place after [text]. */
private fun scoresAfter(model: Gpt, text: IntArray): DoubleArray =
    noGrad {
        scope("generate") {
            val stretch = tensorOf(LongArray(text.size) { text[it].toLong() }, Batch of 1, Time of text.size)
            val last: Tensor<Vec<Vocabulary>> = model(stretch).select(Batch, 0).select(Time, text.size - 1)
            last.toDoubleArray()
        }
    }

/** A number drawn by the softmax of `scores / temperature`; the largest score if [temperature] is 0. */
internal fun draw(scores: DoubleArray, temperature: Double, random: Random): Int {
    val largest = scores.indices.maxByOrNull { scores[it] }!!
    if (temperature == 0.0) return largest
    val weights = DoubleArray(scores.size) { exp((scores[it] - scores[largest]) / temperature) }
    var left = random.nextDouble() * weights.sum()
    for (number in weights.indices) {
        left -= weights[number]
        if (left < 0) return number
    }
    return largest // what rounding left over
}
