package dev.rankine.train

import dev.rankine.io.ModelFile
import dev.rankine.ops.toDoubleArray
import dev.rankine.optim.Adam
import dev.rankine.optim.AveragedModel
import dev.rankine.optim.ExponentialSchedule
import dev.rankine.optim.LBFGS
import dev.rankine.optim.LineSearch
import dev.rankine.optim.ReduceOnPlateau
import dev.rankine.optim.SGD
import dev.rankine.optim.ScheduleFreeAdamW
import dev.rankine.optim.exponentialMovingAverage
import dev.rankine.optim.use
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.engine.spec.tempdir
import io.kotest.matchers.doubles.shouldBeLessThan
import io.kotest.matchers.shouldBe
import io.kotest.matchers.shouldNotBe
import io.kotest.matchers.string.shouldContain

private fun refusal(block: () -> Any): String? = shouldThrow<IllegalArgumentException> { block() }.message

private fun TinyRun.numbers(): List<Double> =
    model.first.weight.value
        .toDoubleArray()
        .toList()

/** What a trainer does with averages, plateaus and searches; that they go on after a stop is in EveryOptimizerResumesTest. */
internal class TrainerAverageTest :
    FunSpec({
        val folder = tempdir().toPath()

        for ((name, recipe) in listOf(
            "an average" to
                Recipe("ema", average = { exponentialMovingAverage(it, 0.5) }, isValidated = true) { Adam(it.parameters(), 0.05) },
            "schedule-free" to Recipe("free", isValidated = true) { ScheduleFreeAdamW(it.parameters(), 0.05) },
        )) {
            test("$name: the validation is that of the mean, the best checkpoint holds it, and training goes on from both checkpoints") {
                val checkpoints = Checkpoints(folder.resolve(recipe.name))
                val whole = TinyRun(recipe, 1).fit(2)
                val run = TinyRun(recipe, 1, checkpoints)
                run.fit(1) shouldBe whole.take(1)
                val learning = run.numbers()
                val mean = run.trainer.swapped!!.use { run.numbers() }
                mean shouldNotBe learning
                run.numbers() shouldBe learning
                ModelFile.load(checkpoints.best, run.model)
                run.numbers() shouldBe mean
                for (path in listOf(checkpoints.best, checkpoints.last)) {
                    val other = TinyRun(recipe, 2)
                    other.trainer.resume(path)
                    other.trainer.swapped!!.isSwappedIn shouldBe (path == checkpoints.best)
                    other.fit(1) shouldBe whole.drop(1)
                }
            }
        }

        for ((name, recipe) in listOf(
            "an average" to Recipe("ema in", average = { exponentialMovingAverage(it, 0.5) }) { Adam(it.parameters(), 0.05) },
            "schedule-free" to Recipe("free in") { ScheduleFreeAdamW(it.parameters(), 0.05) },
        )) {
            test("$name: the numbers to evaluate with stay in the model when asked, and training goes on to the bit, from a file too") {
                val whole = TinyRun(recipe, 1).fit(2)
                val run = TinyRun(recipe, 1)
                run.fit(1)
                val learning = run.numbers()
                run.trainer.swapIn()
                run.trainer.swapIn()
                val mean = run.numbers()
                mean shouldNotBe learning
                mean shouldBe run.trainer.swapped!!.use { run.numbers() }
                val path = folder.resolve("swapped in ${recipe.name}")
                Checkpoint.save(path, run.trainer)
                run.fit(1) shouldBe whole.drop(1)
                val other = TinyRun(recipe, 2)
                other.trainer.resume(path)
                other.numbers() shouldBe mean
                other.fit(1) shouldBe whole.drop(1)
                run.before = { run.trainer.swapIn() }
                shouldThrow<IllegalStateException> { run.fit(1) }.message shouldBe "swapIn: this trainer is training"
            }
            test("$name: after early stopping the model has the best epoch's numbers, which are not averaged again") {
                val stopping = EarlyStopping(patience = 1, minimumChange = 100.0, restoreBest = true)
                val validated = Recipe(recipe.name, average = recipe.average, isValidated = true, optimizer = recipe.optimizer)
                val first = TinyRun(validated, 1)
                first.fit(1)
                val best = first.trainer.swapped!!.use { first.numbers() }
                val run = TinyRun(validated, 1, stopping = stopping)
                run.fit(5)
                run.trainer.finishedEpochs shouldBe 2
                run.numbers() shouldBe best
                run.trainer.swapIn()
                run.numbers() shouldBe best
                run.trainer.evaluating { run.numbers() } shouldBe best
            }
        }

        test("rates fall on a plateau of the validation") {
            val recipe =
                Recipe("plateau", plateau = { ReduceOnPlateau(it, 0.5, patience = 0, threshold = 0.99) }, isValidated = true) {
                    SGD(it.parameters(), 0.1)
                }
            val run = TinyRun(recipe, 1)
            run.fit(3)
            run.trainer.optimizer.learningRate shouldBe 0.025
            val path = folder.resolve("plateau")
            Checkpoint.save(path, run.trainer)
            val other =
                TinyRun(Recipe("other", isValidated = true, plateau = { ReduceOnPlateau(it, 0.25) }) { SGD(it.parameters(), 0.1) }, 1)
            shouldThrow<dev.rankine.nn.StateException> { other.trainer.resume(path) }.message shouldContain
                "differs     plateau factor: 0.5, the trainer has 0.25"
        }

        test("checkpoints of other averages are refused") {
            val run = TinyRun(Recipe("swa", average = { AveragedModel(it, start = 1) }) { SGD(it.parameters(), 0.1) }, 1)
            run.fit(1)
            val path = folder.resolve("swa")
            Checkpoint.save(path, run.trainer)
            val none = TinyRun(Recipe("none") { SGD(it.parameters(), 0.1) }, 1)
            val message = shouldThrow<dev.rankine.nn.StateException> { none.trainer.resume(path) }.message!!
            message shouldContain "unexpected  .average.mean.first.weight  [8, 6]"
            message shouldContain "differs     average start: 1, the trainer has nothing"
        }

        test("lbfgs computes the loss of a batch several times, and reports it once") {
            val run =
                TinyRun(Recipe("lbfgs") { LBFGS(it.parameters(), maxIterations = 5, lineSearch = LineSearch.STRONG_WOLFE) }, 1)
            val (first, last) = run.fit(3).let { it.first().first to it.last().first }
            last shouldBeLessThan first
            run.trainer.optimizer.steps shouldBe 21
        }

        test("what does not go together") {
            fun refused(recipe: Recipe) = refusal { TinyRun(recipe, 1) }
            refused(Recipe("two", { ExponentialSchedule(0.9) }, plateau = { ReduceOnPlateau(it) }) { SGD(it.parameters(), 0.1) }) shouldBe
                "trainer: learning rates follow a schedule or a plateau, not both"
            refused(Recipe("plateau", plateau = { o -> ReduceOnPlateau(SGD(o.parameters, 0.1)) }) { SGD(it.parameters(), 0.1) }) shouldBe
                "trainer: the plateau is of another optimizer"
            refused(Recipe("average", average = { AveragedModel(it.first) }) { SGD(it.parameters(), 0.1) }) shouldBe
                "trainer: the average is of another model"
            refused(Recipe("free", average = { AveragedModel(it) }) { ScheduleFreeAdamW(it.parameters(), 0.1) }) shouldBe
                "trainer: schedule_free_adamw averages the parameters itself: no other average is possible"
            for (recipe in listOf(
                Recipe("sums", accumulate = 2) { LBFGS(it.parameters(), 0.1) },
                Recipe("clips", clipNorm = 1.0) { LBFGS(it.parameters(), 0.1) },
            )) {
                refused(recipe) shouldBe
                    "trainer: lbfgs computes the loss of one batch several times: accumulate and clipNorm are not possible"
            }
            val plateau = Recipe("plateau", plateau = { ReduceOnPlateau(it) }) { SGD(it.parameters(), 0.1) }
            refusal { TinyRun(plateau, 1).fit(1) } shouldBe "fit: the plateau needs validation examples"
            val metric =
                Recipe("metric", plateau = { ReduceOnPlateau(it, metric = "f1") }, isValidated = true) { SGD(it.parameters(), 0.1) }
            refusal { TinyRun(metric, 1).fit(1) } shouldBe "plateau: the loss function reports no f1: it reports accuracy"
        }
    })
