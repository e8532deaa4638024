package dev.rankine.kernels.lanes

import dev.rankine.kernels.VectorKernel
import dev.rankine.kernels.Workers
import dev.rankine.kernels.address
import dev.rankine.ops.CumulativeAttributes
import dev.rankine.ops.Value
import dev.rankine.shapes.DType

/**
 * Running sums, in double or int64, of lines along an axis: one line at a time along the last axis, else some neighbouring lines together, so that
 * memory is read in order. One addition waits for another: about 1 ns per element, AMD EPYC (Zen 4), one thread, JDK 25.
 */
internal object CumulativeSum : VectorKernel<CumulativeAttributes>() {
    override fun accepts(attributes: CumulativeAttributes, inputs: Array<Value>): Boolean = true

    override fun compute(attributes: CumulativeAttributes, inputs: Array<Value>, outputs: Array<Value>) {
        val x = inputs[0]
        if (x.elements == 0) return
        val axes = (0 until x.rank).filter { it != attributes.axis }
        val size = if (x.rank == 0) 1 else x.sizes[attributes.axis]
        val inner = (attributes.axis + 1 until x.rank).fold(1) { product, axis -> product * x.sizes[axis] }
        val step = if (x.rank == 0) 0L else x.layout.stride(attributes.axis).toLong() * x.dtype.bytes
        val lines = Lines(Dims(x.layout, axes, x.dtype.bytes), size, inner, step, attributes.reverse, x, outputs[0])
        if (x.elements <= GRAIN) return lines.run(0, lines.count)
        Workers.range(lines.count, maxOf(if (inner > 1) NEIGHBOURS else 4, GRAIN / size)) { from, to -> lines.run(from, to) }
    }

    private const val GRAIN = 1 shl 14

    /** So many lines side by side are read in order. */
    private const val NEIGHBOURS = 256
}

private class Lines(
    private val starts: Dims,
    private val size: Int,
    private val inner: Int,
    private val step: Long,
    private val reverse: Boolean,
    x: Value,
    y: Value,
) {
    private val from = x.dtype
    private val to = y.dtype
    private val input = x.address()
    private val output = y.address()

    val count: Int get() = starts.count

    fun run(first: Int, end: Int) {
        if (inner == 1 && (from == DType.F32 || from == DType.F64)) return alone(first, end)
        val cells = ReduceScratch.get().cells
        var line = first
        while (line < end) {
            // neighbours in the result: they share what is before the axis
            val together = minOf(minOf(end - line, inner - line % inner), TOGETHER)
            starts.runs(line, together) { at, done, run -> lines(input + at, line + done, run, cells) }
            line += together
        }
    }

    /** Lines that have no neighbours. */
    private fun alone(first: Int, end: Int) {
        val back = if (reverse) size - 1L else 0L
        val bytes = to.bytes.toLong()
        val along = if (reverse) -step else step
        val down = if (reverse) -bytes else bytes
        starts.runs(first, end - first) { at, done, run ->
            val x = input + at + back * step
            val y = output + ((first + done).toLong() * size + back) * bytes
            if (from == DType.F32) {
                RunningF32.lines(x, starts.step, along, y, size * bytes, down, run, size)
            } else {
                RunningF64.lines(x, starts.step, along, y, size * bytes, down, run, size)
            }
        }
    }

    private fun lines(x: Long, line: Int, run: Int, cells: Long) {
        val y = output + ((line / inner).toLong() * size * inner + line % inner) * to.bytes
        for (i in 0 until run) setLongCell(cells, i, 0)
        for (k in 0 until size) {
            val place = if (reverse) size - 1 - k else k
            val into = y + place.toLong() * inner * to.bytes
            if (from.isFloating) floats(x + place * step, into, run, cells) else wholes(x + place * step, into, run, cells)
        }
    }

    private fun floats(x: Long, y: Long, run: Int, cells: Long) {
        if (from == DType.F32 && starts.step == Float.SIZE_BYTES.toLong()) return RunningF32.row(x, y, run, cells)
        if (from == DType.F64 && starts.step == Double.SIZE_BYTES.toLong()) return RunningF64.row(x, y, run, cells)
        for (i in 0 until run) {
            val total = doubleCell(cells, i) + floating(from, x + i * starts.step)
            setDoubleCell(cells, i, total)
            putFloating(to, y + i.toLong() * to.bytes, total)
        }
    }

    private fun wholes(x: Long, y: Long, run: Int, cells: Long) {
        for (i in 0 until run) {
            val total = longCell(cells, i) + whole(from, x + i * starts.step)
            setLongCell(cells, i, total)
            putWhole(DType.I64, y + i.toLong() * to.bytes, total)
        }
    }

    private companion object {
        const val TOGETHER = 256
    }
}
