package dev.rankine.ops

import dev.rankine.shapes.DType
import dev.rankine.shapes.ShapeException
import dev.rankine.shapes.Sizes

/** The axes of a reduction (not negative, ascending) and whether they stay with size 1. */
public data class ReduceAttributes(public val axes: List<Int>, public val keepDim: Boolean)

/** Adds up the elements along axes. Bool and integers add as int64. The row behind [sum]. */
public val sumOp: Op1<ReduceAttributes> =
    Op1(
        "sum",
        Loop { attributes, inputs, outputs ->
            val total = if (inputs[0].dtype.isFloating) DoubleArray(outputs[0].count) else null
            val count = LongArray(outputs[0].count)
            forEachReduced(inputs[0].sizes, attributes.axes) { from, into ->
                if (total != null) total[into] += inputs[0].double(from) else count[into] += inputs[0].long(from)
            }
            for (i in count.indices) if (total != null) outputs[0].set(i, total[i]) else outputs[0].set(i, count[i])
        },
        { call -> arrayOf(Spec(if (call.dtype().isFloating) call.dtype() else DType.I64, reducedSizes(call.sizes(), call.attributes))) },
        gradients(gradient { broadcastTo(restoreAxes(dy, x.sizes, attributes), x.sizes) }),
        null,
        Names("sum", "sum"),
    )

/** The sum over [axes], over all of them if null. Bool and integers add as int64. */
public fun sum(x: Value, axes: List<Int>? = null, keepDim: Boolean = false, dtype: DType? = null): Value {
    val operand = if (dtype != null) to(x, dtype) else x
    return sumOp(reduceAttributes("sum", operand, axes, keepDim), operand)
}

/**
 * Checks and sorts the axes of a reduction; null means all.
 *
 * @throws ShapeException if an axis is out of range or named twice.
 */
internal fun reduceAttributes(op: String, x: Value, axes: List<Int>?, keepDim: Boolean): ReduceAttributes {
    if (axes == null || (axes.isEmpty() && x.rank >= 0)) return ReduceAttributes((0 until x.rank).toList(), keepDim)
    val chosen = axes.map { x.sizes.axisIndex(op, it) }.sorted()
    if (chosen.distinct().size != chosen.size) throw ShapeException("$op: an axis is named twice: $axes", listOf("input" to x.sizes))
    return ReduceAttributes(if (x.rank == 0) emptyList() else chosen, keepDim)
}

/** The sizes that remain of [sizes]. */
internal fun reducedSizes(sizes: Sizes, attributes: ReduceAttributes): Sizes =
    if (attributes.keepDim) {
        attributes.axes.fold(sizes) { result, axis -> result.with(axis, 1) }
    } else {
        sizes.filterAxes { it !in attributes.axes }
    }

/** The result [y] of a reduction of [sizes] with its axes back as size 1. */
internal fun restoreAxes(y: Value, sizes: Sizes, attributes: ReduceAttributes): Value =
    if (attributes.keepDim) y else reshape(y, reducedSizes(sizes, attributes.copy(keepDim = true)))

/** Calls [visit] with the number of every element of [sizes] and the number of the result element that it goes into. */
internal inline fun forEachReduced(sizes: Sizes, axes: List<Int>, visit: (from: Int, into: Int) -> Unit) {
    val rank = sizes.rank
    val steps = IntArray(rank)
    var step = 1
    for (axis in rank - 1 downTo 0) {
        if (axis !in axes) {
            steps[axis] = step
            step *= sizes[axis]
        }
    }
    val at = IntArray(rank)
    var into = 0
    for (from in 0 until sizes.elements) {
        visit(from, into)
        var axis = rank - 1
        while (axis >= 0) {
            into += steps[axis]
            if (++at[axis] < sizes[axis]) break
            into -= steps[axis] * sizes[axis]
            at[axis--] = 0
        }
    }
}
