package dev.rankine.nn

import dev.rankine.shapes.Dyn
import dev.rankine.shapes.of

/** An [InstanceNorm1d] that finds its channels at its first batch, `[N, c, L]`, with or without `N`. The sizes stay. */
public class LazyInstanceNorm1d(
    momentum: Double? = 0.1,
    eps: Double = 1e-5,
    affine: Boolean = false,
    trackRunningStatistics: Boolean = false,
) : LazyMapping("eps = $eps", channelsBefore(1), { InstanceNorm1d(Dyn of it, momentum, eps, affine, trackRunningStatistics) })
