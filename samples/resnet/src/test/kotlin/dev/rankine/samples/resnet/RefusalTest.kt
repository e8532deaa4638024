package dev.rankine.samples.resnet

import dev.rankine.io.ModelFile
import io.kotest.core.spec.style.FunSpec
import io.kotest.engine.spec.tempdir
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldContain
import io.kotest.matchers.string.shouldStartWith
import java.nio.file.Files

internal class RefusalTest :
    FunSpec({
        val folder = tempdir().toPath()

        /** What the program says on standard error; it must say nothing else and end with status 2. */
        fun refusal(vararg arguments: Any): String {
            val program = Program.run("--save", folder.resolve("never.safetensors"), "--images", 10, *arguments)
            program.status shouldBe 2
            program.out shouldBe ""
            return program.error.removePrefix("resnet: ").trimEnd()
        }

        test("impossible numbers and unknown words") {
            refusal("--epochs", 0) shouldBe "invalid value for --epochs: must be in 1..100000"
            refusal("--batch", 0) shouldBe "invalid value for --batch: must be in 1..100000"
            refusal("--width", 513) shouldBe "invalid value for --width: must be in 1..512"
            refusal("--images", 4) shouldBe "invalid value for --images: must be in 5..100000"
            refusal("--lr", "NaN") shouldBe "invalid value for --lr: must be a finite number above 0"
            refusal("--threads", 0) shouldBe "invalid value for --threads: must be in 1..256"
            refusal("--backend", "abacus") shouldStartWith "backend: unknown: abacus"
            refusal("--pace", 3) shouldStartWith "no such option --pace"
        }
        test("images that are not there, are damaged or empty") {
            val nowhere = folder.resolve("nowhere")
            refusal("--data", nowhere) shouldStartWith "$nowhere: files are missing: data_batch_1.bin, "
            val cifar = folder.resolve("cifar")
            Program.run("--images", 10, "--write", cifar).out shouldBe "written      $cifar: 10 to learn from, 2 to test\n"
            val third = cifar.resolve("data_batch_3.bin")
            val whole = Files.readAllBytes(third)
            Files.write(third, whole.copyOf(whole.size - 1))
            refusal("--data", cifar) shouldBe
                "data_batch_3.bin: length is not one of images: 6,145 bytes are 1 records of 3,073 and 3,072 bytes more\n" +
                "  hint: copy or download the file again"
            Files.write(third, whole.copyOf().also { it[3073] = 77 })
            refusal("--data", cifar) shouldStartWith "data_batch_3.bin: a label is out of range: label 1 is 77, classes = 10"
            for (part in 1..5) Files.write(cifar.resolve("data_batch_$part.bin"), ByteArray(3073))
            refusal("--data", cifar) shouldBe "CIFAR-10 from $cifar: the images are empty: every pixel of channel 0 is 0"
        }
        test("a model file that is no use") {
            val nowhere = folder.resolve("nowhere.safetensors")
            refusal("--load", nowhere) shouldStartWith "$nowhere: does not exist"
            val file = folder.resolve("model.safetensors")
            val good = mapOf("width" to "2", "mean" to "0.5 0.5 0.5", "deviation" to "0.3 0.3 0.3")

            fun with(vararg changes: Pair<String, String>): String {
                ModelFile.save(file, ResNet18(2), good + changes)
                return refusal("--load", file)
            }
            ModelFile.save(file, ResNet18(2))
            refusal("--load", file) shouldBe "$file: its metadata do not say how it was made: width is missing"
            with("width" to "many") shouldBe "$file: its metadata are damaged: width is many"
            with("mean" to "0.5 0.5") shouldBe "$file: its metadata are damaged: mean is 0.5 0.5"
            with("deviation" to "0.3 0 0.3") shouldBe "$file: its metadata are damaged: deviation is 0.3 0 0.3"
            with("width" to "3") shouldContain "loadStateDict: the state is of another model: 0 missing, 0 unexpected, "
        }
        test("a place that cannot be written, before anything is trained") {
            val lost = folder.resolve("lost/model.safetensors")
            refusal("--save", lost) shouldBe "$lost: cannot be written: ${lost.parent} is no directory\n  hint: create it first"
        }
        test("help lists every option") {
            val program = Program.run("--help")
            program.status shouldBe 0
            for (option in listOf("data", "images", "write", "width", "epochs", "batch", "lr", "seed", "save", "resume", "load")) {
                program.out shouldContain "--$option"
            }
        }
    })
