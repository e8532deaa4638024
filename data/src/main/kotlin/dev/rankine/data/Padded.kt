package dev.rankine.data

import dev.rankine.ops.Holder
import dev.rankine.ops.Value
import dev.rankine.ops.constantPad
import dev.rankine.ops.noGrad
import dev.rankine.ops.stack
import dev.rankine.ops.valueOf
import dev.rankine.shapes.Axis
import dev.rankine.shapes.Cube
import dev.rankine.shapes.DType
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Mat
import dev.rankine.shapes.Shape
import dev.rankine.shapes.ShapeException
import dev.rankine.shapes.Sizes
import dev.rankine.shapes.Vec
import dev.rankine.tensor.Tensor
import dev.rankine.tensor.UncheckedShape
import dev.rankine.tensor.unchecked

/**
 * Sequences of different lengths in one tensor, the shorter ones filled up at their ends.
 *
 * @property values the sequences, `[B, T, ...]`.
 * @property lengths how long each of them is, int64. `[B]`
 * @property mask where an element of a sequence is, bool: false where it was filled up. `[B, T]`
 */
public data class Padded<S : Shape, B : Dim<*>, T : Dim<*>>(
    public val values: Tensor<S>,
    public val lengths: Tensor<Vec<B>>,
    public val mask: Tensor<Mat<B, T>>,
) : Holder {
    override fun heldValues(): List<Value> = listOf(values.value, lengths.value, mask.value)
}

/**
 * A batch of sequences, each filled up with [value] to the size that [time] declares, or else to the length of the longest. `[T]` of each example, `[B, T]` of all.
 *
 * @throws ShapeException if there is no sequence, or one is longer than [time] declares.
 */
@OptIn(UncheckedShape::class) // the axes that make the sizes are those of the type
public fun <B : Dim<*>, T : Dim<*>> List<Tensor<Vec<T>>>.pad(batch: B, time: T, value: Number = 0): Padded<Mat<B, T>, B, T> {
    val axes = axes(batch, time)
    return Padded(padded(axes, value).unchecked(), lengths(axes).unchecked(), mask(axes).unchecked())
}

/**
 * A batch of sequences of vectors, each filled up with [value] to the size that [time] declares, or else to the length of the longest. `[T, F]` of each
 * example, `[B, T, F]` of all.
 *
 * @throws ShapeException if there is no sequence, one is longer than [time] declares, or the vectors differ in size.
 */
@JvmName("padVectors")
@OptIn(UncheckedShape::class) // the axes that make the sizes are those of the type
public fun <B : Dim<*>, T : Dim<*>, F : Dim<*>> List<Tensor<Mat<T, F>>>.pad(
    batch: B,
    time: T,
    value: Number = 0,
): Padded<Cube<B, T, F>, B, T> {
    val axes = axes(batch, time)
    return Padded(padded(axes, value).unchecked(), lengths(axes).unchecked(), mask(axes).unchecked())
}

/** The first two axes of a batch of these sequences. */
private fun List<Tensor<*>>.axes(batch: Dim<*>, time: Dim<*>): List<Axis<*>> {
    if (isEmpty()) throw ShapeException("pad: there is no sequence")
    val longest = maxBy { it.sizes[0] }.sizes
    val declared = time.size
    if (declared != null && longest[0] > declared) {
        throw ShapeException(
            "pad: a sequence is longer than ${time.name} declares: ${longest[0]} > $declared",
            listOf("sequence" to longest),
        )
    }
    val length = declared ?: longest[0]
    return listOf(Axis(batch, size, "a batch of $size sequences"), Axis(time, length, "the longest of $size sequences has ${longest[0]}"))
}

private fun List<Tensor<*>>.padded(axes: List<Axis<*>>, value: Number): Value =
    noGrad {
        val rest = this[0].sizes
        firstOrNull { (1 until rest.rank).any { axis -> it.sizes[axis] != rest[axis] } }?.let {
            throw ShapeException("pad: sequences differ in more than their lengths", listOf("first" to rest, "other" to it.sizes))
        }
        val long =
            map { sequence ->
                val sizes = sequence.sizes
                // without names: the axis gets another size
                val plain = sequence.value.named(Sizes.of(*IntArray(sizes.rank) { sizes[it] }))
                constantPad(plain, List(2 * (sizes.rank - 1)) { 0 } + listOf(0, axes[1].size - sizes[0]), value)
            }
        val all = stack(long)
        all.named(all.sizes.withAxes(Array(all.sizes.rank) { if (it < 2) axes[it] else rest.axis(it - 1) }))
    }

private fun List<Tensor<*>>.lengths(axes: List<Axis<*>>): Value =
    valueOf(
        LongArray(size) {
            this[it].sizes[0].toLong()
        },
        DType.I64,
        Sizes.named(axes[0]),
    )

private fun List<Tensor<*>>.mask(axes: List<Axis<*>>): Value {
    val length = axes[1].size
    val mask = ByteArray(size * length)
    for (i in indices) mask.fill(1, i * length, i * length + this[i].sizes[0])
    return valueOf(mask, DType.BOOL, Sizes.named(axes[0], axes[1]))
}
