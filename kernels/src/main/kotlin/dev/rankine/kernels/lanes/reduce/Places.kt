package dev.rankine.kernels.lanes

import dev.rankine.kernels.VectorKernel
import dev.rankine.kernels.Workers
import dev.rankine.kernels.address
import dev.rankine.ops.ArgAttributes
import dev.rankine.ops.Value
import dev.rankine.shapes.DType

/**
 * The place of the first best element, of the first NaN if there is one. Long runs of float32 and float64 that lie in order: the best by vectors,
 * then the first that equals it. All else element by element.
 */
internal class Places(private val largest: Boolean) : VectorKernel<ArgAttributes>() {
    override fun accepts(attributes: ArgAttributes, inputs: Array<Value>): Boolean = true

    override fun compute(attributes: ArgAttributes, inputs: Array<Value>, outputs: Array<Value>) {
        val x = inputs[0]
        val axis = attributes.axis
        val axes =
            if (x.rank == 0) {
                emptyList()
            } else if (axis != null) {
                listOf(axis)
            } else {
                (0 until x.rank).toList()
            }
        val kept = Dims(x.layout, (0 until x.rank).filter { it !in axes }, x.dtype.bytes)
        val reduced = Dims(x.layout, axes, x.dtype.bytes)
        val search = Search(x.dtype, x.address(), kept, reduced, largest, outputs[0].address())
        if (x.elements <= GRAIN) return search.run(0, kept.count)
        Workers.range(kept.count, maxOf(1, GRAIN / reduced.count)) { from, to -> search.run(from, to) }
    }

    private companion object {
        const val GRAIN = 1 shl 15
    }
}

private class Search(
    private val type: DType,
    private val x: Long,
    private val kept: Dims,
    private val reduced: Dims,
    private val largest: Boolean,
    private val y: Long,
) {
    private val isVectors = reduced.step == type.bytes.toLong() && reduced.length >= LONG && (type == DType.F32 || type == DType.F64)

    fun run(first: Int, end: Int) {
        kept.runs(first, end - first) { at, done, run ->
            for (i in 0 until run) {
                val start = x + at + i * kept.step
                val place = if (type.isFloating) floatingPlace(start) else wholePlace(start)
                setLongCell(y, first + done + i, place.toLong())
            }
        }
    }

    private fun floatingPlace(start: Long): Int {
        var best = floating(type, start)
        var place = 0
        reduced.runs(0, reduced.count) { at, done, run ->
            if (best.isNaN()) return place
            val from = start + at
            if (isVectors) {
                val found = bestOf(from, run)
                if (found.isNaN() || (if (largest) found > best else found < best)) {
                    best = found
                    place = done + first(from, run, found)
                }
            } else {
                for (j in 0 until run) {
                    val number = floating(type, from + j * reduced.step)
                    if (number.isNaN()) return done + j
                    if (if (largest) number > best else number < best) {
                        best = number
                        place = done + j
                    }
                }
            }
        }
        return place
    }

    private fun bestOf(from: Long, run: Int): Double =
        if (type == DType.F32) {
            (if (largest) LargestF32.run(from, run) else SmallestF32.run(from, run)).toDouble()
        } else {
            if (largest) LargestF64.run(from, run) else SmallestF64.run(from, run)
        }

    /** Where [number] is first among [run] numbers that contain it. */
    private fun first(from: Long, run: Int, number: Double): Int {
        for (j in 0 until run) {
            val other = floating(type, from + j * reduced.step)
            if (other == number || (other.isNaN() && number.isNaN())) return j
        }
        error("no number of $run is their best, $number")
    }

    private fun wholePlace(start: Long): Int {
        var best = whole(type, start)
        var place = 0
        reduced.runs(0, reduced.count) { at, done, run ->
            for (j in 0 until run) {
                val number = whole(type, start + at + j * reduced.step)
                if (if (largest) number > best else number < best) {
                    best = number
                    place = done + j
                }
            }
        }
        return place
    }

    private companion object {
        const val LONG = 64
    }
}
