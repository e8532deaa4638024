package dev.rankine.optim

/**
 * Multiplies the learning rate by a factor that goes in a straight line from [startFactor] at step 0 to [endFactor] at step [totalSteps],
 * and stays there. PyTorch's LinearLR, which refuses to start at 0; here that is possible.
 *
 * @throws OptimizerException if a factor is not between 0 and 1 or [totalSteps] is below 1.
 */
public class LinearSchedule(
    private val startFactor: Double = 1.0 / 3,
    private val endFactor: Double = 1.0,
    private val totalSteps: Int = 5,
) : FactorSchedule {
    override val length: Int get() = totalSteps

    init {
        requirePart("linear schedule", "start factor", startFactor)
        requirePart("linear schedule", "end factor", endFactor)
        requireSteps("linear schedule", "number of steps", totalSteps)
    }

    override fun factor(step: Int, group: Int): Double = startFactor + (endFactor - startFactor) * minOf(step, totalSteps) / totalSteps
}
