package dev.rankine.nn

import dev.rankine.shapes.Dim
import dev.rankine.shapes.Rank4
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Sized
import dev.rankine.tensor.Tensor
import dev.rankine.tensor.UncheckedShape
import dev.rankine.tensor.unchecked

/**
 * [BatchNorm] of planes. `[N, C, H, W] -> [N, C, H, W]`.
 *
 * @throws dev.rankine.shapes.ShapeException if a dim declares no size.
 * @throws IllegalArgumentException if [momentum] is not in `[0, 1]`, or [eps] is negative.
 */
@ShapeRule("[n, c, h, w] channels=? -> [n, c, h, w] where c == channels \"the channels are others\"")
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

    /** As the other form, where only the channels are known. The compiler names this form where another channel is given. */
    @JvmName("invokeAny")
    public operator fun invoke(x: Tensor<Rank4<*, C, *, *>>): Tensor<Rank4<*, C, *, *>> = call(x.value).unchecked()
}
