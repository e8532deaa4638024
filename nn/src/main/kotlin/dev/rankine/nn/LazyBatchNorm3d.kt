package dev.rankine.nn

import dev.rankine.shapes.Dyn
import dev.rankine.shapes.of

/** A [BatchNorm3d] that finds its channels at its first batch, `[N, c, D, H, W]`. The sizes stay. */
public class LazyBatchNorm3d(momentum: Double? = 0.1, eps: Double = 1e-5, affine: Boolean = true, trackRunningStatistics: Boolean = true) :
    LazyMapping("eps = $eps", { 1 }, { BatchNorm3d(Dyn of it, momentum, eps, affine, trackRunningStatistics) })
