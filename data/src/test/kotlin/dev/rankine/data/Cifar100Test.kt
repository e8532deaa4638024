package dev.rankine.data

import dev.rankine.shapes.FormatException
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.engine.spec.tempdir
import io.kotest.matchers.shouldBe
import java.nio.file.Files
import java.nio.file.Path

internal class Cifar100Test :
    FunSpec({
        val root = tempdir().toPath()

        /** Two classes, then every byte of the image [grey]. */
        fun record(coarse: Int, fine: Int, grey: Int) =
            ByteArray(3074) {
                if (it == 0) {
                    coarse.toByte()
                } else if (it == 1) {
                    fine.toByte()
                } else {
                    grey.toByte()
                }
            }

        fun directory(train: ByteArray?, test: ByteArray? = record(1, 2, 3), below: String = "."): Path {
            val directory = Files.createTempDirectory(root, "cifar")
            val folder = Files.createDirectories(directory.resolve(below))
            train?.let { Files.write(folder.resolve("train.bin"), it) }
            test?.let { Files.write(folder.resolve("test.bin"), it) }
            return directory
        }

        fun message(directory: Path) = shouldThrow<FormatException> { Cifar100.load(directory) }.message

        test("fine and coarse classes, also in the folder of the archive") {
            for (below in listOf(".", "cifar-100-binary")) {
                val folder = directory(record(19, 99, 7) + record(0, 100 - 1, 8), below = below)
                val fine = Cifar100.load(folder)
                fine.train.toString() shouldBe "LabelledImages(count = 2, channels = 3, rows = 32, columns = 32, classes = 100)"
                (0..1).map { fine.train.label(it) } shouldBe listOf(99, 99)
                (0..1).map { fine.train.pixel(it, 31, 31, 2) } shouldBe listOf(7, 8)
                fine.train.pixel(0, 0, 0, 0) shouldBe 7
                fine.test.label(0) shouldBe 2
                fine.names shouldBe emptyList()
                val coarse = Cifar100.load(folder, coarse = true)
                (0..1).map { coarse.train.label(it) } shouldBe listOf(19, 0)
                coarse.train.classes shouldBe 20
                coarse.test.pixel(0, 5, 5, 1) shouldBe 3
            }
        }
        test("names, where they are there") {
            val folder = directory(record(0, 0, 0))
            Files.write(folder.resolve("coarse_label_names.txt"), List(20) { "group $it" })
            Cifar100.load(folder, coarse = true).names[19] shouldBe "group 19"
            Cifar100.load(folder).names shouldBe emptyList()
            Files.write(folder.resolve("fine_label_names.txt"), listOf("apple", "bear"))
            message(folder) shouldBe "fine_label_names.txt: names and classes differ in number: 2 != 100"
        }
        test("labels out of range, lengths that are none of records") {
            message(directory(record(0, 99, 0) + record(0, 100, 0))) shouldBe
                "train.bin: a label is out of range: label 1 is 100, classes = 100\n" +
                "  hint: a record is a byte for each of two classes, here 0 to 99, and 3,072 for the pixels"
            shouldThrow<FormatException> { Cifar100.load(directory(record(20, 0, 0)), coarse = true) }.message!!.lines()[0] shouldBe
                "train.bin: a label is out of range: label 0 is 20, classes = 20"
            message(directory(ByteArray(3073))) shouldBe
                "train.bin: length is not one of images: 3,073 bytes are 0 records of 3,074 and 3,073 bytes more\n" +
                "  hint: this looks like a file of CIFAR-10, whose records have one label"
            message(directory(ByteArray(0))) shouldBe "train.bin: file is empty: 0 bytes\n  hint: copy or download the file again"
        }
        test("missing files are named; what lies there instead is told") {
            fun hint(directory: Path) = message(directory)!!.lines().drop(1)
            val half = directory(null)
            message(half) shouldBe "$half: files are missing: train.bin"
            val none = directory(null, null)
            message(none) shouldBe "$none: files are missing: train.bin, test.bin"
            hint(none.resolve("x")) shouldBe listOf("  hint: there is no such directory")
            Files.createFile(none.resolve("cifar-100-binary.tar.gz"))
            hint(none) shouldBe listOf("  hint: unpack it first: tar -xf cifar-100-binary.tar.gz")
            hint(none.resolve("cifar-100-binary.tar.gz")) shouldBe listOf("  hint: it is a file: give the directory that has the two files")
            val ten = directory(null, null)
            Files.createFile(ten.resolve("data_batch_1.bin"))
            hint(ten) shouldBe listOf("  hint: this looks like CIFAR-10, which Cifar10.load reads")
        }
    })
