package dev.rankine.nn

import dev.rankine.autodiff.backward
import dev.rankine.ops.Value
import dev.rankine.ops.gelu
import dev.rankine.ops.invoke
import dev.rankine.ops.manualSeed
import dev.rankine.ops.narrow
import dev.rankine.ops.ones
import dev.rankine.ops.sum
import dev.rankine.ops.times
import dev.rankine.ops.toDoubleArray
import dev.rankine.ops.toFloatArray
import dev.rankine.ops.valueOf
import dev.rankine.shapes.Cube
import dev.rankine.shapes.DType
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Mat
import dev.rankine.shapes.ShapeException
import dev.rankine.shapes.Sizes
import dev.rankine.shapes.of
import dev.rankine.tensor.Tensor
import dev.rankine.tensor.normal
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.collections.shouldContainExactly
import io.kotest.matchers.shouldBe
import kotlin.math.abs
import dev.rankine.ops.normal as normalValue

private object Corpus : Dim<Corpus>()

private object Token : Dim<Token>()

private object Embedded : Dim<Embedded>(4)

private fun layer(normFirst: Boolean = false, batchFirst: Boolean = true) =
    TransformerEncoderLayer(Embedded, 2, Token of 6, batchFirst = batchFirst, normFirst = normFirst) { gelu(it) }

private fun numbers(x: Value): List<Float> = x.toFloatArray().toList()

private fun first(problem: () -> Unit): String = shouldThrow<ShapeException> { problem() }.message!!.lines().first()

