package dev.rankine.samples.names

import dev.rankine.ops.noGrad
import dev.rankine.ops.scope
import dev.rankine.shapes.of
import dev.rankine.tensor.select
import dev.rankine.tensor.tensorOf
import dev.rankine.tensor.toDoubleArray
import java.util.Random
import kotlin.math.exp

/** Makes names that begin with [start], of at most [longest] characters; a low [temperature] draws the likeliest characters more often. */
internal class Generation(
    private val model: NameModel,
    private val start: IntArray,
    private val temperature: Double,
    private val longest: Int = 40,
) {
    init {
        model.eval()
    }

    /** The next name that [random] leads to. Characters are drawn one by one; the state of the LSTM is all that goes on. */
    fun name(random: Random): IntArray =
        noGrad {
            scope("name") {
                val name = ArrayList<Int>(start.asList())
                var (scores, state) = after(intArrayOf(Letters.END) + start, null)
                while (name.size < longest) {
                    val letter = draw(scores, temperature, random)
                    if (letter == Letters.END) break
                    name.add(letter)
                    val next = after(intArrayOf(letter), state)
                    scores = next.first
                    state = next.second
                }
                name.toIntArray()
            }
        }

    private fun after(letters: IntArray, state: State?): Pair<DoubleArray, State> {
        val x = tensorOf(LongArray(letters.size) { letters[it].toLong() }, Batch of 1, Time of letters.size)
        val (scores, next) = model.next(x, state)
        return scores.select(Batch, 0).select(Time, letters.size - 1).toDoubleArray() to next
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
