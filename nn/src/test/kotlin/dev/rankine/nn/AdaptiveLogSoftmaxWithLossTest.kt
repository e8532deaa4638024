package dev.rankine.nn

import dev.rankine.autodiff.gradients
import dev.rankine.ops.item
import dev.rankine.ops.manualSeed
import dev.rankine.ops.normal
import dev.rankine.ops.requireGradient
import dev.rankine.ops.select
import dev.rankine.ops.toDoubleArray
import dev.rankine.ops.toLongArray
import dev.rankine.ops.valueOf
import dev.rankine.ops.zeros
import dev.rankine.shapes.DTypeException
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Mat
import dev.rankine.shapes.ShapeException
import dev.rankine.shapes.Sizes
import dev.rankine.shapes.Vec
import dev.rankine.shapes.of
import dev.rankine.tensor.Tensor
import dev.rankine.tensor.typed
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.collections.shouldContainExactly
import io.kotest.matchers.doubles.plusOrMinus
import io.kotest.matchers.shouldBe
import kotlin.math.exp

private object Sayings : Dim<Sayings>()

private object WordVector : Dim<WordVector>(8)

internal class AdaptiveLogSoftmaxWithLossTest :
    FunSpec({
        val x = manualSeed(3).let { normal(Sizes.of(5, 8)) }
        val target = valueOf(longArrayOf(0, 6, 3, 9, 5), 5)

        fun layer(headBias: Boolean = false) = AdaptiveLogSoftmaxWithLoss(WordVector, 10, listOf(3, 6), 2.0, headBias)

        test("names and sizes in the state_dict are PyTorch's") {
            layer(headBias = true).stateDict().mapValues { it.value.sizes.toList() }.toList() shouldContainExactly
                listOf(
                    "head.weight" to listOf(5, 8),
                    "head.bias" to listOf(5),
                    "tail.0.0.weight" to listOf(4, 8),
                    "tail.0.1.weight" to listOf(3, 4),
                    "tail.1.0.weight" to listOf(2, 8),
                    "tail.1.1.weight" to listOf(4, 2),
                )
        }
        test("the targets' log-probabilities are those of all classes, which add up to one") {
            val layer = layer()
            val (found, loss) = layer.call(x, target)
            val all = layer.logProbabilities(x).toDoubleArray()
            val numbers = target.toLongArray()
            val expected = List(5) { all[it * 10 + numbers[it].toInt()] }
            found.toDoubleArray().zip(expected).forEach { (a, b) -> a shouldBe (b plusOrMinus 1e-6) }
            loss.item() shouldBe (-expected.average() plusOrMinus 1e-6)
            for (row in 0 until 5) all.slice(row * 10 until row * 10 + 10).sumOf { exp(it) } shouldBe (1.0 plusOrMinus 1e-5)
            val best = layer.predict(x).toLongArray()
            for (row in 0 until 5) all[row * 10 + best[row].toInt()] shouldBe all.slice(row * 10 until row * 10 + 10).max()
            layer.call(select(x, 0, 1), valueOf(longArrayOf(6))).first.sizes shouldBe Sizes.SCALAR
        }
        test("typed operands") {
            val typed: Tensor<Mat<Sayings, WordVector>> = x.typed(Sayings of 5, WordVector of 8)
            val words: Tensor<Vec<Sayings>> = target.typed(Sayings of 5)
            val (found, _) = layer()(typed, words)
            found.sizes.toString() shouldBe "[Sayings = 5]"
        }
        test("printed") { "${layer()}".lines()[0] shouldBe "AdaptiveLogSoftmaxWithLoss(" }

        fun illegal(text: String, call: () -> Unit) = test(text) { shouldThrow<IllegalArgumentException>(call).message shouldBe text }

        fun refused(text: String, call: () -> Unit) = test(text) { shouldThrow<ShapeException>(call).problem shouldBe text }

        val start = "adaptive_log_softmax: "
        val order = "cutoffs must increase from at least 1 to less than the 10 classes"
        for (cutoffs in listOf(emptyList(), listOf(0, 3), listOf(3, 3), listOf(3, 10))) {
            illegal("$start$order: $cutoffs") { AdaptiveLogSoftmaxWithLoss(WordVector, 10, cutoffs) }
        }
        illegal("${start}the divisor must be positive: 0.0") { AdaptiveLogSoftmaxWithLoss(WordVector, 10, listOf(3), 0.0) }
        refused("${start}tail 1 would have no width: 8 features, divisor 4.0") { AdaptiveLogSoftmaxWithLoss(WordVector, 10, listOf(3, 5)) }
        refused("${start}the input is not `[N, 8]`: [5, 7]") { layer().call(zeros(Sizes.of(5, 7)), target) }
        refused("${start}there is not one target per example: [5]") { layer().call(zeros(Sizes.of(4, 8)), target) }
        refused("${start}target is no class: 10 at [1] is not in [0, 9]") {
            layer().call(zeros(Sizes.of(2, 8)), valueOf(longArrayOf(3, 10), 2))
        }
        test("targets that are not of integers") {
            shouldThrow<DTypeException> { layer().call(x, zeros(Sizes.of(5))) }.message shouldBe
                "${start}targets are class numbers, integers: float32 given\n  hint: convert with to(dtype)"
        }
    })
