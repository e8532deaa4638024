package dev.rankine.optim

/**
 * Goes from the initial learning rate to the one at which weights are averaged, in [steps] steps, and stays there. PyTorch's SWALR. Izmailov et al.,
 * arXiv:1803.05407. The weights themselves: [AveragedModel].
 *
 * @param learningRates where it stays; one for all groups, or one for each.
 * @param annealing the shape of the way.
 * @throws OptimizerException for impossible settings; while it runs, if a group has none.
 */
public class SwaSchedule(
    private val learningRates: List<Double>,
    private val steps: Int = 10,
    private val annealing: Annealing = Annealing.COSINE,
) : Schedule {
    /** One rate for all groups. */
    public constructor(learningRate: Double, steps: Int = 10, annealing: Annealing = Annealing.COSINE) :
        this(listOf(learningRate), steps, annealing)

    init {
        requireSetting("swa schedule", learningRates.isNotEmpty(), "number of learning rates", 0)
        learningRates.forEach { requireNotNegative("swa schedule", "learning rate", it) }
        requireSetting("swa schedule", steps >= 0, "number of steps", steps)
    }

    override fun learningRate(step: Int, initial: Double, group: Int): Double {
        val part = if (step >= steps) 1.0 else step.toDouble() / steps
        return annealing.between(initial, ofGroup("swa schedule", learningRates, group), part)
    }
}
