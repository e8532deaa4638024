package dev.rankine.kernels.lanes

import dev.rankine.kernels.SegmentStorage
import dev.rankine.kernels.address
import dev.rankine.ops.Evaluator
import dev.rankine.ops.Value
import java.lang.foreign.Arena

/** The addresses of operands whose elements lie one after another: their own, or those of copies that live until the end of [use]. */
internal class DenseOperands(private val values: Array<Value>) {
    inline fun use(body: (addresses: LongArray) -> Unit) {
        if (values.all { it.layout.isContiguous }) return body(LongArray(values.size) { values[it].address() })
        Arena.ofShared().use { arena -> body(LongArray(values.size) { dense(values[it], arena) }) }
    }

    fun dense(value: Value, arena: Arena): Long {
        if (value.layout.isContiguous) return value.address()
        val segment = arena.allocate(maxOf(1L, value.elements.toLong() * value.dtype.bytes), LINE)
        val copy = SegmentStorage(value.dtype, value.elements, segment)
        val source = Evaluator.store(value) as SegmentStorage
        val isFloating = value.dtype.isFloating
        var to = 0
        visit(value, 0, value.layout.offset) { from ->
            if (isFloating) copy.setDouble(to++, source.getDouble(from)) else copy.setLong(to++, source.getLong(from))
        }
        return segment.address()
    }

    private fun visit(value: Value, axis: Int, at: Int, body: (Int) -> Unit) {
        if (axis == value.rank) return body(at)
        for (i in 0 until value.sizes[axis]) visit(value, axis + 1, at + i * value.layout.stride(axis), body)
    }

    private companion object {
        const val LINE = 64L
    }
}
