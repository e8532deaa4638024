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
 * [BatchNorm] of vectors or of sequences. `[N, C] -> [N, C]` or `[N, C, L] -> [N, C, L]`.
 *
 * @throws dev.rankine.shapes.ShapeException if a dim declares no size.
 * @throws IllegalArgumentException if [momentum] is not in `[0, 1]`, or [eps] is negative.
 */
@ShapeRule("[n, c, *l] channels=? -> [n, c, *l] where rank(l) <= 1 \"needs 2 or 3 axes\", c == channels \"the channels are others\"")
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

    /** As the other forms, where only the channels are known. The compiler names this form where another channel is given. */
    @JvmName("invokeAny")
    public operator fun invoke(x: Tensor<Mat<*, C>>): Tensor<Mat<*, C>> = call(x.value).unchecked()
}
