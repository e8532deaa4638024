package dev.rankine.kernels.lanes

import dev.rankine.kernels.VectorKernel
import dev.rankine.kernels.address
import dev.rankine.ops.GroupNormAttributes
import dev.rankine.ops.Op
import dev.rankine.ops.Value
import dev.rankine.ops.groupNormGradientOp
import dev.rankine.ops.groupNormOp
import dev.rankine.shapes.DType

/** Group normalization. Figures: [GroupNormForward]. */
internal val groupNormKernels: List<Pair<Op<*>, VectorKernel<*>>> =
    listOf(groupNormOp to GroupNormForward, groupNormGradientOp to GroupNormBackward)

/**
 * Group normalization: a group of an example is one row of numbers, its channels are lines of it. Two passes over a row while it is in the cache:
 * its distances from a level near its mean, see [MomentsF32]; and, line by line, the pass that writes, with the weight in the scale and the
 * bias in the shift. Lines of fewer than [SHORTEST_LINE] numbers are left to generated loops.
 *
 * Float32 on an AMD EPYC (Zen 4) at 512 bits, one thread, JDK 25: `[32, 64, 32, 32]` in 8 groups with weight and bias 0.5 ms.
 */
private object GroupNormForward : VectorKernel<GroupNormAttributes>() {
    override fun accepts(attributes: GroupNormAttributes, inputs: Array<Value>): Boolean =
        isVectorType(inputs) && lineLength(inputs[0]) >= SHORTEST_LINE

    override fun compute(attributes: GroupNormAttributes, inputs: Array<Value>, outputs: Array<Value>) {
        if (inputs[0].elements == 0) return
        inOrder(inputs) { dense ->
            val x = dense[0]
            val lines = x.sizes[1] / attributes.groups
            val weight = if (attributes.hasWeight) dense[1].address() else 0
            val bias = if (attributes.hasBias) dense.last().address() else 0
            val group = Group(x.dtype, lines, lineLength(x), attributes.eps, weight, bias)
            val bytes = group.count.toLong() * x.dtype.bytes
            val from = x.address()
            val to = outputs[0].address()
            forRows(x.sizes[0] * attributes.groups, group.count) { first, end ->
                val scratch = ReduceScratch.get()
                for (row in first until end) {
                    group.forward(from + row * bytes, to + row * bytes, row % attributes.groups * lines, scratch)
                }
            }
        }
    }
}

/** What all groups of a call share: [lines] channels of [length] numbers; weight and bias are addresses, or 0. */
private class Group(
    private val type: DType,
    private val lines: Int,
    private val length: Int,
    private val eps: Double,
    private val weight: Long,
    private val bias: Long,
) {
    /** How many numbers are normalized together. */
    val count: Int = lines * length

    /** Fills the group at [y], whose first channel is [channel], from that at [x]. */
    fun forward(x: Long, y: Long, channel: Int, scratch: ReduceScratch) {
        val cells = scratch.cells
        val level = level(type, x, count, cells, scratch)
        setDoubleCell(cells, 0, 0.0)
        setDoubleCell(cells, 1, 0.0)
        if (type == DType.F32) {
            MomentsF32.distances(x, count, level.toFloat(), cells, scratch.tile)
        } else {
            MomentsF64.distances(x, count, level, cells, scratch.tile)
        }
        val lost = doubleCell(cells, 0) / count
        val root = 1 / Math.sqrt(Math.max(0.0, doubleCell(cells, 1) / count - lost * lost) + eps)
        for (line in 0 until lines) {
            val at = line.toLong() * length * type.bytes
            val place = (channel + line).toLong() * type.bytes
            val scale = if (weight == 0L) root else root * floating(type, weight + place)
            val shift = (if (bias == 0L) 0.0 else floating(type, bias + place)) - lost * scale
            if (type == DType.F32) {
                LinesF32.standard(x + at, y + at, length, level.toFloat(), scale.toFloat(), shift.toFloat())
            } else {
                LinesF64.standard(x + at, y + at, length, level, scale, shift)
            }
        }
    }
}

/** A level near the mean of the [count] numbers at [x], which is also stored at [levels]. */
internal fun level(type: DType, x: Long, count: Int, levels: Long, scratch: ReduceScratch): Double {
    if (type == DType.F32) {
        RowSumsF32.levels(x, 1, count, levels, scratch.tile)
    } else {
        RowSumsF64.levels(x, 1, count, levels, scratch.tile)
    }
    return floating(type, levels)
}

/** How many numbers a channel of an example has. */
internal fun lineLength(x: Value): Int = (2 until x.rank).fold(1) { product, axis -> product * x.sizes[axis] }
