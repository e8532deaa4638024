package dev.rankine.optim

/**
 * [schedules] one after another: each begins with its own step 0 where the one before ends. PyTorch's SequentialLR as of 2.0; version
 * 1.13 has other rates where a schedule after the first changes the rate at its own step 0 (ConstantLR, LinearLR).
 *
 * @param milestones the steps at which the second and later schedules begin, rising.
 * @throws OptimizerException if there is no schedule, or the milestones do not fit.
 */
public class SequentialSchedule(private val schedules: List<Schedule>, milestones: List<Int>) : Schedule {
    private val starts = listOf(0) + milestones

    override val length: Int? = schedules.lastOrNull()?.length?.let { starts.last() + it }

    init {
        requireSetting("sequential schedule", schedules.isNotEmpty(), "number of schedules", 0)
        if (starts.size != schedules.size) {
            throw OptimizerException("sequential schedule: ${schedules.size} schedules need one milestone less: ${milestones.size} given")
        }
        for (i in milestones.indices) {
            requireSetting(
                "sequential schedule",
                starts[i] < starts[i + 1],
                "milestones, which must rise",
                milestones,
            )
        }
    }

    override fun learningRate(step: Int, initial: Double, group: Int): Double {
        val part = partAt(step)
        return schedules[part].learningRate(step - starts[part], initial, group)
    }

    /** That of the schedule in turn; where it has none, the last that one before it has set. */
    override fun momentum(step: Int, group: Int): Double? {
        for (part in partAt(step) downTo 0) {
            val last = if (part + 1 < starts.size) minOf(step, starts[part + 1] - 1) else step
            schedules[part].momentum(last - starts[part], group)?.let { return it }
        }
        return null
    }

    private fun partAt(step: Int): Int = starts.indexOfLast { it <= step }
}
