@file:JvmName("Values")
@file:JvmMultifileClass

package dev.rankine.ops

import dev.rankine.shapes.ShapeRule

/**
 * `a - b floor(a / b)`, broadcast: the remainder with the sign of the divisor, as Python's `%`. Not for bool.
 *
 * @throws ArithmeticException if an integer is divided by zero.
 */
public val remainder: Op2<Unit> =
    binary(
        "remainder",
        Types.NUMBERS,
        Names("remainder", "remainder"),
        gradients(gradient { dy }, gradient { -dy * floorDivide(a, b) }),
        { a, b -> Math.floorMod(a, nonZero("remainder", b)) },
    ) { a, b ->
        val rest = a % b
        if (rest != 0.0 && (b < 0) != (rest < 0)) rest + b else rest
    }

/** Runs the row [remainder]. */
@ShapeRule(ShapeRule.BROADCAST)
public fun remainder(a: Value, b: Value): Value = remainder.invoke(Unit, a, b)

/**
 * `a - b trunc(a / b)`, broadcast: the remainder with the sign of the dividend, as C's `fmod` and Kotlin's `%`. Not for bool.
 *
 * @throws ArithmeticException if an integer is divided by zero.
 */
public val fmod: Op2<Unit> =
    binary(
        "fmod",
        Types.NUMBERS,
        Names("fmod", "fmod"),
        gradients(gradient { dy }, gradient { -dy * truncDivide(a, b) }),
        { a, b -> a % nonZero("fmod", b) },
    ) { a, b -> a % b }

/** Runs the row [fmod]. */
@ShapeRule(ShapeRule.BROADCAST)
public fun fmod(a: Value, b: Value): Value = fmod.invoke(Unit, a, b)

/** The remainder of each element divided by [number]; see the row of this name. */
@ShapeRule(ShapeRule.SAME)
public fun remainder(x: Value, number: Number): Value = remainder(x, constant(x, number))

/** The remainder of each element divided by [number]; see the row of this name. */
@ShapeRule(ShapeRule.SAME)
public fun fmod(x: Value, number: Number): Value = fmod(x, constant(x, number))
