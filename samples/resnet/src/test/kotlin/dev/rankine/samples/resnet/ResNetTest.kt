package dev.rankine.samples.resnet

import dev.rankine.data.DataLoader
import dev.rankine.data.dataset
import dev.rankine.ops.manualSeed
import dev.rankine.train.Checkpoints
import dev.rankine.train.progress.Progress
import io.kotest.core.spec.style.FunSpec
import io.kotest.engine.spec.tempdir
import io.kotest.matchers.doubles.shouldBeGreaterThan
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldContain
import java.nio.file.Files
import java.nio.file.Path

internal class ResNetTest :
    FunSpec({
        val folder = tempdir().toPath()

        fun place(name: String): Path = Files.createDirectory(folder.resolve(name)).resolve("model.safetensors")
        val small = arrayOf<Any>("--width", 4, "--images", 1200, "--batch", 25, "--lr", 0.01)

        test("it learns, and the saved model, loaded without its width, sees the same") {
            val file = place("one")
            val program = Program.run(*small, "--epochs", 8, "--save", file)
            program.error shouldBe ""
            program.status shouldBe 0
            program.out shouldContain "\ndata         figures drawn by the program: 1200 to learn from, 240 to test\n"
            program.out shouldContain "\nmodel        18 layers, 4 to 32 channels, 44,622 parameters\n"
            program.out shouldContain "\nby kind      disc "
            program.accuracy shouldBeGreaterThan 25.0 // chance is 10, other seeds reach 49 to 72
            val loaded = Program.run("--load", file, "--images", 1200)
            loaded.error shouldBe ""
            loaded.out shouldContain "loaded       $file: 4 to 32 channels\n"
            loaded.results shouldBe program.results
        }
        test("stopped after an epoch and resumed from the files of CIFAR-10: the same bytes as in one go from the program's own images") {
            val cifar = folder.resolve("cifar")
            Program.run("--images", 60, "--write", cifar).status shouldBe 0
            val (whole, parts) = listOf(place("whole"), place("parts"))
            val settings = arrayOf<Any>("--width", 2, "--batch", 20, "--epochs", 2)
            Program.run(*settings, "--images", 60, "--save", whole).status shouldBe 0

            val checkpoints = parts.resolveSibling("checkpoints")
            val source = Source.cifar10(cifar)
            manualSeed(0)
            val model = ResNet18(2)
            val images = source.images.train.dataset(Batch, Colors, Rows, Columns, source.normalizations())
            val examples = DataLoader(images, 20, shuffle = true, seed = 0)
            trainer(model, examples, 2, 0.005, Progress.SILENT, Checkpoints(checkpoints, keepBest = null)).fitBlocking(1)

            val resumed = Program.run(*settings, "--data", cifar, "--save", parts, "--resume")
            resumed.error shouldBe ""
            resumed.out shouldContain "\ndata         CIFAR-10 from $cifar: 60 to learn from, 12 to test\n"
            resumed.out shouldContain "\nresumed      ${checkpoints.resolve("last.safetensors")}, epochs finished: 1\nepoch 2/2  loss "
            Files.readAllBytes(parts).contentEquals(Files.readAllBytes(whole)) shouldBe true
        }
    })
