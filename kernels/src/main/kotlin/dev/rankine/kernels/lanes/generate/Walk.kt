package dev.rankine.kernels.lanes

import dev.rankine.kernels.Workers
import dev.rankine.kernels.address
import dev.rankine.ops.Value

/**
 * The way through values of the same sizes that do not all lie in order. Axes are joined where all values allow it. A long last axis goes
 * through the loops run by run, each value where it lies if its elements are neighbours, every other of neighbours, or one number; a shorter
 * one does so if all are neighbours or one number and one is a column. Other short runs are first copied together, a block at a time. Values
 * with another stride, or with 16 bits, are copied in any case.
 *
 * Sums of 1024 x 1024 float32 numbers and a row take 129 us, and a transposed matrix 1.0 ms (the loops of the rows 0.25 and 4.1)
 * (AMD EPYC (Zen 4), 512 bits, one thread, JDK 25).
 */
internal class Walk(private val operands: Array<Value>, private val results: Array<Value>, isVector: Boolean) {
    private val values = operands.size + results.size
    private val sizes: IntArray
    private val strides: Array<LongArray>
    private val inner: Int
    private val isLong: Boolean
    private val isCopied: BooleanArray
    private val addresses = LongArray(values) { value(it).address() }

    /** From a run to the next. */
    private val steps: LongArray

    /** Whether there are several runs, and all values can be read and written where they lie. */
    private val isPlain: Boolean

    /** Bit `i` is set where operand `i` is one number in a run of the loops. */
    val singles: Long

    /** Bit `i` is set where operand `i` is every other of neighbours. */
    val alternates: Long

    init {
        val axes = joinedAxes(Array(values) { value(it).layout })
        sizes = IntArray(axes.size) { axes[it].size }
        strides = Array(values) { v -> LongArray(axes.size) { axes[it].strides[v].toLong() * value(v).dtype.bytes } }
        inner = sizes[0]
        isLong = inner >= LONG || (inner >= SHORT && (0 until values).all { isRun(it) } && operands.indices.any { isColumn(it) })
        var single = 0L
        var alternate = 0L
        isCopied =
            BooleanArray(values) { i ->
                val isSingle = i < operands.size && if (isLong) strides[i][0] == 0L else strides[i].all { it == 0L }
                if (isSingle && !value(i).dtype.isHalf) single = single or (1L shl i)
                val isAlternate =
                    isVector && inner >= LONG && i < operands.size && value(i).dtype.bytes >= 4 &&
                        strides[i][0] == 2L * value(i).dtype.bytes
                if (isAlternate) alternate = alternate or (1L shl i)
                val isInPlace = isSingle || isAlternate || (strides[i][0] == value(i).dtype.bytes.toLong() && (isLong || isDense(i)))
                value(i).dtype.isHalf || !isInPlace
            }
        singles = single
        alternates = alternate
        steps = LongArray(values) { strides[it].getOrElse(1) { 0 } }
        isPlain = sizes.size > 1 && !isCopied.any { it }
    }

    /** Runs over all elements, shared by threads from [grain] elements on. */
    fun run(program: Program, numbers: LongArray, grain: Int) {
        if (isLong) {
            val most = if (isCopied.any { it }) minOf(grain, COPY_GRAIN) else grain
            val block = if (inner < most) most / inner * inner else most
            Workers.range(results[0].elements, block) { from, to -> along(program, numbers, from, to) }
        } else {
            val runs = results[0].elements / inner
            Workers.range(runs, maxOf(1, minOf(grain, COPY_GRAIN) / inner)) { from, to -> across(program, numbers, from, to) }
        }
    }

    /** Run by run over the elements [from] until [to]. */
    private fun along(program: Program, numbers: LongArray, from: Int, to: Int) {
        val frame = Frame.get()
        val block = if (isCopied.any { it }) Frame.BLOCK else inner
        val run = Run(from / inner)
        val starts = run.starts
        var at = from
        var first = from % inner
        while (at < to) {
            val whole = (to - at) / inner
            if (first == 0 && whole > 1 && isPlain && program.takes(inner)) {
                runs(program, numbers, frame, run, whole)
                at += whole * inner
                continue
            }
            val end = minOf(to - at + first, inner, first + block)
            for (i in 0 until values) {
                val place = starts[i] + first * strides[i][0]
                frame.places[i] = if (isCopied[i]) gathered(frame, i, place, end - first, 1) else place
            }
            program.run(frame, numbers, end - first)
            for (i in operands.size until values) if (isCopied[i]) scatter(frame, i, starts[i] + first * strides[i][0], end - first, 0, 1)
            at += end - first
            first = end
            if (first == inner) {
                first = 0
                run.next()
            }
        }
    }

