package dev.rankine.data

import dev.rankine.ops.valueOf
import dev.rankine.shapes.Axis
import dev.rankine.shapes.DType
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Mat
import dev.rankine.shapes.Sizes
import dev.rankine.tensor.UncheckedShape
import dev.rankine.tensor.unchecked

/**
 * Stretches of [length] of these numbers, such as the characters of a text, int64; the target of each place is the number after it. `[batch, time] [batch, time]`.
 *
 * @param step how far a stretch begins after the one before it: with 1 there is one at every place, by default none overlap.
 * @throws IllegalArgumentException if [length] or [step] is below 1.
 * @throws dev.rankine.shapes.ShapeException if [time] declares another size than [length].
 */
public fun <B : Dim<*>, T : Dim<*>> LongArray.windows(
    batch: B,
    time: T,
    length: Int,
    step: Int = length,
): Dataset<Labelled<Mat<B, T>, Mat<B, T>>> {
    require(length >= 1) { "windows: a stretch needs at least one place: length $length" }
    require(step >= 1) { "windows: stretches begin at different places: step $step" }
    val numbers = this
    val places = Axis(time, length, "stretches of $length of ${numbers.size} numbers")
    return object : Dataset<Labelled<Mat<B, T>, Mat<B, T>>> {
        override val size: Int get() = if (numbers.size <= length) 0 else (numbers.size - 1 - length) / step + 1

        @OptIn(UncheckedShape::class) // the axes that make the sizes are those of the type
        override fun batch(indices: IntArray): Labelled<Mat<B, T>, Mat<B, T>> {
            val sizes = Sizes.named(Axis(batch, indices.size, "a batch of ${indices.size} of $size stretches"), places)

            fun from(shift: Int) = LongArray(indices.size * length) { numbers[indices[it / length] * step + it % length + shift] }
            return Labelled(valueOf(from(0), DType.I64, sizes).unchecked(), valueOf(from(1), DType.I64, sizes).unchecked())
        }
    }
}
