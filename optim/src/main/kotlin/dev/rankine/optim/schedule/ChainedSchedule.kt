package dev.rankine.optim

/**
 * All of [schedules] at once: the learning rate is multiplied by the product of their factors. PyTorch's ChainedScheduler, for schedules
 * that multiply; `a * b` is the same. Its length is that of the longest, if all have one.
 *
 * @throws OptimizerException if there is no schedule.
 */
public class ChainedSchedule(private val schedules: List<FactorSchedule>) : FactorSchedule {
    override val length: Int? = schedules.map { it.length }.let { if (null in it) null else it.maxOfOrNull { length -> length!! } }

    init {
        requireSetting("chained schedule", schedules.isNotEmpty(), "number of schedules", 0)
    }

    override fun factor(step: Int, group: Int): Double = schedules.fold(1.0) { product, schedule -> product * schedule.factor(step, group) }
}
