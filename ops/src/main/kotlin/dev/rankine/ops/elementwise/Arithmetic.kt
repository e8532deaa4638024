@file:JvmName("Values")
@file:JvmMultifileClass

package dev.rankine.ops

import dev.rankine.shapes.DType
import dev.rankine.shapes.DTypeException
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.promote

/** `a + b`, element by element, broadcast. Bool adds as or. */
public val add: Op2<Unit> =
    binary("add", Types.ANY, Names("add", "add"), gradients(gradient { dy }, gradient { dy }), { a, b -> a + b }) { a, b -> a + b }

/** Runs the row [add]. */
@ShapeRule(ShapeRule.BROADCAST)
public fun add(a: Value, b: Value): Value = add.invoke(Unit, a, b)

/** `a - b`, element by element, broadcast. No operand may be bool. */
public val sub: Op2<Unit> =
    binary(
        "sub",
        Types.NUMBERS,
        Names("sub", "subtract"),
        gradients(gradient { dy }, gradient { -dy }),
        { a, b -> a - b },
        withoutBool(),
    ) { a, b -> a - b }

/** Runs the row [sub]. */
@ShapeRule(ShapeRule.BROADCAST)
public fun sub(a: Value, b: Value): Value = sub.invoke(Unit, a, b)

/** `a * b`, element by element, broadcast. Bool multiplies as and. */
public val mul: Op2<Unit> =
    binary(
        "mul",
        Types.ANY,
        Names("mul", "multiply"),
        gradients(gradient { dy * b }, gradient { dy * a }),
        { a, b -> a * b },
    ) { a, b -> a * b }

/** Runs the row [mul]. */
@ShapeRule(ShapeRule.BROADCAST)
public fun mul(a: Value, b: Value): Value = mul.invoke(Unit, a, b)

/** `a / b`, element by element, broadcast; integers become floats. */
public val div: Op2<Unit> =
    binary("div", Types.FLOATS, Names("div", "divide"), gradients(gradient { dy / b }, gradient { -dy * (y / b) })) { a, b -> a / b }

/** `-x`. Not for bool. */
public val neg: Op1<Unit> = unary("neg", Types.NUMBERS, Names("neg", "negative"), gradient { -dy }, { -it }) { -it }

/** Runs the row [neg]. */
@ShapeRule(ShapeRule.SAME)
public fun neg(x: Value): Value = neg.invoke(Unit, x)

/**
 * `a + alpha b`, element by element, broadcast, in the type that [a] and [b] promote to.
 *
 * @throws DTypeException if [alpha] is fractional by type and the operands are integers.
 */
@ShapeRule(ShapeRule.BROADCAST)
public fun add(a: Value, b: Value, alpha: Number): Value = add(a, scaled("add", a, b, alpha))

/**
 * `a - alpha b`, element by element, broadcast, in the type that [a] and [b] promote to.
 *
 * @throws DTypeException if [alpha] is fractional by type and the operands are integers, or an operand is bool.
 */
@ShapeRule(ShapeRule.BROADCAST)
public fun sub(a: Value, b: Value, alpha: Number): Value = sub(a, if (b.dtype == DType.BOOL) b else scaled("sub", a, b, alpha))

private fun scaled(op: String, a: Value, b: Value, alpha: Number): Value {
    val dtype = promote(a.dtype, a.rank, b.dtype, b.rank)
    val operand = to(b, dtype)
    return mul(operand, inTypeOf(operand, wholeFor(op, "alpha", dtype, alpha)))
}

/** [number], refused if it is a `Float` or `Double` and [dtype] holds whole numbers. */
internal fun wholeFor(op: String, word: String, dtype: DType, number: Number): Number {
    if (!dtype.isFloating && (number is Double || number is Float)) {
        throw DTypeException("$op: $word must be a whole number for $dtype: $number", "convert an operand with to(dtype)")
    }
    return number
}

private fun withoutBool(): Prepare {
    val promotion = elementwisePreparation(Types.NUMBERS)
    return Prepare { op, inputs ->
        if (inputs.any { it.dtype == DType.BOOL }) {
            throw DTypeException(
                "$op: does not take bool",
                "use logicalXor, or convert with to(dtype)",
            )
        }
        promotion.prepare(op, inputs)
    }
}
