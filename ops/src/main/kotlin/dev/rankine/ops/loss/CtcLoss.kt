@file:JvmName("Values")
@file:JvmMultifileClass

package dev.rankine.ops

import dev.rankine.shapes.DType
import dev.rankine.shapes.DTypeException
import dev.rankine.shapes.ShapeException
import dev.rankine.shapes.Sizes

/**
 * Connectionist temporal classification: minus the logarithm of the probability that a sequence of classes, without its blanks and its
 * repetitions, is the target. By default every loss is divided by the length of its target, and the mean is taken.
 * `[T, N, C] [N, S] [N] [N] -> []`, or `[N]` without a reduction; one sequence is `[T, C] [S] [] []`. Graves et al., ICML 2006.
 *
 * @param scores of the classes at every step; their softmax is taken, which changes nothing where they are logarithms of probabilities.
 * @param targets class numbers, `[N, S]`, of which the first [targetLengths] count, or those of all sequences one after the other.
 * @param inputLengths how many steps a sequence has, integers.
 * @param blank the class that says nothing.
 * @param zeroInfinity whether a target that is too long for its steps has loss zero in place of infinity; it has no gradient either way.
 * @throws ShapeException if sizes do not fit, a length is too large or negative, or a target is no class or the blank.
 * @throws DTypeException if the scores are not floating, or targets or lengths are not of integers.
 */
@JvmOverloads
public fun ctcLoss(
    scores: Value,
    targets: Value,
    inputLengths: Value,
    targetLengths: Value,
    blank: Long = 0,
    reduction: Reduction = Reduction.MEAN,
    zeroInfinity: Boolean = false,
): Value {
    if (scores.rank == 2) {
        val lengths = listOf(inputLengths, targetLengths).map { if (it.rank == 0) unsqueeze(it, 0) else it }
        val rows = if (targets.rank == 1) unsqueeze(targets, 0) else targets
        return reshape(ctcLoss(unsqueeze(scores, 1), rows, lengths[0], lengths[1], blank, reduction, zeroInfinity), Sizes.SCALAR)
    }
    val operands = listOf("scores" to scores, "targets" to targets, "inputLengths" to inputLengths, "targetLengths" to targetLengths)
    checkCtc(operands.map { it.first to it.second.sizes }, scores, inputLengths, targetLengths, blank)
    for ((word, value) in operands.drop(1)) {
        if (!value.dtype.isInteger) throw DTypeException("$OP: $word are integers: ${value.dtype} given", "convert with to(dtype)")
    }
    val lengths = targetLengths.toLongArray()
    val rows = if (targets.rank == 1) separated(targets, lengths) else targets
    if (rows.rank == 2 && rows.sizes[0] == lengths.size) {
        checkLengths("inputLengths", inputLengths.toLongArray(), scores.sizes[0])
        checkLengths("targetLengths", lengths, rows.sizes[1])
        checkTargets(rows, lengths, scores.sizes[2], blank)
    }
    return ctcLossOp(CtcAttributes(reduction, blank, zeroInfinity), listOf(scores, rows, inputLengths, targetLengths))[0]
}

private const val OP = "ctc_loss"

private fun checkCtc(operands: List<Pair<String, Sizes>>, scores: Value, inputLengths: Value, targetLengths: Value, blank: Long) {
    if (scores.rank != 3) throw ShapeException("$OP: the scores need axes `[T, N, C]` or `[T, C]`: ${scores.rank} axes given", operands)
    val batch = Sizes.of(scores.sizes[1])
    if (inputLengths.sizes != batch || targetLengths.sizes != batch) {
        throw ShapeException(
            "$OP: there is not one length per sequence: ${inputLengths.sizes}, ${targetLengths.sizes}, not $batch",
            operands,
        )
    }
    if (blank !in 0 until scores.sizes[2]) throw ShapeException("$OP: the blank is no class: $blank is not in [0, ${scores.sizes[2] - 1}]")
}

private fun checkLengths(word: String, lengths: LongArray, most: Int) {
    val i = lengths.indices.firstOrNull { lengths[it] !in 0..most } ?: return
    throw ShapeException("$OP: $word at [$i] is not in [0, $most]: ${lengths[i]}")
}

private fun checkTargets(targets: Value, lengths: LongArray, classes: Int, blank: Long) {
    val numbers = targets.toLongArray()
    val width = targets.sizes[1]
    for (row in lengths.indices) {
        for (i in row * width until row * width + lengths[row].toInt()) {
            if (numbers[i] !in 0 until classes) throw noSuchClass(OP, numbers[i], i, classes, targets.sizes)
            if (numbers[i] == blank) throw ShapeException("$OP: target is the blank: $blank at [$row, ${i - row * width}]")
        }
    }
}

/** One row per sequence of [targets], which has them one after the other; shorter ones are followed by zeros. */
private fun separated(targets: Value, lengths: LongArray): Value {
    if (lengths.any { it < 0 } || lengths.sum() != targets.elements.toLong()) {
        throw ShapeException("$OP: the target lengths do not add up to the targets: ${lengths.sum()} != ${targets.elements}")
    }
    val width = lengths.maxOrNull()?.toInt() ?: 0
    val numbers = targets.toLongArray()
    val rows = LongArray(lengths.size * width)
    var from = 0
    for ((row, length) in lengths.withIndex()) {
        numbers.copyInto(rows, row * width, from, from + length.toInt())
        from += length.toInt()
    }
    return to(valueOf(rows, DType.I64, Sizes.of(lengths.size, width), targets.backend), targets.dtype)
}
