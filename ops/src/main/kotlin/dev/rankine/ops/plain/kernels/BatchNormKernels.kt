package dev.rankine.ops.plain.kernels

import dev.rankine.ops.Op
import dev.rankine.ops.batchNormGradientOp
import dev.rankine.ops.batchNormOp

/** The kernels of batch normalization. */
internal val batchNormKernels: List<Pair<Op<*>, PlainKernel<*>>> =
    listOf(
        batchNormOp to BatchNormF32,
        batchNormOp to BatchNormF64,
        batchNormGradientOp to BatchNormGradientF32,
        batchNormGradientOp to BatchNormGradientF64,
    )
