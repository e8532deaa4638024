@file:JvmName("Values")
@file:JvmMultifileClass

package dev.rankine.ops

import dev.rankine.shapes.ShapeRule

/** `|x|`; the gradient at zero is zero. Not for bool; the smallest integer of a signed type is its own absolute value. */
public val abs: Op1<Unit> =
    unary("abs", Types.NUMBERS, Names("abs", "absolute"), gradient { dy * sign(x) }, { Math.abs(it) }) { Math.abs(it) }

/** Runs the row [abs]. */
@ShapeRule(ShapeRule.SAME)
public fun abs(x: Value): Value = abs.invoke(Unit, x)

/** -1, 0 or 1 by the sign of `x`; 0 for NaN, as PyTorch gives. Bool stays as it is. The gradient is zero. */
public val sign: Op1<Unit> =
    unary("sign", Types.ANY, Names("sign", "sign"), gradient { zerosLike(dy) }, {
        java.lang.Long
            .signum(it)
            .toLong()
    }) {
        if (it > 0.0) {
            1.0
        } else if (it < 0.0) {
            -1.0
        } else {
            0.0
        }
    }

/** Runs the row [sign]. */
@ShapeRule(ShapeRule.SAME)
public fun sign(x: Value): Value = sign.invoke(Unit, x)
