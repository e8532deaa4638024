package dev.rankine.train

import dev.rankine.optim.MomentumGroup
import dev.rankine.optim.Optimizer
import dev.rankine.optim.Schedule

/**
 * Learning rates and momenta of an optimizer's groups.
 *
 * @property learningRates one for each group.
 * @property momenta one for each group; null where there is none.
 */
internal class Rates(val learningRates: List<Double>, val momenta: List<Double?>) {
    /** Gives them to the groups of [optimizer]. */
    fun assignTo(optimizer: Optimizer) {
        for ((i, group) in optimizer.groups.withIndex()) {
            group.learningRate = learningRates[i]
            momenta[i]?.let { (group as MomentumGroup).momentum = it }
        }
    }

    companion object {
        /** Those of [optimizer] now. */
        fun of(optimizer: Optimizer): Rates =
            Rates(optimizer.groups.map { it.learningRate }, optimizer.groups.map { (it as? MomentumGroup)?.momentum })

        /** Those that [schedule] gives at [step]; null is a momentum that it does not move. */
        fun of(schedule: Schedule, step: Int, initial: List<Double>): Rates =
            Rates(
                initial.mapIndexed {
                    i,
                    rate,
                    ->
                    schedule.learningRate(step, rate, i)
                },
                initial.indices.map { schedule.momentum(step, it) },
            )
    }
}
