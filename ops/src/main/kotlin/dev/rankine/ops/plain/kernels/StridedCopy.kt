package dev.rankine.ops.plain.kernels

import dev.rankine.ops.plain.Workers
import dev.rankine.shapes.Layout

/**
 * Copies elements between arrays of the same type, whatever the two layouts. Axes that both sides walk evenly are joined first; rows that
 * are dense on both sides are block moves; a transposition goes in tiles, so that every cache line that is read serves a whole row of a tile.
 */
internal fun copyElements(source: Any, from: Layout, target: Any, to: Layout) {
    if (to.elements == 0) return
    val walk = CopyWalk(from, to)
    val unit = walk.rowsPerUnit.toLong() * walk.columns
    Workers.range(walk.units, maxOf(1L, GRAIN / unit).toInt()) { first, last ->
        for (i in first until last) walk.unit(i, source, target)
    }
}

/** The joined axes of a copy: a plane of rows and columns, and the axes around it. A unit of work is some rows of a plane. */
private class CopyWalk(from: Layout, to: Layout) {
    private val sizes = ArrayList<Int>()
    private val reads = ArrayList<Int>()
    private val writes = ArrayList<Int>()
    private val fromOffset = from.offset
    private val toOffset = to.offset

    init {
        for (axis in 0 until to.rank) {
            val size = to.sizes[axis]
            if (size == 1) continue
            val last = sizes.size - 1
            if (last >= 0 && reads[last] == from.stride(axis) * size && writes[last] == to.stride(axis) * size) {
                sizes[last] = sizes[last] * size
                reads[last] = from.stride(axis)
                writes[last] = to.stride(axis)
            } else {
                sizes.add(size)
                reads.add(from.stride(axis))
                writes.add(to.stride(axis))
            }
        }
        if (sizes.size == 1 && sizes[0] > LONGEST_ROW) cut()
        while (sizes.size < 2) {
            sizes.add(0, 1)
            reads.add(0, 0)
            writes.add(0, 0)
        }
    }

    private val columnAxis = sizes.size - 1
    private val isDense = reads[columnAxis] == 1 && writes[columnAxis] == 1
    private val rowAxis = if (isDense) columnAxis - 1 else (0 until columnAxis).minByOrNull { rowCost(it) }!!
    private val around = (0 until columnAxis).filter { it != rowAxis }
    private val rows = sizes[rowAxis]
    val columns: Int = sizes[columnAxis]
    val rowsPerUnit: Int = minOf(rows, TILE)
    private val unitsPerPlane = (rows + rowsPerUnit - 1) / rowsPerUnit
    val units: Int = around.fold(unitsPerPlane) { product, axis -> product * sizes[axis] }

    /** Rows that are neighbours in the source are tiled with the columns. */
    private fun rowCost(axis: Int): Int = Math.abs(reads[axis]).let { if (it == 0) Int.MAX_VALUE else it }

    /** One long row becomes rows and, where it does not divide, one row for the rest would be left: such rows stay whole. */
    private fun cut() {
        val row = (LONGEST_ROW downTo LONGEST_ROW / 2).firstOrNull { sizes[0] % it == 0 } ?: return
        sizes.add(row)
        reads.add(reads[0])
        writes.add(writes[0])
        sizes[0] = sizes[0] / row
        reads[0] = reads[0] * row
        writes[0] = writes[0] * row
    }

    fun unit(i: Int, source: Any, target: Any) {
        val row = i % unitsPerPlane * rowsPerUnit
        var rest = i / unitsPerPlane
        var read = fromOffset + row * reads[rowAxis]
        var write = toOffset + row * writes[rowAxis]
        for (n in around.indices.reversed()) {
            val axis = around[n]
            read += rest % sizes[axis] * reads[axis]
            write += rest % sizes[axis] * writes[axis]
            rest /= sizes[axis]
        }
        val count = minOf(rowsPerUnit, rows - row)
        if (isDense) {
            for (r in 0 until count) System.arraycopy(source, read + r * reads[rowAxis], target, write + r * writes[rowAxis], columns)
        } else {
            Plane(count, columns, read, reads[rowAxis], reads[columnAxis], write, writes[rowAxis], writes[columnAxis]).copy(source, target)
        }
    }
}

private const val TILE = 32
private const val LONGEST_ROW = 1 shl 16
private const val GRAIN = 1L shl 15
