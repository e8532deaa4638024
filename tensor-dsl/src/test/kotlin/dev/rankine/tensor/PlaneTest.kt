package dev.rankine.tensor

import dev.rankine.shapes.Dim
import dev.rankine.shapes.Dyn
import dev.rankine.shapes.ShapeException
import dev.rankine.shapes.of
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.shouldBe
import dev.rankine.ops.conv2d as conv2dOf
import dev.rankine.ops.toDoubleArray as numbersOf

private object Colors : Dim<Colors>(2)

private object Features : Dim<Features>(4)

private object Rows : Dim<Rows>(6)

private object Columns : Dim<Columns>(4)

private object Fewer : Dim<Fewer>()

/** Convolutions and pools at run time: the names of the result, and what they say when its sizes are others. */
internal class PlaneTest :
    FunSpec({
        val images = tensor(Batch of 3, Colors, Rows, Columns) { n, c, i, j -> (n * 31 + c * 17 + i * 5 + j * 3) % 7 - 3 }
        val kernels = tensor(Features, Colors, Dyn of 3, Dyn of 3) { o, c, i, j -> (o * 5 + c * 3 + i * 2 + j) % 4 - 1 }
        val bias = tensorOf(floatArrayOf(1f, 2f, 3f, 4f), Features)

        fun Tensor<*>.numbers() = toDoubleArray().toList()

        test("a convolution that keeps, halves or names rows and columns") {
            val wanted = conv2dOf(images.value, kernels.value, bias.value, padding = 1).numbersOf().toList()
            val kept = images.conv2d(kernels, bias, padding = 1)
            kept.sizes.toString() shouldBe "[Batch = 3, Features = 4, Rows = 6, Columns = 4]"
            kept.numbers() shouldBe wanted
            images.conv2dSame(kernels, bias).numbers() shouldBe wanted
            images[Batch, 1].conv2dSame(kernels, bias).numbers() shouldBe kept[Batch, 1].numbers()
            val halved = images.conv2dHalving(kernels, padding = 1)
            halved.sizes.toString() shouldBe "[Batch = 3, Features = 4, Rows/2 = 3, Columns/2 = 2]"
            halved.numbers() shouldBe conv2dOf(images.value, kernels.value, stride = 2, padding = 1).numbersOf().toList()
            val named = images[Batch, 0].conv2d(kernels, rows = Columns, columns = Fewer)
            named.sizes.toString() shouldBe "[Features = 4, Columns = 4, Fewer = 2]"
            named.numbers() shouldBe conv2dOf(images[Batch, 0].value, kernels.value).numbersOf().toList()
        }

        test("groups of channels") {
            val single = tensor(Features, Dyn of 1, Dyn of 3, Dyn of 3) { o, _, i, j -> o + i - j }
            val wanted = conv2dOf(images.value, single.value, padding = 1, groups = 2).numbersOf().toList()
            images.conv2d(single, padding = 1, groups = 2).numbers() shouldBe wanted
            images.conv2dSame(single, groups = 2).numbers() shouldBe wanted
            images.conv2d(single, groups = 2, rows = Rows, columns = Columns, padding = 1).numbers() shouldBe wanted
        }

        test("pools") {
            images.maxPool2dHalving(2).sizes.toString() shouldBe "[Batch = 3, Colors = 2, Rows/2 = 3, Columns/2 = 2]"
            images.avgPool2dHalving(2)[Batch, 0][Colors, 0].numbers()[0] shouldBe
                listOf(0 to 0, 0 to 1, 1 to 0, 1 to 1).map { (i, j) -> images[Batch, 0][Colors, 0][Rows, i][Columns, j].item() }.average()
            images.maxPool2d(3, stride = 1, padding = 1).sizes shouldBe images.sizes
            images.avgPool2d(2, rows = Fewer of 3, columns = Heads).sizes.toString() shouldBe
                "[Batch = 3, Colors = 2, Fewer = 3, Heads = 2]"
            images.globalAvgPool2d().sizes.toString() shouldBe "[Batch = 3, Colors = 2]"
            images.globalAvgPool2d().numbers() shouldBe images.mean(Columns).mean(Rows).numbers()
            images.adaptiveAvgPool2d(Width, Heads).sizes.toString() shouldBe "[Batch = 3, Colors = 2, Width = 3, Heads = 2]"
        }

        test("what does not stay, is not halved or has another size") {
            shouldThrow<ShapeException> { images.conv2d(kernels) }.message shouldBe
                """
                conv2d: the rows and columns do not stay as they are: 6x4 != 4x2
                  input   [Batch = 3, Colors = 2, Rows = 6, Columns = 4]
                  result  [Batch = 3, Features = 4, 4, 2]
                  hint: name the axes of the result: `rows = ..., columns = ...`
                """.trimIndent()
            shouldThrow<ShapeException> { images.maxPool2dHalving(3) }.problem shouldBe
                "max_pool2d: the rows and columns are not halved: 6x4 became 2x1"
            shouldThrow<ShapeException> { images.avgPool2d(2, rows = Rows, columns = Heads) }.problem shouldBe
                "avg_pool2d: the number of rows differs from that of Rows: 3 != 6"
        }
    })
