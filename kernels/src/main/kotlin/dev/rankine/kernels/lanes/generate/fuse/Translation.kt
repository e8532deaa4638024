package dev.rankine.kernels.lanes

import dev.rankine.ops.FullAttributes
import dev.rankine.ops.Trace
import dev.rankine.ops.Value
import dev.rankine.ops.View
import dev.rankine.ops.fullOp
import dev.rankine.ops.symbol
import dev.rankine.shapes.DType
import dev.rankine.shapes.Layout
import dev.rankine.shapes.Sizes
import dev.rankine.shapes.castToDouble
import dev.rankine.shapes.castToLong
import java.util.IdentityHashMap

/** An operand of a fused loop: [input] of the call, seen through [views]. */
internal class Source(val input: Int, val views: List<Trace.Node>) {
    /** The layout of the operand for that of the input, or null where a view needs a copy. */
    fun layout(layout: Layout): Layout? = views.fold(layout as Layout?) { seen, node -> seen?.let { view(node, it) } }

    override fun equals(other: Any?): Boolean = other is Source && input == other.input && views == other.views

    override fun hashCode(): Int = input

    @Suppress("UNCHECKED_CAST")
    private fun view(node: Trace.Node, layout: Layout): Layout? = (node.op.body as View<Any>).layout(node.attributes, layout)
}

/** From the graph of a trace to terms, as far as elements are mapped at the same place of values of [sizes]. */
internal class Translation(private val sizes: Sizes) {
    private val terms = IdentityHashMap<Trace.Node, Term>()

    /** The operands that the terms read. */
    val sources: ArrayList<Source> = ArrayList()

    /** The numbers that the terms read as arguments. */
    val numbers: ArrayList<Long> = ArrayList()

    /** What [value] is at one place, or null if it is no map of elements. */
    fun term(value: Value): Term? {
        val symbol = value.symbol ?: return null
        val node = symbol.node ?: return if (value.sizes == sizes) operand(Source(symbol.index, emptyList()), value.dtype) else null
        return terms[node] ?: node(node, value)?.also { terms[node] = it }
    }

    private fun node(node: Trace.Node, value: Value): Term? {
        if (node.op === fullOp) return constant(node.attributes as FullAttributes)
        if (node.op.body is View) return view(node, value)
        val row = rowTerms[node.op] ?: return null
        val parts = node.inputs.map { term(it) ?: return null }
        return row.term(node.attributes, parts, node.inputs.map { it.dtype })
    }

    /** A view of a constant is that constant; one of an operand is another operand. */
    private fun view(node: Trace.Node, value: Value): Term? {
        if (isConstant(node.inputs[0])) return term(node.inputs[0])
        if (value.sizes != sizes) return null
        val views = ArrayList<Trace.Node>()
        var inner = value
        while (true) {
            val symbol = inner.symbol ?: return null
            val next = symbol.node
            if (next == null) return operand(Source(symbol.index, views.reversed()), value.dtype)
            if (next.op.body !is View) return null
            views.add(next)
            inner = next.inputs[0]
        }
    }

    private fun isConstant(value: Value): Boolean {
        val node = value.symbol?.node ?: return false
        return node.op === fullOp ||
            (node.inputs.isNotEmpty() && node.inputs.all { isConstant(it) } && (node.op.body is View || node.op in rowTerms))
    }

    private fun operand(source: Source, dtype: DType): Term {
        val known = sources.indexOf(source)
        if (known < 0) sources.add(source)
        return Operand(if (known < 0) sources.size - 1 else known, dtype.lane)
    }

    private fun constant(full: FullAttributes): Term {
        val number = full.number
        val bits =
            when {
                full.dtype.isFloating -> castToDouble(number.toDouble(), full.dtype).toRawBits()
                number is Long -> castToLong(number, full.dtype)
                else -> castToLong(number.toDouble(), full.dtype)
            }
        val known = numbers.indexOf(bits)
        if (known < 0) numbers.add(bits)
        return Argument(if (known < 0) numbers.size - 1 else known, full.dtype.lane)
    }
}
