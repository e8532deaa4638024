@file:JvmName("Values")
@file:JvmMultifileClass

package dev.rankine.ops

import dev.rankine.shapes.ShapeException
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Sizes

/** `-(t log p + (1 - t) log(1 - p))`, logarithms not below -100. The row behind [binaryCrossEntropy]. */
public val binaryCrossEntropyOp: Op2<LossAttributes> =
    composite2(
        "binary_cross_entropy",
        Names("nn.functional.binary_cross_entropy"),
        gradients(
            gradient {
                val slope = a * (1.0 - a)
                val atLeast = where(lt(slope, constant(slope, SMALLEST)), SMALLEST, slope)
                unreduced(dy, a, attributes.reduction) * ((a - b) / atLeast)
            },
            gradient { unreduced(dy, a, attributes.reduction) * (boundedLog(1.0 - a) - boundedLog(a)) },
        ),
        null,
        floatingPreparation,
    ) { attributes, probability, target ->
        reduced(-(target * boundedLog(probability) + (1.0 - target) * boundedLog(1.0 - probability)), attributes.reduction)
    }

/** Binary cross entropy of a probability given as `log(p / (1 - p))`. The row behind [binaryCrossEntropyWithLogits]. */
public val binaryCrossEntropyWithLogitsOp: Op2<LossAttributes> =
    composite2(
        "binary_cross_entropy_with_logits",
        Names("nn.functional.binary_cross_entropy_with_logits"),
        gradients(
            gradient { unreduced(dy, a, attributes.reduction) * (sigmoid(a) - b) },
            gradient { unreduced(dy, a, attributes.reduction) * -a },
        ),
        null,
        floatingPreparation,
    ) { attributes, x, target ->
        val positive = where(gt(x, constant(x, 0.0)), x, 0.0)
        reduced(positive - x * target + log1p(exp(-abs(x))), attributes.reduction)
    }

/**
 * `-weight * (target * log(input) + (1 - target) * log(1 - input))`, its mean by default; [input] are probabilities.
 * Logarithms are not taken below -100, so that the loss stays finite; a number outside of 0 to 1 gives NaN.
 * `[*p] [*p] -> []`, or `[*p]` without a reduction.
 *
 * @param weight multiplies the losses; broadcasts to their sizes.
 * @throws ShapeException if the sizes differ, which are not broadcast, or if [weight] does not broadcast to them.
 */
@ShapeRule("input:s target:s weight:v? reduction=1 -> $REDUCED where broadcast(s, v) == s \"a weight does not fit\"")
@JvmOverloads
public fun binaryCrossEntropy(input: Value, target: Value, weight: Value? = null, reduction: Reduction = Reduction.MEAN): Value {
    checkSameSizes("binary_cross_entropy", input, target)
    checkWeight("binary_cross_entropy", "weight", weight, input)
    if (weight == null) return binaryCrossEntropyOp(LossAttributes(reduction), input, target)
    return reduced(binaryCrossEntropyOp(LossAttributes(Reduction.NONE), input, target) * weight, reduction)
}

/**
 * Binary cross entropy of `sigmoid(input)`, without overflow; its mean by default.
 * `[*p] [*p] -> []`, or `[*p]` without a reduction.
 *
 * @param weight multiplies the losses; broadcasts to their sizes.
 * @param posWeight multiplies the losses of positive targets; broadcasts to their sizes.
 * @throws ShapeException if the sizes differ, which are not broadcast, or if a weight does not broadcast to them.
 */
@ShapeRule(
    "input:s target:s weight:v? posWeight:w? reduction=1 -> $REDUCED where " +
        "broadcast(s, v) == s \"a weight does not fit\", broadcast(s, w) == s \"a weight does not fit\"",
)
@JvmOverloads
public fun binaryCrossEntropyWithLogits(
    input: Value,
    target: Value,
    weight: Value? = null,
    posWeight: Value? = null,
    reduction: Reduction = Reduction.MEAN,
): Value {
    checkSameSizes("binary_cross_entropy_with_logits", input, target)
    checkWeight("binary_cross_entropy_with_logits", "weight", weight, input)
    checkWeight("binary_cross_entropy_with_logits", "posWeight", posWeight, input)
    if (weight == null && posWeight == null) return binaryCrossEntropyWithLogitsOp(LossAttributes(reduction), input, target)
    val each = LossAttributes(Reduction.NONE)
    val losses =
        if (posWeight == null) {
            binaryCrossEntropyWithLogitsOp(each, input, target)
        } else {
            // the loss of a positive target is that of target 1, of which the others have input more
            val positive = binaryCrossEntropyWithLogitsOp(each, input, onesLike(target))
            (1.0 - target) * input + ((posWeight - 1.0) * target + 1.0) * positive
        }
    return reduced(if (weight != null) losses * weight else losses, reduction)
}

/** Refuses a weight that would repeat losses: there is one loss per element of the input, in PyTorch too. */
internal fun checkWeight(op: String, word: String, weight: Value?, input: Value) {
    if (weight != null && Sizes.broadcast(op, input.sizes, weight.sizes) != input.sizes) {
        throw ShapeException(
            "$op: the $word has more axes or elements than the input: ${weight.sizes} does not broadcast to ${input.sizes}",
            listOf("input" to input.sizes, word to weight.sizes),
        )
    }
}

private fun boundedLog(x: Value): Value {
    val y = log(x)
    return where(lt(y, constant(y, LOWEST_LOG)), LOWEST_LOG, y)
}

private const val LOWEST_LOG = -100.0
private const val SMALLEST = 1e-12
