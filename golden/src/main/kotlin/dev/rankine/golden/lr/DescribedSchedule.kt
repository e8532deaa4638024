package dev.rankine.golden.lr

import dev.rankine.golden.absent
import dev.rankine.optim.Annealing
import dev.rankine.optim.ChainedSchedule
import dev.rankine.optim.ConstantSchedule
import dev.rankine.optim.CosineAnnealingSchedule
import dev.rankine.optim.CosineAnnealingWarmRestartsSchedule
import dev.rankine.optim.CyclicSchedule
import dev.rankine.optim.ExponentialSchedule
import dev.rankine.optim.FactorSchedule
import dev.rankine.optim.LambdaSchedule
import dev.rankine.optim.LinearSchedule
import dev.rankine.optim.MultiStepSchedule
import dev.rankine.optim.MultiplicativeSchedule
import dev.rankine.optim.OneCycleSchedule
import dev.rankine.optim.PolynomialSchedule
import dev.rankine.optim.Schedule
import dev.rankine.optim.SequentialSchedule
import dev.rankine.optim.StepSchedule
import kotlinx.serialization.json.JsonElement
import kotlinx.serialization.json.JsonObject
import kotlinx.serialization.json.double
import kotlinx.serialization.json.int
import kotlinx.serialization.json.jsonPrimitive
import kotlin.math.pow

/** Rankine's schedule of the name that PyTorch gives it. */
internal fun scheduleOf(name: String, settings: JsonObject): Schedule {
    val config = ScheduleConfig(name, settings)
    return with(config) { schedule(name) }.also { config.checkRead() }
}

private fun ScheduleConfig.schedule(name: String): Schedule =
    when (name) {
        "StepLR" -> {
            StepSchedule(int("step_size"), double("gamma", 0.1))
        }

        "MultiStepLR" -> {
            MultiStepSchedule(list("milestones").map { it.jsonPrimitive.int }, double("gamma", 0.1))
        }

        "ExponentialLR" -> {
            ExponentialSchedule(double("gamma"))
        }

        "ConstantLR" -> {
            ConstantSchedule(double("factor", 1.0 / 3), int("total_iters", 5))
        }

        "LinearLR" -> {
            LinearSchedule(double("start_factor", 1.0 / 3), double("end_factor", 1.0), int("total_iters", 5))
        }

        "PolynomialLR" -> {
            PolynomialSchedule(int("total_iters", 5), double("power", 1.0))
        }

        "LambdaLR" -> {
            LambdaSchedule(list("lr_lambda").map(::function))
        }

        "MultiplicativeLR" -> {
            MultiplicativeSchedule(list("lr_lambda").map(::function))
        }

        "CosineAnnealingLR" -> {
            CosineAnnealingSchedule(int("T_max"), double("eta_min", 0.0))
        }

        "CosineAnnealingWarmRestarts" -> {
            CosineAnnealingWarmRestartsSchedule(int("T_0"), int("T_mult", 1), double("eta_min", 0.0))
        }

        "CyclicLR" -> {
            cyclic()
        }

        "OneCycleLR" -> {
            oneCycle()
        }

        "SequentialLR" -> {
            SequentialSchedule(schedules(), list("milestones").map { it.jsonPrimitive.int })
        }

        "ChainedScheduler" -> {
            ChainedSchedule(
                schedules().map {
                    it as? FactorSchedule
                        ?: absent("$name of a schedule that does not multiply")
                },
            )
        }

        else -> {
            absent("schedule $name")
        }
    }

private fun ScheduleConfig.schedules(): List<Schedule> = parts().map { (name, settings) -> scheduleOf(name, settings) }

private fun function(json: JsonElement): (Int) -> Double = formula(json.jsonPrimitive.content)

private fun ScheduleConfig.oneCycle(): Schedule {
    val epochs = int("epochs", 0)
    val stepsPerEpoch = int("steps_per_epoch", 0)
    val strategy = text("anneal_strategy", "cos")
    return OneCycleSchedule(
        list("max_lr").map { it.jsonPrimitive.double },
        int("total_steps", epochs * stepsPerEpoch),
        double("pct_start", 0.3),
        if (strategy == "cos") {
            Annealing.COSINE
        } else if (strategy == "linear") {
            Annealing.LINEAR
        } else {
            absent("one cycle with $strategy")
        },
        flag("cycle_momentum", true),
        double("base_momentum", 0.85),
        double("max_momentum", 0.95),
        double("div_factor", 25.0),
        double("final_div_factor", 1e4),
        flag("three_phase", false),
    )
}

private fun ScheduleConfig.cyclic(): Schedule {
    val up = int("step_size_up", 2000)
    val gamma = double("gamma", 1.0)
    val scaling: (Int, Int) -> Double =
        when (val mode = text("mode", "triangular")) {
            "triangular" -> { _, _ -> 1.0 }
            "triangular2" -> { cycle, _ -> 0.5.pow(cycle - 1) }
            "exp_range" -> { _, step -> gamma.pow(step) }
            else -> absent("cyclic with $mode")
        }
    return CyclicSchedule(
        list("base_lr").map { it.jsonPrimitive.double },
        list("max_lr").map { it.jsonPrimitive.double },
        up,
        int("step_size_down", up),
        flag("cycle_momentum", true),
        double("base_momentum", 0.8),
        double("max_momentum", 0.9),
        scaling,
    )
}