internal class TransformerEncoderTest :
    FunSpec({
        test("names and sizes in the state_dict are PyTorch's") {
            layer().stateDict().mapValues { it.value.sizes.toList() }.toList() shouldContainExactly
                listOf(
                    "self_attn.in_proj_weight" to listOf(12, 4),
                    "self_attn.in_proj_bias" to listOf(12),
                    "self_attn.out_proj.weight" to listOf(4, 4),
                    "self_attn.out_proj.bias" to listOf(4),
                    "linear1.weight" to listOf(6, 4),
                    "linear1.bias" to listOf(6),
                    "linear2.weight" to listOf(4, 6),
                    "linear2.bias" to listOf(4),
                    "norm1.weight" to listOf(4),
                    "norm1.bias" to listOf(4),
                    "norm2.weight" to listOf(4),
                    "norm2.bias" to listOf(4),
                )
            val stack = TransformerEncoder(2, LayerNorm(Embedded)) { layer() }
            val each = layer().stateDict().keys
            stack.stateDict().keys.toList() shouldContainExactly
                each.map { "layers.0.$it" } + each.map { "layers.1.$it" } + listOf("norm.weight", "norm.bias")
            TransformerEncoderLayer(Embedded, 1)
                .linear1.weight.value.sizes
                .toList() shouldBe listOf(2048, 4)
        }

        test("a typed call keeps the axes and their names") {
            manualSeed(1)
            val x: Tensor<Cube<Corpus, Token, Embedded>> = normal(Corpus of 2, Token of 3, Embedded)
            val y: Tensor<Cube<Corpus, Token, Embedded>> = layer()(x, isCausal = true)
            y.sizes.toString() shouldBe "[Corpus = 2, Token = 3, Embedded = 4]"
            val stack = TransformerEncoder(2) { layer() }
            stack(x).sizes.toString() shouldBe "[Corpus = 2, Token = 3, Embedded = 4]"
            val alone: Tensor<Mat<Token, Embedded>> = normal(Token of 3, Embedded)
            layer()(alone).sizes.toString() shouldBe "[Token = 3, Embedded = 4]"
            stack(alone, isCausal = true).sizes.toString() shouldBe "[Token = 3, Embedded = 4]"
        }

        test("a causal layer does not see what comes later, wherever the batch stands") {
            manualSeed(2)
            for (batchFirst in listOf(true, false)) {
                val net = TransformerEncoder(2) { layer(normFirst = true, batchFirst = batchFirst) }
                net.eval()
                val axis = if (batchFirst) 1 else 0
                val x = normalValue(if (batchFirst) Sizes.of(2, 5, 4) else Sizes.of(5, 2, 4))
                val all = narrow(net.call(x, isCausal = true), axis, 0, 3).toDoubleArray()
                val part = net.call(narrow(x, axis, 0, 3), isCausal = true).toDoubleArray()
                all.zip(part).all { (a, b) -> abs(a - b) < 1e-5 } shouldBe true
                val seeing = narrow(net.call(x), axis, 0, 3).toDoubleArray()
                seeing.zip(part).any { (a, b) -> abs(a - b) > 1e-2 } shouldBe true
            }
        }

        test("the causal mask, alone and with another") {
            val later = listOf(false, true, true, false, false, true, false, false, false)
            causalMask(3).toDoubleArray().map { it == 1.0 } shouldBe later
            causalMask(3).dtype shouldBe DType.BOOL
            causalMask(0).sizes shouldBe Sizes.of(0, 0)
            val net = layer().also { it.eval() }
            val x = normalValue(Sizes.of(2, 3, 4))
            val hidden = valueOf(booleanArrayOf(false, false, false, true, false, false, false, false, false), 3, 3)
            val both = valueOf(booleanArrayOf(false, true, true, true, false, true, false, false, false), 3, 3)
            numbers(net.call(x, hidden, isCausal = true)) shouldBe numbers(net.call(x, both))
            val lowest = Float.NEGATIVE_INFINITY
            val additive = valueOf(floatArrayOf(0f, 0f, 0f, lowest, 0f, 0f, 0f, 0f, 0f), 3, 3)
            numbers(net.call(x, additive, isCausal = true)) shouldBe numbers(net.call(x, both))
            numbers(net.call(x, causalMask(3))) shouldBe numbers(net.call(x, isCausal = true))
        }

        test("places that are none do not change the others") {
            manualSeed(3)
            val net = layer().also { it.eval() }
            val x = normalValue(Sizes.of(1, 3, 4))
            val padding = valueOf(booleanArrayOf(false, false, true), 1, 3)
            val whole = narrow(net.call(x, keyPadding = padding), 1, 0, 2).toDoubleArray()
            val cut = net.call(narrow(x, 1, 0, 2)).toDoubleArray()
            whole.zip(cut).all { (a, b) -> abs(a - b) < 1e-5 } shouldBe true
        }

        test("dropout drops while training only; a gradient reaches every parameter of every layer") {
            manualSeed(4)
            val net = TransformerEncoder(2, LayerNorm(Embedded)) { layer(normFirst = it == 1) }
            val x = normalValue(Sizes.of(2, 3, 4))
            (numbers(net.call(x)) == numbers(net.call(x))) shouldBe false
            net.eval()
            numbers(net.call(x)) shouldBe numbers(net.call(x))
            val weights = normalValue(Sizes.of(2, 3, 4))
            sum(net.call(x) * weights).backward()
            net.parameters().filter { it.gradient == null }.map { it.name } shouldBe emptyList()
        }

        test("sentences") {
            first { TransformerEncoderLayer(Embedded, 3) } shouldBe
                "attention: the features do not divide into heads: Embedded of 4, 3 heads"
            first { layer().call(ones(Sizes.of(4)), isCausal = true) } shouldBe
                "attention: needs two axes or three, of all the same: 1, 1, 1 given"
            first { layer().call(ones(Sizes.of(1, 3, 4)), causalMask(2)) } shouldBe
                "attention: the mask has other sizes than the scores: [2, 2] is neither [3, 3] nor [2, 3, 3]"
            shouldThrow<IllegalArgumentException> { TransformerEncoder(0) { layer() } }.message shouldBe
                "transformer: needs at least one layer: 0 given"
            shouldThrow<IllegalArgumentException> { AdaptiveAvgPool2d(-1, null) }.message shouldBe
                "adaptive_avg_pool2d: the size of the result cannot be negative: -1 x columns"
        }

        test("modules print their parts") {
            AdaptiveAvgPool2d(null, 2).toString() shouldBe "AdaptiveAvgPool2d(rows x 2)"
            layer().toString() shouldBe
                """
                TransformerEncoderLayer(
                  (self_attn): MultiheadAttention(
                    Embedded = 4, heads = 2
                    (out_proj): Linear(Embedded = 4 -> Embedded = 4)
                  )
                  (linear1): Linear(Embedded = 4 -> Token = 6)
                  (dropout): Dropout(p = 0.1)
                  (linear2): Linear(Token = 6 -> Embedded = 4)
                  (norm1): LayerNorm(Embedded = 4, eps = 1.0E-5)
                  (norm2): LayerNorm(Embedded = 4, eps = 1.0E-5)
                  (dropout1): Dropout(p = 0.1)
                  (dropout2): Dropout(p = 0.1)
                )
                """.trimIndent()
        }
    })
