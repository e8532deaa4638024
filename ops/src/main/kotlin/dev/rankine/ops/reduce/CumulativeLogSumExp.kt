@file:JvmName("Values")
@file:JvmMultifileClass

package dev.rankine.ops

/** Running logarithms of sums of exponentials along an axis. The row behind [logcumsumexp]. */
public val logcumsumexpOp: Op1<AxisAttributes> =
    Op1(
        "logcumsumexp",
        Loop { attributes, inputs, outputs ->
            val (x, y) = inputs[0] to outputs[0]
            forEachLine(x.sizes, attributes.axis) { first, step, size ->
                var total = Double.NEGATIVE_INFINITY
                for (i in first until first + size * step step step) {
                    total = logOfSum(total, x.double(i))
                    y.set(i, total)
                }
            }
        },
        { call -> arrayOf(Spec(checked(call, Types.FLOATS, 0), call.sizes())) },
        gradients(gradient { exponentialsGradient(x, y, dy, attributes.axis) }),
        floatingPreparation,
        Names("logcumsumexp"),
    )

/**
 * The running `log(sum(exp(x)))` along [axis], of elements 0 to `i`, without overflow. Bool and integers become floats. `[*p] -> [*p]`.
 * The gradient needs memory for the square of the axis.
 *
 * @throws dev.rankine.shapes.ShapeException if the axis is out of range.
 */
public fun logcumsumexp(x: Value, axis: Int): Value = logcumsumexpOp(AxisAttributes(x.sizes.axisIndex("logcumsumexp", axis)), x)

private fun logOfSum(a: Double, b: Double): Double {
    val larger = Math.max(a, b)
    if (larger.isInfinite() || larger.isNaN()) return larger
    return larger + Math.log1p(Math.exp(Math.min(a, b) - larger))
}

/** `dx[k] = sum over i >= k of dy[i] * exp(x[k] - y[i])`; no exponent is above zero. */
private fun exponentialsGradient(x: Value, y: Value, dy: Value, axis: Int): Value {
    // where all elements so far are minus infinity: no weight on any of them instead of -inf - -inf
    val level = finiteOrZero(y, Double.NEGATIVE_INFINITY)
    if (x.rank == 0) return dy * exp(x - level)
    val (row, column) = places(x.sizes[axis], x.backend)
    val exponents = unsqueeze(movedim(x, axis, -1), -1) - unsqueeze(movedim(level, axis, -1), -2)
    val weights = exp(where(ge(column, row), exponents, Double.NEGATIVE_INFINITY))
    return movedim(sum(weights * unsqueeze(movedim(dy, axis, -1), -2), listOf(-1)), -1, axis)
}
