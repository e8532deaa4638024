@file:JvmName("Values")
@file:JvmMultifileClass

package dev.rankine.ops

import dev.rankine.shapes.DType
import dev.rankine.shapes.ShapeRule

/** The bounds of the slopes ([lower], [upper]), and where their draws start: [key] and [counter] of the generator. */
public data class RreluAttributes(public val lower: Double, public val upper: Double, public val key: Long, public val counter: Long)

/** [relu] with slopes below zero that are drawn for each element. The row behind [rrelu]. */
public val rreluOp: Op1<RreluAttributes> =
    composite1(
        "rrelu",
        Names("nn.functional.rrelu"),
        signature = { call -> arrayOf(Spec(checked(call, Types.FLOATS_ONLY, 0), call.sizes())) },
    ) { (lower, upper, key, counter), x ->
        // drawn in one type, so that the slopes are the same for every type of the operand
        val drawn = uniformOp.on(x.backend, RandomAttributes(x.sizes, DType.F32, key, counter))
        val slopes = to(drawn, x.dtype) * (upper - lower) + lower
        where(x gt 0, x, x * slopes)
    }

/**
 * `x` above zero, elsewhere `x` times a slope: while [training] one that is drawn for each element, uniform between [lower] and [upper]; else
 * the mean of both. `[...] -> [...]`. Floating types only. Xu et al., arXiv:1505.00853.
 *
 * @throws IllegalArgumentException if [lower] is above [upper].
 */
@ShapeRule(ShapeRule.SAME)
@JvmOverloads
public fun rrelu(
    x: Value,
    lower: Double = 1.0 / 8,
    upper: Double = 1.0 / 3,
    training: Boolean = false,
    generator: Generator = Generator.current,
): Value {
    require(lower <= upper) { "rrelu: lower is above upper: $lower, $upper" }
    if (!training) return leakyRelu(x, (lower + upper) / 2)
    return rreluOp(RreluAttributes(lower, upper, generator.seed, generator.draw(x.elements.toLong())), x)
}
