package dev.rankine.benchmarks.compare

import dev.rankine.ops.Value

/**
 * One row of the table: a piece of work that every side can do.
 *
 * @property family the table that the row stands in.
 * @property name what is done, with sizes; unique within its family.
 * @property target what is wanted: the time of the faster libtorch over ours.
 * @property script statements in TorchScript over `x0`, `x1`, ... that end in `return [...]`: what libtorch runs.
 * @property numpy an expression over `x0`, `x1`, ... that gives a list of arrays, where NumPy can do it too.
 * @property calls how many calls one run of the work covers; times are per call.
 * @property flops floating-point operations of one call, or 0.
 * @property bytes bytes that one call has to read and write at least, or 0.
 * @property tolerance how far results may be apart, as a share of the largest number of the result.
 * @property isStep whether a run changes the inputs: the first three runs of both sides are compared, one by one.
 * @property alone how many steps each side takes alone in a fresh process, for their memory and the time to the first and the last; 0 for none.
 * @property open makes the inputs and our side; called once for each measurement.
 */
internal class Row(
    val family: String,
    val name: String,
    val target: Double,
    val script: String,
    val numpy: String? = null,
    val calls: Int = 1,
    val flops: Double = 0.0,
    val bytes: Double = 0.0,
    val tolerance: Double = 1e-4,
    val isStep: Boolean = false,
    val alone: Int = 0,
    val open: () -> Ours,
) {
    /** What is wanted beside [peer]: [target], beside NumPy to be as fast. */
    fun wanted(peer: String): Double = if (peer == NumPy.NAME) minOf(target, 1.0) else target

    override fun toString(): String = "$family: $name"
}

/**
 * Our side of a row.
 *
 * @property inputs what all sides start from; peers get copies before the first [run].
 * @property remembered bytes of those inputs that only peers need: what an optimizer remembers, which ours makes in its first step.
 * @property run does the work once, inside a scope of the runner; the results are stored by the runner.
 */
internal class Ours(val inputs: List<Value>, val remembered: Long = 0, val run: () -> List<Value>)

/** A framework to compare with; found as a service, so that none is needed to build. */
internal interface Peer {
    /** `libtorch-2.10`. */
    val name: String

    /** Whether it runs [Row.script], on workers of OpenMP. */
    val isTorch: Boolean

    /** What it is, with versions. */
    fun describe(): String

    /** Its side of [row] over copies of [inputs], with so many [threads]; null if it cannot do that. */
    fun open(row: Row, inputs: List<Value>, threads: Int): PeerSide?
}

/** A peer's side of a row. */
internal interface PeerSide : AutoCloseable {
    /** Does the work [times] times; gives the nanoseconds that it took. */
    fun run(times: Int): Long

    /** The results of one more run. */
    fun results(): List<FloatArray>
}
