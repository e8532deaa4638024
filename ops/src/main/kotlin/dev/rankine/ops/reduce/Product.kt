@file:JvmName("Values")
@file:JvmMultifileClass

package dev.rankine.ops

import dev.rankine.shapes.DType
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Sizes

/** Multiplies the elements along axes. Bool and integers multiply as int64. The row behind [prod]. */
public val prodOp: Op1<ReduceAttributes> =
    Op1(
        "prod",
        Loop { attributes, inputs, outputs ->
            val (x, y) = inputs[0] to outputs[0]
            val product = if (x.dtype.isFloating) DoubleArray(y.count) { 1.0 } else null
            val count = LongArray(y.count) { 1 }
            forEachReduced(x.sizes, attributes.axes) { from, into ->
                if (product != null) product[into] *= x.double(from) else count[into] *= x.long(from)
            }
            for (i in count.indices) if (product != null) y.set(i, product[i]) else y.set(i, count[i])
        },
        { call -> arrayOf(Spec(summedType(call.dtype()), reducedSizes(call.sizes(), call.attributes))) },
        gradients(gradient { spread(dy, x.sizes, attributes) * prodOfOthersOp(attributes, x) }),
        null,
        Names("prod", "prod"),
    )

/** For every element the product of the others that [prodOp] would multiply it with: no division, so that zeros are no special case. */
public val prodOfOthersOp: Op1<ReduceAttributes> =
    Op1(
        "prod_of_others",
        Loop { attributes, inputs, outputs ->
            val (x, y) = inputs[0] to outputs[0]
            val groups = reducedSizes(x.sizes, attributes).elements
            val before = DoubleArray(groups) { 1.0 }
            val after = DoubleArray(groups) { 1.0 }
            val into = IntArray(x.count)
            val left = DoubleArray(x.count)
            forEachReduced(x.sizes, attributes.axes) { from, group ->
                into[from] = group
                left[from] = before[group]
                before[group] *= x.double(from)
            }
            for (i in x.count - 1 downTo 0) {
                y.set(i, left[i] * after[into[i]])
                after[into[i]] *= x.double(i)
            }
        },
        { call -> arrayOf(Spec(checked(call, Types.FLOATS_ONLY, 0), call.sizes())) },
        gradients(gradient { othersGradient(x, dy, attributes.axes) }),
        null,
        Names("prod_backward"),
    )

/**
 * The product along [axis], of all elements if null; one where there is no element. Bool and integers multiply as int64.
 * `[*p, n, *q] -> [*p, *q]`, or `[*p, 1, *q]` with [keepDim].
 *
 * @param dtype the type that the operand is converted to first.
 * @throws dev.rankine.shapes.ShapeException if the axis is out of range.
 */
@ShapeRule(REDUCE_RULE, "axes = axis")
@JvmOverloads
public fun prod(x: Value, axis: Int? = null, keepDim: Boolean = false, dtype: DType? = null): Value {
    val operand = if (dtype != null) to(x, dtype) else x
    return prodOp(reduceAttributes("prod", operand, axis?.let { listOf(it) }, keepDim), operand)
}

/**
 * The gradient of the products of the others: `dx[k] = sum over i != k of dy[i] * (the product of all but i and k)`.
 * Row `i` of an `n` by `n` matrix holds the elements with a one in place of element `i`; its products of others are what is needed.
 */
private fun othersGradient(x: Value, dy: Value, axes: List<Int>): Value {
    val order = (0 until x.rank).filter { it !in axes } + axes
    val moved = permute(x, *order.toIntArray())
    val n = reducedCount(x.sizes, axes)
    val rows = x.sizes.filterAxes { it !in axes }
    val place = cumsum(ones(Sizes.of(n), DType.I64, x.backend), 0)
    val diagonal = eq(unsqueeze(place, 0), unsqueeze(place, 1))
    val row = unsqueeze(reshape(moved, rows + Sizes.of(n)), -2)
    val matrix = where(diagonal, 1.0, row)
    val others = prodOfOthersOp(ReduceAttributes(listOf(matrix.rank - 1), false), matrix)
    val upstream = unsqueeze(reshape(permute(dy, *order.toIntArray()), rows + Sizes.of(n)), -1)
    val terms = where(diagonal, 0.0, upstream * others)
    val result = reshape(sum(terms, listOf(-2)), moved.sizes)
    return permute(result, *IntArray(x.rank) { order.indexOf(it) })
}
