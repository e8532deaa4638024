package dev.rankine.data

import dev.rankine.ops.toFloatArray
import dev.rankine.ops.toLongArray
import dev.rankine.shapes.Dim
import dev.rankine.shapes.ShapeException
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.doubles.plusOrMinus
import io.kotest.matchers.shouldBe

private object Batch : Dim<Batch>()

private object Pixels : Dim<Pixels>(4)

private object Flat : Dim<Flat>(6)

private object Rows : Dim<Rows>()

private object Columns : Dim<Columns>()

private object Grey : Dim<Grey>(1)

private object Colors : Dim<Colors>(3)

internal class ImageDatasetTest :
    FunSpec({
        val pixels = byteArrayOf(0, 51, 102, -1, -1, 0, 0, -1, 51, 51, 51, 51)
        val images = LabelledImages(3, 2, 2, 5, pixels, byteArrayOf(4, 0, 3))

        test("mean and deviation by hand") {
            // pixels / 255: 0 0.2 0.4 1 | 1 0 0 1 | 0.2 0.2 0.2 0.2
            val normalization = Normalization.of(images)
            normalization.mean shouldBe (4.4 / 12 plusOrMinus 1e-12)
            normalization.deviation shouldBe (kotlin.math.sqrt(3.36 / 12 - (4.4 / 12) * (4.4 / 12)) plusOrMinus 1e-12)
        }
        test("a batch is typed, named, scaled, in the order of the numbers") {
            val (x, y) = images.dataset(Batch, Pixels, Normalization(0.2, 0.5)).batch(intArrayOf(2, 0))
            x.sizes.toString() shouldBe "[Batch = 2, Pixels = 4]"
            y.sizes.toString() shouldBe "[Batch = 2]"
            val expected = listOf(0.2, 0.2, 0.2, 0.2, 0.0, 0.2, 0.4, 1.0).map { ((it - 0.2) / 0.5).toFloat() }
            x.value
                .toFloatArray()
                .toList()
                .zip(expected)
                .forEach { (a, b) -> a.toDouble() shouldBe (b.toDouble() plusOrMinus 1e-7) }
            y.value.toLongArray().toList() shouldBe listOf(3L, 4L)
        }
        test("a batch with channel, rows and columns") {
            val dataset = images.dataset(Batch, Grey, Rows, Columns, Normalization(0.0, 1.0))
            dataset.size shouldBe 3
            val (x, y) = dataset.batch(intArrayOf(1))
            x.sizes.toString() shouldBe "[Batch = 1, Grey = 1, Rows = 2, Columns = 2]"
            x.value.toFloatArray().toList() shouldBe listOf(1f, 0f, 0f, 1f)
            y.value.toLongArray().toList() shouldBe listOf(0L)
        }
        test("an empty batch") {
            val (x, y) = images.dataset(Batch, Pixels, Normalization(0.0, 1.0)).batch(intArrayOf())
            x.sizes.toString() shouldBe "[Batch = 0, Pixels = 4]"
            y.value.toLongArray().size shouldBe 0
        }
        test("images that do not fit the dims") {
            val wide = LabelledImages(1, 2, 3, 5, ByteArray(6), ByteArray(1))
            shouldThrow<ShapeException> { wide.dataset(Batch, Pixels, Normalization(0.0, 1.0)) }.message shouldBe
                "dataset: the images do not fit Pixels: 4 declared, the images have 6 (pixels of 2x3)"
        }
        val colours = LabelledImages(2, 1, 2, 3, bytes(0, 51, 102, 153, 204, 255, 51, 51, 0, 0, 255, 255), bytes(2, 1), channels = 3)

        test("a batch of colours, each channel normalized by numbers of its own") {
            val normalizations = listOf(Normalization(0.0, 1.0), Normalization(0.2, 0.5), Normalization(1.0, 2.0))
            val (x, y) = colours.dataset(Batch, Colors, Rows, Columns, normalizations).batch(intArrayOf(1, 0))
            x.sizes.toString() shouldBe "[Batch = 2, Colors = 3, Rows = 1, Columns = 2]"
            val expected = listOf(0.2, 0.2, -0.4, -0.4, 0.0, 0.0, 0.0, 0.2, 0.4, 0.8, -0.1, 0.0)
            for ((number, wanted) in x.value.toFloatArray().zip(expected)) number.toDouble() shouldBe (wanted plusOrMinus 1e-6)
            y.value.toLongArray().toList() shouldBe listOf(1L, 2L)
        }
        test("colours by one normalization, and as rows: all of the first channel first") {
            val flat = colours.dataset(Batch, Flat, Normalization(0.0, 1.0 / 255))
            flat
                .batch(intArrayOf(0))
                .inputs.value
                .toFloatArray()
                .toList() shouldBe listOf(0f, 51f, 102f, 153f, 204f, 255f)
            val planes = colours.dataset(Batch, Colors, Rows, Columns, Normalization(0.0, 1.0 / 255)).batch(intArrayOf(0))
            planes.inputs.value
                .toFloatArray()
                .toList() shouldBe listOf(0f, 51f, 102f, 153f, 204f, 255f)
        }
        test("mean and deviation of every channel by hand") {
            // red / 255: 0 0.2 | 0.2 0.2; green: 0.4 0.6 | 0 0; blue: 0.8 1 | 1 1
            val (red, green, blue) = Normalization.ofChannels(colours)
            red.mean shouldBe (0.15 plusOrMinus 1e-12)
            red.deviation shouldBe (kotlin.math.sqrt(0.03 - 0.0225) plusOrMinus 1e-12)
            green.mean shouldBe (0.25 plusOrMinus 1e-12)
            green.deviation shouldBe (kotlin.math.sqrt(0.13 - 0.0625) plusOrMinus 1e-12)
            blue.mean shouldBe (0.95 plusOrMinus 1e-12)
            Normalization.of(colours).mean shouldBe ((0.15 + 0.25 + 0.95) / 3 plusOrMinus 1e-12)
            Normalization.ofChannels(images) shouldBe listOf(Normalization.of(images))
        }
        test("colours that do not fit the dims, or have too few normalizations") {
            val one = Normalization(0.0, 1.0)
            shouldThrow<ShapeException> { colours.dataset(Batch, Grey, Rows, Columns, one) }.message shouldBe
                "dataset: the images do not fit Grey: 1 declared, the images have 3 (channels of 3x1x2)"
            shouldThrow<ShapeException> { images.dataset(Batch, Colors, Rows, Columns, one) }.message shouldBe
                "dataset: the images do not fit Colors: 3 declared, the images have 1 (channels of 2x2)"
            shouldThrow<IllegalArgumentException> { colours.dataset(Batch, Colors, Rows, Columns, listOf(one)) }.message shouldBe
                "dataset: normalizations and channels differ in number: 1 != 3"
        }
        test("images without a deviation") {
            val black = LabelledImages(1, 2, 2, 5, ByteArray(4), ByteArray(1))
            shouldThrow<IllegalArgumentException> { Normalization.of(black) }.message shouldBe
                "normalization: impossible numbers: mean 0.0, deviation 0.0\n  hint: images that are all of one colour have no deviation"
            shouldThrow<IllegalArgumentException> { Normalization.of(LabelledImages(0, 2, 2, 5, ByteArray(0), ByteArray(0))) }
        }
    })
