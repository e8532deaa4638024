package dev.rankine.kernels.lanes

import dev.rankine.kernels.Workers
import dev.rankine.kernels.address
import dev.rankine.ops.ReduceAttributes
import dev.rankine.ops.Spec
import dev.rankine.ops.Value
import dev.rankine.ops.sumOp
import dev.rankine.shapes.DType
import java.lang.foreign.ValueLayout

/**
 * The sum of a map over the last [axes] axes. The loop fills a block in the first cache, which is summed at once, so that the map never
 * goes to memory. Blocks have a fixed length and their sums are added in order: the same bits whatever the number of threads. Figures: [Stepped].
 */
internal class SumStep(
    private val sweep: Sweep,
    private val sources: List<Source>,
    private val numbers: LongArray,
    private val map: Spec,
    private val axes: Int,
    private val target: Int,
) : Step {
    private val kept = (0 until map.sizes.rank - axes).fold(1) { product, axis -> product * map.sizes[axis] }
    private val terms = (map.sizes.rank - axes until map.sizes.rank).fold(1) { product, axis -> product * map.sizes[axis] }

    override fun run(values: Array<Value?>) {
        val operands = Array(sources.size) { sources[it].of(values) }
        val places = Array(operands.size) { plane(operands[it]) }
        if (terms < FEW || places.any { it == null }) return apart(operands, values[target]!!)
        val singles = places.indices.sumOf { if (places[it]!!.step == 0L) 1L shl it else 0L }
        val program = sweep.program(singles)
        val blocks = (terms - 1) / Frame.BLOCK + 1
        val y = values[target]!!
        if (blocks == 1) {
            Workers.range(kept, GRAIN) { from, to ->
                for (row in from until to) store(y, row, block(program, places, row, 0))
            }
            return
        }
        val sums = DoubleArray(kept * blocks)
        Workers.range(sums.size, GRAIN) { from, to ->
            for (unit in from until to) sums[unit] = block(program, places, unit / blocks, unit % blocks)
        }
        for (row in 0 until kept) {
            var sum = 0.0
            for (block in 0 until blocks) sum += sums[row * blocks + block]
            store(y, row, sum)
        }
    }

    private fun block(program: Program, places: Array<Plane?>, row: Int, block: Int): Double {
        val frame = Frame.get()
        val first = block * Frame.BLOCK
        val count = minOf(Frame.BLOCK, terms - first)
        for (i in places.indices) frame.places[i] = places[i]!!.let { it.address + row * it.stride + first * it.step }
        val sums = frame.region(places.size)
        frame.places[places.size] = sums
        program.run(frame, numbers, count)
        return if (map.dtype == DType.F32) SumF32.run(sums, count, frame.tile) else SumF64.run(sums, count, frame.tile)
    }

    /** Map and sum one after the other, for layouts that are no plane, and short sums. */
    private fun apart(operands: Array<Value>, y: Value) {
        val x = temporary(map, y)
        try {
            sweep.run(numbers, operands, arrayOf(x))
            val last = (map.sizes.rank - axes until map.sizes.rank).toList()
            y.backend.run(sumOp, ReduceAttributes(last, keepDim = y.rank == x.rank), arrayOf(x), arrayOf(y))
        } finally {
            release(x)
        }
    }

    /** An operand as rows, [stride] bytes apart, of elements that are [step] bytes apart: their size, or 0. */
    private class Plane(val address: Long, val stride: Long, val step: Long)

    private fun plane(value: Value): Plane? {
        if (value.dtype.isHalf) return null
        val split = map.sizes.rank - axes
        val stride = joined(value, 0, split) ?: return null
        val step = joined(value, split, map.sizes.rank) ?: return null
        if (step != 0 && step != 1) return null
        return Plane(value.address(), stride.toLong() * value.dtype.bytes, step.toLong() * value.dtype.bytes)
    }

    /** The one stride of the axes [from] until [to], or null if they have several. */
    private fun joined(value: Value, from: Int, to: Int): Int? {
        var stride = 0
        var size = 0
        for (axis in to - 1 downTo from) {
            if (value.sizes[axis] == 1) continue
            if (size == 0) {
                stride = value.layout.stride(axis)
            } else if (value.layout.stride(axis) != stride * size) {
                return null
            }
            size = maxOf(size, 1) * value.sizes[axis]
        }
        return stride
    }

    private fun store(y: Value, row: Int, sum: Double) {
        if (y.dtype == DType.F32) {
            Lanes.ALL.set(ValueLayout.JAVA_FLOAT_UNALIGNED, y.address() + 4L * row, sum.toFloat())
        } else {
            Lanes.ALL.set(ValueLayout.JAVA_DOUBLE_UNALIGNED, y.address() + 8L * row, sum)
        }
    }

    private companion object {
        /** Shorter sums are not worth a loop each. */
        const val FEW = 64

        /** Blocks that a thread takes at a time. */
        const val GRAIN = 8
    }
}
