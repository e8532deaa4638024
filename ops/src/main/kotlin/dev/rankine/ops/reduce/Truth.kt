@file:JvmName("Values")
@file:JvmMultifileClass

package dev.rankine.ops

import dev.rankine.shapes.DType
import dev.rankine.shapes.ShapeRule

/** Whether every element along axes is true. The row behind [all]. */
public val allOp: Op1<ReduceAttributes> = truth("all", Names("all", "all"), whenEmpty = true)

/** Whether any element along axes is true. The row behind [any]. */
public val anyOp: Op1<ReduceAttributes> = truth("any", Names("any", "any"), whenEmpty = false)

/** Counts the elements along axes that are not zero. The row behind [countNonzero]. */
public val countNonzeroOp: Op1<ReduceAttributes> =
    composite1("count_nonzero", Names("count_nonzero", "count_nonzero"), notDifferentiable("count_nonzero gives counts")) { attributes, x ->
        sumOp(attributes, ne(x, constant(x, 0)))
    }

/**
 * Whether every element over [axes] is not zero, over all of them if null or empty; true where there is no element; NaN is not zero.
 * Bool, but uint8 for uint8 as in PyTorch.
 * `[*axes] -> [*the others]`, or size 1 in their place with [keepDim].
 *
 * @throws dev.rankine.shapes.ShapeException if an axis is out of range or named twice.
 */
@ShapeRule(REDUCE_RULE)
@JvmOverloads
public fun all(x: Value, axes: List<Int>? = null, keepDim: Boolean = false): Value = allOp(reduceAttributes("all", x, axes, keepDim), x)

/**
 * Whether any element over [axes] is not zero, over all of them if null or empty; false where there is no element; NaN is not zero.
 * Bool, but uint8 for uint8 as in PyTorch.
 * `[*axes] -> [*the others]`, or size 1 in their place with [keepDim].
 *
 * @throws dev.rankine.shapes.ShapeException if an axis is out of range or named twice.
 */
@ShapeRule(REDUCE_RULE)
@JvmOverloads
public fun any(x: Value, axes: List<Int>? = null, keepDim: Boolean = false): Value = anyOp(reduceAttributes("any", x, axes, keepDim), x)

/**
 * How many elements over [axes] are not zero, over all of them if null or empty, as int64; NaN is not zero.
 * `[*axes] -> [*the others]`, or size 1 in their place with [keepDim].
 *
 * @throws dev.rankine.shapes.ShapeException if an axis is out of range or named twice.
 */
@ShapeRule(REDUCE_RULE)
@JvmOverloads
public fun countNonzero(x: Value, axes: List<Int>? = null, keepDim: Boolean = false): Value =
    countNonzeroOp(reduceAttributes("count_nonzero", x, axes, keepDim), x)

private fun truth(name: String, names: Names, whenEmpty: Boolean): Op1<ReduceAttributes> =
    Op1(
        name,
        Loop { attributes, inputs, outputs ->
            val x = inputs[0]
            val result = BooleanArray(outputs[0].count) { whenEmpty }
            forEachReduced(x.sizes, attributes.axes) { from, into ->
                val holds = if (x.dtype.isFloating) x.double(from) != 0.0 else x.long(from) != 0L
                if (holds != whenEmpty) result[into] = holds
            }
            for (i in result.indices) outputs[0].set(i, if (result[i]) 1L else 0L)
        },
        { call ->
            val dtype = if (call.dtype() == DType.U8) DType.U8 else DType.BOOL
            arrayOf(Spec(dtype, reducedSizes(call.sizes(), call.attributes)))
        },
        notDifferentiable("$name gives booleans"),
        null,
        names,
    )
