package dev.rankine.ops

/** The rows of pools over lines and volumes, and of what else pools do; those of plain windows over planes are among [convOps]. */
public val poolOps: List<Op<*>> =
    listOf(maxPool1dOp, maxPool3dOp, avgPool1dOp, avgPool3dOp, lpPool1dOp, lpPool2dOp, lpPool3dOp) +
        listOf(adaptiveAvgPool1dOp, adaptiveAvgPool3dOp, adaptiveMaxPool1dOp, adaptiveMaxPool2dOp, adaptiveMaxPool3dOp) +
        listOf(fractionalMaxPool2dOp, fractionalMaxPool3dOp, maxUnpool1dOp, maxUnpool2dOp, maxUnpool3dOp)
