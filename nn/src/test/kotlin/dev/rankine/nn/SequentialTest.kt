package dev.rankine.nn

import dev.rankine.autodiff.backward
import dev.rankine.ops.Value
import dev.rankine.ops.manualSeed
import dev.rankine.ops.noGrad
import dev.rankine.ops.ones
import dev.rankine.ops.plus
import dev.rankine.ops.sum
import dev.rankine.ops.toFloatArray
import dev.rankine.ops.valueOf
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Mat
import dev.rankine.shapes.Rank4
import dev.rankine.shapes.ShapeException
import dev.rankine.shapes.Sizes
import dev.rankine.shapes.Vec
import dev.rankine.shapes.of
import dev.rankine.tensor.Tensor
import dev.rankine.tensor.normal
import dev.rankine.tensor.ones
import dev.rankine.tensor.untyped
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.collections.shouldContainExactly
import io.kotest.matchers.shouldBe

private object Pages : Dim<Pages>()

private object Inks : Dim<Inks>(2)

private object Strokes : Dim<Strokes>(3)

private object PageRows : Dim<PageRows>(4)

private object PageColumns : Dim<PageColumns>(4)

private object Half : Dim<Half>(2)

private object Traits : Dim<Traits>(12)

private object Kind : Dim<Kind>(5)

private class Pictures : Net<Rank4<Pages, Inks, PageRows, PageColumns>, Mat<Pages, Traits>>() {
    val conv by Conv2d(Inks, Strokes, 3, padding = 1)
    val pool by MaxPool2d(2)
    val flat by Flatten()

    override fun forward(x: Tensor<Rank4<Pages, Inks, PageRows, PageColumns>>): Tensor<Mat<Pages, Traits>> =
        flat(pool(conv(x), Half, Half), to = Traits)
}

private class Softened : Net<Mat<Pages, Traits>, Mat<Pages, Traits>>() {
    val scale by LayerNorm(Traits)

    override fun forward(x: Tensor<Mat<Pages, Traits>>): Tensor<Mat<Pages, Traits>> = scale(x)
}

private fun images(): Tensor<Rank4<Pages, Inks, PageRows, PageColumns>> = normal(Pages of 2, Inks, PageRows, PageColumns)

private fun numbers(x: Value): List<Float> = x.toFloatArray().toList()

/** A layer that is one function. */
private class Same(private val function: (Value) -> Value) : Layer<Traits, Traits>() {
    override fun forward(x: Value): Value = function(x)
}

