package dev.rankine.kernels.lanes

import dev.rankine.kernels.VectorKernel
import dev.rankine.ops.AxisAttributes
import dev.rankine.ops.MatrixDiagonalAttributes
import dev.rankine.ops.Op
import dev.rankine.ops.Op1
import dev.rankine.ops.SliceAttributes
import dev.rankine.ops.Value
import dev.rankine.ops.View
import dev.rankine.ops.catOp
import dev.rankine.ops.constantPadOp
import dev.rankine.ops.copy
import dev.rankine.ops.diagonalOp
import dev.rankine.ops.diagonalScatterOp
import dev.rankine.ops.sliceOp
import dev.rankine.ops.sliceScatterOp
import dev.rankine.ops.trilOp
import dev.rankine.ops.triuOp
import dev.rankine.shapes.Layout

/** The kernels of rows that move elements, for every element type and every layout. */
internal val moveKernels: List<Pair<Op<*>, VectorKernel<*>>> =
    listOf(
        copy to Copy,
        catOp to Cat,
        constantPadOp to ConstantPad,
        sliceScatterOp to SliceScatter,
        diagonalScatterOp to DiagonalScatter,
        trilOp to Triangle(isLower = true),
        triuOp to Triangle(isLower = false),
    )

internal object Copy : VectorKernel<Unit>() {
    override fun accepts(attributes: Unit, inputs: Array<Value>): Boolean = true

    override fun compute(attributes: Unit, inputs: Array<Value>, outputs: Array<Value>) = copyElements(inputs[0], outputs[0])
}

internal object Cat : VectorKernel<AxisAttributes>() {
    override fun accepts(attributes: AxisAttributes, inputs: Array<Value>): Boolean = true

    override fun compute(attributes: AxisAttributes, inputs: Array<Value>, outputs: Array<Value>) {
        val y = outputs[0]
        var before = 0
        for (x in inputs) {
            if (x.elements == 0) continue
            val size = x.sizes[attributes.axis]
            copyElements(x, y, into = y.layout.slice(attributes.axis, before, size, 1))
            before += size
        }
    }
}

internal object SliceScatter : VectorKernel<SliceAttributes>() {
    override fun accepts(attributes: SliceAttributes, inputs: Array<Value>): Boolean = true

    override fun compute(attributes: SliceAttributes, inputs: Array<Value>, outputs: Array<Value>) {
        copyElements(inputs[0], outputs[0])
        copyElements(inputs[1], outputs[0], into = sliceOp.layoutOf(attributes, outputs[0].layout))
    }
}

internal object DiagonalScatter : VectorKernel<MatrixDiagonalAttributes>() {
    override fun accepts(attributes: MatrixDiagonalAttributes, inputs: Array<Value>): Boolean = true

    override fun compute(attributes: MatrixDiagonalAttributes, inputs: Array<Value>, outputs: Array<Value>) {
        copyElements(inputs[0], outputs[0])
        copyElements(inputs[1], outputs[0], into = diagonalOp.layoutOf(attributes, outputs[0].layout))
    }
}

/** The part of [layout] that this view shows; a slice and a diagonal never need a copy. */
private fun <A : Any> Op1<A>.layoutOf(attributes: A, layout: Layout): Layout = (body as View<A>).layout(attributes, layout)!!
