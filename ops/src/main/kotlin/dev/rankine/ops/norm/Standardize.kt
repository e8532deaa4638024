package dev.rankine.ops

import dev.rankine.shapes.DType
import dev.rankine.shapes.DTypeException
import dev.rankine.shapes.ShapeException
import dev.rankine.shapes.Sizes

/** [x] less its mean, over the root of its variance, along [axes]. */
internal class Standardized(x: Value, axes: List<Int>, eps: Double) {
    private val reduction = ReduceAttributes(axes, true)

    /** The mean along the axes, which stay with size 1. */
    val mean: Value = meanOp(reduction, x)

    private val distance = x - mean

    /** The mean square distance from the mean; the axes stay with size 1. */
    val variance: Value = meanOp(reduction, distance * distance)

    /** One over the root of variance and [eps][Standardized]. */
    val scale: Value = rsqrt(variance + eps)

    /** The result. */
    val y: Value = distance * scale
}

/** The gradient of standardizing along [axes]: [dy] arrived for the result [y], which was scaled by [scale]. */
internal fun standardizedGradient(dy: Value, y: Value, scale: Value, axes: List<Int>): Value {
    val reduction = ReduceAttributes(axes, true)
    return (dy - meanOp(reduction, dy) - y * meanOp(reduction, dy * y)) * scale
}

/** [y] times [weight] plus [bias], where there are such. */
internal fun affine(y: Value, weight: Value?, bias: Value?): Value {
    val scaled = if (weight != null) y * weight else y
    return if (bias != null) scaled + bias else scaled
}

/**
 * Checks a weight or bias: of the input's type, or float32 beside a 16-bit input, and of [sizes].
 *
 * @throws ShapeException if the sizes differ.
 * @throws DTypeException if the types do not go together.
 */
internal fun checkParameter(op: String, name: String, parameter: Value, x: Value, sizes: Sizes) {
    if (parameter.sizes != sizes) {
        throw ShapeException(
            "$op: $name has other sizes than $sizes: ${parameter.sizes}",
            listOf(
                "input" to x.sizes,
                name to parameter.sizes,
            ),
        )
    }
    val mixed = x.dtype.bytes == 2 && parameter.dtype == DType.F32
    if (parameter.dtype != x.dtype && !mixed) {
        throw DTypeException("$op: $name has another type than the input: ${parameter.dtype} != ${x.dtype}", "convert with to(dtype)")
    }
}
