package dev.rankine.ops.plain.kernels

import dev.rankine.ops.AxisAttributes
import dev.rankine.ops.DiagonalAttributes
import dev.rankine.ops.MatrixDiagonalAttributes
import dev.rankine.ops.Op
import dev.rankine.ops.PadAttributes
import dev.rankine.ops.SliceAttributes
import dev.rankine.ops.Value
import dev.rankine.ops.catOp
import dev.rankine.ops.constantPadOp
import dev.rankine.ops.copy
import dev.rankine.ops.diagonalOf
import dev.rankine.ops.diagonalScatterOp
import dev.rankine.ops.of
import dev.rankine.ops.overlap
import dev.rankine.ops.plain.Workers
import dev.rankine.ops.sliceScatterOp
import dev.rankine.ops.trilOp
import dev.rankine.ops.triuOp

/** The kernels of rows that move elements, for every element type. */
internal val moveKernels: List<Pair<Op<*>, PlainKernel<*>>> =
    listOf(
        copy to Copy,
        catOp to Cat,
        constantPadOp to ConstantPad,
        sliceScatterOp to SliceScatter,
        diagonalScatterOp to DiagonalScatter,
        trilOp to Triangle(isLower = true),
        triuOp to Triangle(isLower = false),
    )

private object Copy : PlainKernel<Unit> {
    override fun accepts(attributes: Unit, inputs: Array<Value>): Boolean = true

    override fun run(attributes: Unit, inputs: Array<Value>, outputs: Array<Value>): Unit =
        copyElements(inputs[0].array(), inputs[0].layout, outputs[0].array(), outputs[0].layout)
}

private object Cat : PlainKernel<AxisAttributes> {
    override fun accepts(attributes: AxisAttributes, inputs: Array<Value>): Boolean = true

    override fun run(attributes: AxisAttributes, inputs: Array<Value>, outputs: Array<Value>) {
        val y = outputs[0]
        var before = 0
        for (x in inputs) {
            if (x.elements == 0) continue
            copyElements(x.array(), x.layout, y.array(), y.layout.slice(attributes.axis, before, x.sizes[attributes.axis], 1))
            before += x.sizes[attributes.axis]
        }
    }
}

private object ConstantPad : PlainKernel<PadAttributes> {
    override fun accepts(attributes: PadAttributes, inputs: Array<Value>): Boolean = true

    override fun run(attributes: PadAttributes, inputs: Array<Value>, outputs: Array<Value>) {
        val y = outputs[0]
        fill(y, attributes.value)
        val (from, into) = overlap(inputs[0].layout, y.layout, attributes.pads)
        copyElements(inputs[0].array(), from, y.array(), into)
    }
}

private object SliceScatter : PlainKernel<SliceAttributes> {
    override fun accepts(attributes: SliceAttributes, inputs: Array<Value>): Boolean = true

    override fun run(attributes: SliceAttributes, inputs: Array<Value>, outputs: Array<Value>) {
        val y = outputs[0]
        copyElements(inputs[0].array(), inputs[0].layout, y.array(), y.layout)
        copyElements(inputs[1].array(), inputs[1].layout, y.array(), attributes.of(y.layout))
    }
}

private object DiagonalScatter : PlainKernel<MatrixDiagonalAttributes> {
    override fun accepts(attributes: MatrixDiagonalAttributes, inputs: Array<Value>): Boolean = true

    override fun run(attributes: MatrixDiagonalAttributes, inputs: Array<Value>, outputs: Array<Value>) {
        val y = outputs[0]
        copyElements(inputs[0].array(), inputs[0].layout, y.array(), y.layout)
        copyElements(inputs[1].array(), inputs[1].layout, y.array(), diagonalOf(y.layout, attributes))
    }
}

/** Row by row, what is kept is one block. */
private class Triangle(private val isLower: Boolean) : PlainKernel<DiagonalAttributes> {
    override fun accepts(attributes: DiagonalAttributes, inputs: Array<Value>): Boolean = inputs[0].layout.isContiguous

    override fun run(attributes: DiagonalAttributes, inputs: Array<Value>, outputs: Array<Value>) {
        val x = inputs[0]
        val y = outputs[0]
        if (y.elements == 0) return
        fill(y, 0L)
        val rows = x.sizes[-2]
        val columns = x.sizes[-1]
        val (from, to) = x.array() to y.array()
        Workers.range(y.elements / columns, maxOf(1, (1 shl 15) / columns)) { first, last ->
            for (row in first until last) {
                val bound = row % rows + attributes.diagonal.toLong()
                val start = if (isLower) 0 else bound.coerceIn(0L, columns.toLong()).toInt()
                val end = if (isLower) (bound + 1).coerceIn(0L, columns.toLong()).toInt() else columns
                System.arraycopy(from, x.layout.offset + row * columns + start, to, y.layout.offset + row * columns + start, end - start)
            }
        }
    }
}
