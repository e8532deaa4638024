package dev.rankine.nn

import dev.rankine.ops.Value
import dev.rankine.ops.celu
import dev.rankine.ops.elu
import dev.rankine.ops.selu
import dev.rankine.shapes.ShapeRule

/**
 * `x` above zero, `alpha (e^x - 1)` elsewhere. Clevert, Unterthiner & Hochreiter, arXiv:1511.07289. `[*p] -> [*p]`
 *
 * @property alpha how far below zero it goes.
 */
@ShapeRule(ShapeRule.SAME)
public class ELU
    @JvmOverloads
    constructor(public val alpha: Double = 1.0) : SameShape() {
        override fun forward(x: Value): Value = elu(x, alpha)

        override fun details(): String = "alpha = $alpha"
    }

/**
 * `x` above zero, `alpha (e^(x / alpha) - 1)` elsewhere. Barron, arXiv:1704.07483. `[*p] -> [*p]`
 *
 * @property alpha how far below zero it goes.
 * @throws IllegalArgumentException if [alpha] is zero.
 */
@ShapeRule(ShapeRule.SAME)
public class CELU
    @JvmOverloads
    constructor(public val alpha: Double = 1.0) : SameShape() {
        init {
            require(alpha != 0.0) { "celu: alpha is zero" }
        }

        override fun forward(x: Value): Value = celu(x, alpha)

        override fun details(): String = "alpha = $alpha"
    }

/** [ELU] scaled so that activations keep mean 0 and variance 1. Klambauer et al., arXiv:1706.02515. `[*p] -> [*p]` */
@ShapeRule(ShapeRule.SAME)
public class SELU : SameShape() {
    override fun forward(x: Value): Value = selu(x)
}
