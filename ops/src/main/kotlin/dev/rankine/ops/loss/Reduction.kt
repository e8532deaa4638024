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

    /** Their sum divided by the number of examples, the size of axis 0: PyTorch's `batchmean`. */
    BATCH_MEAN,
}

/** How the losses of the elements are put together ([reduction]). */
public data class LossAttributes(public val reduction: Reduction)

/** The losses [x] put together. */
internal fun reduced(x: Value, reduction: Reduction): Value =
    when (reduction) {
        Reduction.NONE -> x
        Reduction.MEAN -> mean(x)
        Reduction.SUM -> sum(x)
        Reduction.BATCH_MEAN -> sum(x) / examples(x)
    }

/** The gradient [dy] of [reduced] for every one of the losses of the elements of [x]. */
internal fun unreduced(dy: Value, x: Value, reduction: Reduction): Value =
    when (reduction) {
        Reduction.NONE -> dy
        Reduction.MEAN -> dy / x.elements.toDouble()
        Reduction.SUM -> dy
        Reduction.BATCH_MEAN -> dy / examples(x)
    }

private fun examples(x: Value): Double {
    if (x.rank == 0) throw ShapeException("reduction BATCH_MEAN: the losses have no axis of examples", listOf("losses" to x.sizes))
    return x.sizes[0].toDouble()
}

/**
 * Refuses operands that would only fit by broadcasting: that is nearly always a forgotten axis, and a wrong loss.
 *
 * @throws ShapeException if the sizes differ.
 */
internal fun checkSameSizes(op: String, input: Value, target: Value): Unit = checkSameSizes(op, "input" to input, "target" to target)

/**
 * As above, for operands under their own words.
 *
 * @throws ShapeException if the sizes differ.
 */
internal fun checkSameSizes(op: String, first: Pair<String, Value>, vararg others: Pair<String, Value>) {
    val (word, other) = others.firstOrNull { it.second.sizes != first.second.sizes } ?: return
    throw ShapeException(
        "$op: ${first.first} and $word have different sizes: ${first.second.sizes} != ${other.sizes}",
        (listOf(first) + others).map { it.first to it.second.sizes },
        "broadcastTo gives one the sizes of the other",
    )
}
