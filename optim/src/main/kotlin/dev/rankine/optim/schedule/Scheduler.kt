package dev.rankine.optim

/**
 * Sets the learning rates (and momenta) of [optimizer]'s groups as [schedule] says: those of step 0 when it is made, the next at each
 * [step].
 *
 * ```
 * val scheduler = Scheduler(optimizer, warmup(500) then cosine(10_000))
 * optimizer.step()
 * scheduler.step()
 * ```
 *
 * The learning rates that the groups have when it is made are the initial ones. To go on where another run stood, make the optimizer
 * with the same settings as there and set [steps].
 *
 * @property optimizer whose groups follow.
 * @property schedule what they follow.
 * @throws OptimizerException if the schedule moves momenta and a group has none, or the schedule gives an impossible rate.
 */
public class Scheduler(public val optimizer: Optimizer, public val schedule: Schedule) {
    /** The learning rates of the groups before the schedule changed them. */
    public val initialLearningRates: List<Double> = optimizer.groups.map { it.learningRate }

    /**
     * How many times [step] was called; setting it goes there.
     *
     * @throws OptimizerException if it is negative or the schedule has nothing there; nothing is changed then.
     */
    public var steps: Int = 0
        set(new) {
            requireSetting("scheduler", new >= 0, "number of steps", new)
            set(new)
            field = new
        }

    init {
        set(0)
    }

    /** Goes on to the next learning rates; to be called after the optimizer's step. */
    public fun step() {
        steps++
    }

    private fun set(step: Int) {
        val groups = optimizer.groups
        val rates = groups.indices.map { schedule.learningRate(step, initialLearningRates[it], it) }
        val momenta = groups.indices.map { schedule.momentum(step, it) }
        for (i in groups.indices) {
            if (momenta[i] != null && groups[i] !is MomentumGroup) {
                throw OptimizerException("scheduler: group $i has no momentum to move\n  hint: pass cycleMomentum = false to the schedule")
            }
        }
        for ((i, group) in groups.withIndex()) {
            group.learningRate = rates[i]
            momenta[i]?.let { (group as MomentumGroup).momentum = it }
        }
    }
}
