package dev.rankine.kernels.lanes

import dev.rankine.kernels.VectorKernel
import dev.rankine.kernels.address
import dev.rankine.ops.Evaluator
import dev.rankine.ops.GroupNormAttributes
import dev.rankine.ops.Spec
import dev.rankine.ops.Value
import dev.rankine.shapes.DType
import dev.rankine.shapes.Sizes

/**
 * The gradients of group normalization, group by group: a level near its mean; for each of its channels the sums of [RowSumsF32]; the pass that
 * writes, see [LinesF32]. What examples give for weight and bias is added in their order, so that it does not depend on the number of threads.
 *
 * Float32 on an AMD EPYC (Zen 4) at 512 bits, one thread, JDK 25: `[32, 64, 32, 32]` in 8 groups with weight and bias, forward and gradient,
 * 2.8 ms beside 2.7 ms of libtorch 2.10 while other processes ran; 2.3 to 2.7 instead of 3.0 to 3.3 since the sums read the result's lines along.
 */
internal object GroupNormBackward : VectorKernel<GroupNormAttributes>() {
    override fun accepts(attributes: GroupNormAttributes, inputs: Array<Value>): Boolean =
        isVectorType(inputs) && inputs[1].elements > 0 && lineLength(inputs[1]) >= SHORTEST_LINE

    override fun compute(attributes: GroupNormAttributes, inputs: Array<Value>, outputs: Array<Value>) {
        val sizes = inputs[1].sizes
        val sums = Evaluator.allocate(Spec(DType.F64, Sizes.of(2, sizes[0], sizes[1])), inputs[1].backend)
        try {
            inOrder(inputs) { dense ->
                val slopes = GroupSlopes(attributes, dense, outputs[0].address(), sums.address())
                forRows(sizes[0] * attributes.groups, slopes.count) { first, end ->
                    val scratch = ReduceScratch.get()
                    for (row in first until end) slopes.compute(row, scratch)
                }
            }
            for (i in 0..1) add(sums.address() + i * CELL * sizes[0] * sizes[1], sizes[0], outputs[i + 1])
        } finally {
            Evaluator.store(sums).release("group_norm_gradient")
        }
    }

    /** Sets [y] to the sums over the rows of float64 numbers at [rows]. */
    private fun add(rows: Long, count: Int, y: Value) {
        val n = y.elements
        for (row in 1 until count) {
            for (i in 0 until n) setDoubleCell(rows, i, doubleCell(rows, i) + doubleCell(rows, row * n + i))
        }
        for (i in 0 until n) putFloating(y.dtype, y.address() + i.toLong() * y.dtype.bytes, doubleCell(rows, i))
    }
}

/** What the groups of a call share: operands [dense] in order, the result at [dx]; what channels of examples give for weight, then bias, at [sums]. */
private class GroupSlopes(attributes: GroupNormAttributes, dense: Array<Value>, private val dx: Long, private val sums: Long) {
    private val type = dense[1].dtype
    private val dy = dense[0].address()
    private val x = dense[1].address()
    private val weight = if (dense.size == 3) dense[2].address() else 0
    private val eps = attributes.eps
    private val groups = attributes.groups
    private val lines = dense[1].sizes[1] / groups
    private val length = lineLength(dense[1])
    private val biases = sums + CELL * dense[1].sizes[0] * dense[1].sizes[1]

    /** How many numbers are normalized together. */
    val count: Int = lines * length

    /**
     * Whose lines come into the cache with the sums: the result's, so that writing it does not wait for them, if they come from memory and a group of all
     * three arrays stays there. What is in a cache already would take a tenth longer.
     */
    private val near = if (count.toLong() * type.bytes <= NEAR && dense[1].elements.toLong() * type.bytes >= FAR) dx else x

