package dev.rankine.kernels.lanes

import java.util.concurrent.ConcurrentHashMap

/** The generated classes of this width by what they compute: numbers are arguments, so many calls share one. */
internal object Loops {
    private data class Key(val graph: String, val targets: List<Int>, val singles: Long)

    private val known = ConcurrentHashMap<Key, LaneLoop>()

    /** The loop of [plan], generated when it is first asked for. */
    fun of(plan: LoopPlan): LaneLoop {
        if (known.size > LARGEST) known.clear()
        return known.getOrPut(Key(plan.graph.key, plan.targets.asList(), plan.singles)) { Emitter.loop(plan) }
    }

    private const val LARGEST = 2048
}
