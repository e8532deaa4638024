package dev.rankine.samples.quickstart

import dev.rankine.io.ModelFile
import dev.rankine.nn.Linear
import dev.rankine.nn.relu
import dev.rankine.nn.then
import dev.rankine.ops.Backends
import dev.rankine.shapes.Dim
import io.kotest.core.spec.style.FunSpec
import io.kotest.engine.spec.tempdir
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldContain
import io.kotest.matchers.string.shouldStartWith
import java.nio.file.Files
import java.nio.file.Path

private object Narrow : Dim<Narrow>(128)

internal class RefusalTest :
    FunSpec({
        val folder = tempdir().toPath()

        /** What the program says on standard error; it must say nothing else and end with status 2. */
        fun refusal(vararg arguments: Any): String {
            val program = Program.run(*arguments)
            program.status shouldBe 2
            return program.error.removePrefix("quickstart: ").trimEnd()
        }

        test("impossible numbers") {
            refusal("--epochs", 0) shouldBe "invalid value for --epochs: must be at least 1"
            refusal("--epochs", -3) shouldBe "invalid value for --epochs: must be at least 1"
            refusal("--batch", 0) shouldBe "invalid value for --batch: must be at least 1"
            refusal("--lr", 0) shouldBe "invalid value for --lr: must be a finite number above 0"
            refusal("--lr", "NaN") shouldBe "invalid value for --lr: must be a finite number above 0"
            refusal("--lr", "fast") shouldBe "invalid value for --lr: fast is not a valid floating point value"
            refusal("--threads", 0) shouldBe "invalid value for --threads: must be in 1..256"
            refusal("--seed", "x") shouldBe "invalid value for --seed: x is not a valid integer"
        }
        test("unknown words") {
            refusal("--model", "rnn") shouldBe "invalid value for --model: invalid choice: rnn. (choose from linear, small, mlp, cnn)"
            refusal("--backend", "abacus") shouldStartWith "backend: unknown: abacus\n  hint: known are ${Backends.names.joinToString()}"
            refusal("--pace", 3) shouldStartWith "no such option --pace"
            refusal("more") shouldBe "got unexpected extra argument (more)"
        }
        test("a sentence is plain on a terminal of colours too") {
            Program.run("--epochs", 0, live = true).error shouldBe "quickstart: invalid value for --epochs: must be at least 1\n"
        }
        test("images that are not there") {
            val nowhere = folder.resolve("nowhere")
            refusal("--data", nowhere) shouldBe "$nowhere: there is no such directory"
            val file = Files.createFile(folder.resolve("file"))
            refusal("--data", file) shouldBe "$file: is not a directory"
            val empty = Files.createDirectory(folder.resolve("empty"))
            refusal("--data", empty) shouldStartWith "$empty: files are missing: train-images-idx3-ubyte, train-labels-idx1-ubyte, "
        }
        test("images that are cut off, empty, or of another size") {
            fun mnist(name: String, count: Int, side: Int, change: (ByteArray) -> ByteArray = { it }): Path {
                val directory = Files.createDirectory(folder.resolve(name))
                for (part in listOf("train", "t10k")) {
                    val images = byteArrayOf(0, 0, 8, 3, 0, 0, 0, count.toByte(), 0, 0, 0, side.toByte(), 0, 0, 0, side.toByte())
                    val pixels = ByteArray(count * side * side) { it.toByte() }
                    Files.write(directory.resolve("$part-images-idx3-ubyte"), change(images + pixels))
                    Files.write(
                        directory.resolve("$part-labels-idx1-ubyte"),
                        byteArrayOf(0, 0, 8, 1, 0, 0, 0, count.toByte()) + ByteArray(count),
                    )
                }
                return directory
            }
            refusal("--data", mnist("cut", 3, 28) { it.copyOf(it.size - 7) }) shouldBe
                "train-images-idx3-ubyte: file is truncated: 2,368 bytes expected, 2,361 found\n  hint: copy or download the file again"
            val none = mnist("none", 0, 28)
            refusal("--data", none) shouldBe "$none: holds no images to learn from"
            refusal("--data", mnist("small", 3, 8)) shouldContain "the images do not fit Pixels: 784 declared, the images have 64"
            refusal("--data", mnist("black", 3, 28) { it.copyOf(16) + ByteArray(3 * 28 * 28) }) shouldContain
                "the images are empty: every pixel is 0"
        }
        test("a model of another architecture: every difference") {
            val file = folder.resolve("linear.safetensors")
            ModelFile.save(file, linearModel().module, mapOf("mean" to "0.1", "deviation" to "0.3"))
            val said = refusal("--load", file, "--model", "mlp")
            said shouldStartWith
                "$file: loadStateDict: the state is of another model: 4 missing, 2 unexpected, 0 mismatched; nothing was changed\n"
            said.lines().size shouldBe 1 + 4 + 2 + 1
            val narrow = folder.resolve("narrow.safetensors")
            ModelFile.save(
                narrow,
                Linear(Pixels, Narrow).relu() then Linear(Narrow, Digit),
                mapOf("mean" to "0.1", "deviation" to "0.3"),
            )
            refusal("--load", narrow) shouldContain "\n  mismatched  0.weight [128, 784], the model has [Hidden = 256, Pixels = 784]"
        }
        test("a network for images and a file of another model: all names and sizes") {
            val file = folder.resolve("hidden.safetensors")
            ModelFile.save(file, mlp().module, mapOf("mean" to "0.1", "deviation" to "0.3"))
            val said = refusal("--load", file, "--model", "cnn").lines()
            said[0] shouldBe
                "$file: loadStateDict: the state is of another model: 14 missing, 4 unexpected, 0 mismatched; nothing was changed"
            said[1] shouldBe "  missing     conv1.weight              [Strokes = 16, Dyn = 1, Dyn = 3, Dyn = 3]"
            said.count { it.startsWith("  missing ") } shouldBe 14
            said.dropLast(1).last() shouldBe "  unexpected  2.bias                    [10]"
            said.last() shouldStartWith "  hint: "
        }
        test("a model file that is no use") {
            val nowhere = folder.resolve("nowhere.safetensors")
            refusal("--load", nowhere) shouldStartWith "$nowhere: does not exist"
            val file = folder.resolve("whole.safetensors")
            ModelFile.save(file, mlp().module, mapOf("mean" to "0.1", "deviation" to "0.3"))
            val cut = folder.resolve("cut.safetensors")
            Files.write(cut, Files.readAllBytes(file).copyOf(5000))
            refusal("--load", cut) shouldStartWith "$cut: "
            ModelFile.save(file, mlp().module)
            refusal("--load", file) shouldBe "$file: its metadata do not say how pixels are normalized: mean is missing"
            ModelFile.save(file, mlp().module, mapOf("mean" to "0.1", "deviation" to "-1"))
            refusal("--load", file) shouldBe "$file: its metadata are damaged: mean 0.1, deviation -1.0"
        }
        test("a place that cannot be written, before anything is trained") {
            val lost = folder.resolve("lost/model.safetensors")
            val program = Program.run("--save", lost)
            program.status shouldBe 2
            program.error shouldBe "quickstart: $lost: cannot be written: ${lost.parent} is no directory\n  hint: create it first\n"
            program.out shouldBe ""
            refusal("--save", folder) shouldBe "$folder: is a directory, not a file\n  hint: name a file in it"
        }
        test("a learning rate that ends in NaN") {
            val program = Program.run("--model", "linear", "--lr", "1e38", "--save", folder.resolve("never.safetensors"))
            program.status shouldBe 2
            program.error shouldStartWith "quickstart: fit: loss is "
            program.error.lines()[1] shouldBe "  hint: lower the learning rate (1.0E38), or train with checking = true to find the op"
            Files.exists(folder.resolve("never.safetensors")) shouldBe false
        }
        test("help lists every option") {
            val program = Program.run("--help")
            program.status shouldBe 0
            for (option in listOf("data", "model", "epochs", "batch", "lr", "seed", "backend", "threads", "save", "load", "help")) {
                program.out shouldContain "--$option"
            }
        }
    })
