package dev.rankine.train

import dev.rankine.data.DataLoader
import dev.rankine.io.SafetensorsFile
import dev.rankine.nn.StateException
import dev.rankine.ops.toFloatArray
import dev.rankine.optim.Adam
import dev.rankine.optim.SGD
import dev.rankine.shapes.FormatException
import dev.rankine.train.progress.LineProgress
import dev.rankine.train.progress.Progress
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.engine.spec.tempdir
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldContain
import java.nio.file.Files

private val recipe = Recipe("adam") { Adam(it.parameters(), 0.02) }

private val validation = DataLoader(Blobs(30, phase = 0.2), 10)

/** A model that does not change, whose validation gives [losses] in turn. */
private fun scripted(stopping: EarlyStopping, vararg losses: Double, lines: MutableList<String> = ArrayList()): Trainer<Points> {
    val model = slope()
    var epoch = 0
    val metric = "score"
    return Trainer(
        model,
        SGD(model.parameters(), 0.0),
        DataLoader(Line(2), 2),
        LineProgress(lines::add),
        stopping = stopping,
    ) {
        if (!model.isTraining) report(metric, losses[epoch++], 1)
        squaredError(model, it)
    }
}

private fun TinyRun.numbers(): List<List<Float>> = model.stateDict().values.map { it.toFloatArray().toList() }

