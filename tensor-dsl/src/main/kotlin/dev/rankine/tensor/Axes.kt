package dev.rankine.tensor

import dev.rankine.ops.Value
import dev.rankine.ops.broadcastTo
import dev.rankine.ops.cat
import dev.rankine.ops.named
import dev.rankine.ops.narrow
import dev.rankine.ops.oneHot
import dev.rankine.ops.reshape
import dev.rankine.ops.stack
import dev.rankine.shapes.Axis
import dev.rankine.shapes.Plus
import dev.rankine.shapes.ShapeException
import dev.rankine.shapes.Sizes
import dev.rankine.shapes.Times

/**
 * [x] under the names of [sizes], after a check that it has them.
 *
 * @throws ShapeException naming the rank, or the first axis whose size differs.
 */
internal fun withShape(x: Value, sizes: Sizes): Value {
    if (x.rank != sizes.rank) {
        throw ShapeException("typed: rank differs: ${x.rank} != ${sizes.rank}", listOf("value" to x.sizes, "type" to sizes))
    }
    for (i in 0 until sizes.rank) {
        if (x.sizes[i] != sizes[i]) {
            val name = sizes.axis(i)?.dim?.name ?: "unnamed"
            throw ShapeException(
                "typed: size of axis $i ($name) differs: ${x.sizes[i]} != ${sizes[i]}",
                listOf(
                    "value" to x.sizes,
                    "type" to sizes,
                ),
            )
        }
    }
    return x.named(sizes)
}

/** The elements of [x] in row-major order under [sizes] and their names. */
internal fun reshaped(x: Value, sizes: Sizes): Value = reshape(x, sizes).named(sizes)

/** [x] repeated to [sizes], under their names. */
internal fun stretched(x: Value, sizes: Sizes): Value = broadcastTo(x, sizes).named(sizes)

/** Axes [axis] and `axis + 1` of [x] as one, called by the product of their dims where both have one. */
internal fun merged(x: Value, axis: Int): Value {
    val size = x.sizes[axis] * x.sizes[axis + 1]
    val (left, right) = x.sizes.axis(axis) to x.sizes.axis(axis + 1)
    val name = if (left != null && right != null) Axis(Times(left.dim, right.dim), size) else null
    return reshape(x, replaced(x.sizes, axis, 2, listOf(size to name)))
}

/** Axis [axis] of [x] as two. */
internal fun split(x: Value, axis: Int, left: Axis<*>, right: Axis<*>): Value =
    reshape(x, replaced(x.sizes, axis, 1, listOf(left.size to left, right.size to right)))

/**
 * The last axis of [x] as [parts].
 *
 * @throws ShapeException if their sizes do not make that of the axis.
 */
internal fun unflattened(x: Value, vararg parts: Axis<*>): Value {
    val cut = Sizes.named(*parts)
    if (cut.elements != x.sizes[-1]) {
        throw ShapeException("unflatten: $cut does not make the last axis: ${cut.elements} != ${x.sizes[-1]}", listOf("input" to x.sizes))
    }
    return reshape(x, replaced(x.sizes, x.rank - 1, 1, parts.map { it.size to it }))
}

/** [left] followed by [right] along [axis], called by the sum of their dims where both have one. */
internal fun joined(left: Value, right: Value, axis: Int): Value {
    val y = cat(listOf(left, right), axis)
    val (a, b) = left.sizes.axis(axis) to right.sizes.axis(axis)
    if (a == null || b == null) return y
    return y.named(replaced(y.sizes, axis, 1, listOf(y.sizes[axis] to Axis(Plus(a.dim, b.dim), y.sizes[axis]))))
}

/**
 * [tensors] along a new axis at the place [axis].
 *
 * @throws ShapeException if there are not as many as [added] says.
 */
internal fun stacked(tensors: List<Tensor<*>>, axis: Int, added: Axis<*>): Value {
    if (tensors.size != added.size) throw ShapeException("stack: number of tensors differs: ${tensors.size} given for $added")
    val y = stack(tensors.map { it.value }, axis)
    return y.named(replaced(y.sizes, axis, 1, listOf(added.size to added)))
}

/** The elements of [x] from [start] on along [axis], under the name of [part]. */
internal fun narrowed(x: Value, axis: Int, start: Int, part: Axis<*>): Value {
    val y = narrow(x, axis, start, part.size)
    return y.named(replaced(y.sizes, axis, 1, listOf(part.size to part)))
}

/** 1 at the class that [x] holds along a new last axis. */
internal fun oneHotOf(x: Value, classes: Axis<*>): Value {
    val y = oneHot(x, classes.size)
    return y.named(replaced(y.sizes, y.rank - 1, 1, listOf(classes.size to classes)))
}

/** [sizes] with [count] axes from [axis] on replaced by [by]. */
internal fun replaced(sizes: Sizes, axis: Int, count: Int, by: List<Pair<Int, Axis<*>?>>): Sizes {
    val old = List(sizes.rank) { sizes[it] to sizes.axis(it) }
    val all = old.take(axis) + by + old.drop(axis + count)
    return Sizes.of(all.map { it.first }).withAxes(Array(all.size) { all[it].second })
}
