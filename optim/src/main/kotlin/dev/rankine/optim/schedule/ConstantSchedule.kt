package dev.rankine.optim

/**
 * Multiplies the learning rate by [factor] for [totalSteps] steps; it is the initial one from then on. PyTorch's ConstantLR.
 *
 * @throws OptimizerException if [factor] is not between 0 and 1 or [totalSteps] is below 1.
 */
public class ConstantSchedule(private val factor: Double = 1.0 / 3, private val totalSteps: Int = 5) : FactorSchedule {
    override val length: Int get() = totalSteps

    init {
        requirePart("constant schedule", "factor", factor)
        requireSteps("constant schedule", "number of steps", totalSteps)
    }

    override fun factor(step: Int, group: Int): Double = if (step < totalSteps) factor else 1.0
}
