package dev.rankine.nn

import dev.rankine.nn.PoolDims.Batch
import dev.rankine.nn.PoolDims.Colors
import dev.rankine.nn.PoolDims.Few
import dev.rankine.nn.PoolDims.High
import dev.rankine.nn.PoolDims.Layers
import dev.rankine.nn.PoolDims.Length
import dev.rankine.nn.PoolDims.Short
import dev.rankine.nn.PoolDims.Wide
import dev.rankine.ops.Value
import dev.rankine.ops.toLongArray
import dev.rankine.ops.valueOf
import dev.rankine.shapes.Cube
import dev.rankine.shapes.DType
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Mat
import dev.rankine.shapes.Rank4
import dev.rankine.shapes.Rank5
import dev.rankine.shapes.Shape
import dev.rankine.shapes.ShapeException
import dev.rankine.shapes.of
import dev.rankine.tensor.Tensor
import dev.rankine.tensor.ones
import dev.rankine.tensor.to
import dev.rankine.tensor.untyped
import dev.rankine.tensor.zeros
import dev.rankine.tensor.zerosLike
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.collections.shouldContainExactly
import io.kotest.matchers.shouldBe

internal object PoolDims {
    object Batch : Dim<Batch>()

    object Colors : Dim<Colors>(2)

    object Length : Dim<Length>(6)

    object Short : Dim<Short>()

    object Layers : Dim<Layers>(4)

    object High : Dim<High>(4)

    object Wide : Dim<Wide>(5)

    object Few : Dim<Few>()
}

