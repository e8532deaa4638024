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

private object Rows : Dim<Rows>()

private object Columns : Dim<Columns>()

private object Grey : Dim<Grey>(1)

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
        test("images without a deviation") {
            val black = LabelledImages(1, 2, 2, 5, ByteArray(4), ByteArray(1))
            shouldThrow<IllegalArgumentException> { Normalization.of(black) }.message shouldBe
                "normalization: impossible numbers: mean 0.0, deviation 0.0\n  hint: images that are all of one colour have no deviation"
            shouldThrow<IllegalArgumentException> { Normalization.of(LabelledImages(0, 2, 2, 5, ByteArray(0), ByteArray(0))) }
        }
    })
