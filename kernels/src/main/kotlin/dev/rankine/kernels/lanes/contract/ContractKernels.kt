package dev.rankine.kernels.lanes

import dev.rankine.kernels.VectorKernel
import dev.rankine.ops.Op
import dev.rankine.ops.linearOp
import dev.rankine.ops.matmulOp
import dev.rankine.shapes.DType

/** Products of matrices. */
internal val contractKernels: List<Pair<Op<*>, VectorKernel<*>>> =
    listOf(
        matmulOp to Matmul(DType.F32, GemmF32),
        matmulOp to Matmul(DType.F64, GemmF64),
        linearOp to Linear(DType.F32, GemmF32),
        linearOp to Linear(DType.F64, GemmF64),
    )
