package dev.rankine.data

import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.shouldBe

internal class LabelledImagesTest :
    FunSpec({
        fun message(count: Int, rows: Int, columns: Int, classes: Int, pixels: Int, vararg labels: Int) =
            shouldThrow<IllegalArgumentException> {
                LabelledImages(count, rows, columns, classes, ByteArray(pixels), ByteArray(labels.size) { labels[it].toByte() })
            }.message

        test("bytes are unsigned and row-major") {
            val images = LabelledImages(2, 2, 3, 256, ByteArray(12) { (250 + it).toByte() }, byteArrayOf(7, -1))
            images.label(0) shouldBe 7
            images.label(1) shouldBe 255
            images.pixel(0, 0, 0) shouldBe 250
            images.pixel(0, 1, 2) shouldBe 255
            images.pixel(1, 1, 0) shouldBe 3
            images.toString() shouldBe "LabelledImages(count = 2, rows = 2, columns = 3, classes = 256)"
        }

        test("channels are planes one after another") {
            val images = LabelledImages(2, 1, 2, 4, ByteArray(12) { it.toByte() }, byteArrayOf(0, 3), channels = 3)
            images.pixel(0, 0, 1) shouldBe 1
            images.pixel(0, 0, 1, channel = 2) shouldBe 5
            images.pixel(1, 0, 0, channel = 1) shouldBe 8
            images.toString() shouldBe "LabelledImages(count = 2, channels = 3, rows = 1, columns = 2, classes = 4)"
            shouldThrow<IllegalArgumentException> { LabelledImages(1, 1, 2, 4, ByteArray(2), ByteArray(1), channels = 3) }.message shouldBe
                "labelled images: pixels do not fit: [1, 3, 1, 2] != 2 bytes"
            shouldThrow<IllegalArgumentException> { LabelledImages(0, 1, 2, 4, ByteArray(0), ByteArray(0), channels = 0) }.message shouldBe
                "labelled images: there is no channel: channels = 0"
        }

        test("no images are fine") { LabelledImages(0, 28, 28, 10, ByteArray(0), ByteArray(0)).count shouldBe 0 }

        test("what does not fit is refused") {
            message(-1, 2, 2, 10, 4) shouldBe "labelled images: sizes are negative: [-1, 2, 2]"
            message(1, 2, 2, 0, 4, 0) shouldBe "labelled images: classes are out of range: 0 is not in 1..256"
            message(1, 2, 2, 257, 4, 0) shouldBe "labelled images: classes are out of range: 257 is not in 1..256"
            message(1, 2, 2, 10, 5, 0) shouldBe "labelled images: pixels do not fit: [1, 2, 2] != 5 bytes"
            message(65536, 65536, 1, 10, 0) shouldBe "labelled images: pixels do not fit: [65536, 65536, 1] != 0 bytes"
            message(1, 2, 2, 10, 4, 0, 1) shouldBe "labelled images: images and labels differ in number: 1 != 2"
            message(2, 1, 1, 10, 2, 9, 10) shouldBe "labelled images: a label is out of range: label 1 is 10, classes = 10"
        }
    })
