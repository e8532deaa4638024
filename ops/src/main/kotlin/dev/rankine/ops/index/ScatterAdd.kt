@file:JvmName("Values")
@file:JvmMultifileClass

package dev.rankine.ops

import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Sizes

/** Adds elements at indexed places. The row behind [scatterAdd]. */
public val scatterAddOp: Op3<AxisAttributes> =
    Op3(
        "scatter_add",
        Loop { attributes, inputs, outputs ->
            val (x, index, source) = inputs
            val sum = RunningSum(x)
            val from = atLeastOneAxis(source.sizes)
            val sizes = atLeastOneAxis(index.sizes)
            forEachIndexed("scatter_add", index, x.sizes, attributes.axis) { i, place ->
                sum.add(place, source, placeOf(i, sizes, from, -1, 0))
            }
            sum.store(outputs[0])
        },
        { call -> arrayOf(Spec(sameType(call, 0, 2), checkScatter(call))) },
        gradients(
            gradient { dy },
            NotDifferentiable("an index has no gradient"),
            gradient { fillUp(gatherOp(attributes, dy, b), c.sizes) },
        ),
        null,
        Names("scatter_add"),
    )

/**
 * A copy of [x] with `y[i, index[i, j, k], k] += source[i, j, k]` for axis 1. Indices may repeat; their sum does not depend on the number
 * of threads. [index] (int64 or int32, not negative) has at most the sizes of [source], and of [x] on the other axes.
 *
 * @throws dev.rankine.shapes.ShapeException if the sizes do not fit or an index is out of range.
 * @throws dev.rankine.shapes.DTypeException if [index] is not int64 or int32, or [source] has another type than [x].
 */
@ShapeRule(SCATTER_RULE)
public fun scatterAdd(x: Value, axis: Int, index: Value, source: Value): Value =
    scatterAddOp(AxisAttributes(x.sizes.axisIndex("scatter_add", axis)), x, index, source)

internal fun checkScatter(call: Call<out AxisAttributes>): Sizes {
    checkIndex(call.name, call.inputs[1])
    checkWithin(call.name, call.sizes(1), "source", call.sizes(2), -1)
    checkWithin(call.name, call.sizes(1), "input", call.sizes(0), call.attributes.axis)
    return call.sizes(0)
}

/** [x] with zeros added behind on every axis until it has [sizes]: the gradient of the elements that no index reached is zero. */
internal fun fillUp(x: Value, sizes: Sizes): Value {
    if (x.sizes == sizes) return x
    if (x.rank != sizes.rank) return reshape(fillUp(if (x.rank == 0) reshape(x, Sizes.of(1)) else x, atLeastOneAxis(sizes)), sizes)
    val pads = IntArray(2 * x.rank)
    for (axis in 0 until x.rank) pads[2 * (x.rank - 1 - axis) + 1] = sizes[axis] - x.sizes[axis]
    return constantPadOp(PadAttributes(pads.asList(), 0L), x)
}

/** Sums in double or long that start from the elements of [x]. */
internal class RunningSum(x: Elements) {
    private val floats = if (x.dtype.isFloating) DoubleArray(x.count) { x.double(it) } else null
    private val integers = if (x.dtype.isFloating) null else LongArray(x.count) { x.long(it) }

    fun add(place: Int, from: Elements, i: Int) {
        if (floats != null) floats[place] += from.double(i) else integers!![place] += from.long(i)
    }

    fun store(y: Elements) {
        for (i in 0 until y.count) if (floats != null) y.set(i, floats[i]) else y.set(i, integers!![i])
    }
}
