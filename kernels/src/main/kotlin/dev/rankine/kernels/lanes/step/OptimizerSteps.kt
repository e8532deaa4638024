package dev.rankine.kernels.lanes

import dev.rankine.kernels.VectorKernel
import dev.rankine.ops.Op
import dev.rankine.ops.adamStepOp
import dev.rankine.ops.sgdStepOp

/** The steps of optimizers. */
internal val stepKernels: List<Pair<Op<*>, VectorKernel<*>>> = listOf(adamStepOp to AdamStep, sgdStepOp to SgdStep)
