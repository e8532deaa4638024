package dev.rankine.kernels.lanes

import dev.rankine.kernels.VectorKernel
import dev.rankine.ops.Op
import dev.rankine.ops.gruGradientOp
import dev.rankine.ops.gruOp
import dev.rankine.ops.lstmGradientOp
import dev.rankine.ops.lstmOp
import dev.rankine.ops.rnnGradientOp
import dev.rankine.ops.rnnOp

/** Recurrences: all steps of a layer and direction are one call. [Lstm] says how. */
internal val recurrentKernels: List<Pair<Op<*>, VectorKernel<*>>> =
    listOf(
        lstmOp to Lstm,
        lstmGradientOp to LstmGradient,
        gruOp to Gru,
        gruGradientOp to GruGradient,
        rnnOp to Rnn,
        rnnGradientOp to RnnGradient,
    )
