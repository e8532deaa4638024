package dev.rankine.nn

import dev.rankine.ops.Value
import dev.rankine.ops.and
import dev.rankine.ops.argmax
import dev.rankine.ops.cat
import dev.rankine.ops.gather
import dev.rankine.ops.ge
import dev.rankine.ops.indexAdd
import dev.rankine.ops.indexSelect
import dev.rankine.ops.logSoftmax
import dev.rankine.ops.lt
import dev.rankine.ops.mean
import dev.rankine.ops.minus
import dev.rankine.ops.named
import dev.rankine.ops.narrow
import dev.rankine.ops.nonzero
import dev.rankine.ops.plus
import dev.rankine.ops.reshape
import dev.rankine.ops.scope
import dev.rankine.ops.toLongArray
import dev.rankine.ops.unaryMinus
import dev.rankine.ops.unsqueeze
import dev.rankine.ops.zeros
import dev.rankine.shapes.DTypeException
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Dyn
import dev.rankine.shapes.Mat
import dev.rankine.shapes.Scalar
import dev.rankine.shapes.ShapeException
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Sized
import dev.rankine.shapes.Sizes
import dev.rankine.shapes.Vec
import dev.rankine.shapes.of
import dev.rankine.tensor.Tensor
import dev.rankine.tensor.UncheckedShape
import dev.rankine.tensor.unchecked

/**
 * Log-softmax over many classes and its loss, where frequent classes have low numbers: those below the first of [cutoffs] are scored by the
 * head, those between two cutoffs by a tail of their own, whose map is the narrower the rarer the classes are.
 * `[N, In] [N] -> [N] []`. Grave et al., arXiv:1609.04309.
 *
 * Names and layouts are PyTorch's: `head.weight` `[cutoffs[0] + tails, In]`, `tail.i.0.weight` `[In / divisor^(i + 1), In]` and
 * `tail.i.1.weight`, which has a row per class.
 *
 * @param classes how many there are.
 * @param cutoffs the first class of every tail, increasing, below [classes].
 * @param divisor how many times narrower a tail is than the one before.
 * @param headBias whether the head has a bias.
 * @throws ShapeException if the dim declares no size, or a tail would have no width.
 * @throws IllegalArgumentException if the cutoffs do not increase from 1 to below [classes], or [divisor] is not positive.
 */