internal class SequentialTest :
    FunSpec({
        test("anything that maps one value to one value runs in sequence, children are numbered") {
            manualSeed(4)
            val model =
                Sequential(
                    Conv2d(Inks, Strokes, 3, padding = 1),
                    BatchNorm2d(Strokes),
                    MaxPool2d(2),
                    Flatten(),
                    Linear(Traits, Traits).relu(),
                    Softened(),
                    Sequential(Linear(Traits, Kind)),
                )
            val x = images()
            val y = model(x.untyped())
            y.sizes.toList() shouldBe listOf(2, 5)
            model.eval()
            numbers(model.call(x.value)) shouldBe numbers(model.parts.fold(x.value) { value, part -> part.call(value) })
            model.stateDict().keys.toList() shouldContainExactly
                listOf(
                    "0.weight",
                    "0.bias",
                    "1.weight",
                    "1.bias",
                    "1.running_mean",
                    "1.running_var",
                    "1.num_batches_tracked",
                    "4.0.weight",
                    "4.0.bias",
                    "5.scale.weight",
                    "5.scale.bias",
                    "6.0.weight",
                    "6.0.bias",
                )
        }

        test("a gradient goes through all parts; what does not fit is found by the ops") {
            val model = Sequential(Pictures(), Linear(Traits, Kind))
            sum(model.call(images().value)).backward()
            model.parameters().all { it.gradient != null } shouldBe true
            shouldThrow<ShapeException> { Sequential(Flatten(), Linear(Traits, Kind)).call(ones(Sizes.of(2, 3, 5))) }
                .message!!
                .lines()
                .first() shouldBe "linear: in differs: 15 != 12"
        }

        test("no parts map a value to itself") {
            numbers(Sequential().call(valueOf(floatArrayOf(1f, 2f), 2))) shouldBe listOf(1f, 2f)
        }

        test("nets and layers chain with then: typed ends, flat names, printed as PyTorch prints") {
            val pictures = Pictures()
            val tail = Linear(Traits, Traits).relu() then Linear(Traits, Kind)
            val model: Net<Rank4<Pages, Inks, PageRows, PageColumns>, Mat<Pages, Kind>> =
                pictures then Softened().gelu().dropout(0.25) then tail
            val y: Tensor<Mat<Pages, Kind>> = model(images())
            y.sizes.toList() shouldBe listOf(2, 5)
            model.toString() shouldBe
                """
                Sequential(
                  (0): Pictures(
                    (conv): Conv2d(Inks = 2 -> Strokes = 3, kernel = 3x3, padding = Both(height=1, width=1))
                    (pool): MaxPool2d(kernel = [2], stride = [2], padding = [0], dilation = [1])
                    (flat): Flatten(axes 1 to -1)
                  )
                  (1): Softened(
                    (scale): LayerNorm(Traits = 12, eps = 1.0E-5)
                  )
                  (2): GELU(approximate = none)
                  (3): Dropout(p = 0.25)
                  (4): Linear(Traits = 12 -> Traits = 12)
                  (5): ReLU()
                  (6): Linear(Traits = 12 -> Kind = 5)
                )
                """.trimIndent()
            model.eval()
            numbers(model.call(images().value)).size shouldBe 10
        }

        test("what goes into a part is returned when the part is done, in every kind of chain") {
            val alive = ArrayList<Int>()
            val seen = ArrayList<Value>()
            val probe: (Value) -> Value = { x ->
                alive += seen.count { old -> runCatching { old.toFloatArray() }.isSuccess }
                seen += x
                x + 1
            }
            val first = Same(probe)
            val net = Softened()
            for (chain in listOf(
                Sequential(List(4) { Activation("probe", probe) }),
                first.activation("probe", probe).activation("probe", probe).activation("probe", probe),
                (1..4).fold(net as Net<Mat<Pages, Traits>, Mat<Pages, Traits>>) { chain, _ -> chain.activation("probe", probe) },
            )) {
                alive.clear()
                seen.clear()
                val y = noGrad { chain.call(ones(Sizes.of(1, 12))) }
                val given = if (chain is Net<*, *>) 0 else 1 // the first probe of the net sees what the net made
                alive shouldBe listOf(0, given, given, given)
                numbers(y).size shouldBe 12
            }
        }

        test("activations follow nets too") {
            val net = Softened()
            val x = ones(Pages of 1, Traits)
            val plain = net(x)
            val makers = listOf(net.relu(), net.gelu(), net.silu(), net.tanh(), net.sigmoid())
            val layers: List<Layer<Traits, Traits>> =
                Same { it }.let { listOf(it.relu(), it.gelu(), it.silu(), it.tanh(), it.sigmoid()) }
            makers.zip(layers) { made, layer -> numbers(made(x).value) shouldBe numbers(layer(plain).value) }
            makers.map { it.children.getValue("1").toString() } shouldBe
                listOf("ReLU()", "GELU(approximate = none)", "SiLU()", "Tanh()", "Sigmoid()")
        }

        test("a layer behind a net maps the last axis at any rank") {
            class Flat : Net<Vec<Traits>, Vec<Traits>>() {
                override fun forward(x: Tensor<Vec<Traits>>): Tensor<Vec<Traits>> = x
            }
            val y: Tensor<Vec<Kind>> = (Flat() then Linear(Traits, Kind))(ones(Traits))
            y.sizes.toList() shouldBe listOf(5)
        }
    })
