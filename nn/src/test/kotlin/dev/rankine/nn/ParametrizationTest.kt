package dev.rankine.nn

import dev.rankine.autodiff.backward
import dev.rankine.ops.Value
import dev.rankine.ops.gradient
import dev.rankine.ops.manualSeed
import dev.rankine.ops.narrow
import dev.rankine.ops.noGrad
import dev.rankine.ops.normal
import dev.rankine.ops.ones
import dev.rankine.ops.plus
import dev.rankine.ops.requireGradient
import dev.rankine.ops.reshape
import dev.rankine.ops.sum
import dev.rankine.ops.times
import dev.rankine.ops.toDoubleArray
import dev.rankine.ops.toFloatArray
import dev.rankine.ops.transpose
import dev.rankine.ops.triu
import dev.rankine.ops.valueOf
import dev.rankine.shapes.DType
import dev.rankine.shapes.Dim
import dev.rankine.shapes.ShapeException
import dev.rankine.shapes.Sizes
import dev.rankine.shapes.Vec
import dev.rankine.tensor.Tensor
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.collections.shouldContainExactly
import io.kotest.matchers.doubles.plusOrMinus
import io.kotest.matchers.shouldBe
import io.kotest.matchers.shouldNotBe
import kotlin.math.abs
import kotlin.math.sqrt

private object ThreeIn : Dim<ThreeIn>(3)

private object TwoOut : Dim<TwoOut>(2)

private class Symmetric : Parametrization() {
    override fun forward(originals: List<Value>): Value = triu(originals.single()).let { triu(it) + transpose(triu(it, 1), 0, 1) }
}

private class Two : Net<Vec<ThreeIn>, Vec<TwoOut>>() {
    val fc by Linear(ThreeIn, TwoOut).weightNorm()

    override fun forward(x: Tensor<Vec<ThreeIn>>): Tensor<Vec<TwoOut>> = fc(x)
}

private fun Value.list(): List<Double> = toDoubleArray().toList()

