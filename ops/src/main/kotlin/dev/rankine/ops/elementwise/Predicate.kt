@file:JvmName("Values")
@file:JvmMultifileClass

package dev.rankine.ops

import dev.rankine.shapes.DType
import dev.rankine.shapes.ShapeRule

/** Whether the element is NaN; false for bool and integers. */
public val isnan: Op1<Unit> = predicate("isnan", Names("isnan", "isnan"), { false }) { it.isNaN() }

/** Runs the row [isnan]. */
@ShapeRule(ShapeRule.SAME)
public fun isnan(x: Value): Value = isnan.invoke(Unit, x)

/** Whether the element is infinite; false for bool and integers. */
public val isinf: Op1<Unit> = predicate("isinf", Names("isinf", "isinf"), { false }) { it.isInfinite() }

/** Runs the row [isinf]. */
@ShapeRule(ShapeRule.SAME)
public fun isinf(x: Value): Value = isinf.invoke(Unit, x)

/** Whether the element is neither NaN nor infinite; true for bool and integers. */
public val isfinite: Op1<Unit> = predicate("isfinite", Names("isfinite", "isfinite"), { true }) { it.isFinite() }

/** Runs the row [isfinite]. */
@ShapeRule(ShapeRule.SAME)
public fun isfinite(x: Value): Value = isfinite.invoke(Unit, x)

/** A primitive of one input, of any type, that gives a bool for every element. */
internal fun predicate(name: String, names: Names, int: (Long) -> Boolean, float: (Double) -> Boolean): Op1<Unit> =
    Op1(
        name,
        Loop(elementwise = true) { _, inputs, outputs ->
            val x = inputs[0]
            val y = outputs[0]
            for (i in 0 until y.count) {
                val holds = if (x.dtype.isFloating) float(x.double(i)) else int(x.long(i))
                y.set(i, if (holds) 1L else 0L)
            }
        },
        { call -> arrayOf(Spec(DType.BOOL, call.sizes())) },
        notDifferentiable("$name gives booleans"),
        null,
        names,
    )
