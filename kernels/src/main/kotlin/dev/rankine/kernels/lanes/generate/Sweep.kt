package dev.rankine.kernels.lanes

import dev.rankine.kernels.Workers
import dev.rankine.kernels.address
import dev.rankine.ops.Evaluator
import dev.rankine.ops.Value
import dev.rankine.shapes.DType
import dev.rankine.shapes.Layout
import java.util.concurrent.ConcurrentHashMap
import kotlin.math.abs

/**
 * A graph as it runs over whole values of the same sizes: with one loop from end to end where all lie in order or are one number, else
 * along a [Walk].
 *
 * A sum of two float32 operands of 65,536 elements takes 9.6 us, of 1,048,576, outside the caches, 178 us (71 GB/s)
 * (AMD EPYC (Zen 4), 512 bits, one thread, JDK 25).
 *
 * @property inputs how many operands the graph has.
 */
internal class Sweep(private val graph: Graph, private val inputs: Int) {
    private val programs = ConcurrentHashMap<Pair<Long, Long>, Program>()
    private val dense = lazy(LazyThreadSafetyMode.PUBLICATION) { program(0) }

    // what a lane costs decides how many are worth another thread; whole lines of the cache for elements of any size
    private val grain = (WORK / graph.terms.sumOf { cost(it) }).coerceIn(LEAST, MOST) / LINE * LINE

    fun run(numbers: LongArray, operands: Array<Value>, results: Array<Value>) {
        val n = results[0].elements
        if (n == 0) return
        var singles = 0L
        var inOrder = true
        for (i in operands.indices) {
            val operand = operands[i]
            if (operand.dtype.isHalf) {
                inOrder = false
            } else if (!operand.layout.isContiguous) {
                if (isSingle(operand)) singles = singles or (1L shl i) else inOrder = false
            }
        }
        for (result in results) if (!result.layout.isContiguous || result.dtype.isHalf) inOrder = false
        if (!inOrder) return walk(numbers, operands, results, n)
        val program = if (singles == 0L) dense.value else program(singles)
        if (n <= grain) return straight(program, numbers, operands, results, 0, n)
        Workers.range(n, grain) { from, to -> straight(program, numbers, operands, results, from, to) }
    }

    /** The loops for operands of which [singles] are one number for all lanes, and of which every other element of [alternates] is read. */
    fun program(singles: Long, alternates: Long = 0): Program =
        programs.getOrPut(singles to alternates) {
            Program.of(
                if (alternates ==
                    0L
                ) {
                    graph
                } else {
                    graph.skipping(alternates)
                },
                inputs,
                singles,
            )
        }

    private fun straight(program: Program, numbers: LongArray, operands: Array<Value>, results: Array<Value>, from: Int, to: Int) {
        val frame = Frame.get()
        for (i in operands.indices) {
            val operand = operands[i]
            frame.places[i] = operand.address() + if (operand.layout.isContiguous) from.toLong() * operand.dtype.bytes else 0
        }
        for (i in results.indices) frame.places[inputs + i] = results[i].address() + from.toLong() * results[i].dtype.bytes
        program.run(frame, numbers, to - from)
    }

    private fun walk(numbers: LongArray, operands: Array<Value>, results: Array<Value>, n: Int) {
        val apart = operands.indices.filter { n >= LARGE && isApart(operands[it]) }
        if (apart.isNotEmpty()) return panels(numbers, operands, apart, results)
        val walk = Walk(operands, results, graph.isVector)
        walk.run(program(walk.singles, walk.alternates), numbers, grain)
    }

    /** A panel of rows at a time, so that the copies of the operands [apart] stay in the second cache. */
    private fun panels(numbers: LongArray, operands: Array<Value>, apart: List<Int>, results: Array<Value>) {
        val layout = results[0].layout
        val axis = (0 until layout.rank).first { layout.sizes[it] != 1 }
        val least = if (apart.any { abs(operands[it].layout.stride(axis)) * operands[it].dtype.bytes < LINE }) LEAST_ROWS else 1
        val rows = (PANEL / (layout.elements / layout.sizes[axis])).coerceAtLeast(least)
        if (rows >= layout.sizes[axis]) return straightened(numbers, operands, apart, results)
        Workers.range(layout.sizes[axis], rows) { from, to ->
            straightened(numbers, parts(operands, axis, from, to), apart, parts(results, axis, from, to))
        }
    }

    /** The places [from] until [to] of [axis]. */
    private fun parts(values: Array<Value>, axis: Int, from: Int, to: Int): Array<Value> =
        Array(values.size) {
            val value = values[it]
            Value(value.dtype, value.layout.slice(axis, from, to - from, 1), value.backend, Evaluator.store(value))
        }

    /** With copies of the operands [apart], which lie in order. */
    private fun straightened(numbers: LongArray, operands: Array<Value>, apart: List<Int>, results: Array<Value>) {
        val own = operands.copyOf()
        val copies = apart.map { operands[it].backend.allocate(operands[it].dtype, operands[it].elements) }
        try {
            for ((i, storage) in apart.zip(copies)) {
                own[i] = Value(operands[i].dtype, Layout.of(operands[i].sizes), operands[i].backend, storage)
                copyElements(operands[i], own[i])
            }
            run(numbers, own, results)
        } finally {
            copies.forEach { it.release("a loop") }
        }
    }

    /** Whether neighbours along the last axis lie in different lines of the cache, as in a transposed matrix. */
    private fun isApart(value: Value): Boolean {
        val layout = value.layout
        val last = (layout.rank - 1 downTo 0).firstOrNull { layout.sizes[it] != 1 } ?: return false
        return abs(layout.stride(last)) * value.dtype.bytes >= LINE
    }

    private fun isSingle(value: Value): Boolean {
        val layout = value.layout
        for (axis in 0 until layout.rank) if (layout.stride(axis) != 0 && layout.sizes[axis] != 1) return false
        return true
    }

    private companion object {
        const val WORK = 1 shl 17
        const val LEAST = 1 shl 11
        const val MOST = 1 shl 15
        const val LINE = 64

        /** From here on a copy of an operand, in tiles, is quicker than to gather it run by run. */
        const val LARGE = 1 shl 9

        /** Elements of a panel, and its rows at least where neighbours in a column lie in one line: several lines of each. */
        const val PANEL = 1 shl 16
        const val LEAST_ROWS = 64

        fun cost(term: Term): Int = if (term is Call) 16 else 1
    }
}

/** Whether elements have 16 bits and are computed in float32. */
internal val DType.isHalf: Boolean get() = this == DType.F16 || this == DType.BF16
