@file:JvmName("Values")
@file:JvmMultifileClass

package dev.rankine.ops

import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Sizes

/** The class number whose places have no loss ([ignoreIndex]), and how the losses are put together ([reduction]). */
public data class CrossEntropyAttributes(public val ignoreIndex: Long, public val reduction: Reduction) {
    internal val nll: NllAttributes get() = NllAttributes(ignoreIndex)
}

/** Negative log likelihood of the softmax over axis 1, for class numbers. The fused row behind [crossEntropy]. */
public val crossEntropyOp: Op2<CrossEntropyAttributes> =
    composite2(
        "cross_entropy",
        Names("nn.functional.cross_entropy"),
        gradients(gradient { crossEntropyGradientOp(attributes, dy, a, b) }, NotDifferentiable("class numbers have no gradient")),
        { call ->
            val sizes = classSizes(call, 0)
            arrayOf(Spec(checked(call, Types.FLOATS_ONLY, 0), if (call.attributes.reduction == Reduction.NONE) sizes else Sizes.SCALAR))
        },
    ) { attributes, x, target ->
        val losses = nllLossOp(attributes.nll, logSoftmaxOp(SoftmaxAttributes(1), x), target)
        reducedClasses(losses, target, attributes.nll, attributes.reduction)
    }

/** The gradient of [crossEntropyOp]: `(softmax - one hot) * scale`, from the arriving gradient, the scores and the target. */
public val crossEntropyGradientOp: Op3<CrossEntropyAttributes> =
    composite3(
        "cross_entropy_gradient",
        Names("cross_entropy_loss_backward"),
        signature = { call ->
            val sizes = classSizes(call, 1)
            checkUpstream(call, if (call.attributes.reduction == Reduction.NONE) sizes else Sizes.SCALAR)
            arrayOf(Spec(checked(call, Types.FLOATS_ONLY, 1), call.sizes(1)))
        },
    ) { attributes, dy, x, target ->
        val isCounted = counted(target, attributes.nll)
        val share =
            when (attributes.reduction) {
                Reduction.NONE, Reduction.SUM -> dy
                Reduction.MEAN -> dy / to(sum(isCounted), dy.dtype)
                Reduction.BATCH_MEAN -> dy / x.sizes[0].toDouble()
            }
        val scale = where(isCounted, share, 0.0)
        val chosen = nllLossGradientOp(NllGradientAttributes(attributes.ignoreIndex, x.sizes[1]), scale, target)
        softmaxOp(SoftmaxAttributes(1), x) * unsqueeze(scale, 1) + chosen
    }

/** The rule of [crossEntropy]: as that of [nllLoss], or the target has the sizes of the input. */
internal const val CROSS_ENTROPY_RULE: String =
    "input:s target:t weight:w? reduction=1 -> " +
        "part(without(s, min(rank(s) - 1, 1)), 0, (rank(s) - 1)*(1 - min(reduction, 1))) where " +
        "rank(s) >= 1 \"a scalar has no classes\", rank(t) <= rank(s) \"target has more axes than the input\", " +
        "rank(t) + 1 >= rank(s) \"target has too few axes\", " +
        "t == [*part(s, 0, min(rank(s) - 1, 1)), *part(s, min(rank(s) - 1, 1) + rank(s) - rank(t), rank(s))] " +
        "\"target does not fit the input\", " +
        "w == [at(s, min(rank(s) - 1, 1))] \"weight has not one number per class\""

/**
 * The cross entropy of the softmax of [input] (scores, any numbers) against [target], its mean by default.
 *
 * Integer targets are class numbers: `[N, C, *d] [N, *d] -> []`, or `[N, *d]` without a reduction; one example is `[C] []`.
 * Floating targets are probabilities per class: `[N, C, *d] [N, C, *d] -> []`, or `[N, *d]`; one example is `[C] [C]`.
 *
 * @param weight `[C]`, multiplies the losses; for class numbers the mean is weighted by it.
 * @param ignoreIndex class numbers equal to it have no loss and do not count in the mean.
 * @param labelSmoothing the share of every target that is spread evenly over the classes, from 0 to 1.
 * @throws dev.rankine.shapes.ShapeException if sizes do not fit, or a target is no class.
 * @throws dev.rankine.shapes.DTypeException if the input is not floating.
 * @throws IllegalArgumentException if [labelSmoothing] is not from 0 to 1.
 */
@ShapeRule(CROSS_ENTROPY_RULE)
@JvmOverloads
public fun crossEntropy(
    input: Value,
    target: Value,
    weight: Value? = null,
    ignoreIndex: Long = -100,
    reduction: Reduction = Reduction.MEAN,
    labelSmoothing: Double = 0.0,
): Value {
    require(labelSmoothing in 0.0..1.0) { "cross_entropy: label smoothing is a share from 0 to 1: $labelSmoothing" }
    if (target.dtype.isFloating) return softTargets(input, target, weight, reduction, labelSmoothing)
    if (input.rank == 1 && target.rank == 0) {
        val loss = crossEntropy(unsqueeze(input, 0), unsqueeze(target, 0), weight, ignoreIndex, reduction, labelSmoothing)
        return reshape(loss, Sizes.SCALAR)
    }
    if (weight == null && labelSmoothing == 0.0) return crossEntropyOp(CrossEntropyAttributes(ignoreIndex, reduction), input, target)
    return smoothed(input, target, weight, NllAttributes(ignoreIndex), reduction, labelSmoothing)
}

private fun smoothed(
    input: Value,
    target: Value,
    weight: Value?,
    attributes: NllAttributes,
    reduction: Reduction,
    smoothing: Double,
): Value {
    weight?.let { checkParameter("cross_entropy", "weight", it, input, Sizes.of(input.sizes[1])) }
    val logarithms = logSoftmax(input, 1)
    val counts = if (weight != null) targetWeights(weight, input, target, attributes) else to(counted(target, attributes), input.dtype)
    val picked = nllLossOp(attributes, logarithms, target) * (if (weight != null) counts else onesLike(counts))
    val losses =
        if (smoothing == 0.0) {
            picked
        } else {
            val all = -sum(if (weight != null) logarithms * perClass(weight, input) else logarithms, listOf(1))
            val even = where(counted(target, attributes), all, 0.0)
            picked * (1 - smoothing) + even * (smoothing / input.sizes[1])
        }
    return if (reduction == Reduction.MEAN) sum(losses) / sum(counts) else reduced(losses, reduction)
}

private fun softTargets(input: Value, target: Value, weight: Value?, reduction: Reduction, smoothing: Double): Value {
    checkSameSizes("cross_entropy", input, target)
    val axis = if (input.rank == 1) 0 else 1
    val classes = input.sizes[axis]
    weight?.let { checkParameter("cross_entropy", "weight", it, input, Sizes.of(classes)) }
    val goal = if (smoothing == 0.0) target else target * (1 - smoothing) + smoothing / classes
    val products = logSoftmax(input, axis) * goal
    val losses = -sum(if (weight != null) products * perClass(weight, input) else products, listOf(axis))
    // the mean is over the examples, whatever their weight
    return reduced(losses, reduction)
}

private fun perClass(weight: Value, input: Value): Value =
    if (input.rank == 1) weight else reshape(weight, Sizes.of(*IntArray(input.rank) { if (it == 1) weight.elements else 1 }))
