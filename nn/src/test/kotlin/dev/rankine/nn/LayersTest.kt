package dev.rankine.nn

import dev.rankine.autodiff.backward
import dev.rankine.ops.PadMode
import dev.rankine.ops.Padding
import dev.rankine.ops.manualSeed
import dev.rankine.ops.sum
import dev.rankine.ops.times
import dev.rankine.ops.toDoubleArray
import dev.rankine.ops.toFloatArray
import dev.rankine.ops.valueOf
import dev.rankine.shapes.Cube
import dev.rankine.shapes.DType
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Half
import dev.rankine.shapes.Mat
import dev.rankine.shapes.Rank4
import dev.rankine.shapes.Rank5
import dev.rankine.shapes.ShapeException
import dev.rankine.shapes.Times
import dev.rankine.shapes.Vec
import dev.rankine.shapes.of
import dev.rankine.shapes.times
import dev.rankine.tensor.Tensor
import dev.rankine.tensor.UncheckedShape
import dev.rankine.tensor.normal
import dev.rankine.tensor.ones
import dev.rankine.tensor.to
import dev.rankine.tensor.unchecked
import dev.rankine.tensor.untyped
import dev.rankine.tensor.zeros
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.collections.shouldContainExactly
import io.kotest.matchers.doubles.plusOrMinus
import io.kotest.matchers.shouldBe
import kotlin.math.abs
import kotlin.math.sqrt

private object Batch : Dim<Batch>()

private object Colors : Dim<Colors>(3)

private object Maps : Dim<Maps>(4)

private object High : Dim<High>(6)

private object Wide : Dim<Wide>(5)

private object Rows : Dim<Rows>()

private object Columns : Dim<Columns>()

private object Features : Dim<Features>(24)

private object Words : Dim<Words>(7)

private object Even : Dim<Even>()

private object Eight : Dim<Eight>(8)

private object Time : Dim<Time>(2)

private fun images(): Tensor<Rank4<Batch, Colors, High, Wide>> = ones(Batch of 2, Colors, High, Wide)

private fun message(block: () -> Unit): String = shouldThrow<ShapeException> { block() }.message!!

private class Convolutional : Net<Rank4<Batch, Colors, High, Wide>, Mat<Batch, Words>>() {
    val conv by Conv2d(Colors, Maps, kernel = 3, padding = Padding.SAME)
    val norm by BatchNorm2d(Maps)
    val pool by MaxPool2d(2)
    val flat by Flatten()
    val scale by LayerNorm(Features)
    val head by Linear(Features, Words)

    override fun forward(x: Tensor<Rank4<Batch, Colors, High, Wide>>): Tensor<Mat<Batch, Words>> =
        head(scale(flat(pool(norm(conv(x)), Rows, Columns), to = Features)))
}

