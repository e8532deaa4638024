package dev.rankine.nn

import dev.rankine.ops.Value
import dev.rankine.ops.full
import dev.rankine.ops.named
import dev.rankine.ops.prelu
import dev.rankine.shapes.AnyShape
import dev.rankine.shapes.Axis
import dev.rankine.shapes.Dyn
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Sized
import dev.rankine.shapes.Sizes
import dev.rankine.shapes.of

/**
 * `x` above zero, `weight x` elsewhere, with a slope that is learned: one for all elements, or one per channel (axis 1).
 * `[*p] -> [*p]`, `[N, C, *d] -> [N, C, *d]`. He et al., arXiv:1502.01852.
 */
@ShapeRule(ShapeRule.SAME)
public class PReLU private constructor(private val slopes: Axis<*>, initial: Double) : SameShape() {
    /** One slope, which starts as [initial]. */
    @JvmOverloads
    public constructor(initial: Double = 0.25) : this(Dyn of 1, initial)

    /** A slope per channel, each of which starts as [initial]. Throws [dev.rankine.shapes.ShapeException] if the dim declares no size. */
    @JvmOverloads
    public constructor(channels: Sized<*>, initial: Double = 0.25) : this(channels.toAxis(), initial)

    private val sizes = if (slopes.dim === Dyn) Sizes.of(slopes.size) else Sizes.named(slopes)

    /** `[1]` or `[C]`. */
    public val weight: Parameter<AnyShape> = addParameter("weight", full(sizes, initial).named(sizes))

    override fun forward(x: Value): Value = prelu(x, weight.value)

    override fun details(): String = if (slopes.dim === Dyn) "${slopes.size}" else "${slopes.dim} = ${slopes.size}"
}
