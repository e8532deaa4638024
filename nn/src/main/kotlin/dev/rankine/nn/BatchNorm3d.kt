package dev.rankine.nn

import dev.rankine.shapes.Dim
import dev.rankine.shapes.Rank5
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Sized
import dev.rankine.tensor.Tensor
import dev.rankine.tensor.UncheckedShape
import dev.rankine.tensor.unchecked

/**
 * [BatchNorm] of volumes. `[N, C, D, H, W] -> [N, C, D, H, W]`.
 *
 * @throws dev.rankine.shapes.ShapeException if a dim declares no size.
 * @throws IllegalArgumentException if [momentum] is not in `[0, 1]`, or [eps] is negative.
 */
@ShapeRule("[n, c, d, h, w] channels=? -> [n, c, d, h, w] where c == channels \"the channels are others\"")
@OptIn(UncheckedShape::class)
public class BatchNorm3d<C : Dim<*>>(
    channels: Sized<C>,
    momentum: Double? = 0.1,
    eps: Double = 1e-5,
    affine: Boolean = true,
    trackRunningStatistics: Boolean = true,
) : BatchNorm<C>(channels, 5..5, momentum, eps, affine, trackRunningStatistics) {
    /** `[N, C, D, H, W] -> [N, C, D, H, W]`. */
    @JvmName("invoke5")
    public operator fun <N : Dim<*>, D : Dim<*>, H : Dim<*>, W : Dim<*>> invoke(
        x: Tensor<Rank5<N, C, D, H, W>>,
    ): Tensor<Rank5<N, C, D, H, W>> = call(x.value).unchecked()

    /** As the other form, where only the channels are known. The compiler names this form where another channel is given. */
    @JvmName("invokeAny")
    public operator fun invoke(x: Tensor<Rank5<*, C, *, *, *>>): Tensor<Rank5<*, C, *, *, *>> = call(x.value).unchecked()
}
