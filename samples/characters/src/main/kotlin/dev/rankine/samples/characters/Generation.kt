package dev.rankine.samples.characters

import dev.rankine.ops.noGrad
import dev.rankine.ops.scope
import dev.rankine.ops.toDoubleArray
import dev.rankine.ops.valueOf
import dev.rankine.shapes.DType
import dev.rankine.shapes.Sizes
import dev.rankine.tensor.typed
import java.util.Random
import kotlin.math.exp
import dev.rankine.shapes.of

/** Goes on after [prompt] by [count] characters, drawn from what [model] expects; a low [temperature] draws the likeliest more often. */
internal fun generate(model: LanguageModel, context: Int, prompt: IntArray, count: Int, temperature: Double, seed: Long): IntArray {
    model.eval()
    val random = Random(seed)
    val text = prompt.copyOf(prompt.size + count)
    for (end in prompt.size until text.size) {
        text[end] = draw(scoresAfter(model, text.copyOfRange(maxOf(0, end - context), end)), temperature, random)
    }
    return text
}

/** The scores of all characters for the place after [text]. */
private fun scoresAfter(model: LanguageModel, text: IntArray): DoubleArray =
    noGrad {
        scope("generate") {
            val stretch = valueOf(LongArray(text.size) { text[it].toLong() }, DType.I64, Sizes.of(1, text.size))
            val scores = model(stretch.typed(Batch of 1, Time of text.size))
            scores.value.toDoubleArray().let { it.copyOfRange(it.size - scores.sizes[2], it.size) }
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