internal class EarlyStoppingTest :
    FunSpec({
        val other = DataLoader(Line(2), 2)

        test("training ends after as many epochs as patience says without a better number") {
            val lines = ArrayList<String>()
            val trainer =
                scripted(EarlyStopping(2, Best.lowest("score")), 5.0, 4.0, 4.5, 3.0, 3.0, 3.5, 1.0, lines = lines)
            trainer.fitBlocking(100, other).epochs.size shouldBe 6
            trainer.hasStoppedEarly shouldBe true
            lines.last() shouldBe "stopped early after epoch 6: lowest validation score 3.0000 was in epoch 4"
            trainer.fitBlocking(5, other).epochs.size shouldBe 0
            trainer.finishedEpochs shouldBe 6
        }
        test("what is better by less than the minimum change is not better; the highest too; NaN never is") {
            scripted(
                EarlyStopping(2, Best.lowest("score"), minimumChange = 0.5),
                5.0,
                4.6,
                4.5,
                1.0,
            ).fitBlocking(9, other).epochs.size shouldBe
                3
            scripted(
                EarlyStopping(1, Best.highest("score"), minimumChange = 0.5),
                1.0,
                1.6,
                2.0,
                9.0,
            ).fitBlocking(9, other).epochs.size shouldBe
                3
            val lines = ArrayList<String>()
            val nan = Double.NaN
            scripted(EarlyStopping(2, Best.lowest("score")), nan, nan, nan, lines = lines).fitBlocking(9, other).epochs.size shouldBe 2
            lines.last() shouldBe "stopped early after epoch 2: no lowest validation score was a number"
        }
        test("the last epoch may come first") {
            val trainer = scripted(EarlyStopping(3, Best.lowest("score")), 1.0, 2.0, 3.0, 4.0, 5.0)
            trainer.fitBlocking(2, other).epochs.size shouldBe 2
            trainer.hasStoppedEarly shouldBe false
            trainer.fitBlocking(9, other).epochs.size shouldBe 2
        }
        test("the best numbers come back, batch statistics included; resumed, it goes on counting and gives the same files") {
            val stopping = EarlyStopping(3, restoreBest = true)
            val folders = List(2) { Checkpoints(tempdir().toPath()) }
            val losses =
                TinyRun(recipe, 1)
                    .trainer
                    .fitBlocking(60, validation)
                    .epochs
                    .map { it.validation!!.loss }
            val best =
                losses.indices.first { i ->
                    losses.drop(i + 1).take(3).let { later ->
                        later.size == 3 &&
                            later.all { it >= losses[i] }
                    } &&
                        losses.take(i).all { it > losses[i] }
                }
            val reference = TinyRun(recipe, 1).apply { trainer.fitBlocking(best + 1, validation) }.numbers()

            val whole = TinyRun(recipe, 1, folders[0], stopping = stopping)
            whole.trainer
                .fitBlocking(60, validation)
                .epochs.size shouldBe best + 4
            whole.numbers() shouldBe reference

            // stopped between the best epoch and the end, in the middle of an epoch
            val first = TinyRun(recipe, 1, folders[1], stopping = stopping)
            first.before = { if (it == 7 * (best + 2) + 3) first.trainer.stop() }
            first.trainer
                .fitBlocking(60, validation)
                .epochs.size shouldBe best + 2
            val resumed = TinyRun(recipe, 2, folders[1], stopping = stopping)
            resumed.trainer.resume(folders[1].last)
            resumed.trainer
                .fitBlocking(60 - resumed.trainer.finishedEpochs, validation)
                .epochs.size shouldBe 2
            resumed.numbers() shouldBe reference
            Files.mismatch(folders[0].last, folders[1].last) shouldBe -1

            // one that has stopped early stays stopped, and gives the best numbers
            val late = TinyRun(recipe, 3, folders[1], stopping = stopping)
            late.trainer.resume(folders[1].last)
            late.trainer
                .fitBlocking(5, validation)
                .epochs.size shouldBe 0
            late.numbers() shouldBe reference
            Files.mismatch(folders[0].last, folders[1].last) shouldBe -1

            // as a model, the file is that of the last epoch
            SafetensorsFile
                .open(folders[0].last)
                .tensors.keys
                .count { it.startsWith(".best.") } shouldBe whole.model.stateDict().size
        }
        test("another rule is another training; a file without the numbers is damaged") {
            val folder = Checkpoints(tempdir().toPath())
            TinyRun(recipe, 1, folder, stopping = EarlyStopping(3)).trainer.fitBlocking(1, validation)
            shouldThrow<StateException> {
                TinyRun(
                    recipe,
                    1,
                    stopping = EarlyStopping(4),
                ).trainer.resume(folder.last)
            }.message!! shouldContain
                "  differs     early stopping: lowest validation loss, patience 3, minimum change 0.0, " +
                "the trainer has lowest validation loss, patience 4, minimum change 0.0"
            shouldThrow<StateException> { TinyRun(recipe, 1).trainer.resume(folder.last) }.message!! shouldContain "the trainer has nothing"
            val text = String(Files.readAllBytes(folder.last), Charsets.ISO_8859_1)
            Files.write(folder.last, text.replace("minimum change 0.0", "minimum change 9.9").toByteArray(Charsets.ISO_8859_1))
            shouldThrow<StateException> { TinyRun(recipe, 1, stopping = EarlyStopping(3)).trainer.resume(folder.last) }
            Files.write(folder.last, text.replace("\\\"stopping\\\"", "\\\"stepping\\\"").toByteArray(Charsets.ISO_8859_1))
            shouldThrow<FormatException> { TinyRun(recipe, 1, stopping = EarlyStopping(3)).trainer.resume(folder.last) }.problem shouldBe
                "checkpoint is damaged: stopping is missing"
        }
        test("what is refused") {
            shouldThrow<IllegalArgumentException> { EarlyStopping(0) }.message shouldBe "early stopping: patience cannot be below 1: 0"
            shouldThrow<IllegalArgumentException> { EarlyStopping(1, minimumChange = -0.5) }.message shouldBe
                "early stopping: the minimum change must be 0 or more: -0.5"
            shouldThrow<IllegalArgumentException> { TinyRun(recipe, 1, stopping = EarlyStopping(2)).fit(1) }.message shouldBe
                "fit: early stopping needs validation examples: lowest validation loss, patience 2, minimum change 0.0"
            val run = TinyRun(recipe, 1, progress = Progress.SILENT, stopping = EarlyStopping(2, Best.highest("f1")))
            shouldThrow<IllegalArgumentException> { run.trainer.fitBlocking(1, validation) }.message shouldBe
                "best: the loss function reports no f1: it reports accuracy"
        }
    })
