package dev.rankine.ops.plain.kernels

import dev.rankine.ops.Op
import dev.rankine.ops.matmulOp

/** The kernels of products of matrices. */
internal val matrixKernels: List<Pair<Op<*>, PlainKernel<*>>> = listOf(matmulOp to MatmulF32, matmulOp to MatmulF64)
