package dev.rankine.data

import dev.rankine.shapes.FormatException
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.engine.spec.tempdir
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldStartWith
import java.io.RandomAccessFile
import java.nio.file.Files
import java.nio.file.Path

private const val AREA = 3 * 32 * 32

internal class Cifar10Test :
    FunSpec({
        val root = tempdir().toPath()
        val names = (1..5).map { "data_batch_$it.bin" } + "test_batch.bin"

        /** A class, then every byte of the image [grey]. */
        fun record(label: Int, grey: Int) = ByteArray(1 + AREA) { (if (it == 0) label else grey).toByte() }

        fun directory(below: String = ".", content: (String) -> ByteArray? = { record(it[5].code % 10, 7) }): Path {
            val directory = Files.createTempDirectory(root, "cifar")
            val folder = Files.createDirectories(directory.resolve(below))
            for (name in names) content(name)?.let { Files.write(folder.resolve(name), it) }
            return directory
        }

        fun message(directory: Path) = shouldThrow<FormatException> { Cifar10.load(directory) }.message

        test("five files to learn from, in their order, and one to test") {
            fun content(name: String) = if (name == names[5]) record(9, 200) else record(name[11] - '0', name[11].code) + record(0, 255)
            for (below in listOf(".", "cifar-10-batches-bin")) {
                val cifar = Cifar10.load(directory(below, ::content))
                cifar.train.toString() shouldBe "LabelledImages(count = 10, channels = 3, rows = 32, columns = 32, classes = 10)"
                (0 until 10).map { cifar.train.label(it) } shouldBe listOf(1, 0, 2, 0, 3, 0, 4, 0, 5, 0)
                (0 until 10).map { cifar.train.pixel(it, 31, 31, 2) } shouldBe listOf(49, 255, 50, 255, 51, 255, 52, 255, 53, 255)
                cifar.test.count shouldBe 1
                cifar.test.label(0) shouldBe 9
                cifar.test.pixels.all { it == 200.toByte() } shouldBe true
            }
            Cifar10.NAMES.size shouldBe 10
        }

        test("red comes first, then green, then blue; rows one after another") {
            val record = ByteArray(1 + AREA)
            record[1 + 5 * 32 + 3] = 10
            record[1 + 1024 + 5 * 32 + 4] = 20
            record[1 + 2048 + 6 * 32 + 3] = 30
            val image = Cifar10.load(directory { record }).test
            image.pixel(0, 5, 3, 0) shouldBe 10
            image.pixel(0, 5, 4, 1) shouldBe 20
            image.pixel(0, 6, 3, 2) shouldBe 30
            image.pixels.sum() shouldBe 60
        }

        test("missing files are named; what lies there instead is told") {
            val some = directory { name -> record(1, 1).takeIf { name.startsWith("data") && !name.endsWith("3.bin") } }
            message(some) shouldBe "$some: files are missing: data_batch_3.bin, test_batch.bin"
            val all = names.joinToString()

            fun with(name: String) = Files.createTempDirectory(root, "other").also { Files.createFile(it.resolve(name)) }
            val empty = directory { null }
            message(empty) shouldBe "$empty: files are missing: $all"
            val nowhere = root.resolve("nowhere")
            message(nowhere) shouldBe "$nowhere: files are missing: $all\n  hint: there is no such directory"
            val packed = with("cifar-10-binary.tar.gz")
            message(packed) shouldBe "$packed: files are missing: $all\n  hint: unpack it first: tar -xf cifar-10-binary.tar.gz"
            message(packed.resolve("cifar-10-binary.tar.gz"))!!.lines()[1] shouldBe
                "  hint: it is a file: give the directory that has the six files"
            message(with("data_batch_1"))!!.lines()[1] shouldBe
                "  hint: these are files for Python: take the binary version, cifar-10-binary.tar.gz"
            message(with("train.bin"))!!.lines()[1] shouldBe "  hint: this looks like CIFAR-100, which Cifar100.load reads"
        }

        fun second(content: ByteArray) = message(directory { if (it == names[1]) content else record(1, 1) })

        test("wrong lengths") {
            val replace = "\n  hint: copy or download the file again"
            second(ByteArray(0)) shouldBe "data_batch_2.bin: file is empty: 0 bytes$replace"
            second(record(1, 1).copyOf(3000)) shouldBe
                "data_batch_2.bin: length is not one of images: 3,000 bytes are 0 records of 3,073 and 3,000 bytes more$replace"
            second(record(1, 1) + record(2, 2) + 0) shouldBe
                "data_batch_2.bin: length is not one of images: 6,147 bytes are 2 records of 3,073 and 1 bytes more$replace"
            second(ByteArray(3074 * 2)) shouldBe
                "data_batch_2.bin: length is not one of images: 6,148 bytes are 2 records of 3,073 and 2 bytes more" +
                "\n  hint: this looks like a file of CIFAR-100, whose records have two labels"
        }

        test("a label out of range") {
            second(record(9, 1) + record(10, 1)) shouldBe
                "data_batch_2.bin: a label is out of range: label 1 is 10, classes = 10\n" +
                "  hint: a record is one byte for the class, 0 to 9, and 3,072 for the pixels"
            second(record(255, 1))!!.lines()[0] shouldBe "data_batch_2.bin: a label is out of range: label 0 is 255, classes = 10"
        }

        test("a directory, a pipe, more than an array holds") {
            val directory = directory { name -> record(1, 1).takeIf { name != names[0] } }
            val first = directory.resolve(names[0])
            ProcessBuilder("mkfifo", "$first").start().waitFor() shouldBe 0
            message(directory) shouldBe "data_batch_1.bin: is no regular file\n  hint: looked at $first"
            Files.delete(first)
            Files.createDirectory(first)
            message(directory) shouldBe "data_batch_1.bin: is a directory, not a file\n  hint: looked at $first"
            Files.delete(first)
            // a file with a hole: long, and nothing on the disk
            RandomAccessFile(first.toFile(), "rw").use { it.setLength(3073L * 700_000) }
            message(directory) shouldBe "data_batch_1.bin: images do not fit in one array: 700,004 > 699,050"
        }

        test("what is saved is loaded again, whatever the number of images") {
            for (count in listOf(5, 12, 100)) {
                val made = Cifar10(DrawnShapes.draw(count, 1), DrawnShapes.draw(3, 2))
                val folder = root.resolve("saved/$count")
                made.save(folder)
                (1..5).sumOf { Files.size(folder.resolve("data_batch_$it.bin")) } shouldBe count * 3073L
                val read = Cifar10.load(folder)
                for ((mine, other) in listOf(made.train to read.train, made.test to read.test)) {
                    other.pixels.contentEquals(mine.pixels) shouldBe true
                    other.labels.contentEquals(mine.labels) shouldBe true
                }
            }
        }

        test("what cannot be saved") {
            val test = DrawnShapes.draw(1, 0)
            val folder = root.resolve("few")
            shouldThrow<FormatException> { Cifar10(DrawnShapes.draw(4, 0), test).save(folder) }.message shouldBe
                "$folder: cannot be written: six files, none of them empty, needs 5 images to learn from and 1 to test: 4 and 1 given"
            Files.exists(folder) shouldBe false
            val file = Files.createFile(root.resolve("file"))
            shouldThrow<FormatException> { Cifar10(DrawnShapes.draw(5, 0), test).save(file) }.message shouldStartWith
                "$file: cannot be written: "
            shouldThrow<IllegalArgumentException> { Cifar10(DrawnDigits.draw(5, 0), test) }.message shouldBe
                "cifar10: images to learn from are not 3x32x32: LabelledImages(count = 5, rows = 28, columns = 28, classes = 10)"
            val strange = LabelledImages(1, 32, 32, 11, ByteArray(AREA), byteArrayOf(10), 3)
            shouldThrow<IllegalArgumentException> { Cifar10(test, strange) }.message shouldBe
                "cifar10: images to test have a label out of range: label 0 is 10, classes = 10"
        }
    })