internal class ParametrizationTest :
    FunSpec({
        fun message(block: () -> Unit): String = shouldThrow<Exception> { block() }.message!!

        test("a weight is computed from what is learnt, under PyTorch's names") {
            val layer = Linear(ThreeIn, ThreeIn)
            val before = layer.weight.value.list()
            layer.parametrize("weight", Symmetric())
            layer.stateDict().keys.toList() shouldContainExactly listOf("bias", "parametrizations.weight.original")
            layer.parameters().map { it.name } shouldContainExactly listOf("bias", "parametrizations.weight.original")
            layer.stateDict().getValue("parametrizations.weight.original").list() shouldBe before
            val weight = layer.weight.value.list()
            for (i in 0..<3) for (j in 0..<3) weight[3 * i + j] shouldBe before[3 * minOf(i, j) + maxOf(i, j)]
            layer.isParametrized("weight") shouldBe true
            layer.isParametrized("bias") shouldBe false
            layer.toString().lines().take(2) shouldBe listOf("Linear(", "  ThreeIn = 3 -> ThreeIn = 3")
        }

        test("gradients reach the original alone, and freezing the weight freezes it") {
            val layer = Linear(ThreeIn, ThreeIn, bias = false).parametrize("weight") { it * 2.0 }
            sum(layer.call(ones(Sizes.of(3)))).backward()
            layer.weight.gradient shouldBe null
            val original = layer.parameters().single()
            original.gradient!!.list() shouldBe List(9) { 2.0 }
            layer.weight.isTrainable = false
            original.isTrainable shouldBe false
            original.gradient shouldBe null
            layer.call(ones(Sizes.of(3))).requiresGradient shouldBe false
        }

        test("assigning goes through to the originals; removing leaves the numbers") {
            val layer = Linear(ThreeIn, TwoOut).weightNorm()
            val wanted = valueOf(floatArrayOf(3f, 0f, 4f, 0f, 1f, 0f), 2, 3)
            layer.weight.assign(wanted)
            val state = layer.stateDict()
            state.getValue("parametrizations.weight.original0").list() shouldBe listOf(5.0, 1.0)
            layer.removeParametrizations("weight")
            layer.stateDict().keys.toList() shouldContainExactly listOf("bias", "weight")
            layer.weight.value
                .list()
                .zip(wanted.list())
                .forEach { (a, b) -> a shouldBe (b plusOrMinus 1e-6) }
            layer.children.isEmpty() shouldBe true
            sum(layer.call(ones(Sizes.of(3)))).backward()
            layer.weight.gradient!!.list() shouldBe List(6) { 1.0 }
        }

        test("several parametrizations apply one after the other, and removing one parameter's leaves another's") {
            val layer = Linear(ThreeIn, TwoOut)
            val before = layer.weight.value.list()
            layer.parametrize("weight") { it * 2.0 }.parametrize("weight") { it + 1.0 }.parametrize("bias") { it * 0.0 }
            layer.weight.value.list() shouldBe before.map { (it * 2).toFloat() + 1f }.map { it.toDouble() }
            layer.removeParametrizations("weight")
            layer.stateDict().keys.toList() shouldContainExactly listOf("weight", "parametrizations.bias.original")
        }

        test("weight norm is g v / |v| for each row, for another axis, and for the whole") {
            manualSeed(2)
            val layer = Linear(ThreeIn, TwoOut)
            val weight = layer.weight.value.list()
            layer.weightNorm()
            layer.weight.value
                .list()
                .zip(weight)
                .forEach { (a, b) -> a shouldBe (b plusOrMinus 1e-6) }
            val state = layer.stateDict()
            state.mapValues { it.value.sizes.toList() } shouldBe
                mapOf(
                    "bias" to listOf(2),
                    "parametrizations.weight.original0" to listOf(2, 1),
                    "parametrizations.weight.original1" to listOf(2, 3),
                )

            fun length(numbers: List<Double>): Double = sqrt(numbers.sumOf { it * it })
            state.getValue("parametrizations.weight.original0").list().forEachIndexed { i, g ->
                g shouldBe (length(weight.slice(3 * i..<3 * i + 3)) plusOrMinus 1e-6)
            }
            Linear(ThreeIn, TwoOut)
                .weightNorm(axis = -1)
                .stateDict()
                .getValue("parametrizations.weight.original0")
                .sizes
                .toList() shouldBe
                listOf(1, 3)
            Linear(
                ThreeIn,
                TwoOut,
            ).weightNorm(axis = null).stateDict().getValue("parametrizations.weight.original0").sizes.toList() shouldBe
                listOf(1, 1)
        }

        test("the gradient of weight norm is that of the formula") {
            val norm = WeightNorm()
            val g = valueOf(doubleArrayOf(1.5, -0.5), 2, 1).requireGradient("g")
            val v = valueOf(doubleArrayOf(1.0, 2.0, -1.0, 0.5, 0.25, 3.0), 2, 3).requireGradient("v")
            val weights = valueOf(doubleArrayOf(1.0, -2.0, 0.5, 3.0, 1.0, -1.0), 2, 3)
            sum(norm.forward(listOf(g, v)) * weights).backward()

            fun loss(g: DoubleArray, v: DoubleArray): Double =
                (0..<6).sumOf { i ->
                    val row = i / 3
                    v[i] * g[row] / sqrt((0..<3).sumOf { v[3 * row + it] * v[3 * row + it] }) * weights.toDoubleArray()[i]
                }

            fun slope(of: (Double) -> Double): Double = (of(1e-6) - of(-1e-6)) / 2e-6
            g.gradient!!.list().forEachIndexed { i, found ->
                found shouldBe (slope { h -> loss(g.toDoubleArray().also { it[i] += h }, v.toDoubleArray()) } plusOrMinus 1e-6)
            }
            v.gradient!!.list().forEachIndexed { i, found ->
                found shouldBe (slope { h -> loss(g.toDoubleArray(), v.toDoubleArray().also { it[i] += h }) } plusOrMinus 1e-6)
            }
        }

        test("spectral norm divides by the largest singular value") {
            manualSeed(4)
            val layer = Linear(ThreeIn, TwoOut, bias = false).to(DType.F64)
            layer.weight.assign(valueOf(doubleArrayOf(3.0, 0.0, 0.0, 0.0, 0.5, 0.0), 2, 3))
            layer.spectralNorm(rounds = 2)
            layer.stateDict().keys.toList() shouldContainExactly
                listOf("parametrizations.weight.original", "parametrizations.weight.0._u", "parametrizations.weight.0._v")
            repeat(20) { layer.call(ones(Sizes.of(3), DType.F64)) }
            layer.eval()
            layer.weight.value
                .list()
                .zip(listOf(1.0, 0.0, 0.0, 0.0, 1.0 / 6, 0.0))
                .forEach { (a, b) -> a shouldBe (b plusOrMinus 1e-9) }
            val first = layer.stateDict().getValue("parametrizations.weight.0._u").list()
            layer.call(ones(Sizes.of(3), DType.F64))
            layer.stateDict().getValue("parametrizations.weight.0._u").list() shouldBe first
            // d(w / u^T w v) with u, v constant: the direction of the largest singular value has no gradient along itself
            layer.train()
            sum(narrow(narrow(layer.weight.value, 0, 0, 1), 1, 0, 1)).backward()
            abs(
                layer
                    .parameters()
                    .single()
                    .gradient!!
                    .list()
                    .first(),
            ) shouldBe (0.0 plusOrMinus 1e-9)
        }

        test("spectral norm sees a kernel as a matrix along its axis") {
            manualSeed(5)
            val conv = Conv2d(ThreeIn, TwoOut, 3, bias = false).spectralNorm(axis = 1)
            val state = conv.stateDict()
            state.getValue("parametrizations.weight.0._u").sizes.toList() shouldBe listOf(3)
            state.getValue("parametrizations.weight.0._v").sizes.toList() shouldBe listOf(18)
            conv.call(normal(Sizes.of(1, 3, 4, 4))).sizes.toList() shouldBe listOf(1, 2, 2, 2)
        }

        test("a state goes to another module that is parametrised alike") {
            val (a, b) = Two() to Two()
            a.stateDict().keys.toList() shouldContainExactly
                listOf("fc.bias", "fc.parametrizations.weight.original0", "fc.parametrizations.weight.original1")
            b.loadStateDict(a.stateDict())
            b.fc.weight.value
                .toFloatArray()
                .toList() shouldBe
                a.fc.weight.value
                    .toFloatArray()
                    .toList()
            a.fc.weight.tensor.sizes
                .toString() shouldBe "[TwoOut = 2, ThreeIn = 3]"
            a.fc.weight.gradient shouldBe null
            a.parameters() shouldNotBe b.parameters()
        }

        test("in a cached block a parameter is computed once, with a gradient and without apart, until it is assigned") {
            var times = 0
            val layer = Linear(ThreeIn, TwoOut).parametrize("weight") { it * 2.0.also { times++ } }
            times = 0
            val x = ones(Sizes.of(3))
            cachedParametrizations {
                val y = layer.call(x)
                cachedParametrizations { sum(y + layer.call(x)).backward() }
                times shouldBe 1
                noGrad { layer.call(x) }
                noGrad { layer.weight.value.list() }
                times shouldBe 2
                layer
                    .parameters()
                    .first { it.name.endsWith("original") }
                    .gradient!!
                    .list() shouldBe List(6) { 4.0 }
                val wanted = valueOf(DoubleArray(6) { it.toDouble() }, 2, 3)
                layer.weight.assign(wanted)
                layer.weight.value.list() shouldBe List(6) { it * 2.0 }
                layer.parametrize("weight") { it + 1.0 }
                layer.weight.value.list() shouldBe List(6) { it * 2.0 + 1 }
            }
            times = 0
            repeat(3) { layer.call(x) }
            times shouldBe 3
            shouldThrow<IllegalStateException> { cachedParametrizations { error("out") } }
            layer.call(x).sizes.toList() shouldBe listOf(2)
            times shouldBe 4
        }

        test("a recurrence computes its weights once in a call") {
            var times = 0
            val lstm = LSTM(ThreeIn, TwoOut).parametrize("weight_hh_l0") { it * 1.0.also { times++ } }
            times = 0
            lstm.call(ones(Sizes.of(4, 1, 3)))
            times shouldBe 1
        }

        test("checkpoints from before there were parametrizations load") {
            val numbers = listOf(2, 3, 6).map { n -> valueOf(DoubleArray(n) { it + 1.0 }, n) }
            val (two, three) = numbers
            val six = reshape(numbers[2], Sizes.of(2, 3))
            val normed = Two()
            normed.loadStateDict(mapOf("fc.bias" to two, "fc.weight_g" to reshape(two, Sizes.of(2, 1)), "fc.weight_v" to six))
            val state = normed.stateDict()
            state.getValue("fc.parametrizations.weight.original0").list() shouldBe listOf(1.0, 2.0)
            state.getValue("fc.parametrizations.weight.original1").list() shouldBe List(6) { it + 1.0 }
            val spectral = Linear(ThreeIn, TwoOut, bias = false).spectralNorm()
            spectral.loadStateDict(mapOf("weight_orig" to six, "weight_u" to two, "weight_v" to three))
            spectral.stateDict().values.map { it.list() } shouldBe listOf(List(6) { it + 1.0 }, listOf(1.0, 2.0), listOf(1.0, 2.0, 3.0))
            shouldThrow<StateException> { spectral.loadStateDict(mapOf("weight_orig" to six, "weight_u" to two)) }
        }

        test("what cannot be is refused and leaves the module as it was") {
            val layer = Linear(ThreeIn, TwoOut)
            message { layer.weightNorm("wieght") } shouldBe "parametrize: Linear has no parameter wieght of its own: it has weight, bias"
            message { layer.removeParametrizations("weight") } shouldBe "parametrize: the parameter weight of Linear is not parametrised"
            message { layer.parametrize("weight") { transpose(it, 0, 1) } }.lines() shouldBe
                listOf(
                    "parametrize: weight gets other sizes: [ThreeIn = 3, TwoOut = 2] != [TwoOut = 2, ThreeIn = 3]",
                    "  hint: forward of ComputedBy must give the sizes of the parameter",
                )
            message { layer.spectralNorm(rounds = 0) } shouldBe "spectral_norm: needs at least one round of the power iteration: 0"
            message { layer.spectralNorm("bias") } shouldBe "spectral_norm: needs at least two axes: [TwoOut = 2] given"
            message { layer.weightNorm(axis = 2) } shouldBe "weight_norm: there is no such axis: 2 of [TwoOut = 2, ThreeIn = 3]"
            shouldThrow<ShapeException> { layer.spectralNorm(axis = 5) }
            layer.stateDict().keys.toList() shouldContainExactly listOf("weight", "bias")
            layer.call(ones(Sizes.of(3))).sizes.toList() shouldBe listOf(2)
        }
    })
