package dev.rankine.benchmarks.compare

/** Figures of a row whose times in nanoseconds are given. */
internal fun measured(
    ours: List<Double>,
    theirs: List<Double>,
    name: String = "work",
    peer: String = "libtorch-2.10",
    threads: Int = 1,
    waiting: Waiting = Waiting.PASSIVE,
): Measured = Measured("family", name, peer, threads, ours, theirs, allocated = 64, difference = 1e-7, waiting, copy = 20.0, tile = 100.0)

/** A row that nobody opens. */
internal fun row(name: String, target: Double = 1.0, calls: Int = 1, flops: Double = 0.0, bytes: Double = 0.0): Row =
    Row("family", name, target, script = "return [x0]", calls = calls, flops = flops, bytes = bytes) { error("nobody opens it") }
