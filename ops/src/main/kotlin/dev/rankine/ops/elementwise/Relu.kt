@file:JvmName("Values")
@file:JvmMultifileClass

package dev.rankine.ops

import dev.rankine.shapes.ShapeRule

/** `max(x, 0)`; NaN stays. The gradient at zero is zero. Not for bool. */
public val relu: Op1<Unit> =
    unary("relu", Types.NUMBERS, Names("nn.functional.relu"), gradient { reluBackward(dy, y) }, { maxOf(it, 0L) }) {
        if (it <= 0.0) 0.0 else it
    }

/** Runs the row [relu]. */
@ShapeRule(ShapeRule.SAME)
public fun relu(x: Value): Value = relu.invoke(Unit, x)

/** `dy`, and 0 where `y <= 0`: the gradient of [relu] by its result `y`. */
public val reluBackward: Op2<Unit> =
    pointwise2("relu_backward", Types.FLOATS_ONLY, Names("threshold_backward")) { _, dy, y -> where(y le 0, 0, dy) }

/** The slope below zero ([negativeSlope]). */
public data class LeakyReluAttributes(public val negativeSlope: Double)

/** [relu] with a slope below zero. The row behind [leakyRelu]. */
public val leakyReluOp: Op1<LeakyReluAttributes> =
    pointwise1(
        "leaky_relu",
        Types.FLOATS_ONLY,
        Names("nn.functional.leaky_relu"),
        gradients(gradient { leakyReluBackward(attributes, dy, x) }),
    ) { (slope), x -> where(x gt 0, x, x * slope) }

/** `dy`, times the slope where `x <= 0`: the gradient of [leakyReluOp]. */
public val leakyReluBackward: Op2<LeakyReluAttributes> =
    pointwise2("leaky_relu_backward", Types.FLOATS_ONLY, Names("leaky_relu_backward")) { (slope), dy, x ->
        where(x gt 0, dy, dy * slope)
    }

/** `x` above zero, `negativeSlope x` elsewhere. Maas, Hannun & Ng, ICML 2013. */
@ShapeRule(ShapeRule.SAME)
@JvmOverloads
public fun leakyRelu(x: Value, negativeSlope: Double = 0.01): Value = leakyReluOp(LeakyReluAttributes(negativeSlope), x)
