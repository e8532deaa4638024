package dev.rankine.kernels.lanes

import dev.rankine.kernels.VectorKernel
import dev.rankine.kernels.address
import dev.rankine.ops.Evaluator
import dev.rankine.ops.HostStorage
import dev.rankine.ops.PadAttributes
import dev.rankine.ops.Value
import dev.rankine.shapes.Layout

/** Slabs around the operand are filled and it is copied between them: every place is written once. */
internal object ConstantPad : VectorKernel<PadAttributes>() {
    override fun accepts(attributes: PadAttributes, inputs: Array<Value>): Boolean = true

    override fun compute(attributes: PadAttributes, inputs: Array<Value>, outputs: Array<Value>) {
        val (x, y) = inputs[0] to outputs[0]
        if (y.elements == 0) return
        val pattern = pattern(y, attributes.value)
        val pads = attributes.pads
        var from = x.layout
        var into = y.layout
        for (i in 0 until pads.size / 2) {
            val axis = x.rank - 1 - i
            val size = y.sizes[axis]
            val first = maxOf(0, -pads[2 * i])
            val before = minOf(size, maxOf(0, pads[2 * i]))
            val count = maxOf(0, minOf(x.sizes[axis], x.sizes[axis] + pads[2 * i + 1]) - first)
            fillSlab(pattern, y, into, axis, 0, before)
            fillSlab(pattern, y, into, axis, before + count, size - before - count)
            from = from.slice(axis, first, count, 1)
            into = into.slice(axis, before, count, 1)
        }
        if (into.elements > 0) copyElements(x, y, from, into)
    }

    private fun fillSlab(pattern: Long, y: Value, into: Layout, axis: Int, start: Int, count: Int) {
        if (count > 0) fillElements(pattern, y, into.slice(axis, start, count, 1))
    }

    /** The bytes of [number]: stored in the first element as the row converts it, whatever comes there later. */
    private fun pattern(y: Value, number: Number): Long {
        val storage = Evaluator.store(y) as HostStorage
        if (number is Long) storage.setLong(y.layout.offset, number) else storage.setDouble(y.layout.offset, number.toDouble())
        return FillRows.pattern(y.address(), y.dtype.bytes)
    }
}
