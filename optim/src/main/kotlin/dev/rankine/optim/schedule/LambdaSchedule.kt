package dev.rankine.optim

/**
 * Multiplies the initial learning rate by what a function of the step gives. PyTorch's LambdaLR.
 *
 * @param factors one function for all groups, or one for each.
 * @throws OptimizerException if there is no function; while it runs, if a group has none or one gives a negative number, infinity or NaN.
 */
public class LambdaSchedule(private val factors: List<(Int) -> Double>) : FactorSchedule {
    /** One function for all groups. */
    public constructor(factor: (Int) -> Double) : this(listOf(factor))

    init {
        requireSetting("lambda schedule", factors.isNotEmpty(), "number of functions", 0)
    }

    override fun factor(step: Int, group: Int): Double {
        val factor = ofGroup("lambda schedule", factors, group)(step)
        requireNotNegative("lambda schedule", "factor at step $step", factor)
        return factor
    }
}
