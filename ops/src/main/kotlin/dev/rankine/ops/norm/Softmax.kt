@file:JvmName("Values")
@file:JvmMultifileClass

package dev.rankine.ops

import dev.rankine.shapes.DType
import dev.rankine.shapes.ShapeRule

/** The [axis] (not negative) along which numbers are made to sum to one. */
public data class SoftmaxAttributes(public val axis: Int)

/** Exponentials divided by their sum along an axis. The row behind [softmax]. */
public val softmaxOp: Op1<SoftmaxAttributes> =
    composite1(
        "softmax",
        Names("softmax"),
        gradients(gradient { softmaxGradientOp(attributes, dy, y) }),
        { call -> arrayOf(Spec(checked(call, Types.FLOATS_ONLY, 0), call.sizes())) },
    ) { attributes, x ->
        val wide = widen(x)
        val grown = exp(belowLargest(wide, attributes))
        to(grown / sumOp(alongAxis(x, attributes), grown), x.dtype)
    }

/** The logarithm of [softmaxOp]. The row behind [logSoftmax]. */
public val logSoftmaxOp: Op1<SoftmaxAttributes> =
    composite1(
        "log_softmax",
        Names("log_softmax"),
        gradients(gradient { logSoftmaxGradientOp(attributes, dy, y) }),
        { call -> arrayOf(Spec(checked(call, Types.FLOATS_ONLY, 0), call.sizes())) },
    ) { attributes, x ->
        val low = belowLargest(widen(x), attributes)
        to(low - log(sumOp(alongAxis(x, attributes), exp(low))), x.dtype)
    }

/** The gradient of [softmaxOp], from the arriving gradient and the result y: `y (dy - sum(y dy))`. */
public val softmaxGradientOp: Op2<SoftmaxAttributes> =
    composite2("softmax_gradient", Names("_softmax_backward_data"), signature = { call ->
        arrayOf(gradientSpec(call))
    }) { attributes, dy, y ->
        val weighted = widen(dy) * widen(y)
        to(weighted - widen(y) * sumOp(alongAxis(y, attributes), weighted), y.dtype)
    }

/** The gradient of [logSoftmaxOp], from the arriving gradient and the result y: `dy - exp(y) sum(dy)`. */
public val logSoftmaxGradientOp: Op2<SoftmaxAttributes> =
    composite2("log_softmax_gradient", Names("_log_softmax_backward_data"), signature = { call ->
        arrayOf(gradientSpec(call))
    }) { attributes, dy, y ->
        val wide = widen(dy)
        to(wide - exp(widen(y)) * sumOp(alongAxis(y, attributes), wide), y.dtype)
    }

/**
 * `exp(x) / sum(exp(x))` along [axis], without overflow; NaN where all are minus infinity. Floating types only. `[*p, n, *q] -> [*p, n, *q]`.
 *
 * @param dtype the type that the operand is converted to first.
 * @throws dev.rankine.shapes.ShapeException if the axis is out of range.
 * @throws dev.rankine.shapes.DTypeException if the elements are bool or integers.
 */
@ShapeRule(ALONG_RULE)
@JvmOverloads
public fun softmax(x: Value, axis: Int, dtype: DType? = null): Value {
    val operand = if (dtype != null) to(x, dtype) else x
    return softmaxOp(SoftmaxAttributes(x.sizes.axisIndex("softmax", axis)), operand)
}

/**
 * `x - log(sum(exp(x)))` along [axis], without overflow; NaN where all are minus infinity. Floating types only. `[*p, n, *q] -> [*p, n, *q]`.
 *
 * @param dtype the type that the operand is converted to first.
 * @throws dev.rankine.shapes.ShapeException if the axis is out of range.
 * @throws dev.rankine.shapes.DTypeException if the elements are bool or integers.
 */
@ShapeRule(ALONG_RULE)
@JvmOverloads
public fun logSoftmax(x: Value, axis: Int, dtype: DType? = null): Value {
    val operand = if (dtype != null) to(x, dtype) else x
    return logSoftmaxOp(SoftmaxAttributes(x.sizes.axisIndex("log_softmax", axis)), operand)
}

/** `softmax(-x)`. `[*p, n, *q] -> [*p, n, *q]`. See [softmax]. */
@ShapeRule(ALONG_RULE)
@JvmOverloads
public fun softmin(x: Value, axis: Int, dtype: DType? = null): Value {
    val place = if (x.rank == 0) axis else x.sizes.axisIndex("softmin", axis)
    return softmax(-(if (dtype != null) to(x, dtype) else x), place)
}

private fun alongAxis(x: Value, attributes: SoftmaxAttributes): ReduceAttributes =
    ReduceAttributes(if (x.rank == 0) emptyList() else listOf(attributes.axis), true)

/** [x] less its largest element along the axis: exponentials of it do not overflow. */
private fun belowLargest(x: Value, attributes: SoftmaxAttributes): Value =
    if (x.elements == 0) copy(x) else x - amaxOp(alongAxis(x, attributes), x)

private fun gradientSpec(call: Call<out SoftmaxAttributes>): Spec {
    checkParameter(call.name, "gradient", call.inputs[0], call.inputs[1], call.sizes(1))
    return Spec(checked(call, Types.FLOATS_ONLY, 1), call.sizes(1))
}
