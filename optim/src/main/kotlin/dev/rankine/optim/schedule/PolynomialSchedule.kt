package dev.rankine.optim

import kotlin.math.pow

/**
 * Multiplies the learning rate by `(1 - n / totalSteps)^power` at step n, and by 0 from [totalSteps] on. PyTorch's PolynomialLR.
 *
 * @throws OptimizerException if [totalSteps] is below 1, or [power] is not positive and finite.
 */
public class PolynomialSchedule(private val totalSteps: Int = 5, private val power: Double = 1.0) : FactorSchedule {
    override val length: Int get() = totalSteps

    init {
        requireSteps("polynomial schedule", "number of steps", totalSteps)
        requireSetting("polynomial schedule", power > 0 && power.isFinite(), "power", power)
    }

    override fun factor(step: Int, group: Int): Double = (1 - minOf(step, totalSteps).toDouble() / totalSteps).pow(power)
}
