package dev.rankine.optim

/**
 * Learning rates, and for some schedules momenta, as functions of the number of steps taken: no state, so that a run that goes on
 * where another stopped has the same rates. A [Scheduler] applies it to an optimizer:
 * `Scheduler(optimizer, warmup(500) then cosine(10_000))`.
 *
 * What a step is, an optimizer's step or an epoch, is up to the caller.
 */
public interface Schedule {
    /** How many steps it is made for, the first of which is step 0; null if it has no end. What follows in a sequence begins then. */
    public val length: Int? get() = null

    /**
     * The learning rate at [step], counted from 0.
     *
     * @param initial the learning rate that the group was given.
     * @param group the index of the group among the optimizer's.
     */
    public fun learningRate(step: Int, initial: Double, group: Int = 0): Double

    /** The momentum at [step] (Adam's beta1), or null to leave it as it is. */
    public fun momentum(step: Int, group: Int = 0): Double? = null
}

/** This schedule for its [Schedule.length], then [next] from its own step 0 on: `warmup(500) then cosine(10_000)`. */
public infix fun Schedule.then(next: Schedule): Schedule {
    val steps =
        length ?: throw OptimizerException(
            "then: the first schedule has no end\n  hint: say when the second begins: SequentialSchedule(listOf(a, b), listOf(step))",
        )
    return SequentialSchedule(listOf(this, next), listOf(steps))
}
