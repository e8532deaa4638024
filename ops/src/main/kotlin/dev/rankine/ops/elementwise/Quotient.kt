@file:JvmName("Values")
@file:JvmMultifileClass

package dev.rankine.ops

import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.castToDouble

/** What happens to the fraction of a quotient. */
public enum class Rounding {
    /** It is cut off: towards zero, as Kotlin divides integers. */
    TRUNC,

    /** Towards minus infinity. */
    FLOOR,
}

/**
 * The largest whole number not above `a / b`, broadcast. Integers stay integers; not for bool. Zero divided gives what `/` gives for floats.
 * The gradient is zero.
 *
 * @throws ArithmeticException if an integer is divided by zero.
 */
public val floorDivide: Op2<Unit> =
    binary("floor_divide", Types.NUMBERS, Names("floor_divide", "floor_divide"), zeros(), { a, b ->
        Math.floorDiv(a, nonZero("floor_divide", b))
    }) { a, b -> floorQuotient(a, b) }

/** Runs the row [floorDivide]. */
@ShapeRule(ShapeRule.BROADCAST)
public fun floorDivide(a: Value, b: Value): Value = floorDivide.invoke(Unit, a, b)

/**
 * `a / b` without its fraction, broadcast. Integers stay integers; not for bool. The gradient is zero.
 *
 * @throws ArithmeticException if an integer is divided by zero.
 */
public val truncDivide: Op2<Unit> =
    Op2(
        "trunc_divide",
        Loop(elementwise = true) { _, inputs, outputs ->
            val (a, b) = inputs
            val y = outputs[0]
            for (i in 0 until y.count) {
                if (y.dtype.isFloating) {
                    // the quotient is an element of the type before it loses its fraction
                    y.set(i, truncated(castToDouble(a.double(i) / b.double(i), y.dtype)))
                } else {
                    y.set(i, a.long(i) / nonZero("div", b.long(i)))
                }
            }
        },
        { call -> arrayOf(Spec(checked(call, Types.NUMBERS, 0), call.sizes())) },
        zeros(),
        elementwisePreparation(Types.NUMBERS),
        Names("div", null),
    )

/** Runs the row [truncDivide]. */
@ShapeRule(ShapeRule.BROADCAST)
public fun truncDivide(a: Value, b: Value): Value = truncDivide.invoke(Unit, a, b)

/**
 * `a / b`, element by element, broadcast; rounded if [rounding] is given: integers then stay integers.
 *
 * @throws ArithmeticException if an integer is divided by zero with rounding.
 */
@ShapeRule(ShapeRule.BROADCAST)
public fun div(a: Value, b: Value, rounding: Rounding?): Value =
    when (rounding) {
        null -> a / b
        Rounding.TRUNC -> truncDivide(a, b)
        Rounding.FLOOR -> floorDivide(a, b)
    }

/** As the other [div], by a number. */
@ShapeRule(ShapeRule.SAME)
public fun div(x: Value, number: Number, rounding: Rounding?): Value = div(x, constant(x, number), rounding)

/** The floor of each element divided by [number]; see the row of this name. */
@ShapeRule(ShapeRule.SAME)
public fun floorDivide(x: Value, number: Number): Value = floorDivide(x, constant(x, number))

/** Through the remainder, which is exact, so that a quotient just below a whole number is not rounded up to it. */
private fun floorQuotient(a: Double, b: Double): Double {
    if (b == 0.0) return a / b
    val rest = a % b
    var quotient = (a - rest) / b
    if (rest != 0.0 && (b < 0) != (rest < 0)) quotient -= 1.0
    if (quotient == 0.0) return Math.copySign(0.0, a / b)
    val whole = Math.floor(quotient)
    return if (quotient - whole > 0.5) whole + 1.0 else whole
}

/** [divisor], unless it is zero. */
internal fun nonZero(op: String, divisor: Long): Long {
    if (divisor == 0L) throw ArithmeticException("$op: an integer is divided by zero")
    return divisor
}

private fun zeros(): Gradients<Unit> = gradients(gradient { zerosLike(dy) }, gradient { zerosLike(dy) })
