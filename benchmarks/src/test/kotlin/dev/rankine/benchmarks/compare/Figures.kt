package dev.rankine.benchmarks.compare

import dev.rankine.ops.Value

/** Figures of a row whose times in nanoseconds are given. */
internal fun measured(
    ours: List<Double>,
    theirs: List<Double>,
    name: String = "work",
    peer: String = "libtorch-2.10",
    threads: Int = 1,
    waiting: Waiting = Waiting.PASSIVE,
    allocated: Long = 64,
    run: Int = 0,
    apart: List<Double> = emptyList(),
): Measured =
    Measured("family", name, peer, threads, ours, theirs, allocated, difference = 1e-7, waiting, copy = 20.0, tile = 100.0, run, apart)

/** A peer that does nothing. */
internal class Nobody(override val name: String, override val isTorch: Boolean) : Peer {
    override fun describe(): String = name

    override fun open(row: Row, inputs: List<Value>, threads: Int): PeerSide? = null
}

/** A row that nobody opens. */
internal fun row(name: String, target: Double = 1.0, calls: Int = 1, flops: Double = 0.0, bytes: Double = 0.0): Row =
    Row("family", name, target, script = "return [x0]", calls = calls, flops = flops, bytes = bytes) { error("nobody opens it") }
