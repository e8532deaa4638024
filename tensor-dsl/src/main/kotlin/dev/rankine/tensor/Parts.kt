package dev.rankine.tensor

import dev.rankine.ops.Value
import dev.rankine.ops.glu
import dev.rankine.ops.indexAdd
import dev.rankine.ops.indexSelect
import dev.rankine.ops.maskedSelect
import dev.rankine.ops.named
import dev.rankine.ops.narrow
import dev.rankine.ops.nonzero
import dev.rankine.ops.pad
import dev.rankine.ops.repeat
import dev.rankine.ops.repeatInterleave
import dev.rankine.ops.unbind
import dev.rankine.shapes.Axis
import dev.rankine.shapes.Dyn
import dev.rankine.shapes.Half
import dev.rankine.shapes.Mat
import dev.rankine.shapes.Shape
import dev.rankine.shapes.ShapeException
import dev.rankine.shapes.Times
import dev.rankine.shapes.Vec

/** Both results under types. */
internal fun <A : Shape, B : Shape> Pair<Value, Value>.tensors(): Pair<Tensor<A>, Tensor<B>> = Tensor<A>(first) to Tensor(second)

/**
 * Axis [axis] of [x] cut into [first] and [second].
 *
 * @throws ShapeException if they do not make it.
 */
internal fun parted(x: Value, axis: Int, first: Axis<*>, second: Axis<*>): Pair<Value, Value> {
    if (first.size + second.size != x.sizes[axis]) {
        throw ShapeException(
            "split: the parts do not make axis ${Math.floorMod(axis, x.rank)}: ${first.size} + ${second.size} != ${x.sizes[axis]}",
            listOf("input" to x.sizes),
        )
    }
    return narrowed(x, axis, 0, first) to narrowed(x, axis, first.size, second)
}

/**
 * Both halves of axis [axis] of [x].
 *
 * @throws ShapeException if its size is odd.
 */
internal fun halved(x: Value, axis: Int): Pair<Value, Value> {
    val size = x.sizes[axis]
    if (size % 2 != 0) throw ShapeException("halves: an axis of odd size has no halves: $size", listOf("input" to x.sizes))
    return half(x, axis, 0, size / 2) to half(x, axis, size / 2, size / 2)
}

private fun half(x: Value, axis: Int, start: Int, size: Int): Value {
    val name = x.sizes.axis(axis)?.let { Axis(Half(it.dim), size) }
    val y = narrow(x, axis, start, size)
    return if (name == null) y else y.named(replaced(y.sizes, axis, 1, listOf(size to name)))
}

/** The first half of axis [axis] of [x], times the logistic function of the second half. */
internal fun gated(x: Value, axis: Int): Value {
    val y = glu(x, axis)
    return renamed(x, y, axis, x.sizes.axis(axis)?.let { Axis(Half(it.dim), y.sizes[axis]) })
}

/** The slices of [x] along [axis] that [index] names; their axis is that of [index]. */
internal fun selected(x: Value, axis: Int, index: Value): Value = renamed(x, indexSelect(x, axis, index), axis, index.sizes.axis(0))

/** [x] laid end to end along [axis], as often as [times] says; the axis is `Times * axis`. */
internal fun repeated(x: Value, axis: Int, times: Axis<*>): Value {
    val y = repeat(x, *IntArray(x.rank) { if (it == axis) times.size else 1 })
    return renamed(x, y, axis, x.sizes.axis(axis)?.let { Axis(Times(times.dim, it.dim), y.sizes[axis]) })
}

/** Every slice of [x] along [axis] as often as [times] says; the axis is `axis * Times`. */
internal fun interleaved(x: Value, axis: Int, times: Axis<*>): Value {
    val y = repeatInterleave(x, times.size, axis)
    return renamed(x, y, axis, x.sizes.axis(axis)?.let { Axis(Times(it.dim, times.dim), y.sizes[axis]) })
}

/**
 * [x] with [number] on both sides of [axis], which becomes [padded]; [before] of them come first.
 *
 * @throws ShapeException if [padded] has no room for them.
 */
internal fun paddedTo(x: Value, axis: Int, before: Int, padded: Axis<*>, number: Number): Value {
    val after = padded.size - x.sizes[axis] - before
    if (before < 0 || after < 0) {
        throw ShapeException(
            "pad: axis $axis does not fit: $before + ${x.sizes[axis]} > ${padded.size}",
            listOf("input" to x.sizes),
        )
    }
    val pads = List(2 * (x.rank - 1 - axis)) { 0 } + before + after
    return renamed(x, pad(x, pads, value = number), axis, padded)
}

/** [x] with the slices of [source] added along [axis] at the places that [index] names. */
internal fun added(x: Value, axis: Int, index: Value, source: Value): Value = indexAdd(x, axis, index, source).named(x.sizes)

/** The values without [axis], one by one. */
internal fun <S : Shape> unbound(x: Value, axis: Int): List<Tensor<S>> = unbind(x, axis).map { Tensor(it) }

/** The elements where [mask], a bool that broadcasts to this shape, is true. Their number depends on the data. `[*p] [*p] -> [Dyn]` */
public fun <S : Shape> Tensor<S>.maskedSelect(mask: Tensor<out S>): Tensor<Vec<Dyn>> = Tensor(maskedSelect(value, mask.value))

/** The places (int64) of the elements that are not zero: a row for each, a column for each axis. `[*p] -> [Dyn, Dyn]` */
public fun Tensor<*>.nonzero(): Tensor<Mat<Dyn, Dyn>> = Tensor(nonzero(value))

/** [y] under the names of [x], of which it differs in [axis]. */
private fun renamed(x: Value, y: Value, axis: Int, name: Axis<*>?): Value =
    y.named(replaced(x.sizes, axis, 1, listOf(y.sizes[axis] to name)))
