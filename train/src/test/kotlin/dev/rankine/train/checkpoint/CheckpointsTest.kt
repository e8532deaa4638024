package dev.rankine.train

import dev.rankine.data.DataLoader
import dev.rankine.data.Dataset
import dev.rankine.io.SafetensorsFile
import dev.rankine.nn.StateException
import dev.rankine.ops.Value
import dev.rankine.optim.Adam
import dev.rankine.shapes.FormatException
import dev.rankine.train.progress.LineProgress
import dev.rankine.train.progress.Progress
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.engine.spec.tempdir
import io.kotest.matchers.collections.shouldBeEmpty
import io.kotest.matchers.collections.shouldHaveSize
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldContain
import kotlinx.coroutines.CoroutineStart
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.Job
import kotlinx.coroutines.launch
import java.nio.file.Files
import java.nio.file.Path

private val recipe = Recipe("adam") { Adam(it.parameters(), 0.02) }

private val validation = DataLoader(Blobs(30, phase = 0.2), 10)

/** Epochs and batches of the checkpoint at [path]. */
private fun place(path: Path): Pair<Int, Int> =
    Snapshot.of(Fields.parse("$path", SafetensorsFile.open(path).metadata.getValue("checkpoint"))).let { it.epochs to it.position.batches }

internal class CheckpointsTest :
    FunSpec({
        test("the last one is written as often as asked, and at the end") {
            val checkpoints =
                Checkpoints(
                    tempdir().toPath().resolve("new/runs"),
                    everyEpochs = 2,
                    everySteps = 5,
                    configuration =
                        mapOf("a" to "b"),
                )
            val run = TinyRun(recipe, 1, checkpoints)
            val places = ArrayList<Pair<Int, Int>>() // before each step what was written last
            run.before = { step -> if (step > 5) places += place(checkpoints.last) }
            run.fit(3)
            places.distinct() shouldBe listOf(0 to 5, 1 to 3, 2 to 0, 2 to 1, 2 to 6)
            place(checkpoints.last) shouldBe (3 to 0)
            Files.exists(checkpoints.best) shouldBe false
            TinyRun(recipe, 2).trainer.resume(checkpoints.last) shouldBe mapOf("a" to "b")
        }

        test("the best one: lowest loss, or any mean; it survives a resume") {
            for (keepBest in listOf(Best.LOSS, Best.highest("accuracy"))) {
                val number = { epoch: Epoch -> if (keepBest === Best.LOSS) epoch.validation!!.loss else -epoch.validation!!.accuracy!! }
                val first = Checkpoints(tempdir().toPath(), keepBest = keepBest)
                val whole = TinyRun(recipe, 1, first)
                val epochs = whole.trainer.fitBlocking(8, validation).epochs
                val best = epochs.minBy(number) // the first of equal ones
                whole.trainer.bestEpoch!!.number shouldBe best.number
                place(first.best) shouldBe (best.number to 0)

                val second = Checkpoints(tempdir().toPath(), keepBest = keepBest)
                TinyRun(recipe, 1, second).trainer.fitBlocking(best.number, validation)
                val after = Files.readAllBytes(second.best)
                val resumed = TinyRun(recipe, 2, second)
                resumed.trainer.resume(second.last)
                resumed.trainer.bestEpoch!!.value shouldBe whole.trainer.bestEpoch!!.value
                resumed.trainer
                    .fitBlocking(8 - best.number, validation)
                    .epochs
                    .map(number) shouldBe epochs.drop(best.number).map(number)
                Files.readAllBytes(second.best) shouldBe after
                Files.mismatch(first.last, second.last) shouldBe -1
            }
        }

        test("the best by something else is another training") {
            val checkpoints = Checkpoints(tempdir().toPath())
            TinyRun(recipe, 1, checkpoints).trainer.fitBlocking(1, validation)
            val other = TinyRun(recipe, 1, Checkpoints(tempdir().toPath(), keepBest = Best.lowest("error")))
            shouldThrow<StateException> { other.trainer.resume(checkpoints.last) }.message!!.lines().drop(1) shouldBe
                listOf("  differs     best epoch: lowest validation loss, the trainer has lowest validation error")
            shouldThrow<IllegalArgumentException> { other.trainer.fitBlocking(1, validation) }.message shouldBe
                "best: the loss function reports no error: it reports accuracy"
        }

        test("what counts as better") {
            Best.LOSS.isBetter(Double.NaN, null) shouldBe false
            Best.LOSS.isBetter(1.0, 1.0) shouldBe false
            Best.LOSS.isBetter(0.5, 1.0) shouldBe true
            Best.highest("x").isBetter(0.5, 1.0) shouldBe false
            Best.highest("x").isBetter(1.5, 1.0) shouldBe true
        }

        test("stop: the line, the checkpoint, and on from there") {
            val checkpoints = Checkpoints(tempdir().toPath())
            val lines = ArrayList<String>()
            val whole = TinyRun(recipe, 1).fit(3)
            TinyRun(recipe, 1, checkpoints, LineProgress(lines::add)).fitUntil(7 + 4, 3) shouldBe whole.take(1)
            lines.last() shouldBe "stopped in epoch 2 after step 4/7; saved ${checkpoints.last}"
            val resumed = TinyRun(recipe, 2, checkpoints, LineProgress(lines::add))
            resumed.trainer.resume(checkpoints.last)
            resumed.fitUntil(3, 2) shouldBe whole.drop(1).take(1)
            lines.last() shouldBe "stopped after epoch 2; saved ${checkpoints.last}"
            resumed.fit(1) shouldBe whole.drop(2)
            lines.last() shouldContain "epoch 3/3  loss"
        }

        test("cancellation saves at the next step, and is still a cancellation") {
            val checkpoints = Checkpoints(tempdir().toPath())
            val run = TinyRun(recipe, 1, checkpoints)
            var job: Job? = null
            run.before = { if (it == 10) job!!.cancel() }
            job = launch(Dispatchers.Default, CoroutineStart.LAZY) { run.trainer.fit(3) }
            job.join()
            job.isCancelled shouldBe true
            place(checkpoints.last) shouldBe (1 to 3)
        }

        test("stopped while it validates, training validates first when it goes on") {
            val checkpoints = Checkpoints(tempdir().toPath())
            val whole = TinyRun(recipe, 1).trainer.fitBlocking(2, validation)
            val stopped = TinyRun(recipe, 1, checkpoints)
            val slow =
                object : Dataset<Pair<Value, Value>> by validation.dataset {
                    override fun batch(indices: IntArray) = validation.dataset.batch(indices).also { stopped.trainer.stop() }
                }
            stopped.trainer
                .fitBlocking(2, DataLoader(slow, 10, prefetch = 0))
                .epochs
                .shouldBeEmpty()
            place(checkpoints.last) shouldBe (0 to 7)
            val resumed = TinyRun(recipe, 2, checkpoints)
            resumed.trainer.resume(checkpoints.last)
            val epochs = resumed.trainer.fitBlocking(2, validation).epochs
            epochs.map { it.validation!!.loss } shouldBe whole.epochs.map { it.validation!!.loss }
            epochs.map { it.training.loss } shouldBe whole.epochs.map { it.training.loss }
        }

        test("a failure leaves the last checkpoint alone, and the trainer goes on from its last step") {
            val checkpoints = Checkpoints(tempdir().toPath())
            val run = TinyRun(recipe, 1, checkpoints)
            run.before = { if (it == 10) throw ArithmeticException("no more") }
            shouldThrow<ArithmeticException> { run.fit(3) }
            place(checkpoints.last) shouldBe (1 to 0)
            run.trainer.position.batches shouldBe 2
            run.fit(2) shouldHaveSize 2
        }

        test("impossible places and numbers") {
            val folder = tempdir().toPath()
            val taken = Files.write(folder.resolve("file"), ByteArray(0))
            shouldThrow<FormatException> { TinyRun(recipe, 1, Checkpoints(taken)).fit(1) }.problem shouldContain "cannot be made"
            val run = TinyRun(recipe, 1, Checkpoints(Files.createDirectories(folder.resolve("last.safetensors")).parent), Progress.SILENT)
            shouldThrow<FormatException> { run.fit(1) }.problem shouldBe "is a directory, not a file"
            run.trainer.optimizer.steps shouldBe 0
            shouldThrow<IllegalArgumentException> { Checkpoints(folder, everySteps = 0) }.message shouldBe
                "checkpoints: a number of steps cannot be below 1: everySteps = 0"
            shouldThrow<IllegalArgumentException> { Checkpoints(folder, everyEpochs = 0) }.message shouldBe
                "checkpoints: a number of epochs cannot be below 1: everyEpochs = 0"
        }
    })
