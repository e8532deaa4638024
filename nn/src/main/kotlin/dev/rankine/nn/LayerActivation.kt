@file:JvmName("Layers")
@file:JvmMultifileClass

package dev.rankine.nn

import dev.rankine.ops.Value
import dev.rankine.shapes.Dim
import dev.rankine.shapes.ShapeChain
import dev.rankine.shapes.ShapeRule

/** This layer, then `max(x, 0)`. */
@ShapeChain
@ShapeRule(ShapeRule.SAME)
public fun <I : Dim<*>, O : Dim<*>> Layer<I, O>.relu(): Layer<I, O> = activation(ReLU())

/** This layer, then `min(max(x, 0), 6)`. */
@ShapeChain
@ShapeRule(ShapeRule.SAME)
public fun <I : Dim<*>, O : Dim<*>> Layer<I, O>.relu6(): Layer<I, O> = activation(ReLU6())

/** This layer, then `x` above zero, `negativeSlope x` elsewhere. */
@ShapeChain
@ShapeRule(ShapeRule.SAME)
@JvmOverloads
public fun <I : Dim<*>, O : Dim<*>> Layer<I, O>.leakyRelu(negativeSlope: Double = 0.01): Layer<I, O> = activation(LeakyReLU(negativeSlope))

/** This layer, then `x` above zero, `alpha (e^x - 1)` elsewhere. */
@ShapeChain
@ShapeRule(ShapeRule.SAME)
@JvmOverloads
public fun <I : Dim<*>, O : Dim<*>> Layer<I, O>.elu(alpha: Double = 1.0): Layer<I, O> = activation(ELU(alpha))

/** This layer, then the scaled exponential linear unit. */
@ShapeChain
@ShapeRule(ShapeRule.SAME)
public fun <I : Dim<*>, O : Dim<*>> Layer<I, O>.selu(): Layer<I, O> = activation(SELU())

/** This layer, then the Gaussian error linear unit; [approximate] is "none" or "tanh". */
@ShapeChain
@ShapeRule(ShapeRule.SAME)
@JvmOverloads
public fun <I : Dim<*>, O : Dim<*>> Layer<I, O>.gelu(approximate: String = "none"): Layer<I, O> = activation(GELU(approximate))

/** This layer, then `x * sigmoid(x)`. */
@ShapeChain
@ShapeRule(ShapeRule.SAME)
public fun <I : Dim<*>, O : Dim<*>> Layer<I, O>.silu(): Layer<I, O> = activation(SiLU())

/** This layer, then `x * tanh(softplus(x))`. */
@ShapeChain
@ShapeRule(ShapeRule.SAME)
public fun <I : Dim<*>, O : Dim<*>> Layer<I, O>.mish(): Layer<I, O> = activation(Mish())

/** This layer, then the hyperbolic tangent. */
@ShapeChain
@ShapeRule(ShapeRule.SAME)
public fun <I : Dim<*>, O : Dim<*>> Layer<I, O>.tanh(): Layer<I, O> = activation(Tanh())

/** This layer, then the logistic function. */
@ShapeChain
@ShapeRule(ShapeRule.SAME)
public fun <I : Dim<*>, O : Dim<*>> Layer<I, O>.sigmoid(): Layer<I, O> = activation(Sigmoid())

/** This layer, then `relu6(x + 3) / 6`. */
@ShapeChain
@ShapeRule(ShapeRule.SAME)
public fun <I : Dim<*>, O : Dim<*>> Layer<I, O>.hardsigmoid(): Layer<I, O> = activation(Hardsigmoid())

/** This layer, then `x * relu6(x + 3) / 6`. */
@ShapeChain
@ShapeRule(ShapeRule.SAME)
public fun <I : Dim<*>, O : Dim<*>> Layer<I, O>.hardswish(): Layer<I, O> = activation(Hardswish())

/** This layer, then `log(1 + e^(beta x)) / beta`. */
@ShapeChain
@ShapeRule(ShapeRule.SAME)
@JvmOverloads
public fun <I : Dim<*>, O : Dim<*>> Layer<I, O>.softplus(beta: Double = 1.0, threshold: Double = 20.0): Layer<I, O> =
    activation(Softplus(beta, threshold))

/** This layer, then [Softmax] along [axis], by default the last. */
@ShapeChain
@ShapeRule(ShapeRule.SAME)
@JvmOverloads
public fun <I : Dim<*>, O : Dim<*>> Layer<I, O>.softmax(axis: Int = -1): Layer<I, O> = activation(Softmax(axis))

/** This layer, then [LogSoftmax] along [axis], by default the last. */
@ShapeChain
@ShapeRule(ShapeRule.SAME)
@JvmOverloads
public fun <I : Dim<*>, O : Dim<*>> Layer<I, O>.logSoftmax(axis: Int = -1): Layer<I, O> = activation(LogSoftmax(axis))

/** This layer, then [Dropout] with probability [p]. */
@ShapeChain
@ShapeRule(ShapeRule.SAME)
@JvmOverloads
public fun <I : Dim<*>, O : Dim<*>> Layer<I, O>.dropout(p: Double = 0.5): Layer<I, O> = activation(Dropout(p))

/** This layer, then [AlphaDropout] with probability [p]. */
@ShapeChain
@ShapeRule(ShapeRule.SAME)
@JvmOverloads
public fun <I : Dim<*>, O : Dim<*>> Layer<I, O>.alphaDropout(p: Double = 0.5): Layer<I, O> = activation(AlphaDropout(p))

/** This layer, then [next]: an activation, or another module that keeps the shape. */
@ShapeChain
public fun <I : Dim<*>, O : Dim<*>> Layer<I, O>.activation(next: SameShape): Layer<I, O> = Chain(links + next)

/** This layer, then any elementwise function. */
@ShapeChain
@ShapeRule(ShapeRule.SAME)
public fun <I : Dim<*>, O : Dim<*>> Layer<I, O>.activation(name: String, function: (Value) -> Value): Layer<I, O> =
    activation(Activation(name, function))
