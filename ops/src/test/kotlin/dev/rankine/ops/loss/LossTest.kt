package dev.rankine.ops.loss

import dev.rankine.ops.Reduction
import dev.rankine.ops.Value
import dev.rankine.ops.binaryCrossEntropy
import dev.rankine.ops.binaryCrossEntropyWithLogits
import dev.rankine.ops.crossEntropy
import dev.rankine.ops.huberLoss
import dev.rankine.ops.item
import dev.rankine.ops.klDiv
import dev.rankine.ops.l1Loss
import dev.rankine.ops.mseLoss
import dev.rankine.ops.nllLoss
import dev.rankine.ops.smoothL1Loss
import dev.rankine.ops.toDoubleArray
import dev.rankine.ops.valueOf
import dev.rankine.ops.zeros
import dev.rankine.shapes.DTypeException
import dev.rankine.shapes.ShapeException
import dev.rankine.shapes.Sizes
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.doubles.plusOrMinus
import io.kotest.matchers.shouldBe

private const val INF = Double.POSITIVE_INFINITY

internal class LossTest :
    FunSpec({
        val a = valueOf(doubleArrayOf(1.0, 2.0, 5.0), 3)
        val b = valueOf(doubleArrayOf(1.0, 4.0, 1.0), 3)
        test("distances") {
            mseLoss(a, b, Reduction.NONE).numbers() shouldBe listOf(0.0, 4.0, 16.0)
            mseLoss(a, b, Reduction.SUM).item() shouldBe 20.0
            l1Loss(a, b).item() shouldBe 2.0
            smoothL1Loss(a, b, Reduction.NONE, beta = 3.0).numbers() shouldBe listOf(0.0, 4.0 * (0.5 / 3.0), 2.5)
            smoothL1Loss(a, b, Reduction.NONE, beta = 0.0).numbers() shouldBe listOf(0.0, 2.0, 4.0)
            huberLoss(a, b, Reduction.NONE, delta = 3.0).numbers() shouldBe listOf(0.0, 2.0, 7.5)
        }
        test("nothing is broadcast") {
            shouldThrow<ShapeException> { mseLoss(a, zeros(Sizes.of(3, 1))) }.message shouldBe
                "mse_loss: input and target have different sizes: [3] != [3, 1]\n  input   [3]\n  target  [3, 1]\n" +
                "  hint: broadcastTo gives one the sizes of the other"
        }
        test("negative log likelihood: weights, ignored targets, pixels, one example") {
            val x = valueOf(doubleArrayOf(-1.0, -2.0, -3.0, -4.0, -5.0, -6.0), 2, 3)
            val target = valueOf(longArrayOf(2, 0), 2)
            nllLoss(x, target).item() shouldBe 3.5
            nllLoss(x, target, valueOf(doubleArrayOf(1.0, 1.0, 3.0), 3)).item() shouldBe (9.0 + 4.0) / 4
            nllLoss(x, target, ignoreIndex = 0, reduction = Reduction.NONE).numbers() shouldBe listOf(3.0, 0.0)
            nllLoss(x, target, ignoreIndex = 0).item() shouldBe 3.0
            nllLoss(x, valueOf(longArrayOf(-100, -100), 2)).item().isNaN() shouldBe true
            nllLoss(valueOf(doubleArrayOf(-1.0, -2.0), 2), valueOf(longArrayOf(1))).sizes shouldBe Sizes.SCALAR
            val pixels = valueOf(DoubleArray(12) { -it.toDouble() }, 2, 3, 2)
            nllLoss(pixels, valueOf(longArrayOf(0, 2, 1, 1), 2, 2), reduction = Reduction.NONE).numbers() shouldBe
                listOf(0.0, 5.0, 8.0, 9.0)
        }
        test("cross entropy of class numbers, smoothed and not") {
            val x = valueOf(doubleArrayOf(Math.log(1.0), Math.log(3.0), 1000.0, 0.0), 2, 2)
            val target = valueOf(longArrayOf(1, 0), 2)
            val losses = crossEntropy(x, target, reduction = Reduction.NONE).numbers()
            losses[0] shouldBe (Math.log(4.0 / 3) plusOrMinus 1e-15)
            losses[1] shouldBe 0.0
            crossEntropy(x, target).item() shouldBe (Math.log(4.0 / 3) / 2 plusOrMinus 1e-15)
            val smooth = crossEntropy(x, target, labelSmoothing = 0.2, reduction = Reduction.NONE).numbers()
            smooth[0] shouldBe (0.9 * Math.log(4.0 / 3) + 0.1 * Math.log(4.0) plusOrMinus 1e-14)
            smooth[1] shouldBe (100.0 plusOrMinus 1e-12)
        }
        test("cross entropy: the kernel, the definition and class probabilities agree") {
            val scores = DoubleArray(5 * 7) { Math.sin(it * 1.7) * 4 }
            val targets = LongArray(5) { (it * 3 % 7).toLong() }
            val hot = DoubleArray(5 * 7) { if (targets[it / 7] == (it % 7).toLong()) 1.0 else 0.0 }
            val x = valueOf(scores, 5, 7)
            val fused = crossEntropy(x, valueOf(targets, 5)).item()
            crossEntropy(x, valueOf(hot, 5, 7)).item() shouldBe (fused plusOrMinus 1e-14)
            crossEntropy(valueOf(scores, 5, 7), valueOf(targets, 5), valueOf(DoubleArray(7) { 1.0 }, 7)).item() shouldBe
                (fused plusOrMinus 1e-14)
            val image = valueOf(scores, 5, 7, 1)
            crossEntropy(image, valueOf(targets, 5, 1)).item() shouldBe (fused plusOrMinus 1e-14)
        }
        test("a target that is no class") {
            val text = "target is no class: 3 at [1] is not in [0, 2]\n  target  [2]"
            val target = valueOf(longArrayOf(0, 3), 2)
            shouldThrow<ShapeException> { nllLoss(zeros(Sizes.of(2, 3)), target) }.message shouldBe "nll_loss: $text"
            shouldThrow<ShapeException> { crossEntropy(zeros(Sizes.of(2, 3)), target) }.message shouldBe "cross_entropy: $text"
            shouldThrow<ShapeException> { crossEntropy(zeros(Sizes.of(2, 3, 1)), valueOf(longArrayOf(0, -1), 2, 1)) }.message shouldBe
                "cross_entropy: target is no class: -1 at [1, 0] is not in [0, 2]\n  target  [2, 1]"
        }
        test("what does not fit") {
            shouldThrow<ShapeException> { crossEntropy(zeros(Sizes.of(2, 3)), valueOf(longArrayOf(0), 1)) }.message shouldBe
                "cross_entropy: n differs: 2 != 1\n  input   [2, 3]\n  target  [1]"
            shouldThrow<DTypeException> { nllLoss(zeros(Sizes.of(2, 3)), zeros(Sizes.of(2))) }.message shouldBe
                "nll_loss: targets are class numbers, integers: float32 given\n  hint: convert with to(dtype)"
            shouldThrow<IllegalArgumentException> {
                crossEntropy(
                    zeros(Sizes.of(2, 3)),
                    valueOf(longArrayOf(0, 1), 2),
                    labelSmoothing = 1.5,
                )
            }.message shouldBe "cross_entropy: label smoothing is a share from 0 to 1: 1.5"
        }
        test("binary cross entropy stays finite") {
            val p = valueOf(doubleArrayOf(0.0, 1.0, 0.25), 3)
            val t = valueOf(doubleArrayOf(1.0, 1.0, 0.0), 3)
            val losses = binaryCrossEntropy(p, t, reduction = Reduction.NONE).numbers()
            losses.take(2) shouldBe listOf(100.0, 0.0)
            losses[2] shouldBe (-Math.log(0.75) plusOrMinus 1e-15)
            val logits = valueOf(doubleArrayOf(-1000.0, 1000.0, 0.0), 3)
            val sharp = binaryCrossEntropyWithLogits(logits, t, reduction = Reduction.NONE).numbers()
            sharp.take(2) shouldBe listOf(1000.0, 0.0)
            sharp[2] shouldBe (Math.log(2.0) plusOrMinus 1e-15)
            val weighted = binaryCrossEntropyWithLogits(logits, t, posWeight = valueOf(doubleArrayOf(2.0), 1), reduction = Reduction.SUM)
            weighted.item() shouldBe (2000.0 + Math.log(2.0) plusOrMinus 1e-12)
        }
        test("weights of binary cross entropy broadcast to the losses, not the losses to them") {
            val (x, w) = valueOf(doubleArrayOf(0.25, 0.5, 0.75), 3) to valueOf(doubleArrayOf(2.0), 1)
            binaryCrossEntropy(x, x, w).item() shouldBe (2 * binaryCrossEntropy(x, x).item() plusOrMinus 1e-15)
            val rows = zeros(Sizes.of(2, 3))
            shouldThrow<ShapeException> { binaryCrossEntropy(x, x, rows) }.message shouldBe
                "binary_cross_entropy: the weight has more axes or elements than the input: [2, 3] does not broadcast to [3]\n" +
                "  input   [3]\n  weight  [2, 3]"
            shouldThrow<ShapeException> { binaryCrossEntropyWithLogits(w, w, weight = x) }.message shouldBe
                "binary_cross_entropy_with_logits: the weight has more axes or elements than the input: " +
                "[3] does not broadcast to [1]\n  input   [1]\n  weight  [3]"
            shouldThrow<ShapeException> { binaryCrossEntropyWithLogits(x, x, posWeight = rows) }.message shouldBe
                "binary_cross_entropy_with_logits: the posWeight has more axes or elements than the input: " +
                "[2, 3] does not broadcast to [3]\n  input      [3]\n  posWeight  [2, 3]"
        }
        test("divergence: zero where the target is zero") {
            val q = valueOf(doubleArrayOf(-INF, Math.log(0.5)), 2)
            klDiv(q, valueOf(doubleArrayOf(1.0, 0.0), 2), Reduction.NONE).numbers() shouldBe listOf(INF, 0.0)
        }
    })

private fun Value.numbers(): List<Double> = toDoubleArray().toList()
