package dev.rankine.samples.quickstart

import dev.rankine.ops.Backends
import io.kotest.core.spec.style.FunSpec
import io.kotest.engine.spec.tempdir
import io.kotest.matchers.doubles.shouldBeBetween
import io.kotest.matchers.doubles.shouldBeGreaterThanOrEqual
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldContain
import io.kotest.matchers.string.shouldStartWith
import java.nio.file.Files
import java.util.Locale

internal class QuickstartTest :
    FunSpec({
        val folder = tempdir().toPath()
        val mlp = folder.resolve("mlp.safetensors")

        test("the network reads 97 of 100 digits, here and in a new process that knows only the file") {
            val program = Program.run("--save", mlp)
            program.error shouldBe ""
            program.status shouldBe 0
            program.out shouldStartWith "environment  Rankine "
            program.out shouldContain "\nbackend      ${Backends.best().name}: "
            program.out shouldContain "\ndata         digits drawn by the program: 12000 to learn from, 2000 to test\n"
            program.out shouldContain "\nmodel        mlp, 203,530 parameters\n             0.weight  [Hidden = 256, Pixels = 784]\n"
            program.out shouldContain "\nepoch 5/5  loss "
            program.out shouldContain "\nsaved        $mlp (${"%,d".format(Locale.ROOT, Files.size(mlp))} bytes)\n"
            val (here, there) = program.accuracies
            here shouldBeGreaterThanOrEqual 97.0
            there shouldBe here
            program.predictions.size shouldBe 3
        }
        test("the saved model gives the same answers whenever it is loaded") {
            val programs = List(2) { Program.run("--load", mlp) }
            programs.map { it.status } shouldBe listOf(0, 0)
            programs[0].out shouldBe programs[1].out
            programs[0].accuracies.single() shouldBeGreaterThanOrEqual 97.0
        }
        test("a linear classifier does not get beyond 92, and the same seed gives the same bytes") {
            val files = List(2) { folder.resolve("linear$it.safetensors") }
            val programs = files.map { Program.run("--model", "linear", "--save", it) }
            for (program in programs) {
                program.status shouldBe 0
                program.accuracies[0].shouldBeBetween(75.0, 92.0, 0.0)
            }
            Files.readAllBytes(files[0]).contentEquals(Files.readAllBytes(files[1])) shouldBe true
        }
        test("stopped after an epoch and resumed: the same bytes as in one go") {
            val (whole, parts) = List(2) { Files.createDirectory(folder.resolve("run$it")).resolve("model.safetensors") }
            Program.run("--epochs", 2, "--save", whole).status shouldBe 0
            Program.run("--epochs", 1, "--save", parts).status shouldBe 0
            val resumed = Program.run("--epochs", 2, "--save", parts, "--resume")
            resumed.error shouldBe ""
            val last = parts.resolveSibling("checkpoints").resolve("last.safetensors")
            resumed.out shouldContain "\nresumed      $last, epochs finished: 1\nepoch 2/2  loss "
            Files.readAllBytes(parts).contentEquals(Files.readAllBytes(whole)) shouldBe true
        }
        test("a training with other settings is not resumed") {
            val file = folder.resolve("run0/model.safetensors")
            val program = Program.run("--epochs", 3, "--lr", 0.002, "--batch", 64, "--save", file, "--resume")
            program.status shouldBe 2
            program.error shouldContain "the checkpoint is of another training: "
            program.error shouldContain "  differs     "
        }
        test("other images, other model, other file: nothing from the defaults is baked in") {
            val other = Program.run("--load", mlp, "--seed", 5)
            other.accuracies.single() shouldBeGreaterThanOrEqual 95.0
            (other.out == Program.run("--load", mlp).out) shouldBe false
        }
    })
