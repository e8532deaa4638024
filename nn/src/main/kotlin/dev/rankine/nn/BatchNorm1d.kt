package dev.rankine.nn

import dev.rankine.shapes.Cube
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Mat
import dev.rankine.shapes.Sized
import dev.rankine.tensor.Tensor
import dev.rankine.tensor.UncheckedShape
import dev.rankine.tensor.unchecked

/**
 * [BatchNorm] of vectors or of sequences. `[N, C] -> [N, C]` or `[N, C, L] -> [N, C, L]`.
 *
 * @throws dev.rankine.shapes.ShapeException if a dim declares no size.
 */
@OptIn(UncheckedShape::class)
public class BatchNorm1d<C : Dim<*>>(
    channels: Sized<C>,
    momentum: Double? = 0.1,
    eps: Double = 1e-5,
    affine: Boolean = true,
    trackRunningStatistics: Boolean = true,
) : BatchNorm<C>(channels, 2..3, momentum, eps, affine, trackRunningStatistics) {
    /** `[N, C] -> [N, C]`. */
    @JvmName("invoke2")
    public operator fun <N : Dim<*>> invoke(x: Tensor<Mat<N, C>>): Tensor<Mat<N, C>> = call(x.value).unchecked()

    /** `[N, C, L] -> [N, C, L]`. */
    @JvmName("invoke3")
    public operator fun <N : Dim<*>, L : Dim<*>> invoke(x: Tensor<Cube<N, C, L>>): Tensor<Cube<N, C, L>> = call(x.value).unchecked()
}
