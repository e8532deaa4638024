package dev.rankine.kernels.lanes

import dev.rankine.kernels.RangeBody
import dev.rankine.kernels.Workers
import dev.rankine.kernels.address
import dev.rankine.ops.Value
import dev.rankine.shapes.Layout
import kotlin.math.abs

/** Copies the elements of [source] at [part] to the places [into] of [target], of the same type; by default all to all. */
internal fun copyElements(source: Value, target: Value, part: Layout = source.layout, into: Layout = target.layout) {
    val size = target.dtype.bytes
    val from = source.address() + (part.offset - source.layout.offset).toLong() * size
    val to = target.address() + (into.offset - target.layout.offset).toLong() * size
    val bytes = into.elements.toLong() * size
    if (bytes <= ONE_BLOCK && part.isContiguous && into.isContiguous) {
        if (bytes > 0) CopyRows.copy(from, 0, to, 0, 1, bytes)
    } else {
        moveAll(StridedCopy(part, into, size, from, to, 0))
    }
}

/** Writes the element that stands in [pattern] (see [FillRows]) to all places of [into], a part of [target]. */
internal fun fillElements(pattern: Long, target: Value, into: Layout = target.layout) {
    val size = target.dtype.bytes
    val to = target.address() + (into.offset - target.layout.offset).toLong() * size
    moveAll(StridedCopy(null, into, size, 0, to, pattern))
}

private fun moveAll(copy: StridedCopy) {
    if (copy.units <= copy.grain) copy.run(0, copy.units) else Workers.range(copy.units, copy.grain, copy)
}

/**
 * A copy whatever the two layouts, or a fill where there is no [from]. Axes are walked in the order of the target's memory and joined where
 * both sides walk evenly. What remains is a plane of rows and columns with axes around it; a unit of work is some rows of a plane. Rows that
 * are dense on both sides are block moves; a column that the source repeats is a fill; a transposition goes in tiles.
 *
 * Float32 on one thread of an AMD EPYC (Zen 4), 512 bits, JDK 25, read and written together: 65,536 elements 70-80 GB/s and 16,777,216
 * 38 GB/s, both as MemorySegment.copy; transposition 1024 x 1024 375-440 us (20 GB/s; element by element it took 3,000), 256 x 256 18 us;
 * heads split `[32, 128, 8, 64] -> [32, 8, 128, 64]` 420-490 us and merged 340-490 us (34-50 GB/s); NCHW to NHWC of
 * `[32, 64, 32, 32]` 1.2-2.4 ms (7-14 GB/s), of `[32, 3, 32, 32]` 60-100 us; rows or columns expanded to 1024 x 1024 46 us.
 */