    /** Whole runs, [count] of them from [run] on: between two, each place goes on by a step. */
    private fun runs(program: Program, numbers: LongArray, frame: Frame, run: Run, count: Int) {
        var left = count
        while (left > 0) {
            val now = minOf(left, run.left)
            run.starts.copyInto(frame.places)
            program.runs(frame, numbers, inner, steps, now)
            run.skip(now)
            left -= now
        }
    }

    /** A block of whole runs at a time over the runs [from] until [to]. */
    private fun across(program: Program, numbers: LongArray, from: Int, to: Int) {
        val frame = Frame.get()
        val rows = sizes.getOrElse(1) { 1 }
        var at = from
        while (at < to) {
            val end = minOf(to, at + Frame.BLOCK / inner)
            for (i in 0 until values) frame.places[i] = if (isCopied[i]) frame.region(i) else start(i, at)
            for (i in operands.indices) {
                if (isCopied[i]) {
                    planes(
                        at,
                        end,
                        rows,
                    ) { run, done, count -> gather(frame, i, start(i, run), done, count) }
                }
            }
            program.run(frame, numbers, (end - at) * inner)
            for (i in operands.size until values) {
                if (isCopied[i]) planes(at, end, rows) { run, done, count -> scatter(frame, i, start(i, run), inner, done, count) }
            }
            at = end
        }
    }

    /** Calls [visit] for the runs [from] until [to] that follow each other along the second axis, which has [rows]. */
    private inline fun planes(from: Int, to: Int, rows: Int, visit: (run: Int, done: Int, count: Int) -> Unit) {
        var run = from
        while (run < to) {
            val count = minOf(to - run, rows - run % rows)
            visit(run, (run - from) * inner, count)
            run += count
        }
    }

    private fun gathered(frame: Frame, i: Int, from: Long, count: Int, runs: Int): Long {
        if (i < operands.size) Strided.gather(value(i).dtype, from, strides[i][0], count, 0, runs, frame.region(i), 0)
        return frame.region(i)
    }

    private fun gather(frame: Frame, i: Int, from: Long, done: Int, runs: Int) {
        Strided.gather(value(i).dtype, from, strides[i][0], inner, strides[i].getOrElse(1) { 0 }, runs, frame.region(i), done)
    }

    private fun scatter(frame: Frame, i: Int, to: Long, count: Int, done: Int, runs: Int) {
        Strided.scatter(value(i).dtype, frame.region(i), done, to, strides[i][0], count, strides[i].getOrElse(1) { 0 }, runs)
    }

    private fun value(i: Int): Value = if (i < operands.size) operands[i] else results[i - operands.size]

    /** Whether value [i] is read or written where it lies, run by run: neighbours, or one number of an operand. */
    private fun isRun(i: Int): Boolean {
        val step = strides[i][0]
        return !value(i).dtype.isHalf && (step == value(i).dtype.bytes.toLong() || (step == 0L && i < operands.size))
    }

    /** Whether operand [i] is one number in each run, but not in all. */
    private fun isColumn(i: Int): Boolean = strides[i][0] == 0L && strides[i].any { it != 0L }

    private fun isDense(i: Int): Boolean {
        var expected = value(i).dtype.bytes.toLong()
        return sizes.indices.all { axis -> (strides[i][axis] == expected).also { expected *= sizes[axis] } }
    }

    /** The address of the first element of run [index] of value [i]. */
    private fun start(i: Int, index: Int): Long {
        var rest = index
        var at = addresses[i]
        for (axis in 1 until sizes.size) {
            at += rest % sizes[axis] * strides[i][axis]
            rest /= sizes[axis]
        }
        return at
    }

    /** Where run [index] begins in each value; the next one costs a few additions, where the first needs quotients. */
    private inner class Run(index: Int) {
        private val places = IntArray(sizes.size)
        val starts = LongArray(values) { start(it, index) }

        init {
            var rest = index
            for (axis in 1 until sizes.size) {
                places[axis] = rest % sizes[axis]
                rest /= sizes[axis]
            }
        }

        /** How many runs, with this one, follow each other along the second axis. */
        val left: Int get() = sizes[1] - places[1]

        /** As [next], [count] times, at most [left]. */
        fun skip(count: Int) {
            places[1] += count - 1
            for (i in 0 until values) starts[i] += (count - 1) * strides[i][1]
            next()
        }

        fun next() {
            for (axis in 1 until sizes.size) {
                val wraps = ++places[axis] == sizes[axis]
                val steps = if (wraps) 1 - sizes[axis] else 1
                for (i in 0 until values) starts[i] += steps * strides[i][axis]
                if (!wraps) return
                places[axis] = 0
            }
        }
    }

    private companion object {
        /** Elements that a thread takes at a time where some are copied, which is slower than the loops. */
        const val COPY_GRAIN = 1 shl 13

        /** Runs from here on are worth loops of their own. */
        const val LONG = 64

        /** As [LONG] where a column would be copied, each number into all places of its row, and nothing else has to be. */
        const val SHORT = 16
    }
}
