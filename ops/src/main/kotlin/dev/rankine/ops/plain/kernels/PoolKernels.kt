package dev.rankine.ops.plain.kernels

import dev.rankine.ops.Op
import dev.rankine.ops.avgPool2dGradient
import dev.rankine.ops.avgPool2dOp
import dev.rankine.ops.maxPool2dGradient
import dev.rankine.ops.maxPool2dOp

/** The kernels of poolings. */
internal val poolKernels: List<Pair<Op<*>, PlainKernel<*>>> =
    listOf(
        maxPool2dOp to MaxPool2dF32,
        maxPool2dOp to MaxPool2dF64,
        maxPool2dGradient to MaxPool2dGradientF32,
        maxPool2dGradient to MaxPool2dGradientF64,
        avgPool2dOp to AvgPool2dF32,
        avgPool2dOp to AvgPool2dF64,
        avgPool2dGradient to AvgPool2dGradientF32,
        avgPool2dGradient to AvgPool2dGradientF64,
    )
