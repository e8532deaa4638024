package dev.rankine.benchmarks.compare

import dev.rankine.benchmarks.BareTile
import java.util.Locale

/** Us and one [peer], with so many [threads], within the process that runs this. */
internal class OnePair(private val peer: Peer, private val threads: Int, private val waiting: Waiting, private val pace: Pace) {
    private val tile by lazy { BareTile.rate(TILE_RUNS, TILE_RUNS) * threads }

    /** Compares results of [row], then measures it, and says what it found; null if the peer has no such row or the results differ. */
    fun measure(row: Row): Measured? {
        val ours = row.open()
        val side = OurSide(ours)
        val other = peer.open(row, ours.inputs, threads) ?: return null
        return other.use {
            val difference = List(if (row.isStep) STEPS else 1) { Difference.of(side.results(), other.results()) }.max()
            if (!(difference <= row.tolerance)) {
                say("  ${row.name}: results differ: %.2g of the largest number, at most %.2g", difference, row.tolerance)
                return null
            }
            val (our, their) = Turns(pace).measure(row.calls, side::run, other::run)
            val found = measured(row, our.asList(), their.asList(), Turns.allocated(side::run), difference)
            say(
                "  %-44s %10s %10s  ratio %.2f (%.2f to %.2f)",
                row.name,
                Table.time(found.ours.median()),
                Table.time(found.theirs.median()),
                found.ratios.median(),
                found.ratios.quantile(0.25),
                found.ratios.quantile(0.75),
            )
            found
        }
    }

    private fun measured(row: Row, ours: List<Double>, theirs: List<Double>, allocated: Long, difference: Double): Measured {
        val copy = if (row.bytes > 0) PlainCopy.rate(row.bytes, threads) else 0.0
        val bare = if (row.flops > 0) tile else 0.0
        return Measured(row.family, row.name, peer.name, threads, ours, theirs, allocated, difference, waiting, copy, bare)
    }

    private fun say(format: String, vararg arguments: Any) = println(format.format(Locale.ROOT, *arguments))

    private companion object {
        const val STEPS = 3
        const val TILE_RUNS = 40
    }
}
