package dev.rankine.kernels.lanes

import dev.rankine.kernels.VectorKernel
import dev.rankine.ops.Op
import dev.rankine.ops.blockAttentionGradientOp
import dev.rankine.ops.blockAttentionOp

/** Attention and its gradient, block by block; a matrix of all scores is never made. [AttentionF32] and [AttentionGradientF32] say how. */
internal val attentionKernels: List<Pair<Op<*>, VectorKernel<*>>> =
    listOf(blockAttentionOp to BlockAttention, blockAttentionGradientOp to BlockAttentionGradient)
