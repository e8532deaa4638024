@file:JvmName("Values")
@file:JvmMultifileClass

package dev.rankine.ops

import dev.rankine.shapes.DType
import dev.rankine.shapes.DTypeException
import dev.rankine.shapes.ShapeException
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Sizes
import dev.rankine.shapes.promote

/**
 * The element of the second operand where the first, a bool, is true, else that of the third. All are broadcast, the last two promoted.
 * No gradient flows from an element that is not chosen, even where the other branch is infinite or NaN.
 *
 * @throws DTypeException if the condition is not bool.
 */
public val where: Op3<Unit> =
    Op3(
        "where",
        Loop(elementwise = true) { _, inputs, outputs ->
            val (condition, a, b) = inputs
            val y = outputs[0]
            for (i in 0 until y.count) {
                val chosen = if (condition.long(i) != 0L) a else b
                if (y.dtype.isFloating) y.set(i, chosen.double(i)) else y.set(i, chosen.long(i))
            }
        },
        { call -> arrayOf(Spec(call.dtype(1), call.sizes(1))) },
        gradients(
            NotDifferentiable("where has no gradient for its condition"),
            gradient { where(a, dy, 0) },
            gradient { where(a, 0, dy) },
        ),
        { op, (condition, a, b) ->
            if (condition.dtype != DType.BOOL) {
                throw DTypeException("$op: the condition is not bool: ${condition.dtype}", "compare it first: x ne 0")
            }
            val dtype = promote(a.dtype, a.rank, b.dtype, b.rank)
            val sizes = Sizes.broadcast(op, condition.sizes, a.sizes, b.sizes)
            arrayOf(broadcastTo(condition, sizes), broadcastTo(to(a, dtype), sizes), broadcastTo(to(b, dtype), sizes))
        },
        Names("where", "where"),
    )

/** Runs the row [where]. */
@ShapeRule(BROADCAST3_RULE)
public fun where(condition: Value, a: Value, b: Value): Value = where.invoke(Unit, condition, a, b)

/** The element of [a] where [condition] holds, else [number]. */
@ShapeRule(ShapeRule.BROADCAST)
public fun where(condition: Value, a: Value, number: Number): Value = where(condition, a, constant(a, number))

/** [number] where [condition] holds, else the element of [b]. */
@ShapeRule(ShapeRule.BROADCAST)
public fun where(condition: Value, number: Number, b: Value): Value = where(condition, constant(b, number), b)

/**
 * [x] with [number] where [mask], a bool that broadcasts with it, is true; in the type of [x].
 *
 * @throws DTypeException if [mask] is not bool, or [number] is fractional by type and [x] holds whole numbers.
 */
@ShapeRule(ShapeRule.BROADCAST)
public fun maskedFill(x: Value, mask: Value, number: Number): Value {
    val fill =
        if (x.dtype ==
            DType.BOOL
        ) {
            (if (number.toDouble() != 0.0) 1 else 0)
        } else {
            wholeFor("masked_fill", "the value", x.dtype, number)
        }
    return where(mask, inTypeOf(x, fill), x)
}

/**
 * [x] with the scalar [value] where [mask], a bool that broadcasts with it, is true; in the type of [x].
 *
 * @throws DTypeException if [mask] is not bool.
 * @throws dev.rankine.shapes.ShapeException if [value] has axes.
 */
@ShapeRule("s mask:t value:[] -> broadcast(s, t)")
public fun maskedFill(x: Value, mask: Value, value: Value): Value {
    if (value.rank != 0) {
        throw ShapeException(
            "masked_fill: the value must be a scalar: ${value.rank} axes",
            listOf("value" to value.sizes),
        )
    }
    return where(mask, to(value, x.dtype), x)
}