internal class PoolLayersTest :
    FunSpec({
        fun problem(block: () -> Unit) = shouldThrow<ShapeException> { block() }.problem

        fun line(): Tensor<Cube<Batch, Colors, Length>> = ones(Batch of 3, Colors, Length)

        fun volume(): Tensor<Rank5<Batch, Colors, Layers, High, Wide>> = ones(Batch of 1, Colors, Layers, High, Wide)

        test("pools over lines keep the length or name another") {
            val kept: Tensor<Cube<Batch, Colors, Length>> = MaxPool1d(3, 1, 1)(line())
            kept.sizes.toString() shouldBe "[Batch = 3, Colors = 2, Length = 6]"
            val named: Tensor<Cube<Batch, Colors, Short>> = AvgPool1d(2)(line(), length = Short of 3)
            named.sizes.toString() shouldBe "[Batch = 3, Colors = 2, Short = 3]"
            val one: Tensor<Mat<Colors, Length>> = LPPool1d(2.0, 1)(ones(Colors, Length))
            one.sizes.toString() shouldBe "[Colors = 2, Length = 6]"
            AdaptiveMaxPool1d(2)(ones(Colors, Length), length = Short).sizes.toString() shouldBe "[Colors = 2, Short = 2]"
            AdaptiveAvgPool1d(4)(line().untyped()).sizes.toList() shouldBe listOf(3, 2, 4)
        }
        test("pools over volumes keep depth, rows and columns or name others") {
            val kept: Tensor<Rank5<Batch, Colors, Layers, High, Wide>> = AvgPool3d(3, 1, 1)(volume())
            kept.sizes.toString() shouldBe "[Batch = 1, Colors = 2, Layers = 4, High = 4, Wide = 5]"
            val named: Tensor<Rank5<Batch, Colors, Short, Few, Few>> = MaxPool3d(2)(volume(), Short of 2, Few of 2, Few)
            named.sizes.toString() shouldBe "[Batch = 1, Colors = 2, Short = 2, Few = 2, Few = 2]"
            val one: Tensor<Rank4<Colors, Layers, High, Wide>> = LPPool3d(1.0, 1)(ones(Colors, Layers, High, Wide))
            one.sizes.toString() shouldBe "[Colors = 2, Layers = 4, High = 4, Wide = 5]"
            AdaptiveAvgPool3d(1, null, 2)(ones(Colors, Layers, High, Wide), Short, High, Few).sizes.toString() shouldBe
                "[Colors = 2, Short = 1, High = 4, Few = 2]"
            FractionalMaxPool3d(2, 0.5)(volume().untyped()).sizes.toList() shouldBe listOf(1, 2, 2, 2, 2)
        }
        test("sizes that differ") {
            problem { MaxPool1d(2)(line()) } shouldBe "max_pool1d: the length does not stay as it is: 6 != 3"
            problem { MaxPool1d(2)(line(), length = Length) } shouldBe
                "max_pool1d: the number of elements differs from that of Length: 3 != 6"
            problem { AvgPool3d(2)(volume()) } shouldBe "avg_pool3d: the depth, rows and columns do not stay as they are: 4x4x5 != 2x2x2"
            problem { AvgPool3d(2)(volume(), Layers, Few, Few) } shouldBe
                "avg_pool3d: the number of layers differs from that of Layers: 2 != 4"
        }
        test("what the calls refuse") {
            problem { LPPool2d(1.0, 3).call(spread(1, 2, 4)) } shouldBe "lp_pool2d: kernel is taller than the padded input: 2 < 3"
            problem { FractionalMaxPool2d(2, 0.5).call(spread(4)) } shouldBe
                "fractional_max_pool2d: needs 2 axes to pool over: [4] given"
            problem { FractionalMaxPool2d(3, 2).call(spread(1, 3, 3)) } shouldBe
                "fractional_max_pool2d: the planes have too few rows: 4 > 3"
        }
        test("maxima, their places, and back") {
            fun <M : Module> places(module: M, call: M.(Value) -> Pair<Value, Value>): List<Long> =
                module
                    .call(spread(1, 2, 2, 4))
                    .second
                    .toLongArray()
                    .toList()

            val x = spread(1, 2, 4)
            val (values, indices) = MaxPool1d(2).callWithIndices(x)
            MaxUnpool1d(2).call(values, indices).sizes shouldBe x.sizes
            places(MaxPool3d(2)) { callWithIndices(it) } shouldBe places(AdaptiveMaxPool3d(1, 1, 2)) { callWithIndices(it) }
            AdaptiveMaxPool1d(2).callWithIndices(x).second.toLongArray() shouldBe indices.toLongArray()
            AdaptiveMaxPool2d(1, 2).callWithIndices(x).second.toLongArray() shouldBe MaxPool2d(2).callWithIndices(x).second.toLongArray()
            FractionalMaxPool2d(2, 1)
                .callWithIndices(spread(1, 2, 2))
                .second.sizes
                .toList() shouldBe listOf(1, 1, 1)
            FractionalMaxPool3d(2, 1)
                .callWithIndices(spread(1, 2, 2, 2))
                .second.sizes
                .toList() shouldBe listOf(1, 1, 1, 1)
        }
        test("unpooling names the axes of its result, and their sizes choose among those that are possible") {
            val short: Tensor<Mat<Colors, Short>> = ones(Colors, Short of 2)
            val y: Tensor<Mat<Colors, Length>> = MaxUnpool1d(3)(short, zeros(Colors, Short of 2).places(), length = Length)
            y.sizes.toString() shouldBe "[Colors = 2, Length = 6]"
            val line: Tensor<Cube<Batch, Colors, Short>> = ones(Batch of 1, Colors, Short of 2)
            MaxUnpool1d(2)(line, line.places(), Few).sizes.toString() shouldBe "[Batch = 1, Colors = 2, Few = 4]"
            val plane: Tensor<Cube<Colors, Few, Few>> = ones(Colors, Few of 2, Few of 2)
            MaxUnpool2d(2)(plane, plane.places(), High, Wide of 5).sizes.toString() shouldBe "[Colors = 2, High = 4, Wide = 5]"
            val planes: Tensor<Rank4<Batch, Colors, Few, Few>> = ones(Batch of 1, Colors, Few of 2, Few of 2)
            MaxUnpool2d(2)(planes, planes.places(), High, Wide).sizes.toString() shouldBe "[Batch = 1, Colors = 2, High = 4, Wide = 5]"
            val cube: Tensor<Rank4<Colors, Few, Few, Few>> = ones(Colors, Few of 2, Few of 2, Few of 2)
            MaxUnpool3d(2)(cube, cube.places(), Layers, High, Short).sizes.toList() shouldBe listOf(2, 4, 4, 4)
            val cubes: Tensor<Rank5<Batch, Colors, Few, Few, Few>> = ones(Batch of 1, Colors, Few of 2, Few of 2, Few of 2)
            MaxUnpool3d(2)(cubes, cubes.places(), Layers, High, Short).sizes.toList() shouldBe listOf(1, 2, 4, 4, 4)
            MaxUnpool3d(2)(cubes.untyped(), cubes.untyped().places()).sizes.toList() shouldBe listOf(1, 2, 4, 4, 4)
            MaxUnpool2d(2)(planes.untyped(), planes.untyped().places()).sizes.toList() shouldBe listOf(1, 2, 4, 4)
            MaxUnpool1d(2)(line.untyped(), line.untyped().places()).sizes.toList() shouldBe listOf(1, 2, 4)
            problem { MaxUnpool1d(2)(line, line.places(), Length) } shouldBe
                "max_unpool1d: the size of the result is not possible: [6], [4] with stride [2]"
        }
        test("given samples are in the state_dict under PyTorch's name") {
            FractionalMaxPool2d(2, 2).stateDict().keys.toList() shouldContainExactly emptyList()
            FractionalMaxPool2d(listOf(2), listOf(2), null, spread(1, 1, 2)).stateDict().keys.toList() shouldContainExactly
                listOf("_random_samples")
        }
        test("what is printed") {
            listOf(MaxPool1d(2, ceilMode = true), MaxPool3d(2, ceilMode = true), AvgPool1d(2, countIncludePad = false), AvgPool3d(2))
                .map { it.toString() } shouldContainExactly
                listOf(
                    "MaxPool1d(kernel = 2, stride = 2, padding = 0, dilation = 1, ceil mode)",
                    "MaxPool3d(kernel = [2], stride = [2], padding = [0], dilation = [1], ceil mode)",
                    "AvgPool1d(kernel = 2, stride = 2, padding = 0, padding not counted)",
                    "AvgPool3d(kernel = [2], stride = [2], padding = [0])",
                )
            AvgPool1d(2, ceilMode = true).toString() shouldBe "AvgPool1d(kernel = 2, stride = 2, padding = 0, ceil mode)"
            AvgPool3d(2, ceilMode = true, countIncludePad = false, divisorOverride = 3).toString() shouldBe
                "AvgPool3d(kernel = [2], stride = [2], padding = [0], ceil mode, padding not counted, divisor = 3)"
            LPPool1d(2.0, 3).toString() shouldBe "LPPool1d(norm = 2.0, kernel = 3, stride = 3)"
            LPPool2d(2.0, 3, ceilMode = true).toString() shouldBe "LPPool2d(norm = 2.0, kernel = [3], stride = [3], ceil mode)"
            LPPool3d(2.0, listOf(3)).toString() shouldBe "LPPool3d(norm = 2.0, kernel = [3], stride = [3])"
            FractionalMaxPool2d(2, 3).toString() shouldBe "FractionalMaxPool2d(kernel = [2], size = [3])"
            FractionalMaxPool3d(2, 0.5).toString() shouldBe "FractionalMaxPool3d(kernel = [2], ratio = [0.5])"
            MaxUnpool2d(2).toString() shouldBe "MaxUnpool2d(kernel = [2], stride = [2], padding = [0])"
            MaxUnpool1d(2).toString() shouldBe "MaxUnpool1d(kernel = 2, stride = 2, padding = 0)"
            AdaptiveAvgPool3d(null, 1, null).toString() shouldBe "AdaptiveAvgPool3d(layers x 1 x columns)"
            AdaptiveMaxPool1d(null).toString() shouldBe "AdaptiveMaxPool1d(length)"
        }
    })

/** Places for unpooling: each the first of its line, plane or volume. */
private fun <S : Shape> Tensor<S>.places(): Tensor<S> = zerosLike(this).to(DType.I64)
