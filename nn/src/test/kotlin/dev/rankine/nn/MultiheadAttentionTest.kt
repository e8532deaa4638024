package dev.rankine.nn

import dev.rankine.autodiff.backward
import dev.rankine.ops.Call
import dev.rankine.ops.CallObserver
import dev.rankine.ops.Value
import dev.rankine.ops.manualSeed
import dev.rankine.ops.noGrad
import dev.rankine.ops.observing
import dev.rankine.ops.sum
import dev.rankine.ops.times
import dev.rankine.ops.toDoubleArray
import dev.rankine.ops.toFloatArray
import dev.rankine.ops.valueOf
import dev.rankine.ops.zeros
import dev.rankine.shapes.Cube
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Mat
import dev.rankine.shapes.ShapeException
import dev.rankine.shapes.Sizes
import dev.rankine.shapes.of
import dev.rankine.tensor.Tensor
import dev.rankine.tensor.normal
import dev.rankine.tensor.typed
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.collections.shouldContainExactly
import io.kotest.matchers.shouldBe
import kotlin.math.abs
import kotlin.math.sqrt
import dev.rankine.ops.normal as normalOf

private object Sentence : Dim<Sentence>()

private object Place : Dim<Place>()

private object Source : Dim<Source>()

private object Model : Dim<Model>(4)

