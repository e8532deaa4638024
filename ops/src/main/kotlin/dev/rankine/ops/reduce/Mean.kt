@file:JvmName("Values")
@file:JvmMultifileClass

package dev.rankine.ops

import dev.rankine.shapes.DType
import dev.rankine.shapes.ShapeRule

/** Averages the elements along axes. The row behind [mean]. */
public val meanOp: Op1<ReduceAttributes> =
    composite1(
        "mean",
        Names("mean", "mean"),
        gradients(gradient { spread(dy / reducedCount(x.sizes, attributes.axes).toDouble(), x.sizes, attributes) }),
        { call -> arrayOf(Spec(checked(call, Types.FLOATS_ONLY, 0), reducedSizes(call.sizes(), call.attributes))) },
    ) { attributes, x ->
        to(sumOp(attributes, widen(x)) / reducedCount(x.sizes, attributes.axes).toDouble(), x.dtype)
    }

/**
 * The mean over [axes], over all of them if null or empty; NaN where there is no element. Floating types only.
 * `[*axes] -> [*the others]`, or size 1 in their place with [keepDim].
 *
 * @param dtype the type that the operand is converted to first.
 * @throws dev.rankine.shapes.ShapeException if an axis is out of range or named twice.
 * @throws dev.rankine.shapes.DTypeException if the elements are bool or integers.
 */
@ShapeRule(REDUCE_RULE)
@JvmOverloads
public fun mean(x: Value, axes: List<Int>? = null, keepDim: Boolean = false, dtype: DType? = null): Value {
    val operand = if (dtype != null) to(x, dtype) else x
    return meanOp(reduceAttributes("mean", operand, axes, keepDim), operand)
}
