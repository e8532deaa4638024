package dev.rankine.nn

import dev.rankine.shapes.Dim
import dev.rankine.shapes.Rank4
import dev.rankine.shapes.Rank5
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Sized
import dev.rankine.tensor.Tensor
import dev.rankine.tensor.UncheckedShape
import dev.rankine.tensor.unchecked

/**
 * [InstanceNorm] of volumes. `[N, C, D, H, W] -> [N, C, D, H, W]`, with or without `N`.
 *
 * @throws dev.rankine.shapes.ShapeException if the dim declares no size.
 * @throws IllegalArgumentException if [momentum] is not in `[0, 1]`, or [eps] is negative.
 */
@ShapeRule(
    "[*p, c, d, h, w] channels=? -> [*p, c, d, h, w] where rank(p) <= 1 \"needs four axes or five\", c == channels \"the channels are others\"",
)
@OptIn(UncheckedShape::class)
public class InstanceNorm3d<C : Dim<*>>(
    channels: Sized<C>,
    momentum: Double? = 0.1,
    eps: Double = 1e-5,
    affine: Boolean = false,
    trackRunningStatistics: Boolean = false,
) : InstanceNorm<C>(channels, 5, momentum, eps, affine, trackRunningStatistics) {
    /** `[N, C, D, H, W] -> [N, C, D, H, W]`. */
    @JvmName("invoke5")
    public operator fun <N : Dim<*>, D : Dim<*>, H : Dim<*>, W : Dim<*>> invoke(
        x: Tensor<Rank5<N, C, D, H, W>>,
    ): Tensor<Rank5<N, C, D, H, W>> = call(x.value).unchecked()

    /** `[C, D, H, W] -> [C, D, H, W]`. */
    @JvmName("invoke4")
    public operator fun <D : Dim<*>, H : Dim<*>, W : Dim<*>> invoke(x: Tensor<Rank4<C, D, H, W>>): Tensor<Rank4<C, D, H, W>> =
        call(x.value).unchecked()
}
