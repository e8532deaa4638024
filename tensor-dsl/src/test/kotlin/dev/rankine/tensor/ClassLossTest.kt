package dev.rankine.tensor

import dev.rankine.ops.Reduction
import dev.rankine.ops.item
import dev.rankine.shapes.DType
import dev.rankine.shapes.Dim
import dev.rankine.shapes.ShapeException
import dev.rankine.shapes.of
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.doubles.plusOrMinus
import io.kotest.matchers.shouldBe
import kotlin.math.exp
import kotlin.math.ln
import dev.rankine.ops.crossEntropy as crossEntropyOf

private object Channel : Dim<Channel>(1)

/** Losses at run time: where the classes are, what a reduction leaves, and the names of the result. */
internal class ClassLossTest :
    FunSpec({
        val scores = tensor(Batch of 2, Time of 3, Digit) { i, j, k -> (i * 7 + j * 3 + k * k) % 5 - 2 }
        val words = mat(Batch, Time, listOf(listOf(0, 3, 1), listOf(2, 2, 0)))

        fun Tensor<*>.numbers() = toDoubleArray().toList()

        fun expected(i: Int, j: Int): Double {
            val row = scores[Batch, i][Time, j].numbers()
            return ln(row.sumOf { exp(it) }) - row[words[Batch, i][Time, j].item().toInt()]
        }

        test("the classes are the last axis, at every rank") {
            val each = scores.crossEntropyEach(words)
            each.sizes.toString() shouldBe "[Batch = 2, Time = 3]"
            val wanted = List(6) { expected(it / 3, it % 3) }
            each.numbers().zip(wanted).forEach { (found, right) -> found shouldBe (right plusOrMinus 1e-5) }
            scores.crossEntropy(words).item() shouldBe (wanted.average() plusOrMinus 1e-5)
            scores.crossEntropy(words, reduction = Reduction.SUM).item() shouldBe (wanted.sum() plusOrMinus 1e-5)
            scores[Batch, 1].crossEntropy(words[Batch, 1]).item() shouldBe (wanted.drop(3).average() plusOrMinus 1e-5)
            crossEntropy(scores[Batch, 1], words[Batch, 1]).item() shouldBe (wanted.drop(3).average() plusOrMinus 1e-5)
            scores[Batch, 1][Time, 2].crossEntropy(words[Batch, 1][Time, 2]).item() shouldBe (wanted[5] plusOrMinus 1e-5)
        }

        test("the classes are a named axis") {
            val wanted = scores.crossEntropyEach(words).numbers()

            infix fun Tensor<*>.shouldBeNear(numbers: List<Double>) =
                numbers().zip(numbers).forEach { (found, right) -> found shouldBe (right plusOrMinus 1e-5) }
            scores.crossEntropyEach(words, over = Digit) shouldBeNear wanted
            val second = scores.transpose(Time, Digit).crossEntropyEach(words, over = Digit)
            second.sizes.toString() shouldBe "[Batch = 2, Time = 3]"
            second shouldBeNear wanted
            val planes = scores.unflatten(Digit, Channel).crossEntropyEach(words.unflatten(Time of 3, Channel), over = Digit)
            planes.sizes.toString() shouldBe "[Batch = 2, Time = 3, Channel = 1]"
            planes shouldBeNear wanted
        }

        test("weights, ignored targets and smoothing are those of the untyped function") {
            val weight = tensorOf(floatArrayOf(1f, 2f, 0.5f, 3f), Digit)
            val untyped = crossEntropyOf(scores.transpose(Time, Digit).value, words.value, weight.value, 2, Reduction.MEAN, 0.1)
            scores.crossEntropy(words, weight, ignoreIndex = 2, labelSmoothing = 0.1).item() shouldBe (untyped.item() plusOrMinus 1e-5)
            val logarithms = scores.logSoftmax(Digit)
            logarithms.nllLoss(words).item() shouldBe (scores.crossEntropy(words).item() plusOrMinus 1e-6)
            logarithms.nllLossEach(words).sizes.toString() shouldBe "[Batch = 2, Time = 3]"
        }

        test("a target of other sizes is shown beside the scores") {
            val failure = shouldThrow<ShapeException> { scores.crossEntropy(zeros(Batch of 2, Time of 4).to(DType.I64)) }
            failure.problem shouldBe
                "cross_entropy: the target differs from the scores without their classes: [Batch = 2, Time = 4] != [Batch = 2, Time = 3]"
            failure.operands.map { "${it.first} ${it.second}" } shouldBe
                listOf("input [Batch = 2, Time = 3, Digit = 4]", "target [Batch = 2, Time = 4]")
        }

        test("losses of one shape, reduced or not") {
            val x = tensorOf(doubleArrayOf(0.2, 0.5, 0.9), Width)
            val y = tensorOf(doubleArrayOf(0.0, 1.0, 1.0), Width)

            fun check(each: Tensor<*>, mean: Tensor<*>, sum: Tensor<*>, wanted: List<Double>) {
                each.sizes.toString() shouldBe "[Width = 3]"
                each.numbers().zip(wanted).forEach { (found, right) -> found shouldBe (right plusOrMinus 1e-9) }
                mean.item() shouldBe (wanted.average() plusOrMinus 1e-9)
                sum.item() shouldBe (wanted.sum() plusOrMinus 1e-9)
            }
            val by = Reduction.SUM
            check(mseLossEach(x, y), mseLoss(x, y), mseLoss(x, y, by), listOf(0.04, 0.25, 0.01))
            check(l1LossEach(x, y), l1Loss(x, y), l1Loss(x, y, by), listOf(0.2, 0.5, 0.1))
            check(smoothL1LossEach(x, y, 0.4), smoothL1Loss(x, y, 0.4), smoothL1Loss(x, y, 0.4, by), listOf(0.05, 0.3, 0.0125))
            check(huberLossEach(x, y, 0.4), huberLoss(x, y, 0.4), huberLoss(x, y, 0.4, by), listOf(0.02, 0.12, 0.005))
            val cross = listOf(-ln(0.8), -ln(0.5), -ln(0.9))
            check(binaryCrossEntropyEach(x, y), binaryCrossEntropy(x, y), binaryCrossEntropy(x, y, reduction = by), cross)
            val z = x.logit()
            check(
                binaryCrossEntropyWithLogitsEach(z, y),
                binaryCrossEntropyWithLogits(z, y),
                binaryCrossEntropyWithLogits(z, y, reduction = by),
                cross,
            )
            binaryCrossEntropyWithLogits(z, y, posWeight = tensorOf(doubleArrayOf(9.0, 2.0, 2.0), Width), reduction = by).item() shouldBe
                (cross[0] + 2 * cross[1] + 2 * cross[2] plusOrMinus 1e-9)
            check(klDivEach(x.log(), y), klDiv(x.log(), y), klDiv(x.log(), y, by), listOf(0.0, -ln(0.5), -ln(0.9)))
            shouldThrow<IllegalArgumentException> { mseLoss(x, y, Reduction.NONE) }.message shouldBe
                "mse_loss: reduction NONE leaves more than one number\n  hint: the same name with Each gives them"
        }
    })
