@file:JvmName("Values")
@file:JvmMultifileClass

package dev.rankine.ops

import dev.rankine.shapes.ShapeException
import dev.rankine.shapes.ShapeRule
import kotlin.math.sqrt

/** What [selu] goes to far below zero. */
private const val LOWEST = -1.7580993408473766

/**
 * The probability of a drop ([p]), whether whole channels are dropped ([features]), and where the draws start: [key] and [counter] of the
 * generator.
 */
public data class AlphaDropoutAttributes(
    public val p: Double,
    public val features: Boolean,
    public val key: Long,
    public val counter: Long,
)

/** Puts the least value of [selu] in the place of elements, and keeps mean and variance. The row behind [alphaDropout]. */
public val alphaDropoutOp: Op1<AlphaDropoutAttributes> =
    composite1(
        "alpha_dropout",
        Names("nn.functional.alpha_dropout"),
        signature = { call -> arrayOf(Spec(checked(call, Types.FLOATS_ONLY, 0), call.sizes())) },
    ) { (p, features, key, counter), x ->
        val drawn = RandomAttributes(if (features) channels(x) else x.sizes, x.dtype, key, counter)
        val kept = bernoulliOp.on(x.backend, BernoulliAttributes(1 - p, drawn))
        if (p == 1.0) {
            x * kept
        } else {
            val scale = 1 / sqrt((1 - p) * (1 + p * LOWEST * LOWEST))
            x * (kept * scale) + ((1.0 - kept) * (LOWEST * scale) - scale * LOWEST * p)
        }
    }

/**
 * While [training], puts the least value of [selu] in the place of each element with probability [p], then scales and shifts so that mean 0
 * and variance 1 stay; else [x] itself. `[...] -> [...]`. Klambauer et al., arXiv:1706.02515.
 *
 * @throws IllegalArgumentException if [p] is not in `[0, 1]`.
 */
@ShapeRule(ShapeRule.SAME)
@JvmOverloads
public fun alphaDropout(x: Value, p: Double = 0.5, training: Boolean = true, generator: Generator = Generator.current): Value {
    require(p in 0.0..1.0) { "alpha_dropout: the probability must be in [0, 1]: $p" }
    if (!training || p == 0.0) return x
    return alphaDropoutOp(AlphaDropoutAttributes(p, false, generator.seed, generator.draw(x.elements.toLong())), x)
}

/**
 * As [alphaDropout], for whole channels of examples. `[N, C, *d] -> [N, C, *d]`
 *
 * @throws ShapeException if there are fewer than two axes.
 * @throws IllegalArgumentException if [p] is not in `[0, 1]`.
 */
@ShapeRule("[n, c, *d] -> [n, c, *d]")
@JvmOverloads
public fun featureAlphaDropout(x: Value, p: Double = 0.5, training: Boolean = true, generator: Generator = Generator.current): Value {
    checkFeatures("feature_alpha_dropout", x, p)
    if (!training || p == 0.0) return x
    return alphaDropoutOp(AlphaDropoutAttributes(p, true, generator.seed, generator.draw(channels(x).elements.toLong())), x)
}
