@file:JvmName("Values")
@file:JvmMultifileClass

package dev.rankine.ops

import dev.rankine.shapes.DType
import dev.rankine.shapes.DTypeException
import dev.rankine.shapes.ShapeException
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Sizes

/** What the scores of the right classes lack of the margin one above the others, `[N, C] [N, L] -> [N]`. The row behind [multiLabelMarginLoss]. */
public val multiLabelMarginLossOp: Op2<Unit> =
    composite2(
        "multilabel_margin_loss",
        Names("nn.functional.multilabel_margin_loss"),
        signature = { call ->
            if (!call.dtype(1).isInteger) {
                throw DTypeException("${call.name}: targets are class numbers, integers: ${call.dtype(1)} given", "convert with to(dtype)")
            }
            arrayOf(Spec(checked(call, Types.FLOATS_ONLY, 0), Sizes.of(call.sizes()[0])))
        },
    ) { _, x, target ->
        val classes = arange(x.sizes[1], DType.I64, x.backend)
        val isLabel = to(cumprod(to(ge(target, constant(target, 0)), DType.I64), 1), DType.BOOL)
        val labels = to(where(isLabel, target, 0), DType.I64)
        val isRight = any(unsqueeze(isLabel, 2) and eq(unsqueeze(labels, 2), classes), listOf(1))
        // a right class, axis 1, and a wrong one, axis 2
        val short = relu(1.0 - unsqueeze(gather(x, 1, labels), 2) + unsqueeze(x, 1))
        sum(where(unsqueeze(isLabel, 2) and unsqueeze(!isRight, 1), short, 0.0), listOf(1, 2)) / x.sizes[1].toDouble()
    }

/**
 * `sum over right classes j and wrong ones i of max(0, 1 - (input[j] - input[i])) / C`, its mean by default. The right classes of an example
 * are the numbers in its row of [target] before the first that is negative.
 * It needs memory for `N * L * C` numbers, with `L` the most right classes of an example.
 * `[N, C] [N, C] -> []`, or `[N]` without a reduction; one example is `[C] [C]`.
 *
 * @throws ShapeException if the sizes differ, if there are other axes, or if a target is no class.
 * @throws DTypeException if the input is not floating or the target is not of integers.
 */
@ShapeRule(
    "input:s target:s reduction=1 -> part(s, 0, (rank(s) - 1)*(1 - min(reduction, 1))) where " +
        "rank(s) >= 1 \"a scalar has no classes\", rank(s) <= 2 \"too many axes\"",
)
@JvmOverloads
public fun multiLabelMarginLoss(input: Value, target: Value, reduction: Reduction = Reduction.MEAN): Value {
    val op = "multilabel_margin_loss"
    checkSameSizes(op, input, target)
    if (input.rank == 1) {
        return reshape(multiLabelMarginLoss(unsqueeze(input, 0), unsqueeze(target, 0), reduction), Sizes.SCALAR)
    }
    if (input.rank != 2) throw ShapeException("$op: needs `[N, C]` or `[C]`: ${input.rank} axes given", listOf("input" to input.sizes))
    val labels = if (target.dtype.isInteger) narrow(target, 1, 0, mostLabels(op, target)) else target
    return reduced(multiLabelMarginLossOp(Unit, input, labels), reduction)
}

/** How many right classes an example has at most. Refuses a number above the classes, unless a negative one stands before it. */
private fun mostLabels(op: String, target: Value): Int {
    val numbers = target.toLongArray()
    val classes = target.sizes[1]
    var most = 0
    for (row in 0 until target.sizes[0]) {
        for (i in row * classes until (row + 1) * classes) {
            if (numbers[i] < 0) break
            if (numbers[i] >= classes) throw noSuchClass(op, numbers[i], i, classes, target.sizes)
            most = maxOf(most, i - row * classes + 1)
        }
    }
    return most
}
