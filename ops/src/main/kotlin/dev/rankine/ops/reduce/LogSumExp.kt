@file:JvmName("Values")
@file:JvmMultifileClass

package dev.rankine.ops

import dev.rankine.shapes.ShapeRule

/** The logarithm of the sum of the exponentials along axes. The row behind [logsumexp]. */
public val logsumexpOp: Op1<ReduceAttributes> =
    composite1(
        "logsumexp",
        Names("logsumexp", "logaddexp.reduce"),
        gradients(
            gradient {
                // all elements minus infinity: no weight on any of them instead of -inf - -inf
                val level = finiteOrZero(y, Double.NEGATIVE_INFINITY)
                spread(dy, x.sizes, attributes) * exp(x - spread(level, x.sizes, attributes))
            },
        ),
        null,
        floatingPreparation,
    ) { attributes, x ->
        val wide = widen(x)
        if (x.elements == 0) {
            to(log(sumOp(attributes, exp(wide))), x.dtype)
        } else {
            val largest = amaxOp(attributes.copy(keepDim = true), wide)
            val level = finiteOrZero(finiteOrZero(largest, Double.NEGATIVE_INFINITY), Double.POSITIVE_INFINITY)
            val total = log(sumOp(attributes, exp(wide - level)))
            to(total + reshape(level, total.sizes), x.dtype)
        }
    }

/**
 * `log(sum(exp(x)))` over [axes], over all of them if null or empty, without overflow; minus infinity where there is no element.
 * Bool and integers become floats.
 * `[*axes] -> [*the others]`, or size 1 in their place with [keepDim].
 *
 * @throws dev.rankine.shapes.ShapeException if an axis is out of range or named twice.
 */
@ShapeRule(REDUCE_RULE)
@JvmOverloads
public fun logsumexp(x: Value, axes: List<Int>? = null, keepDim: Boolean = false): Value =
    logsumexpOp(reduceAttributes("logsumexp", x, axes, keepDim), x)

/** [x] with zero in place of [infinity]. */
internal fun finiteOrZero(x: Value, infinity: Double): Value = where(eq(x, constant(x, infinity)), 0.0, x)