internal class MultiheadAttentionTest :
    FunSpec({
        test("names and sizes in the state_dict are PyTorch's") {
            MultiheadAttention(Model, 2, keyBias = true).stateDict().mapValues { it.value.sizes.toList() }.toList() shouldContainExactly
                listOf(
                    "in_proj_weight" to listOf(12, 4),
                    "in_proj_bias" to listOf(12),
                    "bias_k" to listOf(1, 1, 4),
                    "bias_v" to listOf(1, 1, 4),
                    "out_proj.weight" to listOf(4, 4),
                    "out_proj.bias" to listOf(4),
                )
            MultiheadAttention(Model, 2, bias = false, valueFeatures = Place of 3).stateDict().keys.toList() shouldContainExactly
                listOf("q_proj_weight", "k_proj_weight", "v_proj_weight", "out_proj.weight")
        }

        test("weights start as Glorot's uniform numbers, biases as zeros") {
            manualSeed(2)
            val state = MultiheadAttention(Model, 2).stateDict()
            val bound = sqrt(6.0 / 16)
            val numbers = state.getValue("in_proj_weight").toDoubleArray()
            numbers.all { abs(it) <= bound } shouldBe true
            numbers.any { abs(it) > bound / 2 } shouldBe true
            for (name in listOf("in_proj_bias", "out_proj.bias")) state.getValue(name).toFloatArray().all { it == 0f } shouldBe true
        }

        test("without anything to tell places apart all weigh the same; a mask leaves only the first") {
            val attention = MultiheadAttention(Model, 2, batchFirst = true)
            val x = zeros(Sizes.of(1, 3, 4))
            val (y, weights) = attention.callWithWeights(x)
            y.sizes.toList() shouldBe listOf(1, 3, 4)
            weights.toFloatArray().toList() shouldBe List(9) { 1f / 3 }
            val ahead = valueOf(BooleanArray(9) { it % 3 > it / 3 }, 3, 3)
            attention
                .callWithWeights(x, mask = ahead)
                .second
                .toFloatArray()
                .toList() shouldBe
                listOf(1f, 0f, 0f, 0.5f, 0.5f, 0f, 1f / 3, 1f / 3, 1f / 3)
            val last = valueOf(booleanArrayOf(false, false, true), 1, 3)
            attention
                .callWithWeights(x, keyPadding = last, averageWeights = false)
                .second
                .toFloatArray()
                .toList() shouldBe
                List(18) { if (it % 3 == 2) 0f else 0.5f }
        }

        test("a gradient reaches every parameter, and the typed form keeps the shape") {
            manualSeed(4)
            val attention = MultiheadAttention(Model, 2, keyBias = true)
            val x: Tensor<Cube<Place, Sentence, Model>> = normal(Place of 3, Sentence of 2, Model)
            val y: Tensor<Cube<Place, Sentence, Model>> = attention(x)
            y.sizes.toString() shouldBe "[Place = 3, Sentence = 2, Model = 4]"
            sum(y.value * y.value).backward()
            for ((name, parameter) in attention.namedParameters()) {
                (name to parameter.gradient!!.toDoubleArray().any { abs(it) > 1e-4 }) shouldBe (name to true)
            }
        }

        test("the order of the axes does not change the numbers") {
            manualSeed(6)
            val attention = MultiheadAttention(Model, 2)
            val x = normalOf(Sizes.of(3, 1, 4))
            val alone = valueOf(x.toFloatArray(), 3, 4)
            attention.call(alone).toFloatArray().toList() shouldBe attention.call(x).toFloatArray().toList()
        }

        test("without recording one product gives query, key and value: the same numbers, in fewer calls") {
            manualSeed(8)
            val x = normalOf(Sizes.of(5, 2, 4))
            for (attention in listOf(
                MultiheadAttention(Model, 2),
                MultiheadAttention(Model, 2, bias = false),
                MultiheadAttention(Model, 2, keyBias = true, batchFirst = true),
            )) {
                var products = 0
                val counter = CallObserver { call: Call<*>, _: Array<Value> -> if (call.op.name == "linear") products++ }
                val recorded = observing(counter) { attention.call(x, isCausal = true) }
                products shouldBe 4
                val asked = noGrad { observing(counter) { attention.call(x, isCausal = true) } }
                products shouldBe 4 + 2
                asked.toFloatArray().toList() shouldBe recorded.toFloatArray().toList()
                val (alone, weights) = noGrad { attention.callWithWeights(valueOf(x.toFloatArray(), 10, 4)) }
                listOf(alone.sizes.toList(), weights.sizes.toList().take(1)) shouldBe listOf(listOf(10, 4), listOf(10))
            }
        }

        test("one sequence looks at another, typed") {
            manualSeed(7)
            val attention = MultiheadAttention(Model, 2, batchFirst = true)
            val queries: Tensor<Cube<Sentence, Place, Model>> = normal(Sentence of 2, Place of 3, Model)
            val keys: Tensor<Cube<Sentence, Source, Model>> = normal(Sentence of 2, Source of 5, Model)
            val values: Tensor<Cube<Sentence, Source, Model>> = normal(Sentence of 2, Source of 5, Model)
            val y: Tensor<Cube<Sentence, Place, Model>> = attention(queries, keys, values)
            y.sizes.toString() shouldBe "[Sentence = 2, Place = 3, Model = 4]"
            y.value.toFloatArray().toList() shouldBe attention.call(queries.value, keys.value, values.value).toFloatArray().toList()
            val padding: Tensor<Mat<Sentence, Source>> = valueOf(BooleanArray(10) { it % 5 > 2 }, 2, 5).typed(Sentence of 2, Source of 5)
            val mask: Tensor<Mat<Place, Source>> = valueOf(BooleanArray(15) { it % 5 > it / 5 }, 3, 5).typed(Place of 3, Source of 5)
            attention(queries, keys, keyPadding = padding, mask = mask).value.toFloatArray().toList() shouldBe
                attention.call(queries.value, keys.value, keyPadding = padding.value, mask = mask.value).toFloatArray().toList()
            shouldThrow<ShapeException> { MultiheadAttention(Model, 2)(queries, keys) }.message!!.lines().take(4) shouldBe
                listOf(
                    "attention: typed queries and keys need the batch first",
                    "  query  [Sentence = 2, Place = 3, Model = 4]",
                    "  key    [Sentence = 2, Source = 5, Model = 4]",
                    "  hint: `MultiheadAttention(..., batchFirst = true)`, or `call`",
                )
        }

        test("causal attention is that with a causal mask, also with places behind the others, and with weights") {
            manualSeed(8)
            val padding = valueOf(booleanArrayOf(false, false, true, false), 1, 4)
            for (zero in listOf(false, true)) {
                val attention = MultiheadAttention(Model, 2, zeroAttention = zero, batchFirst = true)
                val x = normalOf(Sizes.of(1, 4, 4))
                attention.call(x, isCausal = true).toFloatArray().toList() shouldBe
                    attention.call(x, mask = causalMask(4)).toFloatArray().toList()
                val (y, weights) = attention.callWithWeights(x, keyPadding = padding, isCausal = true)
                val (wanted, those) = attention.callWithWeights(x, keyPadding = padding, mask = causalMask(4))
                y.toFloatArray().toList() shouldBe wanted.toFloatArray().toList()
                weights.toFloatArray().toList() shouldBe those.toFloatArray().toList()
            }
        }

        test("causal attention with padding makes no matrix of all scores") {
            val places = 1100
            val attention = MultiheadAttention(Model, 1, batchFirst = true)
            val padding = valueOf(BooleanArray(places) { it > 1000 }, 1, places)
            var largest = 0
            val watch =
                object : CallObserver {
                    override fun called(call: Call<*>, outputs: Array<Value>) {
                        largest = maxOf(largest, outputs.maxOf { it.elements })
                    }
                }
            observing(watch) { attention.call(zeros(Sizes.of(1, places, 4)), keyPadding = padding, isCausal = true) }
            (largest > 0 && largest <= 256 * places) shouldBe true
        }

        test("what does not fit is refused") {
            fun message(block: () -> Unit): String = shouldThrow<ShapeException> { block() }.message!!.lines().first()
            message { MultiheadAttention(Model, 3) } shouldBe "attention: the features do not divide into heads: Model of 4, 3 heads"
            val attention = MultiheadAttention(Model, 2)
            val x = zeros(Sizes.of(3, 4))
            message { attention.call(zeros(Sizes.of(4))) } shouldBe "attention: needs two axes or three, of all the same: 1, 1, 1 given"
            message { attention.call(x, mask = zeros(Sizes.of(2, 3))) } shouldBe
                "attention: the mask has other sizes than the scores: [2, 3] is neither [3, 3] nor [2, 3, 3]"
            message { attention.call(x, keyPadding = zeros(Sizes.of(2))) } shouldBe
                "attention: the padding has other sizes than the keys: [1, 2] is not [1, 3]"
        }
    })
