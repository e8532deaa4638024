@file:JvmName("Values")
@file:JvmMultifileClass

package dev.rankine.ops

import dev.rankine.shapes.ShapeException
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Sizes

/** Picks whole slices along an axis. The row behind [indexSelect]. */
public val indexSelectOp: Op2<AxisAttributes> =
    Op2(
        "index_select",
        Loop { attributes, inputs, outputs ->
            val (x, index) = inputs
            val y = outputs[0]
            forEachSlice("index_select", index, x.sizes, attributes.axis) { from, i -> y.take(i, x, from) }
        },
        { call ->
            checkIndex(call.name, call.inputs[1])
            arrayOf(Spec(call.dtype(), selected(call.name, call.sizes(0), call.sizes(1), call.attributes.axis)))
        },
        gradients(
            gradient { indexAddOf(attributes, zerosLike(a), b, dy) },
            NotDifferentiable("an index has no gradient"),
        ),
        null,
        Names("index_select", "take"),
    )

/**
 * The slices of [x] along [axis] that [index] (a vector or scalar, int64 or int32, not negative) names, in its order.
 * `[..., n, ...] [k] -> [..., k, ...]`
 *
 * @throws ShapeException if [index] has more than one axis or an index is out of range.
 * @throws dev.rankine.shapes.DTypeException if [index] is not int64 or int32.
 */
@ShapeRule("s index:t axis=? -> with(s, axis, prod(t)) where rank(t) <= 1 \"an index must be a vector\"")
public fun indexSelect(x: Value, axis: Int, index: Value): Value =
    indexSelectOp(AxisAttributes(x.sizes.axisIndex("index_select", axis)), x, index)

private fun indexAddOf(attributes: AxisAttributes, x: Value, index: Value, source: Value): Value = indexAddOp(attributes, x, index, source)

internal fun selected(op: String, x: Sizes, index: Sizes, axis: Int): Sizes {
    if (index.rank >
        1
    ) {
        throw ShapeException("$op: an index must be a vector: rank ${index.rank} given", listOf("input" to x, "index" to index))
    }
    if (x.rank > 0) return x.with(axis, index.elements)
    if (index.elements != 1) {
        throw ShapeException("$op: a scalar takes one index: ${index.elements} given", listOf("input" to x, "index" to index))
    }
    return x
}

/** Visits every element of the chosen slices: [visit] gets its place in a value of sizes [target] and its number among the slices. */
internal inline fun forEachSlice(op: String, index: Elements, target: Sizes, axis: Int, visit: (place: Int, i: Int) -> Unit) {
    val size = atLeastOneAxis(target)[axis]
    val inner = (axis + 1 until target.rank).fold(1) { product, i -> product * target[i] }
    val outer = (0 until minOf(axis, target.rank)).fold(1) { product, i -> product * target[i] }
    for (j in 0 until index.count) {
        val chosen = index.long(j)
        if (chosen < 0 || chosen >= size) throw outOfRange(op, chosen, j, size, index.sizes, target)
        for (o in 0 until outer) {
            for (i in 0 until inner) visit((o * size + chosen.toInt()) * inner + i, (o * index.count + j) * inner + i)
        }
    }
}
