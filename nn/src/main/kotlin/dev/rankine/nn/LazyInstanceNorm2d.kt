package dev.rankine.nn

import dev.rankine.shapes.Dyn
import dev.rankine.shapes.of

/** An [InstanceNorm2d] that finds its channels at its first batch, `[N, c, H, W]`, with or without `N`. The sizes stay. */
public class LazyInstanceNorm2d(
    momentum: Double? = 0.1,
    eps: Double = 1e-5,
    affine: Boolean = false,
    trackRunningStatistics: Boolean = false,
) : LazyMapping("eps = $eps", channelsBefore(2), { InstanceNorm2d(Dyn of it, momentum, eps, affine, trackRunningStatistics) })
