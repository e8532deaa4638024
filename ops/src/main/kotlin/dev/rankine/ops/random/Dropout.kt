@file:JvmName("Values")
@file:JvmMultifileClass

package dev.rankine.ops

import dev.rankine.shapes.ShapeRule

/** The probability of a zero ([p]), and where the draws start: [key] and [counter] of the generator. */
public data class DropoutAttributes(public val p: Double, public val key: Long, public val counter: Long)

/** Drops elements and scales the others. The mask is drawn anew in the gradient, not saved. The row behind [dropout]. */
public val dropoutOp: Op1<DropoutAttributes> =
    composite1(
        "dropout",
        Names("nn.functional.dropout"),
        gradients(gradient { dropoutOf(attributes, dy) }),
        { call -> arrayOf(Spec(checked(call, Types.FLOATS_ONLY, 0), call.sizes())) },
    ) { attributes, x ->
        val draws = RandomAttributes(x.sizes, x.dtype, attributes.key, attributes.counter)
        val kept = bernoulliOp.on(x.backend, BernoulliAttributes(1 - attributes.p, draws))
        if (attributes.p == 1.0) x * kept else x * (kept * (1 / (1 - attributes.p)))
    }

/**
 * While [training], sets each element to zero with probability [p] and scales the others by `1 / (1 - p)`; else [x] itself. `[...] -> [...]`.
 * Srivastava et al., JMLR 15 (2014).
 *
 * @throws IllegalArgumentException if [p] is not in `[0, 1]`.
 */
@ShapeRule(ShapeRule.SAME)
@JvmOverloads
public fun dropout(x: Value, p: Double = 0.5, training: Boolean = true, generator: Generator = Generator.current): Value {
    require(p in 0.0..1.0) { "dropout: the probability must be in [0, 1]: $p" }
    if (!training || p == 0.0) return x
    return dropoutOp(DropoutAttributes(p, generator.seed, generator.draw(x.elements.toLong())), x)
}

private fun dropoutOf(attributes: DropoutAttributes, x: Value): Value = dropoutOp(attributes, x)
