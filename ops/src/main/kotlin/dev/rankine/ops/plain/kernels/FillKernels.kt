package dev.rankine.ops.plain.kernels

import dev.rankine.ops.Evaluator
import dev.rankine.ops.FullAttributes
import dev.rankine.ops.Op
import dev.rankine.ops.Value
import dev.rankine.ops.fullOp
import dev.rankine.ops.plain.ArrayStorage
import dev.rankine.ops.plain.Workers

/** The kernel of values that are one number. */
internal val fillKernels: List<Pair<Op<*>, PlainKernel<*>>> = listOf(fullOp to Full)

private object Full : PlainKernel<FullAttributes> {
    override fun accepts(attributes: FullAttributes, inputs: Array<Value>): Boolean = true

    override fun run(attributes: FullAttributes, inputs: Array<Value>, outputs: Array<Value>): Unit = fill(outputs[0], attributes.number)
}

/** Sets every element of [y], which lies in row-major order, to [value]. The first element converts as its storage does, the others copy it. */
internal fun fill(y: Value, value: Number) {
    if (y.elements == 0) return
    val at = y.layout.offset
    val storage = Evaluator.store(y) as ArrayStorage
    if (value is Long) storage.setLong(at, value) else storage.setDouble(at, value.toDouble())
    val array = storage.array
    Workers.range(y.elements, GRAIN) { first, last -> fill(array, at, at + first, at + last) }
}

private fun fill(array: Any, source: Int, from: Int, to: Int): Unit =
    when (array) {
        is FloatArray -> array.fill(array[source], from, to)
        is DoubleArray -> array.fill(array[source], from, to)
        is LongArray -> array.fill(array[source], from, to)
        is IntArray -> array.fill(array[source], from, to)
        is ShortArray -> array.fill(array[source], from, to)
        is ByteArray -> array.fill(array[source], from, to)
        else -> error("full: no array of elements: ${array::class.java.name}")
    }

private const val GRAIN = 1 shl 16
