package dev.rankine.ops

import dev.rankine.shapes.ShapeException

/** What becomes of the losses of the elements. */
public enum class Reduction {
    /** They stay. */
    NONE,

    /** Their mean, NaN of none; class weights count in class losses. */
    MEAN,

    /** Their sum. */
    SUM,
}

/** How the losses of the elements are put together ([reduction]). */
public data class LossAttributes(public val reduction: Reduction)

/** The losses [x] put together. */
internal fun reduced(x: Value, reduction: Reduction): Value =
    when (reduction) {
        Reduction.NONE -> x
        Reduction.MEAN -> mean(x)
        Reduction.SUM -> sum(x)
    }

/** The gradient [dy] of [reduced] for every one of the losses of the elements of [x]. */
internal fun unreduced(dy: Value, x: Value, reduction: Reduction): Value =
    when (reduction) {
        Reduction.NONE -> dy
        Reduction.MEAN -> dy / x.elements.toDouble()
        Reduction.SUM -> dy
    }

/**
 * Refuses operands that would only fit by broadcasting: that is nearly always a forgotten axis, and a wrong loss.
 *
 * @throws ShapeException if the sizes differ.
 */
internal fun checkSameSizes(op: String, input: Value, target: Value) {
    if (input.sizes != target.sizes) {
        throw ShapeException(
            "$op: input and target have different sizes: ${input.sizes} != ${target.sizes}",
            listOf("input" to input.sizes, "target" to target.sizes),
            "broadcastTo gives one the sizes of the other",
        )
    }
}
