package dev.rankine.nn

import dev.rankine.ops.Value
import dev.rankine.ops.manualSeed
import dev.rankine.ops.ones
import dev.rankine.ops.toDoubleArray
import dev.rankine.ops.valueOf
import dev.rankine.ops.zeros
import dev.rankine.shapes.Cube
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Mat
import dev.rankine.shapes.Rank4
import dev.rankine.shapes.Scalar
import dev.rankine.shapes.ShapeException
import dev.rankine.shapes.Sizes
import dev.rankine.shapes.Vec
import dev.rankine.shapes.of
import dev.rankine.tensor.Tensor
import dev.rankine.tensor.ones
import dev.rankine.tensor.untyped
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.collections.shouldBeEmpty
import io.kotest.matchers.doubles.plusOrMinus
import io.kotest.matchers.shouldBe
import kotlin.math.abs
import kotlin.math.sqrt

private object Lot : Dim<Lot>()

private object Lefts : Dim<Lefts>(2)

private object Rights : Dim<Rights>(3)

private object Results : Dim<Results>(4)

private object Joined : Dim<Joined>(24)

private fun problem(block: () -> Unit): String = shouldThrow<ShapeException> { block() }.message!!.lines().first()

private fun Value.numbers(): List<Double> = toDoubleArray().toList()

