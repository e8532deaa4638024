package dev.rankine.optim

import kotlin.math.pow

/**
 * Multiplies the learning rate by [gamma] at each of [milestones]; one that stands twice counts twice. PyTorch's MultiStepLR.
 *
 * @throws OptimizerException if a milestone is negative, or [gamma] is negative or not finite.
 */
public class MultiStepSchedule(private val milestones: List<Int>, private val gamma: Double = 0.1) : FactorSchedule {
    init {
        milestones.forEach { requireSetting("multi-step schedule", it >= 0, "milestone", it) }
        requireNotNegative("multi-step schedule", "gamma", gamma)
    }

    override fun factor(step: Int, group: Int): Double = gamma.pow(milestones.count { it <= step })
}
