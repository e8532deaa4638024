@file:JvmName("Values")
@file:JvmMultifileClass

package dev.rankine.ops

import dev.rankine.shapes.ShapeException
import dev.rankine.shapes.ShapeRule

/** The [axis] (not negative) whose second half opens and closes the first. */
public data class GluAttributes(public val axis: Int)

/** One half times the logistic function of the other. The row behind [glu]. */
public val gluOp: Op1<GluAttributes> =
    composite1("glu", Names("nn.functional.glu")) { (axis), x ->
        checkGlu(x, axis)
        val half = x.sizes[axis] / 2
        narrow(x, axis, 0, half) * sigmoid(narrow(x, axis, half, half))
    }

/**
 * Gated linear unit: the first half along [axis], times the logistic function of the second half. `[*p, 2n, *q] -> [*p, n, *q]`.
 * Floating types only. Dauphin et al., arXiv:1612.08083.
 *
 * @throws ShapeException if the axis is out of range, or its size is odd.
 * @throws dev.rankine.shapes.DTypeException if the elements are bool or integers.
 */
@ShapeRule(
    "s axis=-1 -> [*part(s, 0, axis(s, axis)), at(s, axis) / 2, *part(s, axis(s, axis) + 1, rank(s))] " +
        "where rank(s) >= 1 \"a scalar has no halves\", at(s, axis) % 2 == 0 \"the axis has no halves\"",
)
@JvmOverloads
public fun glu(x: Value, axis: Int = -1): Value = gluOp(GluAttributes(x.sizes.axisIndex("glu", axis)), x)

private fun checkGlu(x: Value, axis: Int) {
    if (!x.dtype.isFloating) throw refused("glu", x.dtype)
    if (x.rank == 0) throw ShapeException("glu: a scalar has no halves", listOf("input" to x.sizes))
    if (x.sizes[axis] % 2 != 0) {
        throw ShapeException("glu: the axis has no halves: axis $axis of size ${x.sizes[axis]}", listOf("input" to x.sizes))
    }
}
