@file:JvmName("Values")
@file:JvmMultifileClass

package dev.rankine.ops

import dev.rankine.shapes.ShapeException
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Sizes

/** Drops whole channels and scales the others. The row behind [featureDropout]. */
public val featureDropoutOp: Op1<DropoutAttributes> =
    composite1(
        "feature_dropout",
        Names("feature_dropout"),
        gradients(gradient { featureDropoutOf(attributes, dy) }),
        { call -> arrayOf(Spec(checked(call, Types.FLOATS_ONLY, 0), call.sizes())) },
    ) { (p, key, counter), x ->
        val kept = bernoulliOp.on(x.backend, BernoulliAttributes(1 - p, RandomAttributes(channels(x), x.dtype, key, counter)))
        if (p == 1.0) x * kept else x * (kept * (1 / (1 - p)))
    }

/**
 * While [training], sets each channel of each example to zero with probability [p] and scales the others by `1 / (1 - p)`; else [x] itself.
 * `[N, C, *d] -> [N, C, *d]`. Tompson et al., arXiv:1411.4280.
 *
 * @throws ShapeException if there are fewer than two axes.
 * @throws IllegalArgumentException if [p] is not in `[0, 1]`.
 */
@ShapeRule("[n, c, *d] -> [n, c, *d]")
@JvmOverloads
public fun featureDropout(x: Value, p: Double = 0.5, training: Boolean = true, generator: Generator = Generator.current): Value {
    checkFeatures("feature_dropout", x, p)
    if (!training || p == 0.0) return x
    return featureDropoutOp(DropoutAttributes(p, generator.seed, generator.draw(channels(x).elements.toLong())), x)
}

private fun featureDropoutOf(attributes: DropoutAttributes, x: Value): Value = featureDropoutOp(attributes, x)

/** One number for each channel of each example: `[N, C, 1, ...]`. */
internal fun channels(x: Value): Sizes = Sizes.of(*IntArray(x.rank) { if (it < 2) x.sizes[it] else 1 })

internal fun checkFeatures(op: String, x: Value, p: Double) {
    require(p in 0.0..1.0) { "$op: the probability must be in [0, 1]: $p" }
    if (x.rank < 2) throw ShapeException("$op: needs at least two axes, batch and channels: ${x.rank} given", listOf("input" to x.sizes))
}
