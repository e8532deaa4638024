package dev.rankine.optim

/** A schedule that multiplies the initial learning rate by a factor. Two of them multiply: `warmup(10) * ExponentialSchedule(0.9)`. */
public interface FactorSchedule : Schedule {
    /** What the initial learning rate is multiplied by at [step]. */
    public fun factor(step: Int, group: Int = 0): Double

    override fun learningRate(step: Int, initial: Double, group: Int): Double = initial * factor(step, group)
}

/** Both at once; see [ChainedSchedule]. */
public operator fun FactorSchedule.times(other: FactorSchedule): FactorSchedule = ChainedSchedule(listOf(this, other))
