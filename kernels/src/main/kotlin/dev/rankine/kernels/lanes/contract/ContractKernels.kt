package dev.rankine.kernels.lanes

import dev.rankine.kernels.VectorKernel
import dev.rankine.ops.Op
import dev.rankine.ops.linearOp
import dev.rankine.ops.matmulOp
import dev.rankine.shapes.DType

private val gemms = listOf(DType.F32 to GemmF32, DType.F64 to GemmF64, DType.I64 to GemmI64, DType.I32 to GemmI32)
private val narrow = listOf(DType.F16, DType.BF16, DType.I16, DType.I8, DType.U8)

private fun wide(dtype: DType) = if (dtype.isFloating) DType.F32 to GemmF32 else DType.I32 to GemmI32

/** Products of matrices. */
internal val contractKernels: List<Pair<Op<*>, VectorKernel<*>>> =
    gemms.flatMap { (dtype, gemm) -> listOf(matmulOp to Matmul(dtype, gemm), linearOp to Linear(dtype, gemm)) } +
        narrow.flatMap { dtype ->
            val (wide, gemm) = wide(dtype)
            listOf(matmulOp to Narrowed(dtype, Matmul(wide, gemm)), linearOp to Narrowed(dtype, Linear(wide, gemm)))
        }
