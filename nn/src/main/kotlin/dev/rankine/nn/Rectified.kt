package dev.rankine.nn

import dev.rankine.ops.Value
import dev.rankine.ops.invoke
import dev.rankine.ops.leakyRelu
import dev.rankine.ops.relu
import dev.rankine.ops.relu6
import dev.rankine.ops.rrelu
import dev.rankine.ops.threshold
import dev.rankine.shapes.ShapeRule

/** `max(x, 0)`. `[*p] -> [*p]` */
@ShapeRule(ShapeRule.SAME)
public class ReLU : SameShape() {
    override fun forward(x: Value): Value = relu(x)
}

/** `min(max(x, 0), 6)`. `[*p] -> [*p]` */
@ShapeRule(ShapeRule.SAME)
public class ReLU6 : SameShape() {
    override fun forward(x: Value): Value = relu6(x)
}

/**
 * `x` above zero, `negativeSlope x` elsewhere. Maas, Hannun & Ng, ICML 2013. `[*p] -> [*p]`
 *
 * @property negativeSlope the slope below zero.
 */
@ShapeRule(ShapeRule.SAME)
public class LeakyReLU
    @JvmOverloads
    constructor(public val negativeSlope: Double = 0.01) : SameShape() {
        override fun forward(x: Value): Value = leakyRelu(x, negativeSlope)

        override fun details(): String = "negative slope = $negativeSlope"
    }

/**
 * `x` above zero, elsewhere `x` times a slope: drawn for each element while training, else the mean of both bounds.
 * Xu et al., arXiv:1505.00853. `[*p] -> [*p]`
 *
 * @property lower the least slope.
 * @property upper the greatest slope.
 * @throws IllegalArgumentException if [lower] is above [upper].
 */
@ShapeRule(ShapeRule.SAME)
public class RReLU
    @JvmOverloads
    constructor(public val lower: Double = 1.0 / 8, public val upper: Double = 1.0 / 3) : SameShape() {
        init {
            require(lower <= upper) { "rrelu: lower is above upper: $lower, $upper" }
        }

        override fun forward(x: Value): Value = rrelu(x, lower, upper, isTraining)

        override fun details(): String = "lower = $lower, upper = $upper"
    }

/**
 * `x` above [threshold], [value] elsewhere. `[*p] -> [*p]`
 *
 * @property threshold what elements must exceed to stay.
 * @property value what the others become.
 */
@ShapeRule(ShapeRule.SAME)
public class Threshold(public val threshold: Double, public val value: Double) : SameShape() {
    override fun forward(x: Value): Value = threshold(x, threshold, value)

    override fun details(): String = "threshold = $threshold, value = $value"
}
