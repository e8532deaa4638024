package dev.rankine.benchmarks.compare

import dev.rankine.ops.Evaluator
import dev.rankine.ops.scope
import dev.rankine.ops.toFloatArray

/** Our side of a row: each run is a scope whose results are stored. */
internal class OurSide(private val ours: Ours) {
    /** Does the work [times] times; gives the nanoseconds that it took. */
    fun run(times: Int): Long {
        val start = System.nanoTime()
        repeat(times) { scope("benchmark") { for (result in ours.run()) Evaluator.store(result) } }
        return System.nanoTime() - start
    }

    /** The results of one more run. */
    fun results(): List<FloatArray> = scope("benchmark") { Results(ours.run().map { it.toFloatArray() }) }.arrays

    /** Arrays are not values: nothing of the scope leaves it. */
    private class Results(val arrays: List<FloatArray>)
}
