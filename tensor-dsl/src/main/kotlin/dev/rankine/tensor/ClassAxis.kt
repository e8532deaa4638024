package dev.rankine.tensor

import dev.rankine.ops.Reduction
import dev.rankine.ops.Value
import dev.rankine.ops.crossEntropy
import dev.rankine.ops.movedim
import dev.rankine.ops.named
import dev.rankine.ops.nllLoss
import dev.rankine.ops.reshape
import dev.rankine.shapes.ShapeException
import dev.rankine.shapes.Sizes

/** The cross-entropy of the scores [input], whose classes lie along [axis], and the class numbers [target]. */
internal fun crossEntropyOver(
    axis: Int,
    input: Value,
    target: Value,
    weight: Value?,
    ignoreIndex: Long,
    reduction: Reduction,
    labelSmoothing: Double,
): Value =
    overClasses("cross_entropy", input, target, axis) { scores, classes ->
        crossEntropy(scores, classes, weight, ignoreIndex, reduction, labelSmoothing)
    }

/** The negative log-likelihood of the scores [input], whose classes lie along [axis], and the class numbers [target]. */
internal fun nllLossOver(axis: Int, input: Value, target: Value, weight: Value?, ignoreIndex: Long, reduction: Reduction): Value =
    overClasses("nll_loss", input, target, axis) { scores, classes -> nllLoss(scores, classes, weight, ignoreIndex, reduction) }

/**
 * What [loss] gives for the scores [input], whose classes lie along [axis], and for [target], which has the other axes.
 *
 * @throws ShapeException if the sizes of the other axes differ.
 */
private fun overClasses(op: String, input: Value, target: Value, axis: Int, loss: (Value, Value) -> Value): Value {
    val others = input.sizes.filterAxes { it != axis }
    if (others != target.sizes) {
        throw ShapeException(
            "$op: the target differs from the scores without their classes: ${target.sizes} != $others",
            listOf("input" to input.sizes, "target" to target.sizes),
        )
    }
    if (axis == 1) return loss(input, target)
    if (axis < input.rank - 1) return loss(movedim(input, axis, 1), target)
    // the classes are last: one list of examples, and nothing has to move
    val losses = loss(reshape(input, Sizes.of(target.elements, input.sizes[axis])), reshape(target, Sizes.of(target.elements)))
    return if (losses.rank == 0) losses else reshape(losses, target.sizes).named(target.sizes)
}
