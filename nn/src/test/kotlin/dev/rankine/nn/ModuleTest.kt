package dev.rankine.nn

import dev.rankine.ops.elementsOnHost
import dev.rankine.ops.manualSeed
import dev.rankine.ops.ones
import dev.rankine.ops.toFloatArray
import dev.rankine.ops.valueOf
import dev.rankine.ops.zeros
import dev.rankine.shapes.DType
import dev.rankine.shapes.DTypeException
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Mat
import dev.rankine.shapes.ShapeException
import dev.rankine.shapes.Sizes
import dev.rankine.shapes.Vec
import dev.rankine.tensor.Tensor
import dev.rankine.tensor.UncheckedShape
import dev.rankine.tensor.unchecked
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.collections.shouldContainExactly
import io.kotest.matchers.doubles.shouldBeBetween
import io.kotest.matchers.shouldBe
import io.kotest.matchers.shouldNotBe

private object Pixels : Dim<Pixels>(4)

private object Hidden : Dim<Hidden>(3)

private object Digit : Dim<Digit>(2)

private class Classifier : Net<Vec<Pixels>, Vec<Digit>>() {
    val first by Linear(Pixels, Hidden)
    val head by Linear(Hidden, Digit, bias = false)
    val seen by buffer(zeros(Sizes.of(1)))

    override fun forward(x: Tensor<Vec<Pixels>>): Tensor<Vec<Digit>> = head(first(x))
}

@OptIn(UncheckedShape::class)
internal class ModuleTest :
    FunSpec({
        test("names are those of the properties, in PyTorch's order") {
            Classifier().stateDict().keys.toList() shouldContainExactly listOf("seen", "first.weight", "first.bias", "head.weight")
            val chain = (Linear(Pixels, Hidden).relu() then Linear(Hidden, Digit)).dropout(0.1)
            chain.stateDict().keys.toList() shouldContainExactly listOf("0.weight", "0.bias", "2.weight", "2.bias")
            chain.parameters().map { it.name } shouldContainExactly listOf("0.weight", "0.bias", "2.weight", "2.bias")
        }

        test("the weight is [out, in] and carries the names of its axes") {
            Linear(Pixels, Hidden)
                .weight.value.sizes
                .toString() shouldBe "[Hidden = 3, Pixels = 4]"
        }

        test("a linear layer computes x W^T + b at any rank") {
            val layer = Linear(Pixels, Digit)
            layer.weight.assign(valueOf(floatArrayOf(1f, 2f, 3f, 4f, 0f, -1f, 0f, 1f), 2, 4))
            layer.bias!!.assign(valueOf(floatArrayOf(10f, 20f), 2))
            layer.call(valueOf(floatArrayOf(1f, 1f, 1f, 1f), 4)).toFloatArray().toList() shouldBe listOf(20f, 20f)
            layer.call(ones(Sizes.of(2, 3, 4))).sizes shouldBe Sizes.of(2, 3, 2)
        }

        test("the last axis must be the layer's input") {
            val problem = shouldThrow<ShapeException> { Linear(Pixels, Digit).call(ones(Sizes.of(5, 3))) }
            problem.message!!.lines().first() shouldBe "linear: in differs: 3 != 4"
        }

        test("weights start within PyTorch's bounds and depend on the seed") {
            manualSeed(7)
            val first =
                Linear(Pixels, Hidden)
                    .weight.value
                    .toFloatArray()
                    .toList()
            first.forEach { it.toDouble().shouldBeBetween(-0.5, 0.5, 0.0) }
            Linear(Pixels, Hidden)
                .weight.value
                .toFloatArray()
                .toList() shouldNotBe first
            manualSeed(7)
            Linear(Pixels, Hidden)
                .weight.value
                .toFloatArray()
                .toList() shouldBe first
        }

        test("a state of another model is refused with one complete list, and nothing is changed") {
            val model = Classifier()
            val before =
                model
                    .stateDict()
                    .getValue("first.bias")
                    .toFloatArray()
                    .toList()
            val state =
                mapOf(
                    "seen" to zeros(Sizes.of(1)),
                    "first.bias" to ones(Sizes.of(3)),
                    "first.weight" to ones(Sizes.of(3, 5)),
                    "tail" to ones(Sizes.of(1)),
                )
            shouldThrow<StateException> { model.loadStateDict(state) }.message shouldBe
                """
                loadStateDict: the state is of another model: 1 missing, 1 unexpected, 1 mismatched; nothing was changed
                  missing     head.weight  [Digit = 2, Hidden = 3]
                  unexpected  tail         [1]
                  mismatched  first.weight [3, 5], the model has [Hidden = 3, Pixels = 4]
                  hint: build the model with the sizes and types that the state has
                """.trimIndent()
            model
                .stateDict()
                .getValue("first.bias")
                .toFloatArray()
                .toList() shouldBe before
        }

        test("a state goes from one model to another") {
            val (from, to) = Classifier() to Classifier()
            to.loadStateDict(from.stateDict())
            val x: Tensor<Vec<Pixels>> = valueOf(floatArrayOf(1f, -2f, 0.5f, 3f), 4).unchecked()
            to(x).value.toFloatArray().toList() shouldBe from(x).value.toFloatArray().toList()
        }

        test("dropout drops while training only") {
            val net = Linear(Pixels, Hidden).dropout(0.5)
            net.eval()
            val x = ones(Sizes.of(100, 4))
            net.call(x).elementsOnHost().count shouldBe 300
            val kept = net.call(x).toFloatArray().toList()
            net.call(x).toFloatArray().toList() shouldBe kept
            net.train()
            net
                .call(x)
                .toFloatArray()
                .count { it == 0f }
                .toDouble()
                .shouldBeBetween(100.0, 200.0, 0.0)
            shouldThrow<IllegalArgumentException> { Dropout(1.5) }.message shouldBe
                "dropout: the probability must be in [0, 1]: 1.5"
        }

        test("a typed call keeps the leading axes") {
            val y: Tensor<Mat<Hidden, Digit>> = Linear(Pixels, Digit)(ones(Sizes.of(3, 4)).unchecked<Mat<Hidden, Pixels>>())
            y.sizes shouldBe Sizes.of(3, 2)
        }

        test("a module converts to another type and learns on") {
            val layer = Linear(Pixels, Digit)
            val before =
                layer.weight.value
                    .toFloatArray()
                    .toList()
            layer
                .to(DType.F64)
                .weight.value.dtype shouldBe DType.F64
            layer.weight.value
                .toFloatArray()
                .toList() shouldBe before
            layer.weight.value.requiresGradient shouldBe true
            layer.weight.value.sizes
                .toString() shouldBe "[Digit = 2, Pixels = 4]"
            layer.call(ones(Sizes.of(4), DType.F64)).dtype shouldBe DType.F64
            shouldThrow<DTypeException> { layer.to(DType.I64) }.message shouldBe
                "to: parameters must be floating-point numbers: int64 given"
        }
    })
