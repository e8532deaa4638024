package dev.rankine.train

import dev.rankine.data.DataLoader
import dev.rankine.io.ModelFile
import dev.rankine.optim.Adam
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.engine.spec.tempdir
import io.kotest.matchers.shouldBe
import java.nio.file.Files

private val recipe = Recipe("adam") { Adam(it.parameters(), 0.05) }

private val validation = DataLoader(Blobs(30, phase = 0.9), 10)

internal class BestEpochsTest :
    FunSpec({
        fun files(checkpoints: Checkpoints): List<String> =
            Files.list(checkpoints.folder).use { files ->
                files
                    .map { "${it.fileName}" }
                    .sorted()
                    .toArray()
                    .map { "$it" }
            }

        test("the best epochs keep a file each, the best one its own name too; resumed, they are the same") {
            val first = Checkpoints(tempdir().toPath(), bestCount = 3)
            val whole = TinyRun(recipe, 1, first)
            val epochs = whole.trainer.fitBlocking(9, validation).epochs
            val ranked = epochs.sortedBy { it.validation!!.loss }.take(3) // stable: of equal ones the first
            whole.trainer.bestEpochs.map { it.number } shouldBe ranked.map { it.number }
            whole.trainer.bestEpochs.map { it.value } shouldBe ranked.map { it.validation!!.loss }
            files(first) shouldBe
                (ranked.map { "epoch-${it.number}.safetensors" } + listOf("best.safetensors", "last.safetensors")).sorted()
            Files.mismatch(first.best, first.ofEpoch(ranked[0].number)) shouldBe -1
            for (epoch in ranked) {
                val run = TinyRun(recipe, 2)
                ModelFile.load(first.ofEpoch(epoch.number), run.model)
                run.trainer.evaluateBlocking(validation).loss shouldBe epoch.validation!!.loss
            }

            val second = Checkpoints(tempdir().toPath(), bestCount = 3)
            TinyRun(recipe, 1, second).trainer.fitBlocking(4, validation)
            val resumed = TinyRun(recipe, 2, second)
            resumed.trainer.resume(second.last)
            resumed.trainer.fitBlocking(5, validation)
            files(second) shouldBe files(first)
            for (name in files(first)) Files.mismatch(first.folder.resolve(name), second.folder.resolve(name)) shouldBe -1
        }
        test("a trainer that keeps fewer takes the best of them") {
            val three = Checkpoints(tempdir().toPath(), bestCount = 3)
            val run = TinyRun(recipe, 1, three).apply { trainer.fitBlocking(5, validation) }
            val one = TinyRun(recipe, 1, Checkpoints(tempdir().toPath()))
            one.trainer.resume(three.last)
            one.trainer.bestEpochs.map { it.number } shouldBe
                run.trainer.bestEpochs
                    .take(1)
                    .map { it.number }
        }
        test("at least one") {
            shouldThrow<IllegalArgumentException> { Checkpoints(tempdir().toPath(), bestCount = 0) }.message shouldBe
                "checkpoints: a number of best epochs cannot be below 1: bestCount = 0"
        }
    })
