package dev.rankine.kernels.lanes

import dev.rankine.kernels.VectorKernel
import dev.rankine.ops.Op
import dev.rankine.ops.blockAttentionGradientOp
import dev.rankine.ops.blockAttentionOp

/**
 * Attention and its gradient, block by block; a matrix of all scores is never made. [AttentionF32] and [AttentionGradientF32] say how.
 *
 * Float32, 8 heads of size 64, on an AMD EPYC (Zen 4) at 512 bits, one thread, JDK 25, where products of matrices reach 113 GFLOP/s: 128
 * queries and keys 0.43 ms, the gradient 1.0 ms; 512 6.1 and 14.9 ms; 1024 24.3 ms. In order, each query with those before it, 512 3.3 and 8.1 ms.
 */
internal val attentionKernels: List<Pair<Op<*>, VectorKernel<*>>> =
    listOf(blockAttentionOp to BlockAttention, blockAttentionGradientOp to BlockAttentionGradient)
