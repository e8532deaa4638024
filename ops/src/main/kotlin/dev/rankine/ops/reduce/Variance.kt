@file:JvmName("Values")
@file:JvmMultifileClass

package dev.rankine.ops

import dev.rankine.shapes.ShapeRule

/**
 * The [axes] of a spread (not negative, ascending), whether they stay with size 1 ([keepDim]), and what is taken off the number of elements
 * before dividing ([correction]): 1 for an unbiased variance, 0 for that of the elements themselves.
 */
public data class VarianceAttributes(public val axes: List<Int>, public val keepDim: Boolean, public val correction: Int) {
    internal val reduction: ReduceAttributes get() = ReduceAttributes(axes, keepDim)
}

/** The mean square distance from the mean along axes. The row behind [variance]. */
public val varianceOp: Op1<VarianceAttributes> =
    composite1(
        "var",
        Names("var", "var"),
        gradients(gradient { spread(dy * (2.0 / divisor(x, attributes)), x.sizes, attributes.reduction) * centred(x, attributes) }),
        { call -> arrayOf(spreadSpec(call)) },
    ) { attributes, x -> to(wideVariance(x, attributes), x.dtype) }

/** The square root of the variance along axes. The row behind [std]. */
public val stdOp: Op1<VarianceAttributes> =
    composite1(
        "std",
        Names("std", "std"),
        gradients(
            gradient {
                // where all elements are equal the gradient is zero, not 0 / 0
                val nonzero = y + to(eq(y, constant(y, 0.0)), y.dtype)
                spread(dy / (nonzero * divisor(x, attributes)), x.sizes, attributes.reduction) * centred(x, attributes)
            },
        ),
        { call -> arrayOf(spreadSpec(call)) },
    ) { attributes, x -> to(sqrt(wideVariance(x, attributes)), x.dtype) }

/**
 * The variance over [axes], over all of them if null or empty: `sum((x - mean)^2) / max(0, n - correction)`, in two passes.
 * NaN where there are no more than [correction] equal elements, as in PyTorch. Floating types only.
 * `[*axes] -> [*the others]`, or size 1 in their place with [keepDim].
 *
 * @throws dev.rankine.shapes.ShapeException if an axis is out of range or named twice.
 * @throws dev.rankine.shapes.DTypeException if the elements are bool or integers.
 */
@ShapeRule(REDUCE_RULE)
@JvmOverloads
public fun variance(x: Value, axes: List<Int>? = null, correction: Int = 1, keepDim: Boolean = false): Value =
    varianceOp(varianceAttributes("var", x, axes, correction, keepDim), x)

/**
 * The standard deviation over [axes]: the square root of the [variance]. Its gradient is zero where all elements are equal.
 * `[*axes] -> [*the others]`, or size 1 in their place with [keepDim].
 *
 * @throws dev.rankine.shapes.ShapeException if an axis is out of range or named twice.
 * @throws dev.rankine.shapes.DTypeException if the elements are bool or integers.
 */
@ShapeRule(REDUCE_RULE)
@JvmOverloads
public fun std(x: Value, axes: List<Int>? = null, correction: Int = 1, keepDim: Boolean = false): Value =
    stdOp(varianceAttributes("std", x, axes, correction, keepDim), x)

private fun varianceAttributes(op: String, x: Value, axes: List<Int>?, correction: Int, keepDim: Boolean): VarianceAttributes =
    VarianceAttributes(reduceAttributes(op, x, axes, keepDim).axes, keepDim, correction)

private fun spreadSpec(call: Call<out VarianceAttributes>): Spec =
    Spec(checked(call, Types.FLOATS_ONLY, 0), reducedSizes(call.sizes(), call.attributes.reduction))

private fun wideVariance(x: Value, attributes: VarianceAttributes): Value {
    val distance = centred(widen(x), attributes)
    return sumOp(attributes.reduction, distance * distance) / divisor(x, attributes)
}

/** [x] less its mean along the axes. */
private fun centred(x: Value, attributes: VarianceAttributes): Value = x - meanOp(ReduceAttributes(attributes.axes, true), x)

private fun divisor(x: Value, attributes: VarianceAttributes): Double =
    maxOf(0, reducedCount(x.sizes, attributes.axes) - attributes.correction).toDouble()
