package dev.rankine.kernels.lanes

import java.util.concurrent.ConcurrentHashMap

/** The sweeps of fused loops: calls that differ in numbers only share one. */
internal class Sweeps {
    private val known = ConcurrentHashMap<String, Sweep>()

    /** The sweep of [graph], or null if a call of it needs more places than a frame has. */
    fun of(graph: Graph, inputs: Int): Sweep? {
        if (!Program.fits(graph, inputs)) return null
        if (known.size > LARGEST) known.clear()
        return known.getOrPut("$inputs:${graph.key}") { Sweep(graph, inputs) }
    }

    private companion object {
        const val LARGEST = 1024
    }
}
