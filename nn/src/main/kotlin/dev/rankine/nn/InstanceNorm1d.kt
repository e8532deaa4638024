package dev.rankine.nn

import dev.rankine.shapes.Cube
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Mat
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Sized
import dev.rankine.tensor.Tensor
import dev.rankine.tensor.UncheckedShape
import dev.rankine.tensor.unchecked

/**
 * [InstanceNorm] of sequences. `[N, C, L] -> [N, C, L]`, with or without `N`.
 *
 * @throws dev.rankine.shapes.ShapeException if the dim declares no size.
 * @throws IllegalArgumentException if [momentum] is not in `[0, 1]`, or [eps] is negative.
 */
@ShapeRule("[*p, c, l] channels=? -> [*p, c, l] where rank(p) <= 1 \"needs two axes or three\", c == channels \"the channels are others\"")
@OptIn(UncheckedShape::class)
public class InstanceNorm1d<C : Dim<*>>(
    channels: Sized<C>,
    momentum: Double? = 0.1,
    eps: Double = 1e-5,
    affine: Boolean = false,
    trackRunningStatistics: Boolean = false,
) : InstanceNorm<C>(channels, 3, momentum, eps, affine, trackRunningStatistics) {
    /** `[N, C, L] -> [N, C, L]`. */
    @JvmName("invoke3")
    public operator fun <N : Dim<*>, L : Dim<*>> invoke(x: Tensor<Cube<N, C, L>>): Tensor<Cube<N, C, L>> = call(x.value).unchecked()

    /** `[C, L] -> [C, L]`. */
    @JvmName("invoke2")
    public operator fun <L : Dim<*>> invoke(x: Tensor<Mat<C, L>>): Tensor<Mat<C, L>> = call(x.value).unchecked()
}
