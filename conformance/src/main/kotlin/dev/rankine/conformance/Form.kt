package dev.rankine.conformance

import dev.rankine.ops.Backend
import dev.rankine.ops.Value
import dev.rankine.ops.hostArray
import dev.rankine.shapes.Layout
import dev.rankine.shapes.Sizes

/** How the elements of an operand lie in its storage. Places between them hold a number that no result may depend on. */
public enum class Form {
    /** Row-major without gaps. */
    DENSE,

    /** Row-major, after some elements that do not belong to it. */
    OFFSET,

    /** Column-major. */
    TRANSPOSED,

    /** Every second element of the last axis. */
    STEPPED,

    /** Every axis backwards. */
    NEGATIVE,

    /** The first axis repeats one element, without a copy; the data are changed so that they fit. */
    BROADCAST,
    ;

    /** [data] as this form can hold them: repeated along the first axis for [BROADCAST], else unchanged. */
    public fun fitting(data: HostData): HostData {
        if (this != BROADCAST || data.sizes.rank == 0 || data.sizes.elements == 0) return data
        val row = data.sizes.elements / data.sizes[0]
        return HostData.of(data.dtype, data.sizes).also { for (i in 0 until data.sizes.elements) it.set(i, data, i % row) }
    }

    /** [data], which [fitting] gave, as a value of [backend] that lies in this form. */
    public fun place(data: HostData, backend: Backend): Value {
        val layout = layout(data.sizes)
        val span = layout.span()
        val count = (span?.last ?: -1) + 1 + if (this == DENSE) 0 else MARGIN
        val held = HostData(data.dtype, Sizes.of(count), hostArray(data.dtype, count))
        if (this != DENSE) for (i in 0 until count) held.set(i, FOREIGN)
        for (i in 0 until data.sizes.elements) held.set(place(layout, i), data, i)
        val storage = backend.allocate(data.dtype, count)
        backend.upload(held.array, storage)
        return Value(data.dtype, layout, backend, storage)
    }

    private fun layout(sizes: Sizes): Layout {
        val dense = Layout.of(sizes)
        return when (this) {
            DENSE -> {
                dense
            }

            OFFSET -> {
                Layout.of(sizes, MARGIN)
            }

            TRANSPOSED -> {
                val reversed = IntArray(sizes.rank) { sizes.rank - 1 - it }
                Layout.of(sizes.pick(reversed)).pick(reversed)
            }

            STEPPED -> {
                Layout(sizes, IntArray(sizes.rank) { dense.stride(it) * 2 }, 1)
            }

            NEGATIVE -> {
                Layout(sizes, IntArray(sizes.rank) { -dense.stride(it) }, maxOf(sizes.elements - 1, 0))
            }

            BROADCAST -> {
                Layout(sizes, dense.strides().also { if (it.isNotEmpty()) it[0] = 0 }, 0)
            }
        }
    }

    private fun place(layout: Layout, i: Int): Int {
        var rest = i
        var at = layout.offset
        for (axis in layout.rank - 1 downTo 0) {
            at += rest % layout.sizes[axis] * layout.stride(axis)
            rest /= layout.sizes[axis]
        }
        return at
    }

    private companion object {
        const val MARGIN = 3
        const val FOREIGN = 77.0
    }
}
