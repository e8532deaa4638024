package dev.rankine.ops.plain.kernels

import dev.rankine.ops.Value
import dev.rankine.ops.plain.Workers
import dev.rankine.shapes.DType
import dev.rankine.shapes.Layout

/** Products of float32 matrices, one per batch element, whatever the strides. */
internal object MatmulF32 : PlainKernel<Unit> {
    override fun accepts(attributes: Unit, inputs: Array<Value>): Boolean = inputs.all { it.dtype == DType.F32 }

    override fun run(attributes: Unit, inputs: Array<Value>, outputs: Array<Value>) {
        val (a, b) = inputs
        val y = outputs[0]
        forEachMatrix(y, a.sizes[-1]) { i ->
            GemmF32.multiply(y.sizes[-2], y.sizes[-1], a.sizes[-1], matrix(a, i), matrix(b, i), matrix(y, i))
        }
    }

    private fun matrix(x: Value, i: Int): MatrixF32 =
        MatrixF32(x.floats(), batchOffset(x.layout, i), x.layout.stride(x.rank - 2), x.layout.stride(x.rank - 1))
}

/** Products of float64 matrices, one per batch element, whatever the strides. */
internal object MatmulF64 : PlainKernel<Unit> {
    override fun accepts(attributes: Unit, inputs: Array<Value>): Boolean = inputs.all { it.dtype == DType.F64 }

    override fun run(attributes: Unit, inputs: Array<Value>, outputs: Array<Value>) {
        val (a, b) = inputs
        val y = outputs[0]
        forEachMatrix(y, a.sizes[-1]) { i ->
            GemmF64.multiply(y.sizes[-2], y.sizes[-1], a.sizes[-1], matrix(a, i), matrix(b, i), matrix(y, i))
        }
    }

    private fun matrix(x: Value, i: Int): MatrixF64 =
        MatrixF64(x.doubles(), batchOffset(x.layout, i), x.layout.stride(x.rank - 2), x.layout.stride(x.rank - 1))
}

/** Affine maps of the last axis of float32: the result starts as the bias, to which the product is added. */
internal object LinearF32 : PlainKernel<Unit> {
    override fun accepts(attributes: Unit, inputs: Array<Value>): Boolean = isAffine(DType.F32, inputs)

    override fun run(attributes: Unit, inputs: Array<Value>, outputs: Array<Value>) {
        val (x, weight) = inputs
        val y = outputs[0]
        val (out, k) = weight.sizes.toList()
        if (y.elements == 0) return
        val rows = y.elements / out
        if (inputs.size == 3) copyElements(inputs[2].array(), inputs[2].layout.expand("linear", y.sizes), y.array(), y.layout)
        GemmF32.multiply(
            rows,
            out,
            k,
            MatrixF32(x.floats(), x.layout.offset, k, 1),
            MatrixF32(weight.floats(), weight.layout.offset, weight.layout.stride(1), weight.layout.stride(0)),
            MatrixF32(y.floats(), y.layout.offset, out, 1),
            fresh = inputs.size == 2,
        )
    }
}

/** Affine maps of the last axis of float64: the result starts as the bias, to which the product is added. */
internal object LinearF64 : PlainKernel<Unit> {
    override fun accepts(attributes: Unit, inputs: Array<Value>): Boolean = isAffine(DType.F64, inputs)

    override fun run(attributes: Unit, inputs: Array<Value>, outputs: Array<Value>) {
        val (x, weight) = inputs
        val y = outputs[0]
        val (out, k) = weight.sizes.toList()
        if (y.elements == 0) return
        val rows = y.elements / out
        if (inputs.size == 3) copyElements(inputs[2].array(), inputs[2].layout.expand("linear", y.sizes), y.array(), y.layout)
        GemmF64.multiply(
            rows,
            out,
            k,
            MatrixF64(x.doubles(), x.layout.offset, k, 1),
            MatrixF64(weight.doubles(), weight.layout.offset, weight.layout.stride(1), weight.layout.stride(0)),
            MatrixF64(y.doubles(), y.layout.offset, out, 1),
            fresh = inputs.size == 2,
        )
    }
}

/** Whether the rows of the operand lie one after another, so that they are those of a matrix. */
private fun isAffine(dtype: DType, inputs: Array<Value>): Boolean = inputs.all { it.dtype == dtype } && inputs[0].layout.isContiguous

/** Calls [product] for every matrix of the result [y]; small ones are shared among the threads, large ones share their rows. */
private fun forEachMatrix(y: Value, k: Int, product: (Int) -> Unit) {
    val count = batch(y.layout)
    val work = 2.0 * y.sizes[-2] * y.sizes[-1] * k
    val grain = if (count >= 2 * Workers.count || work < SMALL) (SMALL / maxOf(work, 1.0)).toInt().coerceIn(1, maxOf(count, 1)) else count
    Workers.range(count, grain) { from, to -> for (i in from until to) product(i) }
}

/** Work, in floating-point operations, that a thread claims at least. */
private const val SMALL = 2e5

/** How many matrices lie in the last two axes. */
private fun batch(layout: Layout): Int = (0 until layout.rank - 2).fold(1) { product, axis -> product * layout.sizes[axis] }

/** Where matrix [i] starts. */
private fun batchOffset(layout: Layout, i: Int): Int {
    var rest = i
    var at = layout.offset
    for (axis in layout.rank - 3 downTo 0) {
        at += rest % layout.sizes[axis] * layout.stride(axis)
        rest /= layout.sizes[axis]
    }
    return at
}
