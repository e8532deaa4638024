package dev.rankine.nn

import dev.rankine.shapes.Cube
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Rank4
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Sized
import dev.rankine.tensor.Tensor
import dev.rankine.tensor.UncheckedShape
import dev.rankine.tensor.unchecked

/**
 * [InstanceNorm] of planes. `[N, C, H, W] -> [N, C, H, W]`, with or without `N`.
 *
 * @throws dev.rankine.shapes.ShapeException if the dim declares no size.
 * @throws IllegalArgumentException if [momentum] is not in `[0, 1]`, or [eps] is negative.
 */
@ShapeRule(
    "[*p, c, h, w] channels=? -> [*p, c, h, w] where rank(p) <= 1 \"needs three axes or four\", c == channels \"the channels are others\"",
)
@OptIn(UncheckedShape::class)
public class InstanceNorm2d<C : Dim<*>>(
    channels: Sized<C>,
    momentum: Double? = 0.1,
    eps: Double = 1e-5,
    affine: Boolean = false,
    trackRunningStatistics: Boolean = false,
) : InstanceNorm<C>(channels, 4, momentum, eps, affine, trackRunningStatistics) {
    /** `[N, C, H, W] -> [N, C, H, W]`. */
    @JvmName("invoke4")
    public operator fun <N : Dim<*>, H : Dim<*>, W : Dim<*>> invoke(x: Tensor<Rank4<N, C, H, W>>): Tensor<Rank4<N, C, H, W>> =
        call(x.value).unchecked()

    /** `[C, H, W] -> [C, H, W]`. */
    @JvmName("invoke3")
    public operator fun <H : Dim<*>, W : Dim<*>> invoke(x: Tensor<Cube<C, H, W>>): Tensor<Cube<C, H, W>> = call(x.value).unchecked()
}