    fun compute(row: Int, scratch: ReduceScratch) {
        val at = row.toLong() * count * type.bytes
        val levels = scratch.cells + LEVELS
        val level = level(type, x + at, count, levels, scratch)
        for (i in 0 until RowSumsF32.ROWS) putFloating(type, levels + i.toLong() * type.bytes, level)
        var distances = 0.0
        var squares = 0.0
        var arrived = 0.0
        var products = 0.0
        for (from in 0 until lines step RowSumsF32.ROWS) {
            val some = minOf(RowSumsF32.ROWS, lines - from)
            lineSums(at + from.toLong() * length * type.bytes, some, levels, scratch)
            for (i in 0 until some) {
                val line = row * lines + from + i
                distances += doubleCell(scratch.cells, 4 * i)
                squares += doubleCell(scratch.cells, 4 * i + 1)
                setDoubleCell(biases, line, doubleCell(scratch.cells, 4 * i + 2))
                setDoubleCell(sums, line, doubleCell(scratch.cells, 4 * i + 3))
                arrived += weight(line) * doubleCell(biases, line)
                products += weight(line) * doubleCell(sums, line)
            }
        }
        val lost = distances / count
        val root = 1 / Math.sqrt(Math.max(0.0, squares / count - lost * lost) + eps)
        val mean = arrived / count
        val slope = root * root * root * (products / count - lost * mean)
        val shift = root * mean - lost * slope
        for (line in row * lines until (row + 1) * lines) {
            setDoubleCell(sums, line, (doubleCell(sums, line) - lost * doubleCell(biases, line)) * root)
            write(line, level, root * weight(line), slope, shift)
        }
        val finite = if (type == DType.F32) (slope + shift + root).toFloat().isFinite() else (slope + shift + root).isFinite()
        if (!finite) special(row, level + lost, root, mean)
    }

    private fun lineSums(at: Long, some: Int, levels: Long, scratch: ReduceScratch) {
        if (type == DType.F32) {
            RowSumsF32.slopes(dy + at, 0, x + at, near + at, some, length, levels, scratch.cells, scratch.numbers)
        } else {
            RowSumsF64.slopes(dy + at, 0, x + at, near + at, some, length, levels, scratch.cells, scratch.numbers)
        }
    }

    private fun write(line: Int, level: Double, scale: Double, slope: Double, shift: Double) {
        val at = line.toLong() * length * type.bytes
        if (type == DType.F32) {
            val center = level.toFloat()
            LinesF32.gradient(dy + at, x + at, dx + at, length, center, 0f, scale.toFloat(), slope.toFloat(), shift.toFloat())
        } else {
            LinesF64.gradient(dy + at, x + at, dx + at, length, level, 0.0, scale, slope, shift)
        }
    }

    /** A group as the definition has it, one number at a time: where a sum is infinite, the order decides between infinity and NaN. */
    private fun special(row: Int, center: Double, root: Double, mean: Double) {
        val numbers = row.toLong() * count until (row + 1L) * count

        fun standard(i: Long): Double = (floating(type, x + i * type.bytes) - center) * root
        var product = 0.0
        for (i in numbers) product += arrived(i) * standard(i) / count
        for (line in row * lines until (row + 1) * lines) setDoubleCell(sums, line, 0.0)
        for (i in numbers) {
            putFloating(type, dx + i * type.bytes, (arrived(i) - mean - standard(i) * product) * root)
            val line = (i / length).toInt()
            setDoubleCell(sums, line, doubleCell(sums, line) + floating(type, dy + i * type.bytes) * standard(i))
        }
    }

    /** What arrived for number [i] of all, times its weight. */
    private fun arrived(i: Long): Double = floating(type, dy + i * type.bytes) * weight((i / length).toInt())

    /** The weight of the channel of line [line]. */
    private fun weight(line: Int): Double =
        if (weight == 0L) 1.0 else floating(type, weight + (line % (groups * lines)).toLong() * type.bytes)
}

private const val CELL = 8L

/** The most bytes of a group whose three arrays stay in the second-level cache. */
private const val NEAR = 192L shl 10

/** Bytes of an array that come from memory. */
private const val FAR = 4L shl 20

/** Where levels are in the cells: behind four sums of each row. */
private const val LEVELS = 4 * 16 * CELL
