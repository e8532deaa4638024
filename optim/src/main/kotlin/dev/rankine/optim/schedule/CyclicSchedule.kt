package dev.rankine.optim

import kotlin.math.pow

/**
 * Goes up and down in straight lines between two learning rates, over and over, the momentum (Adam's beta1) the other way. PyTorch's
 * CyclicLR. Smith, arXiv:1506.01186.
 *
 * @param baseLearningRates the smallest rate, one for all groups or one for each. The groups' initial learning rates do not matter.
 * @param maxLearningRates the largest rate, one for all groups or one for each.
 * @param stepsUp the steps from the smallest to the largest rate.
 * @param stepsDown the steps back.
 * @param cycleMomentum whether the momentum moves too, between [maxMomentum] and [baseMomentum].
 * @param baseMomentum the momentum where the rate is largest.
 * @param maxMomentum the momentum where the rate is smallest.
 * @param scaling how large the way is, as part of the whole, in the given cycle (counted from 1) at the given step:
 *   `{ cycle, _ -> 0.5.pow(cycle - 1) }` is PyTorch's triangular2, `{ _, step -> gamma.pow(step) }` its exp_range.
 * @throws OptimizerException for impossible settings; while it runs, if a group has no setting.
 */
public class CyclicSchedule(
    private val baseLearningRates: List<Double>,
    private val maxLearningRates: List<Double>,
    private val stepsUp: Int = 2000,
    private val stepsDown: Int = stepsUp,
    private val cycleMomentum: Boolean = true,
    private val baseMomentum: Double = 0.8,
    private val maxMomentum: Double = 0.9,
    private val scaling: (cycle: Int, step: Int) -> Double = { _, _ -> 1.0 },
) : Schedule {
    init {
        for (rates in listOf(baseLearningRates, maxLearningRates)) {
            requireSetting(RULE, rates.isNotEmpty(), "number of learning rates", 0)
            rates.forEach { requireNotNegative(RULE, "learning rate", it) }
        }
        requireSteps(RULE, "number of steps up", stepsUp)
        requireSteps(RULE, "number of steps down", stepsDown)
        requireSetting(RULE, baseMomentum >= 0 && baseMomentum < 1, "base momentum", baseMomentum)
        requireSetting(RULE, maxMomentum >= 0 && maxMomentum < 1, "largest momentum", maxMomentum)
    }

    override fun learningRate(step: Int, initial: Double, group: Int): Double {
        val base = ofGroup(RULE, baseLearningRates, group)
        return base + (ofGroup(RULE, maxLearningRates, group) - base) * height(step)
    }

    override fun momentum(step: Int, group: Int): Double? =
        if (cycleMomentum) maxMomentum - (maxMomentum - baseMomentum) * height(step) else null

    /** 0 at the smallest rate, 1 at the largest. */
    private fun height(step: Int): Double {
        val steps = stepsUp.toLong() + stepsDown
        val place = step % steps
        val height = if (place <= stepsUp) place.toDouble() / stepsUp else (steps - place).toDouble() / stepsDown
        return height * scaling((step / steps).toInt() + 1, step)
    }

    private companion object {
        const val RULE = "cyclic schedule"
    }
}
