package dev.rankine.tensor

import dev.rankine.ops.elu
import dev.rankine.ops.gelu
import dev.rankine.ops.hardsigmoid
import dev.rankine.ops.hardswish
import dev.rankine.ops.invoke
import dev.rankine.ops.leakyRelu
import dev.rankine.ops.logSigmoid
import dev.rankine.ops.mish
import dev.rankine.ops.relu
import dev.rankine.ops.relu6
import dev.rankine.ops.rrelu
import dev.rankine.ops.selu
import dev.rankine.ops.sigmoid
import dev.rankine.ops.silu
import dev.rankine.ops.softplus
import dev.rankine.ops.softsign
import dev.rankine.ops.tanh
import dev.rankine.ops.tanhshrink
import dev.rankine.shapes.Shape
import dev.rankine.shapes.ShapeRule

/** `max(x, 0)`. */
@ShapeRule(ShapeRule.SAME)
public fun <S : Shape> Tensor<S>.relu(): Tensor<S> = Tensor(relu(value))

/** `1 / (1 + e^-x)`. */
@ShapeRule(ShapeRule.SAME)
public fun <S : Shape> Tensor<S>.sigmoid(): Tensor<S> = Tensor(sigmoid(value))

/** `log(sigmoid(x))`. */
@ShapeRule(ShapeRule.SAME)
public fun <S : Shape> Tensor<S>.logSigmoid(): Tensor<S> = Tensor(logSigmoid(value))

/** The hyperbolic tangent. */
@ShapeRule(ShapeRule.SAME)
public fun <S : Shape> Tensor<S>.tanh(): Tensor<S> = Tensor(tanh(value))

/** `x * sigmoid(x)`. */
@ShapeRule(ShapeRule.SAME)
public fun <S : Shape> Tensor<S>.silu(): Tensor<S> = Tensor(silu(value))

/** `x * tanh(softplus(x))`. */
@ShapeRule(ShapeRule.SAME)
public fun <S : Shape> Tensor<S>.mish(): Tensor<S> = Tensor(mish(value))

/** `x / (1 + |x|)`. */
@ShapeRule(ShapeRule.SAME)
public fun <S : Shape> Tensor<S>.softsign(): Tensor<S> = Tensor(softsign(value))

/** `relu6(x + 3) / 6`. */
@ShapeRule(ShapeRule.SAME)
public fun <S : Shape> Tensor<S>.hardsigmoid(): Tensor<S> = Tensor(hardsigmoid(value))

/** `x * relu6(x + 3) / 6`. */
@ShapeRule(ShapeRule.SAME)
public fun <S : Shape> Tensor<S>.hardswish(): Tensor<S> = Tensor(hardswish(value))

/** `x - tanh(x)`. */
@ShapeRule(ShapeRule.SAME)
public fun <S : Shape> Tensor<S>.tanhshrink(): Tensor<S> = Tensor(tanhshrink(value))

/** `min(max(x, 0), 6)`. */
@ShapeRule(ShapeRule.SAME)
public fun <S : Shape> Tensor<S>.relu6(): Tensor<S> = Tensor(relu6(value))

/** The scaled exponential linear unit. */
@ShapeRule(ShapeRule.SAME)
public fun <S : Shape> Tensor<S>.selu(): Tensor<S> = Tensor(selu(value))

/** The Gaussian error linear unit, `x * Phi(x)`; [approximate] is "none" or "tanh". */
@ShapeRule(ShapeRule.SAME)
public fun <S : Shape> Tensor<S>.gelu(approximate: String = "none"): Tensor<S> = Tensor(gelu(value, approximate))

/** `x` above zero, `alpha * (e^x - 1)` below. */
@ShapeRule(ShapeRule.SAME)
public fun <S : Shape> Tensor<S>.elu(alpha: Double = 1.0): Tensor<S> = Tensor(elu(value, alpha))

/** `x` above zero, `negativeSlope * x` below. */
@ShapeRule(ShapeRule.SAME)
public fun <S : Shape> Tensor<S>.leakyRelu(negativeSlope: Double = 0.01): Tensor<S> = Tensor(leakyRelu(value, negativeSlope))

/**
 * `x` above zero, elsewhere `x` times a slope: uniform between [lower] and [upper] for each element while [training], else the mean of both.
 *
 * @throws IllegalArgumentException if [lower] is above [upper].
 */
@ShapeRule(ShapeRule.SAME)
public fun <S : Shape> Tensor<S>.rrelu(lower: Double = 1.0 / 8, upper: Double = 1.0 / 3, training: Boolean = false): Tensor<S> =
    Tensor(rrelu(value, lower, upper, training))

/** `log(1 + e^(beta x)) / beta`; `x` itself where `beta x` exceeds [threshold]. */
@ShapeRule(ShapeRule.SAME)
public fun <S : Shape> Tensor<S>.softplus(beta: Double = 1.0, threshold: Double = 20.0): Tensor<S> =
    Tensor(softplus(value, beta, threshold))
