package dev.rankine.optim

/**
 * Multiplies the learning rates of [optimizer]'s groups by [factor] when a number, such as the validation loss, has not become better for more than [patience] steps
 * in a row. PyTorch's ReduceLROnPlateau. To be stepped by the caller, or given to a `Trainer`, which does so after each validation.
 *
 * ```
 * val plateau = ReduceOnPlateau(optimizer, factor = 0.5, patience = 3)
 * plateau.step(validationLoss)
 * ```
 *
 * @property optimizer whose groups' rates fall.
 * @param factor what the rates are multiplied by, below 1.
 * @param patience how many steps without a better number are borne.
 * @param threshold how much better is better: a part of the best number so far, or a difference if [isThresholdAbsolute].
 * @param cooldown how many steps after a fall do not count.
 * @param minLearningRates the rates do not fall below; one for all groups, or one for each.
 * @param epsilon a fall that is not larger is left out.
 * @param isHighestBest whether a number is better if it is higher.
 * @property metric the name of the number that a `Trainer` passes; null for the validation loss.
 * @throws OptimizerException for impossible settings.
 */
public class ReduceOnPlateau(
    public val optimizer: Optimizer,
    private val factor: Double = 0.1,
    private val patience: Int = 10,
    private val threshold: Double = 1e-4,
    private val isThresholdAbsolute: Boolean = false,
    private val cooldown: Int = 0,
    private val minLearningRates: List<Double> = listOf(0.0),
    private val epsilon: Double = 1e-8,
    private val isHighestBest: Boolean = false,
    public val metric: String? = null,
) {
    /**
     * What it remembers.
     *
     * @property steps how many numbers it has seen.
     * @property best the best of them; null before the first that is a number.
     * @property waited how many since were not better.
     * @property cooling how many of the coming ones do not count.
     */
    public class State(public val steps: Int, public val best: Double?, public val waited: Int, public val cooling: Int)

    /** The learning rates of the groups when it was made. */
    public val initialLearningRates: List<Double> = optimizer.groups.map { it.learningRate }

    /**
     * Where it stands; setting it goes there, but leaves the rates as they are.
     *
     * @throws OptimizerException if a count is negative or the best number is NaN.
     */
    public var state: State = State(0, null, 0, 0)
        set(new) {
            val counts = listOf(new.steps, new.waited, new.cooling)
            requireSetting(RULE, counts.all { it >= 0 } && new.best?.isNaN() != true, "state", counts + new.best)
            field = new
        }

    /** What it was made with, by name. */
    public val settings: Map<String, Any> get() =
        mapOf(
            "factor" to factor,
            "patience" to patience,
            "threshold" to threshold,
            "isThresholdAbsolute" to isThresholdAbsolute,
            "cooldown" to cooldown,
            "minLearningRates" to minLearningRates,
            "epsilon" to epsilon,
            "isHighestBest" to isHighestBest,
            "metric" to (metric ?: "loss"),
        )

    init {
        requireSetting(RULE, factor >= 0 && factor < 1, "factor, which is below 1", factor)
        requireSetting(RULE, patience >= 0, "patience", patience)
        requireNotNegative(RULE, "threshold", threshold)
        requireSetting(RULE, cooldown >= 0, "cooldown", cooldown)
        requireNotNegative(RULE, "epsilon", epsilon)
        val groups = optimizer.groups.size
        if (minLearningRates.size != 1 && minLearningRates.size != groups) {
            throw OptimizerException("$RULE: ${minLearningRates.size} smallest learning rates for $groups groups")
        }
        minLearningRates.forEach { requireNotNegative(RULE, "smallest learning rate", it) }
    }

    /** Takes note of [number], and lets the learning rates fall if it is time to. NaN is never better. */
    public fun step(number: Double) {
        val best = state.best
        val isBetter = if (best == null) isBetterThanNone(number) else isBetter(number, best)
        val isCooling = state.cooling > 0
        val waited = if (isBetter || isCooling) 0 else state.waited + 1
        val isTime = waited > patience
        if (isTime) reduce()
        val cooling = if (isTime) cooldown else maxOf(0, state.cooling - 1)
        state = State(state.steps + 1, if (isBetter) number else best, if (isTime) 0 else waited, cooling)
    }

    /** The worst number of all, and NaN, are not better than none. */
    private fun isBetterThanNone(number: Double): Boolean =
        if (isHighestBest) number > Double.NEGATIVE_INFINITY else number < Double.POSITIVE_INFINITY

    private fun isBetter(number: Double, best: Double): Boolean {
        val margin = if (isThresholdAbsolute) threshold else threshold * best
        return if (isHighestBest) number > best + margin else number < best - margin
    }

    private fun reduce() {
        for ((i, group) in optimizer.groups.withIndex()) {
            val rate = maxOf(group.learningRate * factor, ofGroup(RULE, minLearningRates, i))
            if (group.learningRate - rate > epsilon) group.learningRate = rate
        }
    }

    private companion object {
        const val RULE = "reduce on plateau"
    }
}
