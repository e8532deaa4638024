@file:JvmName("Values")
@file:JvmMultifileClass

package dev.rankine.ops

import dev.rankine.shapes.ShapeException
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Sizes

/** `a` above zero, `a b` elsewhere, promoted and broadcast. The row behind [prelu]. */
public val preluOp: Op2<Unit> =
    pointwise2(
        "prelu",
        Types.FLOATS_ONLY,
        Names("nn.functional.prelu"),
        gradients(gradient { where(a gt 0, dy, dy * b) }, gradient { where(a gt 0, 0, dy * a) }),
    ) { _, x, slope -> where(x gt 0, x, x * slope) }

/**
 * `x` above zero, `weight x` elsewhere, with one slope for all or one per channel. `[n, c, *] [c] -> [n, c, *]`, `[*] [] -> [*]`.
 * He et al., arXiv:1502.01852.
 *
 * @throws ShapeException if there are several slopes and not as many channels.
 */
@ShapeRule("s weight:w -> s")
public fun prelu(x: Value, weight: Value): Value {
    if (weight.elements == 1) return preluOp(x, reshape(weight, Sizes.SCALAR))
    val channels = if (x.rank > 1) x.sizes[1] else 1
    if (weight.rank != 1 || weight.elements != channels) {
        throw ShapeException(
            "prelu: one slope per channel is needed: ${weight.elements} != $channels",
            listOf("input" to x.sizes, "weight" to weight.sizes),
        )
    }
    return preluOp(x, reshape(weight, Sizes.of(List(x.rank - 1) { if (it == 0) channels else 1 })))
}
