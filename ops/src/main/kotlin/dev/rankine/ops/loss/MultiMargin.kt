@file:JvmName("Values")
@file:JvmMultifileClass

package dev.rankine.ops

import dev.rankine.shapes.DType
import dev.rankine.shapes.ShapeException
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Sizes

/** The distance that is far enough ([margin]), and the power of what lacks of it ([p], 1 or 2). */
public data class MultiMarginAttributes(public val margin: Double, public val p: Int)

/** What the score of the right class lacks of the margin above the others, `[N, C] [N] -> [N]`. The row behind [multiMarginLoss]. */
public val multiMarginLossOp: Op2<MultiMarginAttributes> =
    composite2(
        "multi_margin_loss",
        Names("nn.functional.multi_margin_loss"),
        signature = { call -> arrayOf(Spec(checked(call, Types.FLOATS_ONLY, 0), classSizes(call, 0))) },
    ) { (margin, p), x, target ->
        val classes = x.sizes[1]
        val right = -nllLossOp(NllAttributes(NO_CLASS), x, target)
        val short = relu(x - unsqueeze(right, 1) + margin)
        val isRight = eq(arange(classes, target.dtype, target.backend), unsqueeze(target, 1))
        val each = where(isRight, 0.0, if (p == 1) short else short * short)
        sum(each, listOf(1)) / classes.toDouble()
    }

/**
 * `sum over the classes i other than target of max(0, margin - input[target] + input[i])^p / C`, its mean by default.
 * `[N, C] [N] -> []`, or `[N]` without a reduction; one example is `[C] []`.
 *
 * @param p 1 or 2.
 * @param weight `[C]`: multiplies the losses of the examples of a class; the mean is not weighted by it.
 * @throws ShapeException if sizes do not fit, or a target is no class.
 * @throws dev.rankine.shapes.DTypeException if the input is not floating or the target is not of integers.
 * @throws IllegalArgumentException if [p] is neither 1 nor 2.
 */
@ShapeRule(
    "input:s target:t weight:w? reduction=1 -> part(t, 0, rank(t)*(1 - min(reduction, 1))) where " +
        "rank(s) >= 1 \"a scalar has no classes\", rank(s) <= 2 \"too many axes\", " +
        "t == part(s, 0, rank(s) - 1) \"target does not fit the input\", w == [at(s, rank(s) - 1)] \"weight has not one number per class\"",
)
@JvmOverloads
public fun multiMarginLoss(
    input: Value,
    target: Value,
    p: Int = 1,
    margin: Double = 1.0,
    weight: Value? = null,
    reduction: Reduction = Reduction.MEAN,
): Value {
    val op = "multi_margin_loss"
    require(p == 1 || p == 2) { "$op: the power is 1 or 2: $p" }
    if (input.rank == 1 && target.rank == 0) {
        val loss = multiMarginLoss(unsqueeze(input, 0), unsqueeze(target, 0), p, margin, weight, reduction)
        return reshape(loss, Sizes.SCALAR)
    }
    if (input.rank != 2) {
        throw ShapeException(
            "$op: needs `[N, C]` or `[C]`: ${input.rank} axes given",
            listOf(
                "input" to input.sizes,
                "target" to target.sizes,
            ),
        )
    }
    weight?.let { checkParameter(op, "weight", it, input, Sizes.of(input.sizes[1])) }
    val losses = multiMarginLossOp(MultiMarginAttributes(margin, p), input, target)
    return reduced(if (weight != null) losses * indexSelect(weight, 0, to(target, DType.I64)) else losses, reduction)
}

/** A class number that no target has. */
internal const val NO_CLASS: Long = Long.MIN_VALUE
