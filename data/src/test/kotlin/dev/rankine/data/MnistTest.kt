package dev.rankine.data

import dev.rankine.shapes.FormatException
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.engine.spec.tempdir
import io.kotest.matchers.doubles.plusOrMinus
import io.kotest.matchers.shouldBe
import java.nio.file.Files
import java.nio.file.Path

internal class MnistTest :
    FunSpec({
        fun images(vararg pixels: Int) = bytes(0, 0, 8, 3, 0, 0, 0, pixels.size, 0, 0, 0, 1, 0, 0, 0, 1) + bytes(*pixels)

        fun labels(vararg labels: Int) = bytes(0, 0, 8, 1, 0, 0, 0, labels.size) + bytes(*labels)

        val root = tempdir().toPath()
        val all = "train-images-idx3-ubyte, train-labels-idx1-ubyte, t10k-images-idx3-ubyte, t10k-labels-idx1-ubyte"

        fun directory(vararg files: Pair<String, ByteArray>): Path {
            val directory = Files.createTempDirectory(root, "mnist")
            for ((name, content) in files) Files.write(directory.resolve(name), content)
            return directory
        }

        fun message(directory: Path) = shouldThrow<FormatException> { Mnist.load(directory) }.message

        test("four files, under every name in use, plain and packed") {
            val names =
                listOf(
                    listOf("train-images-idx3-ubyte", "train-labels-idx1-ubyte", "t10k-images-idx3-ubyte", "t10k-labels-idx1-ubyte"),
                    listOf("train-images.idx3-ubyte", "train-labels.idx1-ubyte", "t10k-images.idx3-ubyte", "t10k-labels.idx1-ubyte"),
                    listOf(
                        "train-images-idx3-ubyte.gz",
                        "train-labels.idx1-ubyte.gz",
                        "test-images-idx3-ubyte",
                        "test-labels.idx1-ubyte.gz",
                    ),
                )
            val contents = listOf(images(5, 6, 255), labels(1, 2, 9), images(7), labels(0))
            for (list in names) {
                val files = list.zip(contents) { name, content -> name to if (name.endsWith(".gz")) packed(content) else content }
                val mnist = Mnist.load(directory(*files.toTypedArray()))
                mnist.train.pixels shouldBe bytes(5, 6, 255)
                mnist.train.labels shouldBe bytes(1, 2, 9)
                mnist.test.pixels shouldBe bytes(7)
                mnist.test.label(0) shouldBe 0
                mnist.test.classes shouldBe 10
            }
        }

        test("missing files are named in one sentence") {
            val some = directory("train-images.idx3-ubyte" to images(1), "train-labels-idx1-ubyte.gz" to packed(labels(1)))
            message(some) shouldBe
                "$some: files are missing: t10k-images-idx3-ubyte, t10k-labels-idx1-ubyte; looked for $all, each also with .gz"
            val nowhere = root.resolve("nowhere")
            message(nowhere) shouldBe
                "$nowhere: files are missing: $all; looked for $all, each also with .gz\n  hint: there is no such directory"
        }

        fun pair(images: ByteArray, labels: ByteArray) =
            directory(
                "train-images-idx3-ubyte" to images,
                "train-labels-idx1-ubyte" to labels,
                "t10k-images-idx3-ubyte" to images(1),
                "t10k-labels-idx1-ubyte" to labels(1),
            )

        test("images and labels must agree") {
            message(pair(images(1, 2, 3), labels(1, 2))) shouldBe
                "train-images-idx3-ubyte: images and labels differ in number: 3 images, 2 labels in train-labels-idx1-ubyte"
            message(pair(images(1, 2, 3), labels(9, 2, 10))) shouldBe
                "train-labels-idx1-ubyte: a label is out of range: label 2 is 10, classes = 10"
            message(pair(images(1), labels(255))) shouldBe
                "train-labels-idx1-ubyte: a label is out of range: label 0 is 255, classes = 10"
            message(pair(labels(1), images(1))) shouldBe
                "train-images-idx3-ubyte: number of axes differs: 3 expected, 1 found\n  hint: this looks like a file of labels"
        }

        fun mean(images: LabelledImages) = images.pixels.sumOf { it.toLong() and 0xff } / 255.0 / images.pixels.size

        fun counts(images: LabelledImages) = (0..9).map { digit -> (0 until images.count).count { images.label(it) == digit } }

        test("the real MNIST").config(enabledOrReasonIf = { SharedFolder.enabled("datasets/mnist") }) {
            val mnist = Mnist.load(SharedFolder.path("datasets/mnist"))
            mnist.train.toString() shouldBe "LabelledImages(count = 60000, rows = 28, columns = 28, classes = 10)"
            mnist.test.toString() shouldBe "LabelledImages(count = 10000, rows = 28, columns = 28, classes = 10)"
            mean(mnist.train) shouldBe (0.13066 plusOrMinus 1e-5)
            // the class counts as published
            counts(mnist.train) shouldBe listOf(5923, 6742, 5958, 6131, 5842, 5421, 5918, 6265, 5851, 5949)
            counts(mnist.test) shouldBe listOf(980, 1135, 1032, 1010, 982, 892, 958, 1028, 974, 1009)
            (0..4).map { mnist.train.label(it) } shouldBe listOf(5, 0, 4, 1, 9)
        }

        test("a small Fashion-MNIST").config(enabledOrReasonIf = { SharedFolder.enabled("datasets/fashion-mnist-mini") }) {
            val mnist = Mnist.load(SharedFolder.path("datasets/fashion-mnist-mini"))
            mnist.train.count shouldBe 720
            mnist.test.count shouldBe 180
            // 90 a class
            counts(mnist.train).zip(counts(mnist.test)) { train, test -> train + test } shouldBe List(10) { 90 }
        }
    })
