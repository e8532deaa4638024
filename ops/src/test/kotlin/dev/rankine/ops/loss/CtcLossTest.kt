package dev.rankine.ops.loss

import dev.rankine.ops.Reduction
import dev.rankine.ops.Value
import dev.rankine.ops.ctcLoss
import dev.rankine.ops.item
import dev.rankine.ops.to
import dev.rankine.ops.toDoubleArray
import dev.rankine.ops.valueOf
import dev.rankine.ops.zeros
import dev.rankine.shapes.DType
import dev.rankine.shapes.DTypeException
import dev.rankine.shapes.ShapeException
import dev.rankine.shapes.Sizes
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.doubles.plusOrMinus
import io.kotest.matchers.shouldBe
import kotlin.math.exp
import kotlin.math.ln
import kotlin.math.sin

private const val CLASSES = 3

/** Minus the logarithm of the summed probabilities of all paths that read as [target], by going through all of them. */
private fun byEnumeration(scores: Array<DoubleArray>, target: List<Int>, blank: Int): Double {
    val probabilities = scores.map { row -> row.sumOf { exp(it) }.let { total -> row.map { exp(it) / total } } }
    var total = 0.0

    fun walk(path: List<Int>, probability: Double) {
        if (path.size < scores.size) {
            for (c in 0 until CLASSES) walk(path + c, probability * probabilities[path.size][c])
        } else {
            val read = path.filterIndexed { i, c -> (i == 0 || path[i - 1] != c) && c != blank }
            if (read == target) total += probability
        }
    }
    walk(emptyList(), 1.0)
    return -ln(total)
}

internal class CtcLossTest :
    FunSpec({
        val scores = Array(5) { t -> DoubleArray(CLASSES) { sin(t * 2.1 + it * 1.3) * 2 } }

        fun longs(vararg numbers: Long): Value = valueOf(numbers, numbers.size)

        test("the sum over all paths, for every blank, with repetitions and without targets") {
            val x = valueOf(scores.flatMap { it.toList() }.toDoubleArray(), 5, CLASSES)
            for (blank in 0 until CLASSES) {
                val (a, b) = (0 until CLASSES).filter { it != blank }
                for (target in listOf(listOf(a), listOf(a, b), listOf(a, a), listOf(a, b, a), listOf(b, b, a), emptyList())) {
                    val numbers = valueOf(LongArray(target.size) { target[it].toLong() }, target.size)
                    val loss =
                        ctcLoss(
                            x,
                            numbers,
                            valueOf(longArrayOf(5)),
                            valueOf(longArrayOf(target.size.toLong())),
                            blank.toLong(),
                            Reduction.SUM,
                        )
                    loss.sizes shouldBe Sizes.SCALAR
                    loss.item() shouldBe (byEnumeration(scores, target, blank) plusOrMinus 1e-12)
                }
            }
        }
        test("lengths of their own, padded or one after the other, and the mean") {
            val x = valueOf((0 until 5).flatMap { t -> (0 until 2).flatMap { scores[t].toList() } }.toDoubleArray(), 5, 2, CLASSES)
            val expected = listOf(byEnumeration(scores, listOf(1, 2), 0), byEnumeration(scores.copyOf(3).requireNoNulls(), listOf(2), 0))
            val padded = valueOf(longArrayOf(1, 2, 2, -1), 2, 2)
            for (targets in listOf(padded, longs(1, 2, 2), to(longs(1, 2, 2), DType.I32))) {
                val each = ctcLoss(x, targets, longs(5, 3), longs(2, 1), reduction = Reduction.NONE).toDoubleArray()
                for (i in 0..1) each[i] shouldBe (expected[i] plusOrMinus 1e-12)
                ctcLoss(x, targets, longs(5, 3), longs(2, 1)).item() shouldBe ((expected[0] / 2 + expected[1]) / 2 plusOrMinus 1e-12)
                ctcLoss(x, targets, longs(5, 3), longs(2, 1), reduction = Reduction.BATCH_MEAN).item() shouldBe
                    (expected.sum() / 2 plusOrMinus 1e-12)
            }
        }
        test("a target that is too long for its steps") {
            val x = valueOf(scores.flatMap { it.toList() }.toDoubleArray(), 5, 1, CLASSES)
            ctcLoss(x, longs(1, 1), longs(2), longs(2)).item() shouldBe Double.POSITIVE_INFINITY
            ctcLoss(x, longs(1, 1), longs(2), longs(2), zeroInfinity = true).item() shouldBe 0.0
            ctcLoss(x, longs(1, 1), longs(0), longs(2)).item() shouldBe Double.POSITIVE_INFINITY
            ctcLoss(x, longs(), longs(0), longs(0)).item() shouldBe 0.0
        }
        test("half precision") {
            val x = to(valueOf(scores.flatMap { it.toList() }.toDoubleArray(), 5, CLASSES), DType.F16)
            val loss = ctcLoss(x, longs(1, 2), longs(5), longs(2), reduction = Reduction.SUM)
            loss.dtype shouldBe DType.F16
            loss.item() shouldBe (byEnumeration(scores, listOf(1, 2), 0) plusOrMinus 5e-3)
        }

        val x = zeros(Sizes.of(4, 2, 3))
        val two = longs(2, 2)

        fun refused(text: String, call: () -> Value) =
            test(text.substringBefore('\n')) {
                shouldThrow<ShapeException>(call).problem shouldBe
                    text
            }

        refused("ctc_loss: the scores need axes `[T, N, C]` or `[T, C]`: 1 axes given") { ctcLoss(zeros(Sizes.of(3)), two, two, two) }
        refused("ctc_loss: there is not one length per sequence: [2], [1], not [2]") { ctcLoss(x, two, two, longs(1)) }
        refused("ctc_loss: the blank is no class: 3 is not in [0, 2]") { ctcLoss(x, two, two, two, blank = 3) }
        refused("ctc_loss: inputLengths at [1] is not in [0, 4]: 5") { ctcLoss(x, longs(1, 2, 1, 2), longs(4, 5), two) }
        refused(
            "ctc_loss: targetLengths at [0] is not in [0, 2]: 3",
        ) { ctcLoss(x, valueOf(longArrayOf(1, 2, 1, 2), 2, 2), two, longs(3, 1)) }
        refused("ctc_loss: the target lengths do not add up to the targets: 4 != 3") { ctcLoss(x, longs(1, 2, 1), two, two) }
        refused(
            "ctc_loss: target is no class: 3 at [1, 0] is not in [0, 2]",
        ) { ctcLoss(x, valueOf(longArrayOf(1, 2, 3, 2), 2, 2), two, two) }
        refused("ctc_loss: target is the blank: 0 at [1, 1]") { ctcLoss(x, valueOf(longArrayOf(1, 2, 2, 0), 2, 2), two, two) }
        refused("ctc_loss: n differs: 2 != 3") { ctcLoss(x, valueOf(LongArray(6) { 1 }, 3, 2), two, two) }
        test("lengths that are not of integers") {
            shouldThrow<DTypeException> { ctcLoss(x, two, zeros(Sizes.of(2)), two) }.message shouldBe
                "ctc_loss: inputLengths are integers: float32 given\n  hint: convert with to(dtype)"
        }
    })
