@file:JvmName("Values")
@file:JvmMultifileClass

package dev.rankine.ops

import dev.rankine.shapes.DType
import dev.rankine.shapes.DTypeException
import dev.rankine.shapes.Rule
import dev.rankine.shapes.ShapeException
import dev.rankine.shapes.Sizes

/**
 * Of [ctcLoss].
 *
 * @property reduction how the losses of the sequences are put together.
 * @property blank the class that says nothing.
 * @property zeroInfinity whether targets that cannot be written have loss zero in place of infinity.
 */
public data class CtcAttributes(public val reduction: Reduction, public val blank: Long, public val zeroInfinity: Boolean)

/** The shape rule of [ctcLossOp], without a reduction. */
public const val CTC_LOSS_RULE: String = "scores:[t, n, c] targets:[n, s] inputLengths:[n] targetLengths:[n] -> [n]"

private val rule = Rule.of(CTC_LOSS_RULE)

/**
 * The row behind [ctcLoss]. `alpha[s]` is the logarithm of the probability that the steps so far wrote the targets, with a blank before, between
 * and behind them, up to place `s`; impossible places have a very low number instead of minus infinity, so that the gradient stays a number.
 */
public val ctcLossOp: OpN<CtcAttributes> =
    OpN(
        "ctc_loss",
        Definition { attributes, inputs ->
            val x = inputs[0]
            val (inputLengths, targetLengths) = listOf(to(inputs[2], DType.I64), to(inputs[3], DType.I64))
            val alignment = Alignment(to(inputs[1], DType.I64), targetLengths, attributes.blank)
            val scores = logSoftmaxOp(SoftmaxAttributes(2), if (x.dtype.bytes < DType.F32.bytes) to(x, DType.F32) else x)
            val (steps, batch) = x.sizes[0] to x.sizes[1]
            val index = broadcastTo(unsqueeze(alignment.labels, 0), Sizes.of(steps, batch, alignment.places))
            val each = gather(scores, 2, index).let { clampMin(it, constant(it, IMPOSSIBLE)) }
            val alpha =
                inTurn(alignment.start(scores), each, 0) { before, now, t ->
                    where(unsqueeze(gt(inputLengths, constant(inputLengths, t)), 1), alignment.step(before) + now, before)
                }
            val losses = -alignment.end(alpha)
            val finite = where(gt(losses, constant(losses, -IMPOSSIBLE / 10)), if (attributes.zeroInfinity) 0.0 else INFINITE, losses)
            val counts = to(maximum(targetLengths, 1), finite.dtype)
            val scaled = if (attributes.reduction == Reduction.MEAN) finite / counts else finite
            arrayOf(to(reduced(scaled, attributes.reduction), x.dtype))
        },
        { call ->
            for (i in 1..3) {
                if (!call.dtype(i).isInteger) {
                    throw DTypeException("${call.name}: targets and lengths are integers: ${call.dtype(i)} given", "convert with to(dtype)")
                }
            }
            val each = rule.apply(call.name, Array(4) { call.sizes(it) })[0]
            arrayOf(Spec(checked(call, Types.FLOATS_ONLY, 0), if (call.attributes.reduction == Reduction.NONE) each else Sizes.SCALAR))
        },
        Gradients.Derived,
        null,
        Names("nn.functional.ctc_loss"),
    )

/**
 * [step] for each of the parts of [steps] along axis 0, from number [first] on. They are halved until one is left: its gradient is then placed
 * in that of two, not of all, which would take time and memory for the square of their number.
 */
private fun inTurn(start: Value, steps: Value, first: Int, step: (before: Value, now: Value, t: Int) -> Value): Value {
    val count = steps.sizes[0]
    if (count == 0) return start
    if (count == 1) return step(start, select(steps, 0, 0), first)
    val half = count / 2
    val middle = inTurn(start, narrow(steps, 0, 0, half), first, step)
    return inTurn(middle, narrow(steps, 0, half, count - half), first + half, step)
}

/** The targets with blanks between them, `[N, 2S + 1]`, and how places follow one another. */
private class Alignment(targets: Value, private val lengths: Value, blank: Long) {
    private val batch = targets.sizes[0]
    val places = 2 * targets.sizes[1] + 1

    private val known = where(lt(arange(targets.sizes[1], DType.I64, targets.backend), unsqueeze(lengths, 1)), targets, blank)

    val labels: Value =
        cat(
            listOf(
                full(Sizes.of(batch, 1), blank, DType.I64, targets.backend),
                reshape(stack(listOf(known, fullLike(known, blank)), 2), Sizes.of(batch, places - 1)),
            ),
            1,
        )

    /** A place may follow the one two before it if both have labels, and others: the blank between them can be left out. */
    private val skips = ne(labels, constant(labels, blank)) and ne(labels, before(labels, 2, blank))

    /** Nothing is written: as if a step before the first had written the first blank. */
    fun start(like: Value): Value {
        val first = eq(arange(places, DType.I64, like.backend), constant(lengths, 0))
        return broadcastTo(where(first, 0.0, full(Sizes.of(places), IMPOSSIBLE, like.dtype, like.backend)), Sizes.of(batch, places))
    }

    fun step(alpha: Value): Value {
        val skipped = where(skips, before(alpha, 2, IMPOSSIBLE), IMPOSSIBLE)
        return logsumexp(stack(listOf(alpha, before(alpha, 1, IMPOSSIBLE), skipped)), listOf(0))
    }

    /** All is written: the last target, or the blank behind it, is reached. */
    fun end(alpha: Value): Value {
        val last = unsqueeze(lengths * 2, 1)
        val target = gather(alpha, 1, maximum(last - 1, 0))
        val isEmpty = eq(last, constant(last, 0))
        return logsumexp(cat(listOf(gather(alpha, 1, last), where(isEmpty, IMPOSSIBLE, target)), 1), listOf(1))
    }

    /** What stands [count] places before. */
    private fun before(x: Value, count: Int, filling: Number): Value =
        if (places <= count) fullLike(x, filling) else constantPad(slice(x, 1, 0, places - count), listOf(count, 0), filling)
}

private const val IMPOSSIBLE = -1e30
private const val INFINITE = Double.POSITIVE_INFINITY