@OptIn(UncheckedShape::class)
public class AdaptiveLogSoftmaxWithLoss<In : Dim<*>>(
    input: Sized<In>,
    private val classes: Int,
    private val cutoffs: List<Int>,
    divisor: Double = 4.0,
    headBias: Boolean = false,
) : Module() {
    private val axis = input.toAxis()
    private val ends = cutoffs + classes

    init {
        require(cutoffs.isNotEmpty() && cutoffs[0] > 0 && ends.zipWithNext().all { (a, b) -> a < b }) {
            "$WORD: cutoffs must increase from at least 1 to less than the $classes classes: $cutoffs"
        }
        require(divisor > 0) { "$WORD: the divisor must be positive: $divisor" }
    }

    /** The map to the scores of the frequent classes and of the tails. */
    public val head: Linear<In, Dyn> = add("head", Linear(axis, Dyn of cutoffs[0] + cutoffs.size, headBias))

    private val tail by ModuleList(
        cutoffs.indices.map { i ->
            val width = (axis.size / Math.pow(divisor, i + 1.0)).toInt()
            if (width < 1) throw ShapeException("$WORD: tail $i would have no width: ${axis.size} features, divisor $divisor")
            ModuleList(listOf(Linear(axis, Dyn of width, false), Linear(Dyn of width, Dyn of ends[i + 1] - ends[i], false)))
        },
    )

    /**
     * The log-probability of every example's [target] class, and the loss: minus their mean. `[N, In] [N] -> [N] []`; one example is `[In] []`.
     *
     * @throws ShapeException if the sizes do not fit, or a target is no class.
     * @throws DTypeException if the targets are not of integers.
     */
    public fun call(input: Value, target: Value): Pair<Value, Value> =
        scope(word) {
            val alone = input.rank == 1 && target.rank == 0
            val (rows, numbers) = if (alone) unsqueeze(input, 0) to unsqueeze(target, 0) else input to target
            check(rows, numbers)
            val found = targets(rows, numbers)
            (if (alone) reshape(found, Sizes.SCALAR) else found) to -mean(found)
        }

    /** [call] of typed operands. `[N, In] [N] -> [N] []` */
    public operator fun <N : Dim<*>> invoke(input: Tensor<Mat<N, In>>, target: Tensor<Vec<N>>): Pair<Tensor<Vec<N>>, Tensor<Scalar>> {
        val (found, loss) = call(input.value, target.value)
        return found.named(target.sizes).unchecked<Vec<N>>() to loss.unchecked()
    }

    /** The log-probabilities of all classes. `[N, In] -> [N, classes]`. Throws [ShapeException] if the sizes do not fit. */
    public fun logProbabilities(input: Value): Value =
        scope(word) {
            checkInput(input)
            val scores = logSoftmax(head.call(input), 1)
            val tails = cutoffs.indices.map { i -> tailScores(i, input) + narrow(scores, 1, cutoffs[0] + i, 1) }
            cat(listOf(narrow(scores, 1, 0, cutoffs[0])) + tails, 1)
        }

    /** The most probable class of every example, int64. `[N, In] -> [N]`. Throws [ShapeException] if the sizes do not fit. */
    public fun predict(input: Value): Value = scope(word) { argmax(logProbabilities(input), 1) }

    override fun details(): String = "${axis.dim} = ${axis.size}, $classes classes, cutoffs = $cutoffs"

    private fun targets(input: Value, target: Value): Value {
        val scores = logSoftmax(head.call(input), 1)
        var found = zeros(target.sizes, scores.dtype, scores.backend)
        for (i in -1 until cutoffs.size) {
            val start = if (i < 0) 0 else ends[i]
            val rows = reshape(nonzero((target ge start) and (target lt ends[i + 1])), -1)
            if (rows.elements == 0) continue
            val own = indexSelect(scores, 0, rows)
            val classes = unsqueeze(indexSelect(target, 0, rows) - start, 1)
            val each =
                if (i < 0) {
                    gather(own, 1, classes)
                } else {
                    gather(tailScores(i, indexSelect(input, 0, rows)), 1, classes) + narrow(own, 1, cutoffs[0] + i, 1)
                }
            found = indexAdd(found, 0, rows, reshape(each, -1))
        }
        return found
    }

    private fun tailScores(i: Int, input: Value): Value = logSoftmax(tail[i].let { pair -> pair[1].call(pair[0].call(input)) }, 1)

    private fun checkInput(input: Value) {
        if (input.rank != 2 || input.sizes[1] != axis.size) {
            throw ShapeException("$WORD: the input is not `[N, ${axis.size}]`: ${input.sizes}", listOf("input" to input.sizes))
        }
    }

    private fun check(input: Value, target: Value) {
        checkInput(input)
        if (target.sizes != Sizes.of(input.sizes[0])) {
            throw ShapeException(
                "$WORD: there is not one target per example: ${target.sizes}",
                listOf("input" to input.sizes, "target" to target.sizes),
            )
        }
        if (!target.dtype.isInteger) {
            throw DTypeException("$WORD: targets are class numbers, integers: ${target.dtype} given", "convert with to(dtype)")
        }
        val numbers = target.toLongArray()
        val wrong = numbers.indices.firstOrNull { numbers[it] !in 0 until classes } ?: return
        throw ShapeException("$WORD: target is no class: ${numbers[wrong]} at [$wrong] is not in [0, ${classes - 1}]")
    }

    private companion object {
        const val WORD = "adaptive_log_softmax"
    }
}