internal class SmallLayersTest :
    FunSpec({
        test("a bilinear layer is linear in both inputs") {
            manualSeed(2)
            val layer = Bilinear(Lefts, Rights, Results)
            layer.stateDict().mapValues { it.value.sizes.toList() } shouldBe mapOf("weight" to listOf(4, 2, 3), "bias" to listOf(4))
            layer.weight.value
                .toDoubleArray()
                .all { abs(it) <= 1 / sqrt(2.0) } shouldBe true
            layer.weight.assign(valueOf(DoubleArray(24) { it.toDouble() }, 4, 2, 3))
            layer.bias!!.assign(zeros(Sizes.of(4)))
            // output 0: 1 (0 1 + 1 10 + 2 100) + 5 (3 1 + 4 10 + 5 100)
            val y: Tensor<Vec<Results>> = layer(ones(Lefts), ones(Rights))
            y.value.numbers()[0] shouldBe 15.0
            layer.call(valueOf(floatArrayOf(1f, 5f), 2), valueOf(floatArrayOf(1f, 10f, 100f), 3)).numbers()[0] shouldBe 210.0 + 5 * 543
            val matrix: Tensor<Mat<Lot, Results>> = layer(ones(Lot of 5, Lefts), ones(Lot of 5, Rights))
            matrix.sizes.toString() shouldBe "[Lot = 5, Results = 4]"
            val cube: Tensor<Cube<Lot, Lefts, Results>> = layer(ones(Lot of 5, Lefts, Lefts), ones(Lot of 5, Lefts, Rights))
            cube.sizes.toList() shouldBe listOf(5, 2, 4)
            "$layer" shouldBe "Bilinear(Lefts = 2, Rights = 3 -> Results = 4)"
            "${Bilinear(Lefts, Rights, Results, bias = false)}" shouldBe "Bilinear(Lefts = 2, Rights = 3 -> Results = 4, no bias)"
            problem { layer.call(ones(Sizes.of(5, 2)), ones(Sizes.of(5, 2))) } shouldBe "bilinear: right differs: 2 != 3"
            problem { layer.call(ones(Sizes.of(5, 2)), ones(Sizes.of(4, 3))) } shouldBe "bilinear: leading axes differ: [5] != [4]"
        }

        test("the cosine of the angle between vectors") {
            val a = valueOf(doubleArrayOf(3.0, 4.0, 1.0, 0.0), 2, 2)
            val b = valueOf(doubleArrayOf(4.0, 3.0, 0.0, 7.0), 2, 2)
            CosineSimilarity().call(a, b).numbers().zip(listOf(24.0 / 25, 0.0)) { x, y -> x shouldBe (y plusOrMinus 1e-12) }
            CosineSimilarity().call(a, zeros(Sizes.of(2, 2))).numbers() shouldBe listOf(0.0, 0.0)
            val rows: Tensor<Vec<Lot>> = CosineSimilarity()(ones(Lot of 5, Lefts), ones(Lot of 5, Lefts))
            rows.sizes.toString() shouldBe "[Lot = 5]"
            val one: Tensor<Scalar> = CosineSimilarity(-1)(ones(Lefts), ones(Lefts))
            one.value.numbers()[0] shouldBe (1.0 plusOrMinus 1e-6)
            val pairs: Tensor<Mat<Lot, Rights>> = CosineSimilarity(2)(ones(Lot of 5, Rights, Lefts), ones(Lot of 5, Rights, Lefts))
            pairs.sizes.toList() shouldBe listOf(5, 3)
            "${CosineSimilarity()}" shouldBe "CosineSimilarity(axis = 1, eps = 1.0E-8)"
            problem { CosineSimilarity(0)(ones(Lefts, Lefts), ones(Lefts, Lefts)) } shouldBe
                "cosine_similarity: the vectors are not on the last axis: axis 0 of 2"
            problem { CosineSimilarity(2).call(a, b) } shouldBe "cosine_similarity: axis out of range: 2 is not in [-2, 1]"
            problem { CosineSimilarity().call(a, ones(Sizes.of(2, 3))) } shouldBe
                "cosine_similarity: sizes do not broadcast: 2 against 3 on axis -1"
        }

        test("how far vectors are apart") {
            val a = valueOf(doubleArrayOf(3.0, 4.0, 1.0, 0.0), 2, 2)
            val b = zeros(Sizes.of(2, 2))
            PairwiseDistance(eps = 0.0).call(a, b).numbers() shouldBe listOf(5.0, 1.0)
            PairwiseDistance(1.0, 0.0, keepDim = true).call(a, b).sizes.toList() shouldBe listOf(2, 1)
            val rows: Tensor<Vec<Lot>> = PairwiseDistance()(ones(Lot of 5, Lefts), ones(Lot of 5, Lefts))
            rows.sizes.toString() shouldBe "[Lot = 5]"
            val one: Tensor<Scalar> = PairwiseDistance()(ones(Lefts), ones(Lefts))
            one.value.numbers()[0] shouldBe (sqrt(2.0) * 1e-6 plusOrMinus 1e-9)
            val pairs: Tensor<Mat<Lot, Rights>> = PairwiseDistance()(ones(Lot of 5, Rights, Lefts), ones(Lot of 5, Rights, Lefts))
            pairs.sizes.toList() shouldBe listOf(5, 3)
            "${PairwiseDistance()}" shouldBe "PairwiseDistance(p = 2.0, eps = 1.0E-6)"
            "${PairwiseDistance(keepDim = true)}" shouldBe "PairwiseDistance(p = 2.0, eps = 1.0E-6, the last axis stays)"
            problem { PairwiseDistance(keepDim = true)(ones(Lefts), ones(Lefts)) } shouldBe
                "pairwise_distance: the last axis stays, which the type does not say"
            problem { PairwiseDistance().call(ones(Sizes.SCALAR), ones(Sizes.SCALAR)) } shouldBe "pairwise_distance: a scalar is no vector"
        }

        test("an axis is cut into several, whose names are checked") {
            val cut = Unflatten(1, 2, -1)
            val y: Tensor<Cube<Lot, Lefts, Joined>> = Unflatten(1, 2, 24)(Flatten()(ones(Lot of 5, Lefts, Joined)), Lefts, Joined)
            y.sizes.toString() shouldBe "[Lot = 5, Lefts = 2, Joined = 24]"
            val planes: Tensor<Rank4<Lot, Lefts, Rights, Results>> =
                Unflatten(-1, listOf(2, 3, 4))(ones(Lot of 5, Joined), Lefts, Rights, Results)
            planes.sizes.toString() shouldBe "[Lot = 5, Lefts = 2, Rights = 3, Results = 4]"
            cut(ones(Lot of 5, Joined).untyped()).sizes.toList() shouldBe listOf(5, 2, 12)
            "$cut" shouldBe "Unflatten(axis 1 to 2 x -1)"
            problem { cut(ones(Lot of 5, Joined), Lefts, Rights) } shouldBe
                "unflatten: the number of elements differs from that of Rights: 12 != 3"
            problem { cut(ones(Lot of 5, Joined), Lefts, Rights, Results) } shouldBe
                "unflatten: does not cut the last axis into 3: axis 1 into 2"
            problem { Unflatten(0, 2, 3)(ones(Lot of 6, Joined), Lefts, Joined) } shouldBe
                "unflatten: does not cut the last axis into 2: axis 0 into 2"
            shouldThrow<ShapeException> { Unflatten(1, 5, 5).call(ones(Sizes.of(2, 24))) }
        }

        test("modules under names") {
            val heads = ModuleDict("first" to Linear(Lefts, Rights), "second" to Linear(Lefts, Results, bias = false))
            heads.stateDict().keys.toList() shouldBe listOf("first.weight", "first.bias", "second.weight")
            heads.getValue("first")(ones(Lefts)).sizes.toList() shouldBe listOf(3)
            heads.keys.toList() shouldBe listOf("first", "second")
            heads.children["second"] shouldBe heads["second"]
            shouldThrow<IllegalArgumentException> { ModuleDict("a.b" to ReLU()) }.message shouldBe
                "module: a name cannot be empty or have a dot: \"a.b\""
        }

        test("parameters in lists and under names") {
            class Scales : Module() {
                val steps by ParameterList(List(2) { zeros(Sizes.of(it + 1)) })
                val named by ParameterDict(mapOf("left" to ones(Sizes.of(2)), "right" to ones(Sizes.of(3))))
            }
            val model = Scales()
            model.stateDict().keys.toList() shouldBe listOf("steps.0", "steps.1", "named.left", "named.right")
            model.parameterCount() shouldBe 8
            model.steps.size shouldBe 2
            model.steps[1]
                .value.sizes
                .toList() shouldBe listOf(2)
            model.named
                .getValue("right")
                .value.requiresGradient shouldBe true
            model.named.keys shouldBe setOf("left", "right")
        }
    })
