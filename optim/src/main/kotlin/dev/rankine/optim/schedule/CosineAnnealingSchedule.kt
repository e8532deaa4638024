package dev.rankine.optim

import kotlin.math.PI
import kotlin.math.cos

/**
 * Goes from the initial learning rate down to [minLearningRate] at step [totalSteps] along half a cosine, and, if it is not stopped
 * there, up again along the other half: `min + (initial - min) * (1 + cos(pi * n / totalSteps)) / 2`. PyTorch's CosineAnnealingLR.
 * Loshchilov & Hutter, arXiv:1608.03983.
 *
 * @throws OptimizerException if [totalSteps] is below 1, or [minLearningRate] is negative or not finite.
 */
public class CosineAnnealingSchedule(private val totalSteps: Int, private val minLearningRate: Double = 0.0) : Schedule {
    override val length: Int get() = totalSteps

    init {
        requireSteps("cosine annealing", "number of steps", totalSteps)
        requireNotNegative("cosine annealing", "smallest learning rate", minLearningRate)
    }

    override fun learningRate(step: Int, initial: Double, group: Int): Double =
        minLearningRate + (initial - minLearningRate) * (1 + cos(PI * step / totalSteps)) / 2
}

/** [CosineAnnealingSchedule] in the words of a sequence: `warmup(500) then cosine(10_000)`. */
public fun cosine(steps: Int, minLearningRate: Double = 0.0): Schedule = CosineAnnealingSchedule(steps, minLearningRate)
