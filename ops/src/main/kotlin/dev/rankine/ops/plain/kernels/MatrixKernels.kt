package dev.rankine.ops.plain.kernels

import dev.rankine.ops.Op
import dev.rankine.ops.conv2dInputGradient
import dev.rankine.ops.conv2dOp
import dev.rankine.ops.conv2dWeightGradient
import dev.rankine.ops.linearOp
import dev.rankine.ops.matmulOp

/** The kernels of products of matrices and of convolutions. */
internal val matrixKernels: List<Pair<Op<*>, PlainKernel<*>>> =
    listOf(
        matmulOp to MatmulF32,
        matmulOp to MatmulF64,
        linearOp to LinearF32,
        linearOp to LinearF64,
        conv2dOp to Conv2dF32,
        conv2dOp to Conv2dF64,
        conv2dInputGradient to Conv2dInputGradientF32,
        conv2dInputGradient to Conv2dInputGradientF64,
        conv2dWeightGradient to Conv2dWeightGradientF32,
        conv2dWeightGradient to Conv2dWeightGradientF64,
    )
