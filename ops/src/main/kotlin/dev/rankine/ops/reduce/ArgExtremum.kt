@file:JvmName("Values")
@file:JvmMultifileClass

package dev.rankine.ops

import dev.rankine.shapes.DType
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Sizes

/** The [axis] (not negative) to look along, null for all elements in row-major order; [keepDim]: whether it stays with size 1. */
public data class ArgAttributes(public val axis: Int?, public val keepDim: Boolean)

/** The place of the largest element. The row behind [argmax]. */
public val argmaxOp: Op1<ArgAttributes> = argExtremum("argmax", Names("argmax", "argmax"), { a, b -> a > b }) { a, b -> a > b }

/** The place of the smallest element. The row behind [argmin]. */
public val argminOp: Op1<ArgAttributes> = argExtremum("argmin", Names("argmin", "argmin"), { a, b -> a < b }) { a, b -> a < b }

/**
 * The place of the largest element along [axis] as int64, in row-major order of all elements if null. The first one where several tie;
 * the first NaN if there is one.
 * `[*p, n, *q] -> [*p, *q]`, or `[*p, 1, *q]` with [keepDim].
 *
 * @throws dev.rankine.shapes.ShapeException if the axis is out of range or has size 0.
 * @throws dev.rankine.shapes.DTypeException if the elements are bool.
 */
@ShapeRule(REDUCE_RULE, "axes = axis")
@JvmOverloads
public fun argmax(x: Value, axis: Int? = null, keepDim: Boolean = false): Value = argmaxOp(argAttributes("argmax", x, axis, keepDim), x)

/**
 * The place of the smallest element along [axis] as int64, in row-major order of all elements if null. The first one where several tie;
 * the first NaN if there is one.
 * `[*p, n, *q] -> [*p, *q]`, or `[*p, 1, *q]` with [keepDim].
 *
 * @throws dev.rankine.shapes.ShapeException if the axis is out of range or has size 0.
 * @throws dev.rankine.shapes.DTypeException if the elements are bool.
 */
@ShapeRule(REDUCE_RULE, "axes = axis")
@JvmOverloads
public fun argmin(x: Value, axis: Int? = null, keepDim: Boolean = false): Value = argminOp(argAttributes("argmin", x, axis, keepDim), x)

private fun argExtremum(
    name: String,
    names: Names,
    intWins: (Long, Long) -> Boolean,
    floatWins: (Double, Double) -> Boolean,
): Op1<ArgAttributes> =
    Op1(
        name,
        Loop { attributes, inputs, outputs ->
            val x = inputs[0]
            val best = IntArray(outputs[0].count) { -1 }
            forEachReduced(x.sizes, axesOf(attributes, x.sizes)) { from, into ->
                if (best[into] < 0 || wins(x, from, best[into], intWins, floatWins)) best[into] = from
            }
            val step = attributes.axis?.let { axis -> (axis + 1 until x.sizes.rank).fold(1) { product, i -> product * x.sizes[i] } } ?: 1
            val size = attributes.axis?.let { x.sizes[it] } ?: maxOf(x.count, 1)
            for (i in best.indices) outputs[0].set(i, (best[i] / step % size).toLong())
        },
        { call ->
            checked(call, Types.NUMBERS, 0)
            val axes = axesOf(call.attributes, call.sizes())
            checkNotEmpty(call.name, call.sizes(), axes)
            arrayOf(Spec(DType.I64, reducedSizes(call.sizes(), ReduceAttributes(axes, call.attributes.keepDim))))
        },
        notDifferentiable("$name gives places, not numbers"),
        null,
        names,
    )

private fun argAttributes(op: String, x: Value, axis: Int?, keepDim: Boolean): ArgAttributes =
    ArgAttributes(axis?.let { x.sizes.axisIndex(op, it) }.takeIf { x.rank > 0 }, keepDim)

private fun axesOf(attributes: ArgAttributes, sizes: Sizes): List<Int> =
    attributes.axis?.let { listOf(it) } ?: (0 until sizes.rank).toList()
