@file:JvmName("Values")
@file:JvmMultifileClass

package dev.rankine.ops

import dev.rankine.shapes.DType

/** Running products along an axis. Bool and integers multiply as int64. The row behind [cumprod]. */
public val cumprodOp: Op1<AxisAttributes> =
    Op1(
        "cumprod",
        Loop { attributes, inputs, outputs ->
            val (x, y) = inputs[0] to outputs[0]
            forEachLine(x.sizes, attributes.axis) { first, step, size ->
                var product = 1.0
                var count = 1L
                for (i in first until first + size * step step step) {
                    if (x.dtype.isFloating) {
                        product *= x.double(i)
                        y.set(i, product)
                    } else {
                        count *= x.long(i)
                        y.set(i, count)
                    }
                }
            }
        },
        { call -> arrayOf(Spec(summedType(call.dtype()), call.sizes())) },
        gradients(gradient { productsGradient(x, dy, attributes.axis) }),
        null,
        Names("cumprod", "cumprod"),
    )

/**
 * The running products along [axis]: element `i` is the product of elements 0 to `i`. Bool and integers multiply as int64. `[*p] -> [*p]`.
 * The gradient needs memory for the square of the axis.
 *
 * @param dtype the type that the operand is converted to first.
 * @throws dev.rankine.shapes.ShapeException if the axis is out of range.
 */
@JvmOverloads
public fun cumprod(x: Value, axis: Int, dtype: DType? = null): Value {
    val operand = if (dtype != null) to(x, dtype) else x
    return cumprodOp(AxisAttributes(x.sizes.axisIndex("cumprod", axis)), operand)
}

/**
 * The gradient of running products: `dx[k] = sum over i >= k of dy[i] * (the product of elements 0 to i without k)`.
 * Row `k` of an `n` by `n` matrix holds the elements with a one in place of element `k`; its running products are what is needed.
 * No division, so that zeros are no special case.
 */
private fun productsGradient(x: Value, dy: Value, axis: Int): Value {
    if (x.rank == 0) return dy
    val (row, column) = places(x.sizes[axis], x.backend)
    val matrix = where(eq(row, column), 1.0, unsqueeze(movedim(x, axis, -1), -2))
    val products = cumprodOp(AxisAttributes(matrix.rank - 1), matrix)
    val terms = where(ge(column, row), products * unsqueeze(movedim(dy, axis, -1), -2), 0.0)
    return movedim(sum(terms, listOf(-1)), -1, axis)
}

/** The numbers of rows `[n, 1]` and of columns `[1, n]` of a matrix of [n] rows and columns. */
internal fun places(n: Int, backend: Backend): Pair<Value, Value> {
    val place = arange(n, DType.I64, backend)
    return unsqueeze(place, 1) to unsqueeze(place, 0)
}
