package dev.rankine.optim

import kotlin.math.pow

/**
 * Multiplies the learning rate by [gamma] every [stepSize] steps: the factor at step n is `gamma^(n / stepSize)`, rounded down.
 * PyTorch's StepLR.
 *
 * @throws OptimizerException if [stepSize] is below 1, or [gamma] is negative or not finite.
 */
public class StepSchedule(private val stepSize: Int, private val gamma: Double = 0.1) : FactorSchedule {
    init {
        requireSteps("step schedule", "step size", stepSize)
        requireNotNegative("step schedule", "gamma", gamma)
    }

    override fun factor(step: Int, group: Int): Double = gamma.pow(step / stepSize)
}
