@file:JvmName("Values")
@file:JvmMultifileClass

package dev.rankine.ops

import dev.rankine.shapes.DType
import dev.rankine.shapes.DTypeException
import dev.rankine.shapes.ShapeException
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Sizes

/** Picks elements along an axis, one per index. The row behind [gather]. */
public val gatherOp: Op2<AxisAttributes> =
    Op2(
        "gather",
        Loop { attributes, inputs, outputs ->
            val (x, index) = inputs
            forEachIndexed("gather", index, x.sizes, attributes.axis) { i, place -> outputs[0].take(i, x, place) }
        },
        { call ->
            checkIndex(call.name, call.inputs[1])
            checkWithin(call.name, call.sizes(1), "input", call.sizes(0), call.attributes.axis)
            arrayOf(Spec(call.dtype(), call.sizes(1)))
        },
        gradients(
            gradient { scatterAddOf(attributes, zerosLike(a), b, dy) },
            NotDifferentiable("an index has no gradient"),
        ),
        null,
        Names("gather", "take_along_axis"),
    )

/** The rule of [gather]; a scalar counts as one axis. */
internal const val GATHER_RULE: String =
    "s index:t axis=? -> t where max(rank(s), 1) == max(rank(t), 1) \"ranks of index and input differ\", axis(s, axis) >= 0"

/**
 * `y[i, j, k] = x[i, index[i, j, k], k]` for axis 1: per element of [index] the element of [x] at the same place but with the index on [axis].
 * [index] (int64 or int32, not negative) has the rank of [x] and at most its sizes on the other axes; the result has the sizes of [index].
 *
 * @throws ShapeException if the sizes do not fit or an index is out of range.
 * @throws DTypeException if [index] is not int64 or int32.
 */
@ShapeRule(GATHER_RULE)
public fun gather(x: Value, axis: Int, index: Value): Value = gatherOp(AxisAttributes(x.sizes.axisIndex("gather", axis)), x, index)

/**
 * As [gather], after [x] and [index] were broadcast against each other on every axis but [axis].
 *
 * @throws ShapeException if the ranks differ, the sizes do not broadcast or an index is out of range.
 */
@ShapeRule(
    "s index:t axis=? -> with(broadcast(with(s, axis, 1), with(t, axis, 1)), axis, at(t, axis)) " +
        "where rank(s) == rank(t) \"ranks differ\"",
)
public fun takeAlongAxis(x: Value, index: Value, axis: Int): Value {
    val place = x.sizes.axisIndex("take_along_axis", axis)
    if (x.rank != index.rank) {
        throw ShapeException(
            "take_along_axis: ranks differ: ${x.rank} != ${index.rank}",
            listOf("input" to x.sizes, "index" to index.sizes),
        )
    }
    if (x.rank == 0) return gather(x, 0, index)
    val common = Sizes.broadcast("take_along_axis", x.sizes.with(place, 1), index.sizes.with(place, 1))
    return gather(broadcastTo(x, common.with(place, x.sizes[place])), place, broadcastTo(index, common.with(place, index.sizes[place])))
}

private fun scatterAddOf(attributes: AxisAttributes, x: Value, index: Value, source: Value): Value =
    scatterAddOp(attributes, x, index, source)

/** Fails unless [index] can be an index: int64 or int32; without elements any integer type. */
internal fun checkIndex(op: String, index: Value) {
    val fits = index.dtype == DType.I64 || index.dtype == DType.I32 || (index.elements == 0 && index.dtype.isInteger)
    if (!fits) throw DTypeException("$op: an index must be int64 or int32: ${index.dtype} given", "convert with to(dtype)")
}

/** Fails unless the sizes of the index are at most those of [other] on every axis but [axis]; -1: on every axis. A scalar counts as one axis. */
internal fun checkWithin(op: String, index: Sizes, name: String, other: Sizes, axis: Int) {
    val small = atLeastOneAxis(index)
    val large = atLeastOneAxis(other)
    if (small.rank != large.rank) {
        throw ShapeException(
            "$op: ranks of index and $name differ: ${index.rank} != ${other.rank}",
            listOf("index" to index, name to other),
        )
    }
    if (index.elements == 0) return
    for (i in 0 until small.rank) {
        if (i != axis && small[i] > large[i]) {
            throw ShapeException(
                "$op: index is larger than $name on axis $i: ${small[i]} > ${large[i]}",
                listOf(
                    "index" to index,
                    name to other,
                ),
            )
        }
    }
}

internal fun atLeastOneAxis(sizes: Sizes): Sizes = if (sizes.rank == 0) Sizes.of(1) else sizes

/** Visits every index element with its place (in row-major order) in a value of sizes [target], where it replaces the number on [axis]. */
internal inline fun forEachIndexed(op: String, index: Elements, target: Sizes, axis: Int, visit: (i: Int, place: Int) -> Unit) {
    val sizes = atLeastOneAxis(index.sizes)
    val full = atLeastOneAxis(target)
    for (i in 0 until index.count) {
        val chosen = index.long(i)
        if (chosen < 0 || chosen >= full[axis]) throw outOfRange(op, chosen, i, full[axis], index.sizes, target)
        visit(i, placeOf(i, sizes, full, axis, chosen.toInt()))
    }
}

/** The place in [target] of the element that has number [i] in [sizes], with [chosen] on [axis]; -1: on no axis. */
internal fun placeOf(i: Int, sizes: Sizes, target: Sizes, axis: Int, chosen: Int): Int {
    var rest = i
    var place = 0
    var step = 1
    for (k in sizes.rank - 1 downTo 0) {
        place += (if (k == axis) chosen else rest % sizes[k]) * step
        rest /= sizes[k]
        step *= target[k]
    }
    return place
}

internal fun outOfRange(op: String, index: Long, element: Int, size: Int, indices: Sizes, target: Sizes): ShapeException =
    ShapeException(
        if (size == 0) {
            "$op: index out of range: $index at element $element: the axis has no elements"
        } else {
            "$op: index out of range: $index at element $element is not in [0, ${size - 1}]"
        },
        listOf("input" to target, "index" to indices),
    )
