package dev.rankine.nn

import dev.rankine.ops.Value
import dev.rankine.ops.logSoftmax
import dev.rankine.ops.softmax
import dev.rankine.ops.softmin
import dev.rankine.shapes.ShapeException
import dev.rankine.shapes.ShapeRule

private const val SOFTMAX_LAYER_RULE = "s axis=-1 -> s where axis(s, axis) >= 0"

/**
 * `exp(x) / sum(exp(x))` along an axis, by default the last. `[*p] -> [*p]`
 *
 * @property axis the axis along which the results sum to one; negative counts from the end.
 */
@ShapeRule(SOFTMAX_LAYER_RULE)
public class Softmax
    @JvmOverloads
    constructor(public val axis: Int = -1) : SameShape() {
        override fun forward(x: Value): Value = softmax(x, axis)

        override fun details(): String = "axis = $axis"
    }

/**
 * The logarithm of [Softmax], without overflow. `[*p] -> [*p]`
 *
 * @property axis the axis along which the results sum to one; negative counts from the end.
 */
@ShapeRule(SOFTMAX_LAYER_RULE)
public class LogSoftmax
    @JvmOverloads
    constructor(public val axis: Int = -1) : SameShape() {
        override fun forward(x: Value): Value = logSoftmax(x, axis)

        override fun details(): String = "axis = $axis"
    }

/**
 * [Softmax] of `-x`. `[*p] -> [*p]`
 *
 * @property axis the axis along which the results sum to one; negative counts from the end.
 */
@ShapeRule(SOFTMAX_LAYER_RULE)
public class Softmin
    @JvmOverloads
    constructor(public val axis: Int = -1) : SameShape() {
        override fun forward(x: Value): Value = softmin(x, axis)

        override fun details(): String = "axis = $axis"
    }

/** [Softmax] over the channels of each place of a plane. `[N, C, H, W] -> [N, C, H, W]`, with or without `N`. */
@ShapeRule("[*p, c, h, w] -> [*p, c, h, w] where rank(p) <= 1 \"needs three axes or four\"")
public class Softmax2d : SameShape() {
    /** Throws [ShapeException] if there are not three axes or four. */
    override fun forward(x: Value): Value {
        if (x.rank !in 3..4) throw ShapeException("softmax2d: needs three axes or four: ${x.rank} given", listOf("input" to x.sizes))
        return softmax(x, -3)
    }
}
