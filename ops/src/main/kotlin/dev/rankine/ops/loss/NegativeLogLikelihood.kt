@file:JvmName("Values")
@file:JvmMultifileClass

package dev.rankine.ops

import dev.rankine.shapes.DTypeException
import dev.rankine.shapes.Rule
import dev.rankine.shapes.ShapeException
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Sizes

/** The class number whose places have no loss ([ignoreIndex]). */
public data class NllAttributes(public val ignoreIndex: Long)

/** The class number whose places have no loss ([ignoreIndex]), and the number of [classes]. */
public data class NllGradientAttributes(public val ignoreIndex: Long, public val classes: Int)

/** The shape rule of [nllLossOp]. */
public const val NLL_LOSS_RULE: String = "input:[n, classes, *places] target:[n, *places] -> [n, *places]"

private val rule = Rule.of(NLL_LOSS_RULE)

/** The negative of the element that the target chooses among the classes, zero for ignored targets. The row behind [nllLoss]. */
public val nllLossOp: Op2<NllAttributes> =
    Op2(
        "nll_loss",
        Loop { attributes, inputs, outputs ->
            val x = inputs[0]
            forEachClass("nll_loss", inputs[1], x.sizes[1], attributes.ignoreIndex) { i, from ->
                outputs[0].set(
                    i,
                    if (from <
                        0
                    ) {
                        0.0
                    } else {
                        -x.double(from)
                    },
                )
            }
        },
        { call -> arrayOf(Spec(checked(call, Types.FLOATS_ONLY, 0), classSizes(call, 0))) },
        gradients(
            gradient { nllLossGradientOp(NllGradientAttributes(attributes.ignoreIndex, a.sizes[1]), dy, b) },
            NotDifferentiable("class numbers have no gradient"),
        ),
        null,
        Names("nn.functional.nll_loss"),
    )

/** The gradient of [nllLossOp], from the arriving gradient and the target: minus the former at the classes that the latter chooses. */
public val nllLossGradientOp: Op2<NllGradientAttributes> =
    Op2(
        "nll_loss_gradient",
        Loop { attributes, inputs, outputs ->
            val dx = outputs[0]
            for (i in 0 until dx.count) dx.set(i, 0.0)
            forEachClass("nll_loss", inputs[1], attributes.classes, attributes.ignoreIndex) { i, at ->
                if (at >=
                    0
                ) {
                    dx.set(at, -inputs[0].double(i))
                }
            }
        },
        { call ->
            val sizes = call.sizes(0)
            checkUpstream(call, call.sizes(1))
            val classes = intArrayOf(sizes[0], call.attributes.classes) + sizes.toIntArray().drop(1)
            arrayOf(Spec(checked(call, Types.FLOATS_ONLY, 0), Sizes.of(*classes)))
        },
        gradients(
            gradient { nllLossOp(NllAttributes(attributes.ignoreIndex), dy, b) },
            NotDifferentiable("class numbers have no gradient"),
        ),
        null,
        Names("nll_loss_backward"),
    )

/** The rule of [nllLoss]: a target per place, none for the classes, which are axis 1, or axis 0 of a single example. */
internal const val CLASS_LOSS_RULE: String =
    "input:s target:t weight:w? reduction=1 -> part(t, 0, rank(t)*(1 - min(reduction, 1))) where " +
        "rank(s) >= 1 \"a scalar has no classes\", " +
        "t == without(s, min(rank(s) - 1, 1)) \"target does not fit the input\", " +
        "w == [at(s, min(rank(s) - 1, 1))] \"weight has not one number per class\""

/**
 * Minus the element of [input] (logarithms of probabilities) at the class that [target] names, its mean by default.
 * A [weight] per class multiplies the losses, and the mean is weighted by it. Targets equal to [ignoreIndex] have no loss and no weight.
 * `[N, C, *d] [N, *d] -> []`, or `[N, *d]` without a reduction; one example is `[C] []`; weight `[C]`.
 *
 * @throws ShapeException if sizes do not fit, or a target is no class.
 * @throws DTypeException if the input is not floating or the target is not of integers.
 */
