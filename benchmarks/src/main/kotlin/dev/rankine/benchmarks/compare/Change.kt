package dev.rankine.benchmarks.compare

import java.util.Locale

/**
 * The same row in two runs. What counts is the ratio to the peer that stood beside us in the same process: the machine was the same for both.
 *
 * Slower means that the ratio fell, and that the halves of the rounds in the middle, from quartile to quartile, do not meet any more.
 */
internal class Change(private val old: Measured, private val new: Measured) {
    /** How many times as fast we are as before: below 1 we have become slower. */
    val factor: Double = new.ratios.median() / old.ratios.median()

    /** Whether the ratio fell by more than the spread of both runs, and by more than the share [least]. */
    fun isSlower(least: Double): Boolean = factor < 1 - least && high(new) < low(old)

    /** Whether it rose likewise. */
    fun isFaster(least: Double): Boolean = factor > 1 / (1 - least) && low(new) > high(old)

    override fun toString(): String =
        "${old.key}: ratio ${text(old)} -> ${text(new)}, %.2f times as fast; ${times()}".format(Locale.ROOT, factor)

    private fun text(run: Measured) = "%.2f (%.2f to %.2f)".format(Locale.ROOT, run.ratios.median(), low(run), high(run))

    private fun times(): String {
        val (ours, theirs) = listOf(old, new).map { it.ours.median() } to listOf(old, new).map { it.theirs.median() }
        return "ours ${ours.joinToString(" -> ") { Table.time(it) }}, the peer's ${theirs.joinToString(" -> ") { Table.time(it) }}"
    }

    private fun low(run: Measured) = run.ratios.quantile(0.25)

    private fun high(run: Measured) = run.ratios.quantile(0.75)

    companion object {
        /** Rows that both runs have, the one that lost most first. */
        fun between(old: List<Measured>, new: List<Measured>): List<Change> {
            val after = new.associateBy { it.key }
            return old.mapNotNull { row -> after[row.key]?.let { Change(row, it) } }.sortedBy { it.factor }
        }
    }
}
