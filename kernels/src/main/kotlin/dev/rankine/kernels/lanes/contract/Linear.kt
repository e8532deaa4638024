package dev.rankine.kernels.lanes

import dev.rankine.kernels.VectorKernel
import dev.rankine.kernels.address
import dev.rankine.ops.Value
import dev.rankine.shapes.DType

/** Affine maps of the last axis of [dtype]: the bias is added while a tile of the product is in the cache. */
internal class Linear(private val dtype: DType, private val gemm: Gemm) : VectorKernel<Unit>() {
    override fun accepts(attributes: Unit, inputs: Array<Value>): Boolean =
        inputs.all { it.dtype == dtype } && (inputs.size == 2 || inputs[2].layout.isContiguous)

    override fun compute(attributes: Unit, inputs: Array<Value>, outputs: Array<Value>) {
        val x = inputs[0]
        val weight = inputs[1]
        val y = outputs[0]
        if (y.elements == 0) return
        val n = weight.sizes[0]
        val k = weight.sizes[1]
        val bias = if (inputs.size == 3) inputs[2].address() else 0L
        val areRows = Matrices.areRows(x.layout)
        val m = if (areRows) y.elements / n else y.sizes[y.rank - 2]
        val left = if (areRows) Matrices.rows(x) else Matrices.of(x)
        // not a batch: the same weight for all
        val right = Matrices.of(weight).transposed()
        Products(gemm, m, n, k, left, right, y.address(), bias).compute(y.elements / n / m)
    }
}
