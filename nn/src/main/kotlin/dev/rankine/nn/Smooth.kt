package dev.rankine.nn

import dev.rankine.ops.Value
import dev.rankine.ops.gelu
import dev.rankine.ops.invoke
import dev.rankine.ops.mish
import dev.rankine.ops.silu
import dev.rankine.ops.softplus
import dev.rankine.ops.softsign
import dev.rankine.shapes.ShapeRule

/**
 * The Gaussian error linear unit, `x Phi(x)`. Hendrycks & Gimpel, arXiv:1606.08415. `[*p] -> [*p]`
 *
 * @property approximate `none` for the exact function, `tanh` for the approximation.
 * @throws IllegalArgumentException if [approximate] is another word.
 */
@ShapeRule(ShapeRule.SAME)
public class GELU
    @JvmOverloads
    constructor(public val approximate: String = "none") : SameShape() {
        init {
            require(approximate == "none" || approximate == "tanh") { "gelu: approximate is neither none nor tanh: $approximate" }
        }

        override fun forward(x: Value): Value = gelu(x, approximate)

        override fun details(): String = "approximate = $approximate"
    }

/** `x sigmoid(x)`, also called swish. Elfwing et al., arXiv:1702.03118. `[*p] -> [*p]` */
@ShapeRule(ShapeRule.SAME)
public class SiLU : SameShape() {
    override fun forward(x: Value): Value = silu(x)
}

/** `x tanh(softplus(x))`. Misra, arXiv:1908.08681. `[*p] -> [*p]` */
@ShapeRule(ShapeRule.SAME)
public class Mish : SameShape() {
    override fun forward(x: Value): Value = mish(x)
}

/**
 * `log(1 + e^(beta x)) / beta`; `x` itself where `beta x` exceeds [threshold]. `[*p] -> [*p]`
 *
 * @property beta the steepness.
 * @property threshold above it the function is the identity.
 * @throws IllegalArgumentException if [beta] is zero.
 */
@ShapeRule(ShapeRule.SAME)
public class Softplus
    @JvmOverloads
    constructor(public val beta: Double = 1.0, public val threshold: Double = 20.0) : SameShape() {
        init {
            require(beta != 0.0) { "softplus: beta is zero" }
        }

        override fun forward(x: Value): Value = softplus(x, beta, threshold)

        override fun details(): String = "beta = $beta, threshold = $threshold"
    }

/** `x / (1 + |x|)`. `[*p] -> [*p]` */
@ShapeRule(ShapeRule.SAME)
public class Softsign : SameShape() {
    override fun forward(x: Value): Value = softsign(x)
}
