package dev.rankine.train

import dev.rankine.nn.Parameter
import dev.rankine.ops.Generator
import dev.rankine.ops.toDoubleArray
import dev.rankine.optim.Adam
import dev.rankine.optim.AdamW
import dev.rankine.optim.OneCycleSchedule
import dev.rankine.optim.SGD
import dev.rankine.optim.cosine
import dev.rankine.optim.then
import dev.rankine.optim.warmup
import dev.rankine.shapes.DType
import io.kotest.core.spec.style.FunSpec
import io.kotest.engine.spec.tempdir
import io.kotest.matchers.shouldBe
import io.kotest.matchers.shouldNotBe
import java.nio.file.Files
import java.nio.file.Path

private fun Parameter<*>.first(): Double = value.toDoubleArray()[0]

private val recipes =
    listOf(
        Recipe("sgd, warm-up then cosine, clipped", { warmup(5) then cosine(40) }, clipNorm = 0.5) {
            SGD(it.parameters(), 0.1, momentum = 0.9, weightDecay = 1e-3, nesterov = true)
        },
        Recipe("sgd without momentum or schedule", prefetch = 0) { SGD(it.parameters(), 0.05) },
        Recipe("adam, one cycle that moves beta1", { OneCycleSchedule(0.02, 42) }) { Adam(it.parameters(), 0.01, weightDecay = 1e-3) },
        Recipe("adamw with amsgrad, two groups, accumulated", { warmup(3) then cosine(15) }, accumulate = 3) {
            val head = it.last.parameters()
            AdamW(
                listOf(
                    AdamW.Group(it.parameters() - head.toSet(), 0.01, amsgrad = true),
                    AdamW.Group(head, 0.03, beta1 = 0.8, weightDecay = 0.0),
                ),
            )
        },
        Recipe("adamw in float64, a parameter is frozen", { cosine(42) }, dtype = DType.F64, prepare = {
            it.middle.weight.isTrainable =
                false
        }) {
            AdamW(it.parameters(), 0.01)
        },
    )

internal class ResumeTest :
    FunSpec({
        val folder = tempdir().toPath()

        fun saved(run: TinyRun, name: String): Path = folder.resolve(name).also { Checkpoint.save(it, run.trainer) }

        for (recipe in recipes) {
            test("${recipe.name}: 6 epochs are 3 and 3 in another process' trainer") {
                val whole = TinyRun(recipe, 1)
                val losses = whole.fit(6)
                val half = TinyRun(recipe, 1)
                half.fit(3) shouldBe losses.take(3)
                val resumed = TinyRun(recipe, 2)
                resumed.model.first.weight
                    .first() shouldNotBe
                    half.model.first.weight
                        .first()
                resumed.trainer.resume(saved(half, "half")) shouldBe emptyMap()
                resumed.trainer.finishedEpochs shouldBe 3
                resumed.fit(3) shouldBe losses.drop(3)
                // the files hold every parameter, buffer, state of the optimizer, rate, counter
                Files.mismatch(saved(resumed, "resumed"), saved(whole, "whole")) shouldBe -1
            }
            test("${recipe.name}: stopped in the middle of an epoch") {
                val whole = TinyRun(recipe, 1)
                val losses = whole.fit(4)
                val stopped = TinyRun(recipe, 1)
                stopped.fitUntil(17, 4) shouldBe losses.take(2)
                stopped.trainer.position.batches shouldBe 3
                val resumed = TinyRun(recipe, 3)
                Checkpoint.load(saved(stopped, "stopped"), resumed.trainer)
                resumed.fit(4 - resumed.trainer.finishedEpochs) shouldBe losses.drop(2)
                Files.mismatch(saved(resumed, "resumed"), saved(whole, "whole")) shouldBe -1
            }
            test("${recipe.name}: stopped, and on in the same process") {
                val whole = TinyRun(recipe, 1)
                val losses = whole.fit(4)
                val stopped = TinyRun(recipe, 1)
                stopped.fitUntil(17, 4) + stopped.fit(2) shouldBe losses
                Files.mismatch(saved(stopped, "stopped"), saved(whole, "whole")) shouldBe -1
            }
        }

        test("stopped within a step of several batches, training finishes the step") {
            val run = TinyRun(recipes[3], 1)
            run.fitUntil(7 + 2, 3)
            run.trainer.position.batches shouldBe 3
            run.trainer.optimizer.steps shouldBe 3 + 1
        }

        test("on a thread that never drew a number, one fit goes on with the numbers of the one before") {
            fun onNewThread(epochs: List<Int>): List<Any> {
                val run = TinyRun(recipes[1], 1)
                val losses = ArrayList<Any>()
                Thread { epochs.forEach { losses.addAll(run.fit(it)) } }.apply { start() }.join()
                return losses
            }
            onNewThread(listOf(1, 1)) shouldBe onNewThread(listOf(2))
        }

        test("saving changes nothing, and the same place gives the same file") {
            val run = TinyRun(recipes[0], 1)
            run.fit(2)
            val state = Generator.current.state
            Files.mismatch(saved(run, "once"), saved(run, "twice")) shouldBe -1
            Generator.current.state shouldBe state
        }

        test("a checkpoint of a run that has not begun, and one of a run that is over") {
            val fresh = TinyRun(recipes[2], 1)
            val start = saved(fresh, "fresh")
            val losses = fresh.fit(6)
            val resumed = TinyRun(recipes[2], 2)
            resumed.trainer.resume(start)
            resumed.fit(6) shouldBe losses
            resumed.trainer.resume(saved(fresh, "over"))
            resumed.trainer.finishedEpochs shouldBe 6
            resumed.fit(6 - resumed.trainer.finishedEpochs) shouldBe emptyList()
        }

        test("a trained trainer goes back to an older checkpoint") {
            val run = TinyRun(recipes[0], 1)
            run.fit(2)
            val older = saved(run, "older")
            val losses = run.fit(2)
            run.trainer.resume(older)
            run.fit(2) shouldBe losses
        }
    })
