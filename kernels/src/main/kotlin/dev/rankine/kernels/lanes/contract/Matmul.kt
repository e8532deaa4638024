package dev.rankine.kernels.lanes

import dev.rankine.kernels.VectorKernel
import dev.rankine.kernels.address
import dev.rankine.ops.Value
import dev.rankine.shapes.DType

/**
 * Products of matrices of [dtype], one per batch element, whatever the strides. Where all share the right matrix and the rows of the left
 * ones are evenly spaced, they are those of one product.
 */
internal class Matmul(private val dtype: DType, private val gemm: Gemm) : VectorKernel<Unit>() {
    override fun accepts(attributes: Unit, inputs: Array<Value>): Boolean = inputs[0].dtype == dtype && inputs[1].dtype == dtype

    override fun compute(attributes: Unit, inputs: Array<Value>, outputs: Array<Value>) {
        val a = inputs[0]
        val b = inputs[1]
        val y = outputs[0]
        if (y.elements == 0) return
        val n = y.sizes[y.rank - 1]
        val k = a.sizes[a.rank - 1]
        val isOne = y.rank == 2 || (isShared(b) && Matrices.areRows(a.layout))
        val m = if (isOne) y.elements / n else y.sizes[y.rank - 2]
        val left = if (isOne) Matrices.rows(a) else Matrices.of(a)
        Products(gemm, m, n, k, left, Matrices.of(b), y.address(), 0L).compute(y.elements / n / m)
    }

    private fun isShared(b: Value): Boolean {
        for (axis in 0 until b.rank - 2) if (b.layout.stride(axis) != 0 && b.sizes[axis] != 1) return false
        return true
    }
}
