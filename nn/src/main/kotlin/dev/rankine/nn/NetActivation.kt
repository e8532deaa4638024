package dev.rankine.nn

import dev.rankine.ops.Value
import dev.rankine.shapes.Shape
import dev.rankine.shapes.ShapeChain
import dev.rankine.shapes.ShapeRule

/** This net, then `max(x, 0)`. */
@ShapeChain
@ShapeRule(ShapeRule.SAME)
public fun <In : Shape, Out : Shape> Net<In, Out>.relu(): Net<In, Out> = activation(ReLU())

/** This net, then `min(max(x, 0), 6)`. */
@ShapeChain
@ShapeRule(ShapeRule.SAME)
public fun <In : Shape, Out : Shape> Net<In, Out>.relu6(): Net<In, Out> = activation(ReLU6())

/** This net, then `x` above zero, `negativeSlope x` elsewhere. */
@ShapeChain
@ShapeRule(ShapeRule.SAME)
@JvmOverloads
public fun <In : Shape, Out : Shape> Net<In, Out>.leakyRelu(negativeSlope: Double = 0.01): Net<In, Out> =
    activation(LeakyReLU(negativeSlope))

/** This net, then `x` above zero, `alpha (e^x - 1)` elsewhere. */
@ShapeChain
@ShapeRule(ShapeRule.SAME)
@JvmOverloads
public fun <In : Shape, Out : Shape> Net<In, Out>.elu(alpha: Double = 1.0): Net<In, Out> = activation(ELU(alpha))

/** This net, then the scaled exponential linear unit. */
@ShapeChain
@ShapeRule(ShapeRule.SAME)
public fun <In : Shape, Out : Shape> Net<In, Out>.selu(): Net<In, Out> = activation(SELU())

/** This net, then the Gaussian error linear unit; [approximate] is "none" or "tanh". */
@ShapeChain
@ShapeRule(ShapeRule.SAME)
@JvmOverloads
public fun <In : Shape, Out : Shape> Net<In, Out>.gelu(approximate: String = "none"): Net<In, Out> = activation(GELU(approximate))

/** This net, then `x * sigmoid(x)`. */
@ShapeChain
@ShapeRule(ShapeRule.SAME)
public fun <In : Shape, Out : Shape> Net<In, Out>.silu(): Net<In, Out> = activation(SiLU())

/** This net, then `x * tanh(softplus(x))`. */
@ShapeChain
@ShapeRule(ShapeRule.SAME)
public fun <In : Shape, Out : Shape> Net<In, Out>.mish(): Net<In, Out> = activation(Mish())

/** This net, then the hyperbolic tangent. */
@ShapeChain
@ShapeRule(ShapeRule.SAME)
public fun <In : Shape, Out : Shape> Net<In, Out>.tanh(): Net<In, Out> = activation(Tanh())

/** This net, then the logistic function. */
@ShapeChain
@ShapeRule(ShapeRule.SAME)
public fun <In : Shape, Out : Shape> Net<In, Out>.sigmoid(): Net<In, Out> = activation(Sigmoid())

/** This net, then `relu6(x + 3) / 6`. */
@ShapeChain
@ShapeRule(ShapeRule.SAME)
public fun <In : Shape, Out : Shape> Net<In, Out>.hardsigmoid(): Net<In, Out> = activation(Hardsigmoid())

/** This net, then `x * relu6(x + 3) / 6`. */
@ShapeChain
@ShapeRule(ShapeRule.SAME)
public fun <In : Shape, Out : Shape> Net<In, Out>.hardswish(): Net<In, Out> = activation(Hardswish())

/** This net, then `log(1 + e^(beta x)) / beta`. */
@ShapeChain
@ShapeRule(ShapeRule.SAME)
@JvmOverloads
public fun <In : Shape, Out : Shape> Net<In, Out>.softplus(beta: Double = 1.0, threshold: Double = 20.0): Net<In, Out> =
    activation(Softplus(beta, threshold))

/** This net, then [Softmax] along [axis], by default the last. */
@ShapeChain
@ShapeRule(ShapeRule.SAME)
@JvmOverloads
public fun <In : Shape, Out : Shape> Net<In, Out>.softmax(axis: Int = -1): Net<In, Out> = activation(Softmax(axis))

/** This net, then [LogSoftmax] along [axis], by default the last. */
@ShapeChain
@ShapeRule(ShapeRule.SAME)
@JvmOverloads
public fun <In : Shape, Out : Shape> Net<In, Out>.logSoftmax(axis: Int = -1): Net<In, Out> = activation(LogSoftmax(axis))

/** This net, then [Dropout] with probability [p]. */
@ShapeChain
@ShapeRule(ShapeRule.SAME)
@JvmOverloads
public fun <In : Shape, Out : Shape> Net<In, Out>.dropout(p: Double = 0.5): Net<In, Out> = activation(Dropout(p))

/** This net, then [AlphaDropout] with probability [p]. */
@ShapeChain
@ShapeRule(ShapeRule.SAME)
@JvmOverloads
public fun <In : Shape, Out : Shape> Net<In, Out>.alphaDropout(p: Double = 0.5): Net<In, Out> = activation(AlphaDropout(p))

/** This net, then [next]: an activation, or another module that keeps the shape. */
@ShapeChain
public fun <In : Shape, Out : Shape> Net<In, Out>.activation(next: SameShape): Net<In, Out> = NetChain(links + next)

/** This net, then any elementwise function. */
@ShapeChain
@ShapeRule(ShapeRule.SAME)
public fun <In : Shape, Out : Shape> Net<In, Out>.activation(name: String, function: (Value) -> Value): Net<In, Out> =
    activation(Activation(name, function))
