package dev.rankine.nn

import dev.rankine.ops.Value
import dev.rankine.ops.manualSeed
import dev.rankine.ops.ones
import dev.rankine.ops.toDoubleArray
import dev.rankine.ops.valueOf
import dev.rankine.shapes.Cube
import dev.rankine.shapes.DType
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Half
import dev.rankine.shapes.Mat
import dev.rankine.shapes.Rank4
import dev.rankine.shapes.Rank5
import dev.rankine.shapes.ShapeException
import dev.rankine.shapes.Sizes
import dev.rankine.shapes.Vec
import dev.rankine.tensor.Tensor
import dev.rankine.tensor.ones
import dev.rankine.tensor.untyped
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.collections.shouldBeEmpty
import io.kotest.matchers.doubles.plusOrMinus
import io.kotest.matchers.shouldBe
import kotlin.math.abs
import kotlin.math.exp
import kotlin.math.ln
import kotlin.math.max
import kotlin.math.min
import kotlin.math.tanh

private object Items : Dim<Items>(3)

private object Inside : Dim<Inside>(4)

private object Outside : Dim<Outside>(2)

private fun sigmoid(x: Double) = 1 / (1 + exp(-x))

private val places = doubleArrayOf(-4.0, -2.5, -0.7, -0.2, 0.3, 0.6, 2.0, 5.0)

private fun problem(block: () -> Unit): String = shouldThrow<ShapeException> { block() }.message!!.lines().first()

/** Modules of one function, how they print, and the function. */
private val elementwise: List<Triple<SameShape, String, (Double) -> Double>> =
    listOf(
        Triple(Identity(), "Identity()") { it },
        Triple(ReLU(), "ReLU()") { max(it, 0.0) },
        Triple(ReLU6(), "ReLU6()") { min(max(it, 0.0), 6.0) },
        Triple(LeakyReLU(0.2), "LeakyReLU(negative slope = 0.2)") { if (it > 0) it else 0.2 * it },
        Triple(PReLU(), "PReLU(1)") { if (it > 0) it else 0.25 * it },
        Triple(Threshold(0.5, 7.0), "Threshold(threshold = 0.5, value = 7.0)") { if (it > 0.5) it else 7.0 },
        Triple(ELU(1.5), "ELU(alpha = 1.5)") { if (it > 0) it else 1.5 * (exp(it) - 1) },
        Triple(CELU(2.0), "CELU(alpha = 2.0)") { if (it > 0) it else 2 * (exp(it / 2) - 1) },
        Triple(SELU(), "SELU()") { 1.0507009873554805 * if (it > 0) it else 1.6732632423543772 * (exp(it) - 1) },
        Triple(GELU("tanh"), "GELU(approximate = tanh)") {
            it / 2 * (1 + tanh(0.7978845608028654 * (it + 0.044715 * it * it * it)))
        },
        Triple(SiLU(), "SiLU()") { it * sigmoid(it) },
        Triple(Mish(), "Mish()") { it * tanh(ln(1 + exp(it))) },
        Triple(Softplus(2.0, 3.0), "Softplus(beta = 2.0, threshold = 3.0)") { if (2 * it > 3) it else ln(1 + exp(2 * it)) / 2 },
        Triple(Softsign(), "Softsign()") { it / (1 + abs(it)) },
        Triple(Sigmoid(), "Sigmoid()", ::sigmoid),
        Triple(LogSigmoid(), "LogSigmoid()") { ln(sigmoid(it)) },
        Triple(Tanh(), "Tanh()", ::tanh),
        Triple(Tanhshrink(), "Tanhshrink()") { it - tanh(it) },
        Triple(Hardsigmoid(), "Hardsigmoid()") { min(max(it + 3, 0.0), 6.0) / 6 },
        Triple(Hardswish(), "Hardswish()") { it * min(max(it + 3, 0.0), 6.0) / 6 },
        Triple(Hardtanh(-0.5, 2.5), "Hardtanh(min = -0.5, max = 2.5)") { min(max(it, -0.5), 2.5) },
        Triple(Hardshrink(), "Hardshrink(lambda = 0.5)") { if (abs(it) <= 0.5) 0.0 else it },
        Triple(Softshrink(0.4), "Softshrink(lambda = 0.4)") {
            if (it > 0.4) {
                it - 0.4
            } else if (it < -0.4) {
                it + 0.4
            } else {
                0.0
            }
        },
    )

