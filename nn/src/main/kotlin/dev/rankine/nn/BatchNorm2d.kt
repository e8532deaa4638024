package dev.rankine.nn

import dev.rankine.shapes.Dim
import dev.rankine.shapes.Rank4
import dev.rankine.shapes.Sized
import dev.rankine.tensor.Tensor
import dev.rankine.tensor.UncheckedShape
import dev.rankine.tensor.unchecked

/**
 * [BatchNorm] of planes. `[N, C, H, W] -> [N, C, H, W]`.
 *
 * @throws dev.rankine.shapes.ShapeException if a dim declares no size.
 */
@OptIn(UncheckedShape::class)
public class BatchNorm2d<C : Dim<*>>(
    channels: Sized<C>,
    momentum: Double? = 0.1,
    eps: Double = 1e-5,
    affine: Boolean = true,
    trackRunningStatistics: Boolean = true,
) : BatchNorm<C>(channels, 4..4, momentum, eps, affine, trackRunningStatistics) {
    /** `[N, C, H, W] -> [N, C, H, W]`. */
    @JvmName("invoke4")
    public operator fun <N : Dim<*>, H : Dim<*>, W : Dim<*>> invoke(x: Tensor<Rank4<N, C, H, W>>): Tensor<Rank4<N, C, H, W>> =
        call(x.value).unchecked()
}
