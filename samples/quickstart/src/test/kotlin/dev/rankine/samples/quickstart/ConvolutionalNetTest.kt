package dev.rankine.samples.quickstart

import dev.rankine.data.DataLoader
import dev.rankine.data.DrawnDigits
import dev.rankine.data.Normalization
import dev.rankine.data.dataset
import dev.rankine.ops.manualSeed
import dev.rankine.train.evaluateBlocking
import dev.rankine.train.progress.Progress
import io.kotest.core.spec.style.FunSpec
import io.kotest.engine.spec.tempdir
import io.kotest.matchers.doubles.shouldBeGreaterThanOrEqual
import io.kotest.matchers.doubles.shouldBeLessThan
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldContain

internal class ConvolutionalNetTest :
    FunSpec({
        val folder = tempdir().toPath()

        test("2,000 drawn digits, seen twice, are enough to read 90 of 100") {
            val drawn = DrawnDigits.draw(2_000, 0)
            val normalization = Normalization.of(drawn)
            val test = DataLoader(DrawnDigits.draw(500, 1_000).dataset(Batch, Pixels, normalization), 500)
            manualSeed(0)
            val recipe = Recipe.all.getValue("cnn")
            val model = recipe.create()

            fun accuracy(): Double = evaluateBlocking(model.module, test, lossOf(model)).accuracy!!
            accuracy() shouldBeLessThan 0.4
            val examples = DataLoader(drawn.dataset(Batch, Pixels, normalization), 64, shuffle = true)
            recipe.trainer(model, examples, 2, recipe.learningRate, Progress.SILENT).fitBlocking(2)
            accuracy() shouldBeGreaterThanOrEqual 0.9
        }
        test("it names its parameters, and a new process reads its file") {
            val file = folder.resolve("cnn.safetensors")
            val program = Program.run("--model", "cnn", "--epochs", 1, "--save", file)
            program.error shouldBe ""
            program.status shouldBe 0
            program.out shouldContain
                """
                model        cnn, 20,538 parameters
                             conv1.weight  [Strokes = 16, Dyn = 1, Dyn = 3, Dyn = 3]
                             norm1.weight  [Strokes = 16]
                             norm1.bias    [Strokes = 16]
                """.trimIndent()
            val (here, there) = program.accuracies
            here shouldBeGreaterThanOrEqual 93.0
            there shouldBe here
            Program.run("--load", file, "--model", "cnn").accuracies.single() shouldBe here
        }
    })