internal class ActivationsTest :
    FunSpec({
        for ((module, printed, function) in elementwise) {
            test("$printed is its formula") {
                module.to(DType.F64)
                val y = module.call(valueOf(places, 2, 4))
                y.sizes.toList() shouldBe listOf(2, 4)
                y.toDoubleArray().forEachIndexed { i, number -> number shouldBe (function(places[i]) plusOrMinus 1e-9) }
                "$module" shouldBe printed
                module.stateDict().keys shouldBe if (module is PReLU) setOf("weight") else emptySet()
            }
        }

        test("one activation serves tensors of any shape") {
            val act = Tanh()
            val matrix: Tensor<Mat<Items, Inside>> = act(ones(Items, Inside))
            val vector: Tensor<Vec<Outside>> = act(ones(Outside))
            matrix.sizes.toString() shouldBe "[Items = 3, Inside = 4]"
            vector.sizes.toString() shouldBe "[Outside = 2]"
            act(ones(Outside).untyped()).sizes.toList() shouldBe listOf(2)
        }

        test("activations stand behind layers and nets") {
            val layer: Layer<Inside, Outside> =
                Linear(Inside, Inside).activation(ReLU()).activation(PReLU(Inside)) then Linear(Inside, Outside)
            layer.stateDict().keys.toList() shouldBe listOf("0.weight", "0.bias", "2.weight", "3.weight", "3.bias")
            layer(ones(Items, Inside)).sizes.toString() shouldBe "[Items = 3, Outside = 2]"
            layer.outputAxis.toString() shouldBe "Outside of 2"

            class Middle : Net<Mat<Items, Inside>, Vec<Inside>>() {
                override fun forward(x: Tensor<Mat<Items, Inside>>): Tensor<Vec<Inside>> = ones(Inside)
            }
            val net: Net<Mat<Items, Inside>, Vec<Outside>> = Middle().activation(Sigmoid()) then Linear(Inside, Outside)
            net(ones(Items, Inside)).sizes.toString() shouldBe "[Outside = 2]"
        }

        test("layers and nets have the usual ones as functions") {
            class Middle : Net<Vec<Inside>, Vec<Inside>>() {
                override fun forward(x: Tensor<Vec<Inside>>): Tensor<Vec<Inside>> = x
            }

            fun last(module: Module): String = "${module.children.values.last()}"
            val layer = LayerNorm(Inside)
            val layers =
                listOf(
                    layer.relu(),
                    layer.relu6(),
                    layer.leakyRelu(0.3),
                    layer.elu(2.0),
                    layer.selu(),
                    layer.gelu("tanh"),
                    layer.silu(),
                    layer.mish(),
                    layer.tanh(),
                    layer.sigmoid(),
                    layer.hardsigmoid(),
                    layer.hardswish(),
                    layer.softplus(2.0),
                    layer.softmax(),
                    layer.logSoftmax(),
                    layer.dropout(0.1),
                    layer.alphaDropout(0.2),
                )
            val net = Middle()
            val nets =
                listOf(
                    net.relu(),
                    net.relu6(),
                    net.leakyRelu(0.3),
                    net.elu(2.0),
                    net.selu(),
                    net.gelu("tanh"),
                    net.silu(),
                    net.mish(),
                    net.tanh(),
                    net.sigmoid(),
                    net.hardsigmoid(),
                    net.hardswish(),
                    net.softplus(2.0),
                    net.softmax(),
                    net.logSoftmax(),
                    net.dropout(0.1),
                    net.alphaDropout(0.2),
                )
            layers.map { last(it) } shouldBe nets.map { last(it) }
            layers.map { last(it).substringBefore('(') } shouldBe
                (
                    "ReLU ReLU6 LeakyReLU ELU SELU GELU SiLU Mish Tanh Sigmoid Hardsigmoid Hardswish Softplus Softmax LogSoftmax " +
                        "Dropout AlphaDropout"
                ).split(' ')
        }

        test("slopes are drawn while training, and are the mean of the bounds in evaluation") {
            manualSeed(4)
            val module = RReLU(0.2, 0.6)
            val x = valueOf(FloatArray(1000) { if (it % 2 == 0) -1f else 2f }, 1000)
            val drawn = module.call(x).toDoubleArray()
            val slopes = drawn.filterIndexed { i, _ -> i % 2 == 0 }.map { -it }
            slopes.all { it in 0.2..0.6 } shouldBe true
            slopes.average() shouldBe (0.4 plusOrMinus 0.02)
            slopes.toSet().size shouldBe 500
            drawn.filterIndexed { i, _ -> i % 2 == 1 }.all { it == 2.0 } shouldBe true
            module.eval()
            module.call(valueOf(doubleArrayOf(-1.0, 3.0), 2)).toDoubleArray().toList() shouldBe listOf(-0.4, 3.0)
            "$module" shouldBe "RReLU(lower = 0.2, upper = 0.6)"
        }

        test("slopes for channels are learned") {
            val module = PReLU(Inside, 0.1)
            "$module" shouldBe "PReLU(Inside = 4)"
            module.weight.value.sizes
                .toString() shouldBe "[Inside = 4]"
            problem { module.call(ones(Sizes.of(2, 3))) } shouldBe "prelu: one slope per channel is needed: 4 != 3"
        }

        test("softmax along the last axis or another") {
            val x = spread(2, 3, 2)
            val sums = { y: Value -> y.toDoubleArray().toList().chunked(2) { it.sum() } }
            for (sum in sums(Softmax().call(x))) sum shouldBe (1.0 plusOrMinus 1e-12)
            Softmax2d().call(x).toDoubleArray().toList() shouldBe Softmax(0).call(x).toDoubleArray().toList()
            Softmax2d().call(spread(1, 2, 3, 2)).toDoubleArray().toList() shouldBe
                Softmax(1).call(spread(1, 2, 3, 2)).toDoubleArray().toList()
            listOf(Softmax(1), LogSoftmax(), Softmin(), Softmax2d()).map { "$it" } shouldBe
                listOf("Softmax(axis = 1)", "LogSoftmax(axis = -1)", "Softmin(axis = -1)", "Softmax2d()")
            problem { Softmax(3).call(x) } shouldBe "softmax: axis out of range: 3 is not in [-3, 2]"
            problem { Softmax2d().call(ones(Sizes.of(2, 3))) } shouldBe "softmax2d: needs three axes or four: 2 given"
        }

        test("a gated linear unit halves an axis") {
            val gate: Tensor<Mat<Items, Half<Inside>>> = GLU()(ones(Items, Inside))
            gate.sizes.toString() shouldBe "[Items = 3, Inside/2 = 2]"
            gate.value.toDoubleArray()[0] shouldBe (sigmoid(1.0) plusOrMinus 1e-7)
            val one: Tensor<Vec<Half<Inside>>> = GLU()(ones(Inside))
            val three: Tensor<Cube<Items, Items, Half<Inside>>> = GLU(2)(ones(Items, Items, Inside))
            val four: Tensor<Rank4<Items, Items, Items, Half<Inside>>> = GLU()(ones(Items, Items, Items, Inside))
            val five: Tensor<Rank5<Items, Items, Items, Items, Half<Inside>>> = GLU()(ones(Items, Items, Items, Items, Inside))
            listOf(one, three, four, five).map { it.sizes[-1] } shouldBe listOf(2, 2, 2, 2)
            GLU(0)(ones(Inside, Items).untyped()).sizes.toList() shouldBe listOf(2, 3)
            "${GLU()}" shouldBe "GLU(axis = -1)"
            problem { GLU(0)(ones(Inside, Inside)) } shouldBe "glu: halves another axis than the last: 0"
            problem { GLU()(ones(Items)) } shouldBe "glu: the axis has no halves: axis 0 of size 3"
        }

        test("channels without a size are refused") {
            problem { PReLU(Endless) } shouldBe problem { LayerNorm(Endless) }
        }
    })

/** A dim that declares no size. */
private object Endless : Dim<Endless>()