private class StridedCopy(
    from: Layout?,
    to: Layout,
    private val size: Int,
    private val fromAddress: Long,
    private val toAddress: Long,
    private val pattern: Long,
) : RangeBody {
    private val isFill = from == null
    private var count = 0
    private val sizes = IntArray(to.rank + 2)
    private val reads = LongArray(to.rank + 2)
    private val writes = LongArray(to.rank + 2)

    init {
        if (to.elements > 0) {
            for (axis in 0 until to.rank) {
                if (to.sizes[axis] > 1) insert(to.sizes[axis], (from?.stride(axis) ?: 0).toLong() * size, to.stride(axis).toLong() * size)
            }
            join()
            while (count < 2) insertAt(0, 1, 0, 0)
        }
    }

    private val columnAxis = maxOf(count - 1, 0)
    private val isRun = writes[columnAxis] == size.toLong() && (reads[columnAxis] == size.toLong() || reads[columnAxis] == 0L)
    private val rowAxis = if (count == 0) 0 else rowAxis()
    private val isTransposition = !isFill && reads[rowAxis] == size.toLong() && writes[columnAxis] == size.toLong()
    private val rows = sizes[rowAxis]
    private val columns = sizes[columnAxis]

    /** A single row is cut into parts that threads can share. */
    private val columnsPerUnit = if (count == 2 && rows == 1) minOf(columns.toLong(), rowBlock() / size).toInt() else columns
    private val rowsPerUnit = rowsPerUnit()
    private val unitsPerRow = parts(columns, columnsPerUnit)
    private val unitsPerPlane = unitsPerRow * parts(rows, rowsPerUnit)

    /** How many units of work there are. */
    val units: Int = around { product, axis -> product * sizes[axis] }

    /** How many units a thread takes at a time. */
    val grain: Int = (ONE_BLOCK / (rowsPerUnit.toLong() * maxOf(columnsPerUnit, 1) * size)).coerceAtLeast(1).toInt()

    override fun run(from: Int, to: Int) {
        for (unit in from until to) unit(unit)
    }

    private fun unit(unit: Int) {
        val column = unit % unitsPerRow * columnsPerUnit
        val row = unit % unitsPerPlane / unitsPerRow * rowsPerUnit
        var rest = unit / unitsPerPlane
        var read = fromAddress + row * reads[rowAxis] + column * reads[columnAxis]
        var write = toAddress + row * writes[rowAxis] + column * writes[columnAxis]
        for (axis in count - 1 downTo 0) {
            if (axis == rowAxis || axis == columnAxis) continue
            val index = rest % sizes[axis]
            read += index * reads[axis]
            write += index * writes[axis]
            rest /= sizes[axis]
        }
        plane(minOf(rowsPerUnit, rows - row), minOf(columnsPerUnit, columns - column), read, write)
    }

    private fun plane(rows: Int, columns: Int, read: Long, write: Long) {
        val step = reads[rowAxis]
        val into = writes[rowAxis]
        val bytes = columns.toLong() * size
        when {
            isRun && isFill -> FillRows.fill(pattern, write, into, rows, bytes)
            isRun && reads[columnAxis] == 0L -> FillRows.repeat(size, read, step, write, into, rows, bytes)
            isRun -> CopyRows.copy(read, step, write, into, rows, bytes)
            isTransposition -> CopyPlane.transpose(size, read, reads[columnAxis], write, into, rows, columns)
            isFill -> for (r in 0 until rows) fillColumns(write + r * into, columns)
            else -> CopyPlane.copy(size, read, step, reads[columnAxis], write, into, writes[columnAxis], rows, columns)
        }
    }

    private fun fillColumns(write: Long, columns: Int) {
        FillRows.fill(pattern, write, 0, 1, size.toLong())
        if (columns > 1) CopyPlane.copy(size, write, 0, 0, write + writes[columnAxis], 0, writes[columnAxis], 1, columns - 1)
    }

    private inline fun around(product: (Int, Int) -> Int): Int {
        var result = if (count == 0) 0 else unitsPerPlane
        for (axis in 0 until count) if (axis != rowAxis && axis != columnAxis) result = product(result, axis)
        return result
    }

    /** A block move of this size goes past the caches, which could not hold so much anyway. */
    private fun rowBlock(): Long = if (columns.toLong() * size >= 4 * LARGE_BLOCK) LARGE_BLOCK else ONE_BLOCK

    /** Small rows go together. */
    private fun rowsPerUnit(): Int {
        val most =
            if (isRun) {
                ONE_BLOCK / (columnsPerUnit.toLong() * size).coerceAtLeast(1)
            } else {
                maxOf(
                    TILE,
                    TILE * TILE * 4L / maxOf(columnsPerUnit, 1),
                )
            }
        return most.coerceIn(1L, maxOf(rows, 1).toLong()).toInt()
    }

    private fun parts(whole: Int, part: Int): Int = if (part == 0) 0 else (whole - 1) / part + 1

    /** The axis in which the source goes on soonest: reads in the order of memory are fetched ahead, writes wait for nothing. */
    private fun rowAxis(): Int {
        var best = columnAxis - 1
        // runs of whole lines need no neighbours: then the target's order is quicker
        if (isRun && sizes[columnAxis].toLong() * size >= LINES) return best
        for (axis in columnAxis - 1 downTo 0) {
            if (reads[axis] != 0L &&
                (reads[best] == 0L || abs(reads[axis]) < abs(reads[best]))
            ) {
                best = axis
            }
        }
        return best
    }

    /** The axis that the target's memory walks slowest comes first. */
    private fun insert(length: Int, read: Long, write: Long) {
        var at = count
        while (at > 0 && abs(writes[at - 1]) < abs(write)) at--
        insertAt(at, length, read, write)
    }

    private fun insertAt(at: Int, length: Int, read: Long, write: Long) {
        for (i in count downTo at + 1) {
            sizes[i] = sizes[i - 1]
            reads[i] = reads[i - 1]
            writes[i] = writes[i - 1]
        }
        sizes[at] = length
        reads[at] = read
        writes[at] = write
        count++
    }

    private fun join() {
        var last = 0
        for (axis in 1 until count) {
            val isEven = reads[last] == reads[axis] * sizes[axis] && writes[last] == writes[axis] * sizes[axis]
            if (isEven) {
                sizes[last] = sizes[last] * sizes[axis]
            } else {
                last++
                sizes[last] = sizes[axis]
            }
            reads[last] = reads[axis]
            writes[last] = writes[axis]
        }
        if (count > 0) count = last + 1
    }
}

/** Bytes that one thread moves at a time; fewer are not worth a second thread. */
private const val ONE_BLOCK = 1L shl 17
private const val LARGE_BLOCK = 1L shl 22

/** Bytes of a run from which on the source's order does not matter: two lines, which are fetched together. */
private const val LINES = 128L

/** Rows of a transposition that go together at least: what is read of each column should be several lines. */
private const val TILE = 64L
