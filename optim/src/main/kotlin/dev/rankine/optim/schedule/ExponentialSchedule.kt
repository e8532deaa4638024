package dev.rankine.optim

import kotlin.math.pow

/**
 * Multiplies the learning rate by [gamma] at every step. PyTorch's ExponentialLR.
 *
 * @throws OptimizerException if [gamma] is negative or not finite.
 */
public class ExponentialSchedule(private val gamma: Double) : FactorSchedule {
    init {
        requireNotNegative("exponential schedule", "gamma", gamma)
    }

    override fun factor(step: Int, group: Int): Double = gamma.pow(step)
}
