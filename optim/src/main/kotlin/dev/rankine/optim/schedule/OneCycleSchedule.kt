package dev.rankine.optim

/**
 * One cycle: the learning rate rises from `max / divFactor` to `max` in the first part of the steps, then falls to
 * `max / divFactor / finalDivFactor`, while the momentum (Adam's beta1) goes the other way. PyTorch's OneCycleLR. Smith & Topin,
 * arXiv:1708.07120.
 *
 * It has [totalSteps] rates, of steps 0 to `totalSteps - 1`. The last one stays for one step more, so that a [Scheduler] can be moved
 * after every step of the optimizer (PyTorch goes beyond the end of the curve there); later ones are refused.
 *
 * @param maxLearningRates one for all groups, or one for each. The groups' initial learning rates do not matter.
 * @param totalSteps how many steps there are.
 * @param risingPart the part of the steps in which the rate rises, 0 to 1; PyTorch's pct_start.
 * @param annealing the shape of the ways up and down.
 * @param cycleMomentum whether the momentum moves too, between [maxMomentum] and [baseMomentum].
 * @param baseMomentum the momentum where the rate is largest.
 * @param maxMomentum the momentum at both ends.
 * @param divFactor the largest rate by the first.
 * @param finalDivFactor the first rate by the last.
 * @param threePhase falls to the first rate in as many steps as it rose, and only then to the last.
 * @throws OptimizerException for impossible settings; while it runs, past the last step or if a group has no setting.
 */
public class OneCycleSchedule(
    private val maxLearningRates: List<Double>,
    private val totalSteps: Int,
    private val risingPart: Double = 0.3,
    private val annealing: Annealing = Annealing.COSINE,
    private val cycleMomentum: Boolean = true,
    private val baseMomentum: Double = 0.85,
    private val maxMomentum: Double = 0.95,
    private val divFactor: Double = 25.0,
    private val finalDivFactor: Double = 1e4,
    private val threePhase: Boolean = false,
) : Schedule {
    /** One largest learning rate for all groups. */
    public constructor(
        maxLearningRate: Double,
        totalSteps: Int,
        risingPart: Double = 0.3,
        annealing: Annealing = Annealing.COSINE,
        cycleMomentum: Boolean = true,
        baseMomentum: Double = 0.85,
        maxMomentum: Double = 0.95,
        divFactor: Double = 25.0,
        finalDivFactor: Double = 1e4,
        threePhase: Boolean = false,
    ) : this(
        listOf(maxLearningRate),
        totalSteps,
        risingPart,
        annealing,
        cycleMomentum,
        baseMomentum,
        maxMomentum,
        divFactor,
        finalDivFactor,
        threePhase,
    )

    override val length: Int get() = totalSteps

    /** A way that ends at step [end], for the rate and for the momentum. */
    private class Phase(val end: Double, val fromRate: Double, val toRate: Double, val fromMomentum: Double, val toMomentum: Double)

    init {
        requireSetting(RULE, maxLearningRates.isNotEmpty(), "number of largest learning rates", 0)
        maxLearningRates.forEach { requireNotNegative(RULE, "largest learning rate", it) }
        requireSteps(RULE, "number of steps", totalSteps)
        requirePart(RULE, "rising part", risingPart)
        if (threePhase) requireSetting(RULE, risingPart <= 0.5, "rising part for three phases", risingPart)
        requireSetting(RULE, baseMomentum >= 0 && baseMomentum < 1, "base momentum", baseMomentum)
        requireSetting(RULE, maxMomentum >= 0 && maxMomentum < 1, "largest momentum", maxMomentum)
        requireSetting(RULE, divFactor > 0 && divFactor.isFinite(), "div factor", divFactor)
        requireSetting(RULE, finalDivFactor > 0 && finalDivFactor.isFinite(), "final div factor", finalDivFactor)
    }

    override fun learningRate(step: Int, initial: Double, group: Int): Double =
        at(step, group) { phase, part -> annealing.between(phase.fromRate, phase.toRate, part) }

    override fun momentum(step: Int, group: Int): Double? =
        if (cycleMomentum) at(step, group) { phase, part -> annealing.between(phase.fromMomentum, phase.toMomentum, part) } else null

    private inline fun at(step: Int, group: Int, number: (Phase, part: Double) -> Double): Double {
        if (step > totalSteps) throw OptimizerException("$RULE: there is no step $step: made for $totalSteps steps")
        val phases = phases(ofGroup(RULE, maxLearningRates, group))
        val place = minOf(step, totalSteps - 1)
        val i = phases.indexOfFirst { place <= it.end }.let { if (it < 0) phases.lastIndex else it }
        val start = if (i == 0) 0.0 else phases[i - 1].end
        val span = phases[i].end - start
        return number(phases[i], if (span == 0.0) 1.0 else (place - start) / span)
    }

    private fun phases(max: Double): List<Phase> {
        val first = max / divFactor
        val last = first / finalDivFactor
        val top = risingPart * totalSteps - 1
        val end = totalSteps - 1.0
        val rise = Phase(top, first, max, maxMomentum, baseMomentum)
        if (!threePhase) return listOf(rise, Phase(end, max, last, baseMomentum, maxMomentum))
        val fallen = 2 * risingPart * totalSteps - 2
        return listOf(rise, Phase(fallen, max, first, baseMomentum, maxMomentum), Phase(end, first, last, maxMomentum, maxMomentum))
    }

    private companion object {
        const val RULE = "one cycle"
    }
}
