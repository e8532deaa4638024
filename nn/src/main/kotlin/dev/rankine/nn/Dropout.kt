package dev.rankine.nn

import dev.rankine.ops.Value
import dev.rankine.ops.alphaDropout
import dev.rankine.ops.dropout
import dev.rankine.ops.featureAlphaDropout
import dev.rankine.ops.featureDropout
import dev.rankine.ops.squeeze
import dev.rankine.ops.unsqueeze
import dev.rankine.shapes.ShapeException
import dev.rankine.shapes.ShapeRule

private fun checkProbability(op: String, p: Double) {
    require(p in 0.0..1.0) { "$op: the probability must be in [0, 1]: $p" }
}

/**
 * Sets each element to zero with probability [p] while training and scales the others by `1 / (1 - p)`; nothing in evaluation.
 * `[*p] -> [*p]`. Srivastava et al., JMLR 15 (2014).
 *
 * @property p the probability of a zero.
 * @throws IllegalArgumentException if [p] is not in `[0, 1]`.
 */
@ShapeRule(ShapeRule.SAME)
public class Dropout
    @JvmOverloads
    constructor(public val p: Double = 0.5) : SameShape() {
        init {
            checkProbability("dropout", p)
        }

        override fun forward(x: Value): Value = dropout(x, p, isTraining)

        override fun details(): String = "p = $p"
    }

/**
 * Sets each channel of each sequence to zero with probability [p] while training and scales the others by `1 / (1 - p)`.
 * `[N, C, L] -> [N, C, L]`, with or without `N`. Tompson et al., arXiv:1411.4280.
 *
 * @property p the probability of a zero.
 * @throws IllegalArgumentException if [p] is not in `[0, 1]`.
 */
@ShapeRule("[*p, c, l] -> [*p, c, l] where rank(p) <= 1 \"needs two axes or three\"")
public class Dropout1d
    @JvmOverloads
    constructor(public val p: Double = 0.5) : SameShape() {
        init {
            checkProbability("dropout1d", p)
        }

        override fun forward(x: Value): Value = channelsDropped("dropout1d", x, p, isTraining, 2..3)

        override fun details(): String = "p = $p"
    }

/**
 * As [Dropout1d], for planes. `[N, C, H, W] -> [N, C, H, W]`; three axes are sequences, `[N, C, L]`.
 *
 * @property p the probability of a zero.
 * @throws IllegalArgumentException if [p] is not in `[0, 1]`.
 */
@ShapeRule("[n, c, *d] -> [n, c, *d] where rank(d) >= 1 \"needs three axes or four\", rank(d) <= 2 \"needs three axes or four\"")
public class Dropout2d
    @JvmOverloads
    constructor(public val p: Double = 0.5) : SameShape() {
        init {
            checkProbability("dropout2d", p)
        }

        override fun forward(x: Value): Value {
            checkRank("dropout2d", x, 3..4)
            return featureDropout(x, p, isTraining)
        }

        override fun details(): String = "p = $p"
    }

/**
 * As [Dropout1d], for volumes. `[N, C, D, H, W] -> [N, C, D, H, W]`, with or without `N`.
 *
 * @property p the probability of a zero.
 * @throws IllegalArgumentException if [p] is not in `[0, 1]`.
 */
@ShapeRule("[*p, c, d, h, w] -> [*p, c, d, h, w] where rank(p) <= 1 \"needs four axes or five\"")
public class Dropout3d
    @JvmOverloads
    constructor(public val p: Double = 0.5) : SameShape() {
        init {
            checkProbability("dropout3d", p)
        }

        override fun forward(x: Value): Value = channelsDropped("dropout3d", x, p, isTraining, 4..5)

        override fun details(): String = "p = $p"
    }

/**
 * Puts the least value of [SELU] in the place of each element with probability [p] while training, then scales and shifts so that mean 0 and
 * variance 1 stay. `[*p] -> [*p]`. Klambauer et al., arXiv:1706.02515.
 *
 * @property p the probability of a drop.
 * @throws IllegalArgumentException if [p] is not in `[0, 1]`.
 */
@ShapeRule(ShapeRule.SAME)
public class AlphaDropout
    @JvmOverloads
    constructor(public val p: Double = 0.5) : SameShape() {
        init {
            checkProbability("alpha_dropout", p)
        }

        override fun forward(x: Value): Value = alphaDropout(x, p, isTraining)

        override fun details(): String = "p = $p"
    }

/**
 * As [AlphaDropout], for whole channels of examples. `[N, C, *d] -> [N, C, *d]`
 *
 * @property p the probability of a drop.
 * @throws IllegalArgumentException if [p] is not in `[0, 1]`.
 */
@ShapeRule("[n, c, *d] -> [n, c, *d]")
public class FeatureAlphaDropout
    @JvmOverloads
    constructor(public val p: Double = 0.5) : SameShape() {
        init {
            checkProbability("feature_alpha_dropout", p)
        }

        override fun forward(x: Value): Value = featureAlphaDropout(x, p, isTraining)

        override fun details(): String = "p = $p"
    }

private fun checkRank(op: String, x: Value, ranks: IntRange) {
    if (x.rank !in ranks) {
        throw ShapeException("$op: needs ${ranks.first} or ${ranks.last} axes: ${x.rank} given", listOf("input" to x.sizes))
    }
}

/** The least of [ranks] is that of one example. */
private fun channelsDropped(op: String, x: Value, p: Double, training: Boolean, ranks: IntRange): Value {
    checkRank(op, x, ranks)
    if (x.rank == ranks.last) return featureDropout(x, p, training)
    return squeeze(featureDropout(unsqueeze(x, 0), p, training), 0)
}
