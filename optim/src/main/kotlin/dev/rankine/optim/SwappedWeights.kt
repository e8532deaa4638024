package dev.rankine.optim

/**
 * What has a second set of numbers for a model's parameters, which answers better than those that learn: [ScheduleFreeAdamW] and [AveragedModel].
 *
 * ```
 * average.use { evaluate(model) }
 * ```
 */
public interface SwappedWeights {
    /** Whether the parameters now hold the numbers to evaluate with. */
    public val isSwappedIn: Boolean

    /** Puts the numbers to evaluate with in the place of those that learn, which are kept. Nothing happens if they are there. */
    public fun swapIn()

    /** Puts back the numbers that learn, bit by bit. Nothing happens if they are there. */
    public fun swapOut()
}

/** Runs [block] with the numbers to evaluate with in the parameters, then puts back those that were there. */
public inline fun <T> SwappedWeights.use(block: () -> T): T {
    if (isSwappedIn) return block()
    swapIn()
    try {
        return block()
    } finally {
        swapOut()
    }
}
