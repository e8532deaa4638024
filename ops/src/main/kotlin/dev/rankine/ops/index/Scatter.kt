@file:JvmName("Values")
@file:JvmMultifileClass

package dev.rankine.ops

import dev.rankine.shapes.DType
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Sizes

/** Writes elements at indexed places. The row behind [scatter]. */
public val scatterOp: Op3<AxisAttributes> =
    Op3(
        "scatter",
        Loop { attributes, inputs, outputs ->
            val (x, index, source) = inputs
            val y = outputs[0]
            for (i in 0 until y.count) y.take(i, x, i)
            val from = atLeastOneAxis(source.sizes)
            val sizes = atLeastOneAxis(index.sizes)
            forEachIndexed("scatter", index, x.sizes, attributes.axis) { i, place -> y.take(place, source, placeOf(i, sizes, from, -1, 0)) }
        },
        { call -> arrayOf(Spec(sameType(call, 0, 2), checkScatter(call))) },
        gradients(
            gradient { scatterOf(attributes, dy, b, zerosLike(c)) },
            NotDifferentiable("an index has no gradient"),
            gradient { fillUp(where(lastAt(attributes, dy, b), gatherOp(attributes, dy, b), 0), c.sizes) },
        ),
        null,
        Names("scatter", "put_along_axis"),
    )

/** What both forms of [scatter] ask; a scalar counts as one axis. */
private const val SCATTERS = "max(rank(s), 1) == max(rank(t), 1) \"ranks of index and input differ\", axis(s, axis) >= 0"

/** The rule of [scatter]. */
internal const val SCATTER_RULE: String = "s index:t source:u axis=? -> s where $SCATTERS"

/** The rule of [scatter] with one number. */
internal const val SCATTER_NUMBER_RULE: String = "s index:t axis=? -> s where $SCATTERS"

/**
 * A copy of [x] with `y[i, index[i, j, k], k] = source[i, j, k]` for axis 1. Where indices repeat, the element that comes last in [source] stays,
 * and only it has a gradient. [index] (int64 or int32, not negative) has at most the sizes of [source], and of [x] on the other axes.
 *
 * @throws dev.rankine.shapes.ShapeException if the sizes do not fit or an index is out of range.
 * @throws dev.rankine.shapes.DTypeException if [index] is not int64 or int32, or [source] has another type than [x].
 */
@ShapeRule(SCATTER_RULE)
public fun scatter(x: Value, axis: Int, index: Value, source: Value): Value =
    scatterOp(AxisAttributes(x.sizes.axisIndex("scatter", axis)), x, index, source)

/** As the other [scatter] with [number], in the type of [x], for every index. */
@ShapeRule(SCATTER_NUMBER_RULE)
public fun scatter(x: Value, axis: Int, index: Value, number: Number): Value =
    scatter(x, axis, index, broadcastTo(full(Sizes.SCALAR, number, x.dtype, x.backend), index.sizes))

private fun scatterOf(attributes: AxisAttributes, x: Value, index: Value, source: Value): Value = scatterOp(attributes, x, index, source)

/** Whether each element of [index] is the last one that names its place in a value of the sizes of [x]. */
private fun lastAt(attributes: AxisAttributes, x: Value, index: Value): Value {
    val numbers = reshape(arange(index.elements, DType.I64, index.backend), index.sizes)
    return eq(gatherOp(attributes, scatterOf(attributes, full(x.sizes, -1, DType.I64, x.backend), index, numbers), index), numbers)
}
