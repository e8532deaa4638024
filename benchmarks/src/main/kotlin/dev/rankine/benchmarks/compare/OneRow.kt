package dev.rankine.benchmarks.compare

import dev.rankine.benchmarks.BareTile
import java.util.Locale

/** Us and [peers], with so many [threads], within the process that runs this: ours is opened once for a row, and stands in turns beside one peer after another. */
internal class OneRow(private val peers: List<Peer>, private val threads: Int, private val waiting: Waiting, private val pace: Pace) {
    private val tile by lazy { BareTile.rate(TILE_RUNS, TILE_RUNS) * threads }
    private val copies = HashMap<Double, Double>()

    /** For the peers after the first: ours is warm by then. */
    private val warm = Pace(pace.warmUp / 4, pace.rounds, pace.slice)

    /**
     * Compares results of [row], then measures it, and says what it found; nothing of a peer that has no such row or other results.
     *
     * @param limit nanoseconds a call: nothing beside the first peer if it alone does not take clearly less.
     */
    fun measure(row: Row, limit: Double = Double.POSITIVE_INFINITY): List<Measured> {
        val ours = row.open()
        val side = OurSide(ours)
        val open = peers.mapNotNull { peer -> peer.open(row, ours.inputs, threads)?.let { peer to it } }
        try {
            if (open.isEmpty()) return emptyList()
            val results = List(if (row.isStep) STEPS else 1) { side.results() }
            val differences = open.map { (_, other) -> results.maxOf { Difference.of(it, other.results()) } }
            val skipped = if (isBelow(limit, row, open.first().second)) 0 else 1
            return open.zip(differences).drop(skipped).mapIndexedNotNull { index, (beside, difference) ->
                measure(row, side, beside, difference, if (index == 0) pace else warm)
            }
        } finally {
            open.forEach { it.second.close() }
        }
    }

    private fun isBelow(limit: Double, row: Row, peer: PeerSide): Boolean =
        limit.isInfinite() || Turns(PROBE).peerAlone(peer::run) / row.calls < limit * (1 - Waiting.ALIKE)

    private fun measure(row: Row, side: OurSide, beside: Pair<Peer, PeerSide>, difference: Double, pace: Pace): Measured? {
        val (peer, other) = beside
        if (!(difference <= row.tolerance)) {
            say("  ${row.name}, ${peer.name}: results differ: %.2g of the largest number, at most %.2g", difference, row.tolerance)
            return null
        }
        val before = apart()
        val (our, their) = Turns(if (row.isStep) pace.longer() else pace).measure(row.calls, side::run, other::run)
        val found = measured(row, peer, our.asList() to their.asList(), Turns.allocated(side::run), difference, before + apart())
        say(
            "  %-44s %10s %10s  ratio %.2f (%.2f to %.2f) beside %s",
            row.name,
            Table.time(found.ours.median()),
            Table.time(found.theirs.median()),
            found.ratios.median(),
            found.ratios.quantile(0.25),
            found.ratios.quantile(0.75),
            found.side,
        )
        return found
    }

    /** How far apart the processors are now, where there are several. */
    private fun apart(): List<Double> = if (threads > 1) listOfNotNull(Distance.nanoseconds()) else emptyList()

    private fun measured(
        row: Row,
        peer: Peer,
        times: Pair<List<Double>, List<Double>>,
        allocated: Long,
        difference: Double,
        apart: List<Double>,
    ): Measured {
        val copy = if (row.bytes > 0) copies.getOrPut(row.bytes) { PlainCopy.rate(row.bytes, threads) } else 0.0
        val bare = if (row.flops > 0) tile else 0.0
        val (ours, theirs) = times
        val used = if (peer.isTorch) waiting else Waiting.PASSIVE
        return Measured(row.family, row.name, peer.name, threads, ours, theirs, allocated, difference, used, copy, bare, apart = apart)
    }

    private fun say(format: String, vararg arguments: Any) = println(format.format(Locale.ROOT, *arguments))

    private companion object {
        const val STEPS = 3
        const val TILE_RUNS = 40
        val PROBE = Pace(warmUp = 0.2, rounds = 5, slice = 0.01)
    }
}
