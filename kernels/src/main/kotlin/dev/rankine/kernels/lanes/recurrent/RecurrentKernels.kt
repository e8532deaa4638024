package dev.rankine.kernels.lanes

import dev.rankine.kernels.VectorKernel
import dev.rankine.ops.Op
import dev.rankine.ops.lstmGradientOp
import dev.rankine.ops.lstmOp

/** Recurrences: all steps of a layer and direction are one call. [Lstm] says how. */
internal val recurrentKernels: List<Pair<Op<*>, VectorKernel<*>>> = listOf(lstmOp to Lstm, lstmGradientOp to LstmGradient)
