package dev.rankine.optim

import kotlin.math.PI
import kotlin.math.cos

/**
 * Goes from the initial learning rate down towards [minLearningRate] along half a cosine, and starts again: the first time after
 * [firstSteps] steps, then each time after [growth] times as many. PyTorch's CosineAnnealingWarmRestarts. Loshchilov & Hutter,
 * arXiv:1608.03983.
 *
 * @throws OptimizerException if [firstSteps] or [growth] is below 1, or [minLearningRate] is negative or not finite.
 */
public class CosineAnnealingWarmRestartsSchedule(
    private val firstSteps: Int,
    private val growth: Int = 1,
    private val minLearningRate: Double = 0.0,
) : Schedule {
    init {
        requireSteps(RULE, "number of steps before the first restart", firstSteps)
        requireSteps(RULE, "growth", growth)
        requireNotNegative(RULE, "smallest learning rate", minLearningRate)
    }

    override fun learningRate(step: Int, initial: Double, group: Int): Double {
        var steps = firstSteps.toLong()
        var place = step.toLong()
        if (growth == 1) place %= steps
        while (place >= steps) {
            place -= steps
            steps *= growth
        }
        return minLearningRate + (initial - minLearningRate) * (1 + cos(PI * place / steps)) / 2
    }

    private companion object {
        const val RULE = "cosine annealing with warm restarts"
    }
}
