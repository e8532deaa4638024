@file:JvmName("Values")
@file:JvmMultifileClass

package dev.rankine.ops

import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.promoteNumber

/**
 * `a^b`, element by element, broadcast. Integers stay integers and wrap around; to a negative integer power 1 and -1 keep their
 * meaning and all others give 0. Not for two bools. As C's `pow`, `1^NaN` and `NaN^0` are 1.
 *
 * The gradient for `a` is zero where `b` is zero; that for `b` is zero where `a` is zero and `b` is not negative.
 */
public val pow: Op2<Unit> =
    binary(
        "pow",
        Types.NUMBERS,
        Names("pow", "power"),
        gradients(
            gradient { where(b eq 0, 0, dy * (b * pow(a, b - 1))) },
            gradient { dy * where((a eq 0) and (b ge 0), 0, y * log(a)) },
        ),
        ::wholePower,
    ) { a, b -> if (a == 1.0 || (a == -1.0 && b.isInfinite())) 1.0 else Math.pow(a, b) }

/** Runs the row [pow]. */
@ShapeRule(ShapeRule.BROADCAST)
public fun pow(a: Value, b: Value): Value = pow.invoke(Unit, a, b)

/**
 * Each element to the power of [exponent]; integers with a fractional exponent become floats. The powers 2 and 1/2 are [square] and [sqrt].
 *
 * @throws IllegalArgumentException if [exponent] is negative and the result would be integers.
 */
@ShapeRule(ShapeRule.SAME)
public fun pow(x: Value, exponent: Number): Value {
    val dtype = promoteNumber(x.dtype, exponent)
    require(dtype.isFloating || exponent.toLong() >= 0) { "pow: integers have no negative integer powers: exponent $exponent" }
    return when (exponent.toDouble()) {
        2.0 -> square(to(x, dtype))
        0.5 -> sqrt(to(x, dtype))
        else -> pow(x, constant(x, exponent))
    }
}

/** [base] to the power of each element. */
@ShapeRule(ShapeRule.SAME)
public fun pow(base: Number, x: Value): Value = pow(constant(x, base), x)

/** By repeated squaring; the low 64 bits. */
private fun wholePower(base: Long, exponent: Long): Long {
    if (exponent < 0) {
        return if (base == 1L) {
            1
        } else if (base == -1L) {
            (if (exponent and 1L == 0L) 1 else -1)
        } else {
            0
        }
    }
    var result = 1L
    var square = base
    var rest = exponent
    while (rest != 0L) {
        if (rest and 1L != 0L) result *= square
        square *= square
        rest = rest shr 1
    }
    return result
}
