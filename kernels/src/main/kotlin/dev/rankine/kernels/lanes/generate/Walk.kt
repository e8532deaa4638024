package dev.rankine.kernels.lanes

import dev.rankine.kernels.address
import dev.rankine.ops.Value
import dev.rankine.shapes.DType

/**
 * The way through values of the same sizes that do not all lie in order. Axes are joined where all values allow it. Long runs of the last
 * axis go through the loops one by one; short ones are copied together first. What has another stride, or 16 bits, is copied in any case.
 */
internal class Walk(private val operands: Array<Value>, private val results: Array<Value>) {
    private val values = operands.size + results.size
    private val sizes: IntArray
    private val strides: Array<LongArray>
    private val inner: Int
    private val isLong: Boolean
    private val access: Array<Access>

    init {
        val layouts = Array(values) { value(it).layout }
        val joined = joinedAxes(layouts)
        sizes = IntArray(joined.size) { joined[it].size }
        strides = Array(values) { v -> LongArray(joined.size) { joined[it].strides[v].toLong() * value(v).dtype.bytes } }
        inner = sizes[0]
        isLong = inner >= LONG
        access = Array(values) { access(it) }
    }

    /** Bit `i` is set where operand `i` is one number in a run of the loops. */
    val singles: Long = operands.indices.sumOf { if (access[it] == Access.SINGLE) 1L shl it else 0L }

    /** Runs over the elements [from] until [to] in row-major order. */
    fun run(program: Program, numbers: LongArray, from: Int, to: Int) {
        val frame = Frame.get()
        var at = from
        while (at < to) {
            val end = minOf(to, at + Frame.BLOCK, if (isLong) at - at % inner + inner else to)
            for (i in 0 until values) enter(frame, i, at, end)
            program.run(frame, numbers, end - at)
            for (i in operands.size until values) leave(frame, i, at, end)
            at = end
        }
    }

    private fun value(i: Int): Value = if (i < operands.size) operands[i] else results[i - operands.size]

    private fun access(i: Int): Access {
        val value = value(i)
        val step = strides[i][0]
        return when {
            value.dtype == DType.F16 -> Access.WIDENED
            value.dtype == DType.BF16 -> Access.WIDENED
            step == value.dtype.bytes.toLong() && (isLong || isDense(i)) -> Access.STRAIGHT
            step == 0L && i < operands.size && (isLong || strides[i].all { it == 0L }) -> Access.SINGLE
            else -> Access.COPIED
        }
    }

    private fun isDense(i: Int): Boolean {
        var expected = value(i).dtype.bytes.toLong()
        return sizes.indices.all { axis -> (strides[i][axis] == expected).also { expected *= sizes[axis] } }
    }

    private fun enter(frame: Frame, i: Int, from: Int, to: Int) {
        val way = access[i]
        if (way == Access.STRAIGHT || way == Access.SINGLE) {
            frame.places[i] = place(i, from)
        } else {
            frame.places[i] = frame.region(i)
            if (i <
                operands.size
            ) {
                runs(i, from, to) { at, done, count -> Strided.gather(value(i).dtype, at, strides[i][0], frame.region(i), done, count) }
            }
        }
    }

    private fun leave(frame: Frame, i: Int, from: Int, to: Int) {
        val way = access[i]
        if (way == Access.STRAIGHT || way == Access.SINGLE) return
        runs(i, from, to) { at, done, count -> Strided.scatter(value(i).dtype, frame.region(i), done, at, strides[i][0], count) }
    }

    /** The address of element [index] of value [i]. */
    private fun place(i: Int, index: Int): Long {
        var rest = index
        var at = value(i).address()
        for (axis in sizes.indices) {
            at += rest % sizes[axis] * strides[i][axis]
            rest /= sizes[axis]
        }
        return at
    }

    /** Calls [visit] for the runs of the last axis that together are the elements [from] until [to] of value [i]. */
    private inline fun runs(i: Int, from: Int, to: Int, visit: (at: Long, done: Int, count: Int) -> Unit) {
        var index = from
        while (index < to) {
            val count = minOf(to - index, inner - index % inner)
            visit(place(i, index), index - from, count)
            index += count
        }
    }

    private enum class Access { STRAIGHT, SINGLE, COPIED, WIDENED }

    private companion object {
        /** Runs from here on are worth loops of their own. */
        const val LONG = 64
    }
}
