@file:JvmName("Layers")
@file:JvmMultifileClass

package dev.rankine.nn

import dev.rankine.ops.Generator
import dev.rankine.ops.Value
import dev.rankine.ops.normal
import dev.rankine.ops.to
import dev.rankine.ops.toDoubleArray
import dev.rankine.ops.uniform
import dev.rankine.ops.valueOf
import dev.rankine.shapes.DType
import dev.rankine.shapes.Sizes
import kotlin.math.PI
import kotlin.math.exp
import kotlin.math.ln
import kotlin.math.sqrt

/**
 * Normal with [mean] and [deviation], but only in `[low, high]`: the density elsewhere is zero. `-> sizes`
 *
 * @param low,high the bounds themselves, not multiples of the deviation.
 * @throws IllegalArgumentException if the deviation is not positive, it or the mean is not finite, or [low] is not below [high].
 */
@JvmOverloads
public fun truncNormal(
    sizes: Sizes,
    mean: Double = 0.0,
    deviation: Double = 1.0,
    low: Double = -2.0,
    high: Double = 2.0,
    dtype: DType = DType.F32,
    generator: Generator = Generator.current,
): Value {
    require(deviation > 0 && deviation.isFinite()) { "trunc_normal: the deviation must be a finite positive number: $deviation" }
    require(mean.isFinite()) { "trunc_normal: the mean must be finite: $mean" }
    require(low < high) { "trunc_normal: low is not below high: $low, $high" }
    val proposal = Proposal.of((low - mean) / deviation, (high - mean) / deviation)
    val numbers = DoubleArray(sizes.elements)
    var count = 0
    while (count < numbers.size) {
        for (number in proposal.draw(numbers.size - count, generator)) numbers[count++] = (mean + deviation * number).coerceIn(low, high)
    }
    return to(valueOf(numbers, *sizes.toList().toIntArray()), dtype)
}

/**
 * How standard normal numbers of an interval are found: draws of another distribution, of which some are kept. Which one, so that even far
 * out or between narrow bounds a good part is kept: Robert, Statistics and Computing 5 (1995).
 */
private fun interface Proposal {
    /** At most [count] numbers. */
    fun draw(count: Int, generator: Generator): List<Double>

    companion object {
        fun of(low: Double, high: Double): Proposal =
            when {
                high < 0 -> of(-high, -low).let { mirrored -> Proposal { count, generator -> mirrored.draw(count, generator).map { -it } } }
                low <= 0 -> if (high - low > sqrt(2 * PI)) wide(low, high) else narrow(low, high, 0.0)
                else -> tail(low, high)
            }

        /** Normal numbers, of which those outside are dropped. */
        private fun wide(low: Double, high: Double) =
            Proposal {
                count,
                generator,
                ->
                normal(Sizes.of(count), 0.0, 1.0, DType.F64, generator).toDoubleArray().filter { it in low..high }
            }

        /** Uniform numbers, kept by the density relative to that at [mode], where it is highest. */
        private fun narrow(low: Double, high: Double, mode: Double) =
            Proposal { count, generator ->
                pairs(count, generator).mapNotNull { (place, chance) ->
                    val x = low + (high - low) * place
                    x.takeIf { chance < exp((mode * mode - x * x) / 2) }
                }
            }

        /** Behind [low] > 0: exponential numbers, or uniform ones if the bounds are close. */
        private fun tail(low: Double, high: Double): Proposal {
            val root = sqrt(low * low + 4)
            val rate = (low + root) / 2
            if (high < low + 2 / (low + root) * exp((low * low - low * root) / 4 + 0.5)) return narrow(low, high, low)
            return Proposal { count, generator ->
                pairs(count, generator).mapNotNull { (place, chance) ->
                    val x = low - ln(1 - place) / rate
                    x.takeIf { x <= high && chance < exp(-(x - rate) * (x - rate) / 2) }
                }
            }
        }

        private fun pairs(count: Int, generator: Generator): List<Pair<Double, Double>> {
            val numbers = uniform(Sizes.of(2, count), 0.0, 1.0, DType.F64, generator).toDoubleArray()
            return List(count) { numbers[it] to numbers[count + it] }
        }
    }
}
