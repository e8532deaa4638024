@file:JvmName("Values")
@file:JvmMultifileClass

package dev.rankine.ops

import dev.rankine.shapes.ShapeRule

/** `a log(b)`, broadcast: zero where `a` is zero, unless `b` is NaN. Integers become floats. */
public val xlogy: Op2<Unit> =
    binary(
        "xlogy",
        Types.FLOATS,
        Names("xlogy"),
        gradients(gradient { where((a eq 0) and (b le 0), 0, xlogy(dy, b)) }, gradient { dy * (a / b) }),
    ) { a, b ->
        if (b.isNaN()) {
            Double.NaN
        } else if (a == 0.0) {
            0.0
        } else {
            a * Math.log(b)
        }
    }

/** Runs the row [xlogy]. */
@ShapeRule(ShapeRule.BROADCAST)
public fun xlogy(a: Value, b: Value): Value = xlogy.invoke(Unit, a, b)
