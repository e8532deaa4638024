package dev.rankine.kernels.lanes

/** A generated loop. */
internal fun interface LaneLoop {
    /**
     * Runs over [count] lanes.
     *
     * @param places where the first element of every operand, result and temporary is.
     * @param numbers the arguments: bits of a double for floating lanes, else the number itself.
     */
    fun run(places: LongArray, numbers: LongArray, count: Int)
}

/**
 * One loop to be generated.
 *
 * @property graph what it computes. Operand `i` is at place `i`.
 * @property targets the place of each result.
 * @property singles bit `i` is set where operand `i` is one number for all lanes; the others lie lane after lane.
 */
internal class LoopPlan(val graph: Graph, val targets: IntArray, val singles: Long)
