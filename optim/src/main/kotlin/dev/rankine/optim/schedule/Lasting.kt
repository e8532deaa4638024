package dev.rankine.optim

/**
 * This schedule with an end after [steps] steps, so that another can follow: `exponential(0.99) lasting 1000 then cosine(500)`. It is not stretched.
 *
 * @throws OptimizerException if [steps] is below 1.
 */
public infix fun Schedule.lasting(steps: Int): Schedule {
    requireSteps("lasting", "number of steps", steps)
    val inner = this
    return object : Schedule by inner {
        override val length: Int get() = steps
    }
}

/** [lasting] for a schedule that multiplies, which it still does. */
public infix fun FactorSchedule.lasting(steps: Int): FactorSchedule {
    requireSteps("lasting", "number of steps", steps)
    val inner = this
    return object : FactorSchedule by inner {
        override val length: Int get() = steps
    }
}
