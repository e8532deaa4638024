package dev.rankine.train

import dev.rankine.data.DataLoader
import dev.rankine.optim.Adam
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.engine.spec.tempdir
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldContain
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.cancelAndJoin
import kotlinx.coroutines.channels.Channel
import kotlinx.coroutines.flow.collect
import kotlinx.coroutines.flow.first
import kotlinx.coroutines.flow.flowOn
import kotlinx.coroutines.flow.take
import kotlinx.coroutines.flow.toList
import kotlinx.coroutines.launch
import java.nio.file.Files

private val recipe = Recipe("adam", examples = 24) { Adam(it.parameters(), 0.02) } // 3 steps an epoch

private val validation = DataLoader(Blobs(10, phase = 0.2), 10)

private fun word(event: TrainingEvent): String =
    when (event) {
        is TrainingEvent.Started -> "started ${event.plan.firstEpoch}-${event.plan.lastEpoch}"
        is TrainingEvent.Step -> "step ${event.report.epoch}.${event.report.step}"
        is TrainingEvent.Validated -> "validated ${event.epoch}"
        is TrainingEvent.CheckpointWritten -> "wrote ${event.path.fileName}"
        is TrainingEvent.EpochDone -> "epoch ${event.done.number}"
        is TrainingEvent.Stopped -> "${event.reason} ${event.epochs}"
    }

internal class EventFlowTest :
    FunSpec({
        test("everything that happens, in order; the training is that of fit") {
            val run = TinyRun(recipe, 1, Checkpoints(tempdir().toPath(), everySteps = 2))
            val events = run.trainer.fitAsFlow(2, validation).toList()
            val expected =
                "started 1-2, step 1.1, step 1.2, wrote last.safetensors, step 1.3, validated 1, wrote best.safetensors, " +
                    "wrote last.safetensors, epoch 1, step 2.1, wrote last.safetensors, step 2.2, step 2.3, wrote last.safetensors, validated 2, "
            events.joinToString(transform = ::word) shouldContain expected
            word(events.last()) shouldBe "FINISHED 2"
            val epochs = events.filterIsInstance<TrainingEvent.EpochDone>().map { it.done.training.loss }
            epochs shouldBe
                TinyRun(recipe, 1)
                    .trainer
                    .fitBlocking(2, validation)
                    .epochs
                    .map { it.training.loss }
        }
        test("stop, and early stopping, say why") {
            val run = TinyRun(recipe, 1)
            val words = ArrayList<String>()
            run.trainer.fitAsFlow(5).collect {
                words += word(it)
                if (word(it) == "step 2.2") run.trainer.stop()
            }
            words.takeLast(3) shouldBe listOf("step 2.1", "step 2.2", "ASKED 1")
            val early = TinyRun(recipe, 1, stopping = EarlyStopping(1, Best.lowest("accuracy")))
            word(
                early.trainer
                    .fitAsFlow(50, validation)
                    .toList()
                    .last(),
            ).substringBefore(' ') shouldBe "EARLY"
        }
        test("who wants no more ends the training at that very step, and its checkpoint is there") {
            for (dispatcher in listOf(null, Dispatchers.Default)) {
                val checkpoints = Checkpoints(tempdir().toPath())
                val run = TinyRun(recipe, 1, checkpoints)
                val flow = run.trainer.fitAsFlow(5)
                val events = if (dispatcher == null) flow.take(7).toList() else flow.take(7).flowOn(dispatcher).toList()
                events.map(::word).last() shouldBe "step 2.1"
                listOf(run.trainer.finishedEpochs, run.trainer.position.batches) shouldBe listOf(1, 1)
                Files.exists(checkpoints.last) shouldBe true
                val resumed = TinyRun(recipe, 2)
                resumed.trainer.resume(checkpoints.last)
                // on another thread, the numbers are those of that thread's generator
                if (dispatcher == null) resumed.fit(1) shouldBe TinyRun(recipe, 1).fit(2).drop(1)
                run.trainer
                    .fitAsFlow(1)
                    .first { it is TrainingEvent.EpochDone }
                    .let(::word) shouldBe "epoch 2"
            }
        }
        test("a cancelled collector cancels the training, and waits for it") {
            val checkpoints = Checkpoints(tempdir().toPath())
            val run = TinyRun(recipe, 1, checkpoints)
            val reached = Channel<Unit>(1)
            val job =
                launch(Dispatchers.Default) {
                    run.trainer.fitAsFlow(10_000_000).collect { if (word(it) == "step 3.1") reached.send(Unit) }
                }
            reached.receive()
            job.cancelAndJoin()
            Files.exists(checkpoints.last) shouldBe true
            run.before = {}
            run.fit(1).size shouldBe 1 // it is not training any more
        }
        test("what goes wrong in the training or in the collector reaches the caller") {
            val run = TinyRun(recipe, 1)
            run.before = { if (it == 5) throw ArithmeticException("no more") }
            val words = ArrayList<String>()
            shouldThrow<ArithmeticException> { run.trainer.fitAsFlow(5).collect { words += word(it) } }.message shouldBe "no more"
            words.last() shouldBe "step 2.1"
            run.before = {}
            shouldThrow<IllegalStateException> { run.trainer.fitAsFlow(5).collect { error("mine") } }.message shouldBe "mine"
            shouldThrow<IllegalArgumentException> { run.trainer.fitAsFlow(-1).toList() }.message shouldBe
                "fit: the number of epochs cannot be negative: -1"
        }
    })
