package dev.rankine.nn

import dev.rankine.shapes.Dyn
import dev.rankine.shapes.of

/** A [BatchNorm1d] that finds its channels at its first batch, `[N, c]` or `[N, c, L]`. The sizes stay. */
public class LazyBatchNorm1d(momentum: Double? = 0.1, eps: Double = 1e-5, affine: Boolean = true, trackRunningStatistics: Boolean = true) :
    LazyMapping("eps = $eps", { 1 }, { BatchNorm1d(Dyn of it, momentum, eps, affine, trackRunningStatistics) })
