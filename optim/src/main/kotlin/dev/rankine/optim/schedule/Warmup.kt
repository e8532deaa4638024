package dev.rankine.optim

/**
 * Rises to the initial learning rate in [steps] equal parts: the factor at step n is `(n + 1) / (steps + 1)`, so that no step is taken
 * with a rate of 0 and what follows (`warmup(500) then cosine(10_000)`) begins with the full rate. Goyal et al., arXiv:1706.02677.
 *
 * @throws OptimizerException if [steps] is below 1.
 */
public fun warmup(steps: Int): FactorSchedule {
    requireSteps("warmup", "number of steps", steps)
    return LinearSchedule(1.0 / (steps + 1.0), 1.0, steps)
}