@ShapeRule(CLASS_LOSS_RULE)
@JvmOverloads
public fun nllLoss(
    input: Value,
    target: Value,
    weight: Value? = null,
    ignoreIndex: Long = -100,
    reduction: Reduction = Reduction.MEAN,
): Value {
    if (input.rank == 1 && target.rank == 0) {
        val loss = nllLoss(unsqueeze(input, 0), unsqueeze(target, 0), weight, ignoreIndex, reduction)
        return reshape(loss, Sizes.SCALAR)
    }
    val attributes = NllAttributes(ignoreIndex)
    return weighted("nll_loss", nllLossOp(attributes, input, target), input, target, weight, attributes, reduction)
}

/** The [losses] of targets times the [weight] of their classes, put together; the mean is weighted. */
internal fun weighted(
    op: String,
    losses: Value,
    input: Value,
    target: Value,
    weight: Value?,
    attributes: NllAttributes,
    reduction: Reduction,
): Value {
    if (weight == null) return reducedClasses(losses, target, attributes, reduction)
    checkParameter(op, "weight", weight, input, Sizes.of(input.sizes[1]))
    val weights = targetWeights(weight, input, target, attributes)
    val weighted = losses * weights
    return if (reduction == Reduction.MEAN) sum(weighted) / sum(weights) else reduced(weighted, reduction)
}

/** The weight of the class of every target, zero for ignored ones. */
internal fun targetWeights(weight: Value, input: Value, target: Value, attributes: NllAttributes): Value {
    val column = reshape(weight, Sizes.of(*IntArray(input.rank) { if (it == 1) weight.elements else 1 }))
    return -nllLossOp(attributes, broadcastTo(column, input.sizes), target)
}

/** One where a target counts, zero where it is ignored. */
internal fun counted(target: Value, attributes: NllAttributes): Value = ne(target, constant(target, attributes.ignoreIndex))

/** Losses per target put together; the mean is over the targets that are not ignored. */
internal fun reducedClasses(losses: Value, target: Value, attributes: NllAttributes, reduction: Reduction): Value =
    if (reduction == Reduction.MEAN) sum(losses) / to(sum(counted(target, attributes)), losses.dtype) else reduced(losses, reduction)

/** The sizes of the target of a call whose inputs from [first] on are scores and target. */
internal fun classSizes(call: Call<*>, first: Int): Sizes {
    if (!call.dtype(first + 1).isInteger) {
        throw DTypeException("${call.name}: targets are class numbers, integers: ${call.dtype(first + 1)} given", "convert with to(dtype)")
    }
    return rule.apply(call.name, arrayOf(call.sizes(first), call.sizes(first + 1)))[0]
}

/** Fails if the arriving gradient, the first input of [call], has other sizes than [expected]. */
internal fun checkUpstream(call: Call<*>, expected: Sizes) {
    if (call.sizes(0) != expected) {
        throw ShapeException(
            "${call.name}: the gradient has other sizes than the loss: ${call.sizes(0)} != $expected",
            listOf("gradient" to call.sizes(0)),
        )
    }
}

/** Calls [visit] with the number of every target and that of the element it chooses, -1 for an ignored target. */
private inline fun forEachClass(op: String, target: Elements, classes: Int, ignoreIndex: Long, visit: (i: Int, element: Int) -> Unit) {
    val inner = (1 until target.sizes.rank).fold(1) { product, axis -> product * target.sizes[axis] }
    for (i in 0 until target.count) {
        val chosen = target.long(i)
        if (chosen == ignoreIndex) {
            visit(i, -1)
        } else {
            if (chosen < 0 || chosen >= classes) throw noSuchClass(ThreadState.get().outermost ?: op, chosen, i, classes, target.sizes)
            visit(i, (i / inner * classes + chosen.toInt()) * inner + i % inner)
        }
    }
}

/** The sentence for a target that is no class: [i] is its number in row-major order. */
internal fun noSuchClass(op: String, chosen: Long, i: Int, classes: Int, target: Sizes): ShapeException {
    val place = IntArray(target.rank)
    var rest = i
    for (axis in target.rank - 1 downTo 0) {
        place[axis] = rest % target[axis]
        rest /= target[axis]
    }
    return ShapeException(
        "$op: target is no class: $chosen at ${place.contentToString()} is not in [0, ${classes - 1}]",
        listOf("target" to target),
    )
}
