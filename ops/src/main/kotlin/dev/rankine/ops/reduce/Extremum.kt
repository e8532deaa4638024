@file:JvmName("Values")
@file:JvmMultifileClass

package dev.rankine.ops

import dev.rankine.shapes.ShapeRule

/** The largest element along axes. The row behind [amax]. */
public val amaxOp: Op1<ReduceAttributes> = extremum("amax", Names("amax", "amax"), { a, b -> a > b }) { a, b -> a > b }

/** The smallest element along axes. The row behind [amin]. */
public val aminOp: Op1<ReduceAttributes> = extremum("amin", Names("amin", "amin"), { a, b -> a < b }) { a, b -> a < b }

/**
 * The largest element over [axes], over all of them if null or empty; NaN wins. Elements that tie share the gradient evenly.
 * `[*axes] -> [*the others]`, or size 1 in their place with [keepDim].
 *
 * @throws dev.rankine.shapes.ShapeException if an axis is out of range, named twice, or has size 0.
 */
@ShapeRule(REDUCE_RULE)
@JvmOverloads
public fun amax(x: Value, axes: List<Int>? = null, keepDim: Boolean = false): Value = amaxOp(reduceAttributes("amax", x, axes, keepDim), x)

/**
 * The smallest element over [axes], over all of them if null or empty; NaN wins. Elements that tie share the gradient evenly.
 * `[*axes] -> [*the others]`, or size 1 in their place with [keepDim].
 *
 * @throws dev.rankine.shapes.ShapeException if an axis is out of range, named twice, or has size 0.
 */
@ShapeRule(REDUCE_RULE)
@JvmOverloads
public fun amin(x: Value, axes: List<Int>? = null, keepDim: Boolean = false): Value = aminOp(reduceAttributes("amin", x, axes, keepDim), x)

private fun extremum(
    name: String,
    names: Names,
    intWins: (Long, Long) -> Boolean,
    floatWins: (Double, Double) -> Boolean,
): Op1<ReduceAttributes> =
    Op1(
        name,
        Loop { attributes, inputs, outputs ->
            val x = inputs[0]
            val best = IntArray(outputs[0].count) { -1 }
            forEachReduced(x.sizes, attributes.axes) { from, into ->
                if (best[into] < 0 || wins(x, from, best[into], intWins, floatWins)) best[into] = from
            }
            for (i in best.indices) {
                if (x.dtype.isFloating) outputs[0].set(i, x.double(best[i])) else outputs[0].set(i, x.long(best[i]))
            }
        },
        { call ->
            checkNotEmpty(call.name, call.sizes(), call.attributes.axes)
            arrayOf(Spec(call.dtype(), reducedSizes(call.sizes(), call.attributes)))
        },
        gradients(
            gradient {
                val chosen = eq(x, spread(y, x.sizes, attributes))
                val ties = to(sumOp(attributes, chosen), dy.dtype)
                spread(dy, x.sizes, attributes) * to(chosen, dy.dtype) / spread(ties, x.sizes, attributes)
            },
        ),
        null,
        names,
    )

/** Whether element [i] of [x] takes the place of element [best]; the first NaN wins over all. */
internal inline fun wins(
    x: Elements,
    i: Int,
    best: Int,
    intWins: (Long, Long) -> Boolean,
    floatWins: (Double, Double) -> Boolean,
): Boolean {
    if (!x.dtype.isFloating) return intWins(x.long(i), x.long(best))
    val champion = x.double(best)
    return !champion.isNaN() && (x.double(i).isNaN() || floatWins(x.double(i), champion))
}
