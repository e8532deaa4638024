package dev.rankine.ops.plain.kernels

import dev.rankine.ops.AxisAttributes
import dev.rankine.ops.Op
import dev.rankine.ops.Value
import dev.rankine.ops.atLeastOneAxis
import dev.rankine.ops.gatherOp
import dev.rankine.ops.hostArray
import dev.rankine.ops.indexAddOp
import dev.rankine.ops.indexSelectOp
import dev.rankine.ops.outOfRange
import dev.rankine.ops.plain.Workers
import dev.rankine.ops.scatterAddOp
import dev.rankine.shapes.DType
import dev.rankine.shapes.Layout
import dev.rankine.shapes.Sizes

/** The kernels of rows that read or write at indices. */
internal val indexKernels: List<Pair<Op<*>, PlainKernel<*>>> =
    listOf(indexSelectOp to IndexSelect, indexAddOp to IndexAddF32, gatherOp to GatherF32, scatterAddOp to ScatterAddF32)

/** Slices are block moves, for every element type. */
private object IndexSelect : PlainKernel<AxisAttributes> {
    override fun accepts(attributes: AxisAttributes, inputs: Array<Value>): Boolean = true

    override fun run(attributes: AxisAttributes, inputs: Array<Value>, outputs: Array<Value>) {
        val (x, index) = inputs
        val y = outputs[0]
        val axis = Axis(x, attributes.axis)
        val chosen = chosen("index_select", index, x, axis.size)
        if (y.elements == 0) return
        val (from, offset) = dense(x)
        val to = y.array()
        Workers.range(axis.outer * chosen.size, maxOf(1, GRAIN / axis.inner)) { first, last ->
            for (i in first until last) {
                val place = (i / chosen.size * axis.size + chosen[i % chosen.size]) * axis.inner
                System.arraycopy(from, offset + place, to, y.layout.offset + i * axis.inner, axis.inner)
            }
        }
    }
}

/** Sums in float; every element of the result is summed by one thread in the order of the index. */
private object IndexAddF32 : PlainKernel<AxisAttributes> {
    override fun accepts(attributes: AxisAttributes, inputs: Array<Value>): Boolean = inputs[0].dtype == DType.F32

    override fun run(attributes: AxisAttributes, inputs: Array<Value>, outputs: Array<Value>) {
        val (x, index, source) = inputs
        val y = outputs[0]
        val axis = Axis(x, attributes.axis)
        val chosen = chosen("index_add", index, x, axis.size)
        copyElements(x.array(), x.layout, y.array(), y.layout)
        if (source.elements == 0) return
        val (from, offset) = dense(source)
        val (read, write) = from as FloatArray to y.floats()
        // threads share the elements of a slice, not the index: repeated indices cannot clash
        Workers.range(axis.inner, maxOf(COLUMNS, GRAIN / maxOf(1, axis.outer * chosen.size))) { first, last ->
            for (outer in 0 until axis.outer) {
                for (j in chosen.indices) {
                    val at = offset + (outer * chosen.size + j) * axis.inner
                    val into = y.layout.offset + (outer * axis.size + chosen[j]) * axis.inner
                    for (i in first until last) write[into + i] += read[at + i]
                }
            }
        }
    }
}

/** Row by row of the index; the operand may lie in any layout. */
private object GatherF32 : PlainKernel<AxisAttributes> {
    override fun accepts(attributes: AxisAttributes, inputs: Array<Value>): Boolean =
        inputs[0].dtype == DType.F32 && inputs[0].rank > 0 && inputs[1].rank > 0

    override fun run(attributes: AxisAttributes, inputs: Array<Value>, outputs: Array<Value>) {
        val (x, index) = inputs
        val y = outputs[0]
        val axis = attributes.axis
        val chosen = chosen("gather", index, x, x.sizes[axis])
        if (chosen.isEmpty()) return
        val last = index.rank - 1
        val columns = index.sizes[last]
        val (from, to) = x.floats() to y.floats()
        val step = x.layout.stride(axis)
        val walk = if (axis == last) 0 else x.layout.stride(last)
        Workers.range(chosen.size / columns, maxOf(1, GRAIN / columns)) { first, end ->
            for (row in first until end) {
                val base = rowStart(row, index.sizes, x.layout, axis)
                for (j in 0 until columns) {
                    to[y.layout.offset + row * columns + j] =
                        from[base + chosen[row * columns + j] * step + j * walk]
                }
            }
        }
    }
}

/** Where row [row] of [sizes] starts in [layout], without the axis [without]. */
internal fun rowStart(row: Int, sizes: Sizes, layout: Layout, without: Int): Int {
    var rest = row
    var place = layout.offset
    for (k in sizes.rank - 2 downTo 0) {
        if (k != without) place += rest % sizes[k] * layout.stride(k)
        rest /= sizes[k]
    }
    return place
}

/** The sizes before, of and after an axis. */
private class Axis(x: Value, axis: Int) {
    private val sizes = atLeastOneAxis(x.sizes)
    val size: Int = sizes[axis]
    val outer: Int = (0 until axis).fold(1) { product, i -> product * sizes[i] }
    val inner: Int = (axis + 1 until sizes.rank).fold(1) { product, i -> product * sizes[i] }
}

/** The numbers of [index] after all were checked. */
internal fun chosen(op: String, index: Value, target: Value, size: Int): IntArray {
    val numbers = IntArray(index.elements)
    val (array, offset) = dense(index)
    when (array) {
        is LongArray -> {
            for (i in numbers.indices) {
                val number = array[offset + i]
                if (number < 0 || number >= size) throw outOfRange(op, number, i, size, index.sizes, target.sizes)
                numbers[i] = number.toInt()
            }
        }

        is IntArray -> {
            for (i in numbers.indices) {
                val number = array[offset + i]
                if (number < 0 || number >= size) throw outOfRange(op, number.toLong(), i, size, index.sizes, target.sizes)
                numbers[i] = number
            }
        }

        // an index without elements may be of any integer type
        else -> {
            check(numbers.isEmpty()) { "$op: an index of ${index.dtype}" }
        }
    }
    return numbers
}

/** The elements of [x] in row-major order: an array, and where they start in it. */
private fun dense(x: Value): Pair<Any, Int> {
    if (x.layout.isContiguous) return x.array() to x.layout.offset
    val array = hostArray(x.dtype, x.elements)
    copyElements(x.array(), x.layout, array, Layout.of(x.sizes))
    return array to 0
}

private const val GRAIN = 1 shl 14
private const val COLUMNS = 64