@OptIn(UncheckedShape::class)
internal class LayersTest :
    FunSpec({
        test("a convolution that keeps rows and columns keeps their names") {
            val conv = Conv2d(Colors, Maps, kernel = 3, padding = Padding.SAME)
            val y: Tensor<Rank4<Batch, Maps, High, Wide>> = conv(images())
            y.sizes.toString() shouldBe "[Batch = 2, Maps = 4, High = 6, Wide = 5]"
            val plane: Tensor<Cube<Maps, High, Wide>> = conv(ones(Colors, High, Wide))
            plane.sizes.toString() shouldBe "[Maps = 4, High = 6, Wide = 5]"
            conv(images().untyped()).sizes.toList() shouldBe listOf(2, 4, 6, 5)
        }

        test("the caller names rows and columns of a convolution, with or without a size") {
            val conv = Conv2d(Colors, Maps, kernel = 3, stride = 2)
            val y: Tensor<Rank4<Batch, Maps, Rows, Columns>> = conv(images(), rows = Rows, columns = Columns of 2)
            y.sizes.toString() shouldBe "[Batch = 2, Maps = 4, Rows = 2, Columns = 2]"
            val plane: Tensor<Cube<Maps, Rows, Columns>> = conv(ones(Colors, High, Wide), Rows, Columns)
            plane.sizes.toString() shouldBe "[Maps = 4, Rows = 2, Columns = 2]"
        }

        test("a convolution says which sizes do not stay or differ") {
            val conv = Conv2d(Colors, Maps, kernel = 3)
            message { conv(images()) } shouldBe
                """
                conv2d: the rows and columns do not stay as they are: 6x5 != 4x3
                  input   [Batch = 2, Colors = 3, High = 6, Wide = 5]
                  result  [Batch = 2, Maps = 4, 4, 3]
                  hint: name the axes of the result: `layer(x, rows = ..., columns = ...)`
                """.trimIndent()
            message { conv(images(), rows = Rows of 4, columns = Wide) }.lines().first() shouldBe
                "conv2d: the number of columns differs from that of Wide: 3 != 5"
            message { Conv2d(Colors, Maps, 3, groups = 2) } shouldBe
                "conv2d: the channels do not divide into groups: Colors of 3, Maps of 4, 2 groups"
            message { Conv2d(Colors, Maps, 3, Padding.SAME, stride = 2) } shouldBe "conv2d: the same size needs stride 1: [2] given"
            message { Conv2d(Colors, Maps, listOf(1, 2, 3)) } shouldBe
                "conv2d: kernel is one number or height and width: [1, 2, 3] given"
        }

        test("weight and bias of a convolution start uniform below 1/sqrt(fan)") {
            manualSeed(3)
            val conv = Conv2d(Maps, Features, listOf(5, 3), groups = 2)
            val bound = 1 / sqrt(2.0 * 15)
            conv.weight.value.sizes
                .toList() shouldBe listOf(24, 2, 5, 3)
            val numbers = conv.weight.value.toDoubleArray()
            numbers.all { abs(it) <= bound } shouldBe true
            numbers.sumOf { it * it } / numbers.size shouldBe ((bound * bound / 3) plusOrMinus 0.002)
            conv.bias!!
                .value
                .toDoubleArray()
                .all { abs(it) <= bound } shouldBe true
        }

        test("names in the state_dict are PyTorch's") {
            Conv2d(Colors, Maps, 3).stateDict().keys.toList() shouldContainExactly listOf("weight", "bias")
            Conv2d(Colors, Maps, 3, bias = false).stateDict().keys.toList() shouldContainExactly listOf("weight")
            val norm = BatchNorm2d(Maps)
            norm.stateDict().keys.toList() shouldContainExactly
                listOf("weight", "bias", "running_mean", "running_var", "num_batches_tracked")
            norm
                .namedBuffers()
                .getValue("num_batches_tracked")
                .value.dtype shouldBe DType.I64
            BatchNorm1d(Maps, affine = false, trackRunningStatistics = false).stateDict().keys.toList() shouldBe emptyList()
            LayerNorm(Maps).stateDict().keys.toList() shouldContainExactly listOf("weight", "bias")
            LayerNorm(Maps, bias = false).stateDict().keys.toList() shouldContainExactly listOf("weight")
            LayerNorm(Maps, affine = false).stateDict().keys.toList() shouldBe emptyList()
            Embedding(Words, Maps).stateDict().keys.toList() shouldContainExactly listOf("weight")
            MaxPool2d(2).stateDict().keys + AvgPool2d(2).stateDict().keys + Flatten().stateDict().keys shouldBe emptySet()
        }

        test("pools halve planes") {
            val x = valueOf(FloatArray(16) { it.toFloat() }, 1, 4, 4)
            MaxPool2d(2).call(x).toFloatArray().toList() shouldBe listOf(5f, 7f, 13f, 15f)
            AvgPool2d(2).call(x).toFloatArray().toList() shouldBe listOf(2.5f, 4.5f, 10.5f, 12.5f)
            MaxPool2d(2)
                .callWithIndices(x)
                .second
                .toDoubleArray()
                .toList() shouldBe listOf(5.0, 7.0, 13.0, 15.0)
            val y: Tensor<Rank4<Batch, Colors, Rows, Columns>> = MaxPool2d(2)(images(), Rows, Columns)
            y.sizes.toString() shouldBe "[Batch = 2, Colors = 3, Rows = 3, Columns = 2]"
            val kept: Tensor<Rank4<Batch, Colors, High, Wide>> = AvgPool2d(3, stride = 1, padding = 1)(images())
            kept.sizes.toString() shouldBe "[Batch = 2, Colors = 3, High = 6, Wide = 5]"
            message { AvgPool2d(2)(images()) }.lines().first() shouldBe
                "avg_pool2d: the rows and columns do not stay as they are: 6x5 != 3x2"
        }

        test("a pool or a stride of 2 that leaves exactly half halves the names too") {
            val x: Tensor<Rank4<Batch, Colors, Even, Eight>> = ones(Batch of 2, Colors, Even of 4, Eight)
            val pooled: Tensor<Rank4<Batch, Colors, Half<Even>, Half<Eight>>> = MaxPool2d(2).halving(x)
            pooled.sizes.toString() shouldBe "[Batch = 2, Colors = 3, Even/2 = 2, Eight/2 = 4]"
            val strided = Conv2d(Colors, Maps, kernel = 3, stride = 2, padding = 1)
            val y: Tensor<Rank4<Batch, Maps, Half<Half<Even>>, Half<Half<Eight>>>> = strided.halving(pooled)
            y.sizes.toString() shouldBe "[Batch = 2, Maps = 4, Even/4 = 1, Eight/4 = 2]"
            val plane: Tensor<Cube<Maps, Half<Even>, Half<Eight>>> = strided.halving(ones(Colors, Even of 2, Eight))
            plane.sizes.toString() shouldBe "[Maps = 4, Even/2 = 1, Eight/2 = 4]"
            val mean: Tensor<Cube<Maps, Half<Half<Even>>, Half<Half<Eight>>>> =
                AvgPool2d(1, stride = 2).halving(
                    strided.halving(
                        ones(
                            Colors,
                            Even of 4,
                            Eight,
                        ),
                    ),
                )
            mean.sizes.toString() shouldBe "[Maps = 4, Even/4 = 1, Eight/4 = 2]"
            strided.halving(valueOf(FloatArray(12), 3, 2, 2).unchecked<Cube<Colors, Even, Eight>>()).sizes.toString() shouldBe
                "[Maps = 4, 1, 1]"
        }

        test("what does not leave exactly half is refused") {
            message { MaxPool2d(2).halving(images()) } shouldBe
                """
                max_pool2d: the rows and columns are not halved: 6x5 became 3x2
                  input   [Batch = 2, Colors = 3, High = 6, Wide = 5]
                  result  [Batch = 2, Colors = 3, 3, 2]
                  hint: name the axes of the result: `layer(x, rows = ..., columns = ...)`
                """.trimIndent()
            message { Conv2d(Colors, Maps, 3, stride = 2).halving(ones(Colors, High, Eight)) }.lines().first() shouldBe
                "conv2d: the rows and columns are not halved: 6x8 became 2x3"
        }

        test("the mean of each plane") {
            val x: Tensor<Rank4<Batch, Colors, High, Wide>> = normal(Batch of 2, Colors, High, Wide)
            val y: Tensor<Mat<Batch, Colors>> = GlobalAvgPool2d()(x)
            y.sizes.toString() shouldBe "[Batch = 2, Colors = 3]"
            y.value.toFloatArray().zip(AdaptiveAvgPool2d(1).call(x.value).toFloatArray()).forEach { (a, b) ->
                a.toDouble() shouldBe (b.toDouble() plusOrMinus 1e-6)
            }
            val alone: Tensor<Vec<Colors>> = GlobalAvgPool2d()(ones(Colors, High, Wide))
            alone.value.toFloatArray().toList() shouldBe List(3) { 1f }
            GlobalAvgPool2d()(x.untyped()).sizes.toList() shouldBe listOf(2, 3)
            message { GlobalAvgPool2d().call(ones(High, Wide).value) } shouldBe
                "global_avg_pool2d: needs three axes or four: [High = 6, Wide = 5] given"
        }

        test("flatten calls what it joins by the product") {
            val y: Tensor<Mat<Batch, Times<Times<Colors, High>, Wide>>> = Flatten()(images())
            y.sizes.toString() shouldBe "[Batch = 2, Colors*High*Wide = 90]"
            val sequence: Tensor<Mat<Batch, Times<Maps, Time>>> = Flatten()(ones(Batch of 2, Maps, Time))
            sequence.sizes.toString() shouldBe "[Batch = 2, Maps*Time = 8]"
            val product = Colors * High * Wide
            Linear(product, Words)(Flatten()(images())).sizes.toString() shouldBe "[Batch = 2, Words = 7]"
            val nameless = valueOf(FloatArray(6), 1, 2, 3).unchecked<Cube<Batch, Maps, Time>>()
            Flatten()(nameless).sizes.toString() shouldBe "[1, 6]"
            message { Flatten(2)(images()) }.lines().first() shouldBe "flatten: does not join all axes but the first: axes 2 to -1"
        }

        test("flatten joins all axes but the first under the name that is given") {
            val y: Tensor<Mat<Batch, Features>> = Flatten()(ones(Batch of 2, Colors, Maps, Time), to = Features)
            y.sizes.toString() shouldBe "[Batch = 2, Features = 24]"
            message { Flatten()(images(), to = Features) }.lines().first() shouldBe
                "flatten: the number of elements differs from that of Features: 90 != 24"
            message { Flatten(2)(images(), to = Features) }.lines().first() shouldBe
                "flatten: does not join all axes but the first: axes 2 to -1"
        }

        test("layer normalization standardizes the last axis at any rank") {
            val norm = LayerNorm(Maps, eps = 0.0)
            val expected = listOf(-3f, -1f, 1f, 3f).map { it / sqrt(5f) }
            for (leading in listOf(listOf(), listOf(2), listOf(2, 1))) {
                val count = leading.fold(1) { a, b -> a * b }
                val x = valueOf(FloatArray(4 * count) { (it % 4).toFloat() }, *(leading + 4).toIntArray())
                val y = norm.call(x)
                y.sizes.toList() shouldBe leading + 4
                y.toFloatArray().forEachIndexed { i, number -> number.toDouble() shouldBe (expected[i % 4].toDouble() plusOrMinus 1e-6) }
            }
            val typed: Tensor<Mat<Batch, Maps>> = norm(ones(Batch of 3, Maps))
            typed.sizes.toList() shouldBe listOf(3, 4)
        }

        test("an embedding gives rows; the row for padding starts as zeros") {
            manualSeed(1)
            val table = Embedding(Words, Maps, paddingIndex = -1)
            val weight = table.weight.value.toFloatArray()
            weight.takeLast(4) shouldBe List(4) { 0f }
            weight.take(24).none { it == 0f } shouldBe true
            val y: Tensor<Mat<Time, Maps>> = table(zeros(Time).to(DType.I64))
            y.value.toFloatArray().toList() shouldBe weight.take(4) + weight.take(4)
            val deep: Tensor<Rank5<Batch, Time, Time, Time, Maps>> = table(zeros(Batch of 1, Time, Time, Time).to(DType.I64))
            deep.sizes.toList() shouldBe listOf(1, 2, 2, 2, 4)
            table.call(valueOf(longArrayOf(6, 1), 2)).toFloatArray().toList() shouldBe List(4) { 0f } + weight.slice(4..7)
            message { Embedding(Words, Maps, paddingIndex = 7) } shouldBe
                "embedding: there is no row for padding: 7 is not in [-7, 6]"
        }

        test("a gradient reaches every parameter of a convolutional network") {
            manualSeed(5)
            val model = Convolutional()
            val x: Tensor<Rank4<Batch, Colors, High, Wide>> = normal(Batch of 2, Colors, High, Wide)
            val y: Tensor<Mat<Batch, Words>> = model(x)
            sum(y.value * y.value).backward()
            model.namedParameters().keys.toList() shouldContainExactly
                listOf("conv.weight", "conv.bias", "norm.weight", "norm.bias", "scale.weight", "scale.bias", "head.weight", "head.bias")
            for ((name, parameter) in model.namedParameters()) {
                // the batch's mean takes the bias before it away
                if (name != "conv.bias") (name to parameter.gradient!!.toDoubleArray().any { abs(it) > 1e-3 }) shouldBe (name to true)
            }
            model.conv.bias!!
                .gradient!!
                .toDoubleArray()
                .all { abs(it) < 1e-4 } shouldBe true
            model.namedBuffers().keys.toList() shouldContainExactly
                listOf("norm.running_mean", "norm.running_var", "norm.num_batches_tracked")
        }

        test("modules print their settings") {
            Conv2d(Colors, Maps, 3, padding = 1, bias = false, paddingMode = PadMode.REFLECT).toString() shouldBe
                "Conv2d(Colors = 3 -> Maps = 4, kernel = 3x3, padding = Both(height=1, width=1), no bias, REFLECT)"
            BatchNorm2d(Maps, momentum = null).toString() shouldBe "BatchNorm2d(Maps = 4, momentum = null, eps = 1.0E-5)"
            MaxPool2d(2, ceilMode = true).toString() shouldBe
                "MaxPool2d(kernel = [2], stride = [2], padding = [0], dilation = [1], ceil mode)"
            AvgPool2d(listOf(2, 1)).toString() shouldBe "AvgPool2d(kernel = [2, 1], stride = [2, 1], padding = [0])"
            LayerNorm(listOf(Time), Maps, affine = false).toString() shouldBe "LayerNorm(Time = 2, Maps = 4, eps = 1.0E-5, not affine)"
            Embedding(Words, Maps, 0).toString() shouldBe "Embedding(Words = 7 -> Maps = 4, padding index = 0)"
            Flatten().toString() shouldBe "Flatten(axes 1 to -1)"
        }
    })
