package dev.rankine.train

import dev.rankine.optim.ChainedSchedule
import dev.rankine.optim.ConstantSchedule
import dev.rankine.optim.CosineAnnealingSchedule
import dev.rankine.optim.CosineAnnealingWarmRestartsSchedule
import dev.rankine.optim.CyclicSchedule
import dev.rankine.optim.ExponentialSchedule
import dev.rankine.optim.LambdaSchedule
import dev.rankine.optim.LinearSchedule
import dev.rankine.optim.MultiStepSchedule
import dev.rankine.optim.MultiplicativeSchedule
import dev.rankine.optim.OneCycleSchedule
import dev.rankine.optim.PolynomialSchedule
import dev.rankine.optim.SGD
import dev.rankine.optim.Schedule
import dev.rankine.optim.SequentialSchedule
import dev.rankine.optim.StepSchedule
import dev.rankine.optim.SwaSchedule
import dev.rankine.optim.warmup
import io.kotest.core.spec.style.FunSpec
import io.kotest.engine.spec.tempdir
import io.kotest.matchers.shouldBe
import java.nio.file.Files

/** Every schedule, so that it has moved the rates before and after step 17. */
private val schedules: Map<Class<out Schedule>, () -> Schedule> =
    mapOf(
        ChainedSchedule::class.java to { ChainedSchedule(listOf(warmup(20), ExponentialSchedule(0.95))) },
        ConstantSchedule::class.java to { ConstantSchedule(0.5, 20) },
        CosineAnnealingSchedule::class.java to { CosineAnnealingSchedule(30) },
        CosineAnnealingWarmRestartsSchedule::class.java to { CosineAnnealingWarmRestartsSchedule(5, 2) },
        CyclicSchedule::class.java to { CyclicSchedule(listOf(0.01), listOf(0.1), 5) },
        ExponentialSchedule::class.java to { ExponentialSchedule(0.95) },
        LambdaSchedule::class.java to { LambdaSchedule { 1.0 / (it + 1) } },
        LinearSchedule::class.java to { LinearSchedule(0.1, 1.0, 25) },
        MultiStepSchedule::class.java to { MultiStepSchedule(listOf(10, 20)) },
        MultiplicativeSchedule::class.java to { MultiplicativeSchedule { 1 - 0.1 / it } },
        OneCycleSchedule::class.java to { OneCycleSchedule(0.1, 30) },
        PolynomialSchedule::class.java to { PolynomialSchedule(30, 2.0) },
        SequentialSchedule::class.java to { SequentialSchedule(listOf(warmup(10), CosineAnnealingSchedule(20)), listOf(12)) },
        StepSchedule::class.java to { StepSchedule(10) },
        SwaSchedule::class.java to { SwaSchedule(0.01, 25) },
    )

internal class EveryScheduleResumesTest :
    FunSpec({
        val folder = tempdir().toPath()

        test("no schedule is forgotten") { found(Schedule::class.java) shouldBe schedules.keys }

        for ((kind, make) in schedules) {
            test("${kind.simpleName}: stopped in the middle of an epoch, saved, loaded by another trainer") {
                val recipe = Recipe(kind.simpleName, make) { SGD(it.parameters(), 0.1, momentum = 0.9) }
                val whole = TinyRun(recipe, 1)
                val losses = whole.fit(4)
                val stopped = TinyRun(recipe, 1)
                stopped.fitUntil(17, 4) shouldBe losses.take(2)
                val path = folder.resolve("stopped")
                Checkpoint.save(path, stopped.trainer)
                val resumed = TinyRun(recipe, 3)
                resumed.trainer.resume(path)
                resumed.trainer.optimizer.learningRate shouldBe stopped.trainer.optimizer.learningRate
                resumed.fit(2) shouldBe losses.drop(2)
                val (one, other) = folder.resolve("resumed") to folder.resolve("whole")
                Checkpoint.save(one, resumed.trainer)
                Checkpoint.save(other, whole.trainer)
                Files.mismatch(one, other) shouldBe -1
            }
        }
    })
