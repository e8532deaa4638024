package dev.rankine.train

import dev.rankine.optim.Scheduler

/**
 * How far a schedule has come, and its rates on the way. A schedule is a function: what it gave says which one it is.
 *
 * @property steps how many steps were taken.
 * @property samples the rates at some of them: 0, the powers of 2, and the last.
 */
internal class ScheduleRecord(val steps: Int, val samples: Map<Int, Rates>) {
    /** Whether the momentum of [group] was moved. */
    fun movesMomentum(group: Int): Boolean = samples.values.any { it.momenta.getOrNull(group) != null }

    companion object {
        /** What [scheduler] gives up to step number [steps]. */
        fun of(scheduler: Scheduler, steps: Int): ScheduleRecord =
            ScheduleRecord(
                steps,
                sampled(steps).associateWith { Rates.of(scheduler.schedule, it, scheduler.initialLearningRates) },
            )

        /** In rising order, since some schedules go forward faster than back. */
        private fun sampled(steps: Int): Set<Int> =
            sortedSetOf(0, steps).apply { addAll(generateSequence(1L) { it * 2 }.takeWhile { it < steps }.map { it.toInt() }) }
    }
}
