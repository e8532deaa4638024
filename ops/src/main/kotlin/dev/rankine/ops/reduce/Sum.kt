@file:JvmName("Values")
@file:JvmMultifileClass

package dev.rankine.ops

import dev.rankine.shapes.DType
import dev.rankine.shapes.ShapeRule

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
        { call -> arrayOf(Spec(summedType(call.dtype()), reducedSizes(call.sizes(), call.attributes))) },
        gradients(gradient { spread(dy, x.sizes, attributes) }),
        null,
        Names("sum", "sum"),
    )

/**
 * The sum over [axes], over all of them if null or empty; zero where there is no element. Bool and integers add as int64.
 * `[*axes] -> [*the others]`, or size 1 in their place with [keepDim].
 *
 * @param dtype the type that the operand is converted to first.
 * @throws dev.rankine.shapes.ShapeException if an axis is out of range or named twice.
 */
@ShapeRule(REDUCE_RULE)
@JvmOverloads
public fun sum(x: Value, axes: List<Int>? = null, keepDim: Boolean = false, dtype: DType? = null): Value {
    val operand = if (dtype != null) to(x, dtype) else x
    return sumOp(reduceAttributes("sum", operand, axes, keepDim), operand)
}

/** The type of sums and products of [dtype]: bool and integers give int64. */
internal fun summedType(dtype: DType): DType = if (dtype.isFloating) dtype else DType.I64

/** 16-bit floats converted to float32, the type that sums of them are formed in; others as they are. */
internal fun widen(x: Value): Value = if (x.dtype == DType.F16 || x.dtype == DType.BF16) to(x, DType.F32) else x
