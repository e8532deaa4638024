package dev.rankine.nn

import dev.rankine.ops.Value
import dev.rankine.ops.mean
import dev.rankine.shapes.AnyShape
import dev.rankine.shapes.Cube
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Mat
import dev.rankine.shapes.Rank4
import dev.rankine.shapes.ShapeException
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Vec
import dev.rankine.tensor.Tensor
import dev.rankine.tensor.UncheckedShape
import dev.rankine.tensor.unchecked

/**
 * The mean of each plane, whatever its size: ONNX's GlobalAveragePool, and what [AdaptiveAvgPool2d] of size 1 and [Flatten] give together.
 * `[N, C, H, W] -> [N, C]`, with or without `N`. It has no parameters. Lin et al., arXiv:1312.4400.
 */
@ShapeRule("[*p, c, h, w] -> [*p, c] where rank(p) <= 1 \"needs three axes or four\"")
@OptIn(UncheckedShape::class)
public class GlobalAvgPool2d : Mapping() {
    override fun gives(before: KnownAxis?): KnownAxis? =
        if (before?.place ==
            AxisPlace.CHANNELS
        ) {
            KnownAxis(AxisPlace.LAST, before.axis)
        } else {
            null
        }

    /** Throws [ShapeException] if there are not three axes or four. */
    override fun forward(x: Value): Value {
        if (x.rank !in 3..4) throw ShapeException("global_avg_pool2d: needs three axes or four: ${x.sizes} given")
        return mean(x, listOf(-2, -1))
    }

    /** `[N, C, H, W] -> [N, C]`. */
    @JvmName("invoke4")
    public operator fun <N : Dim<*>, C : Dim<*>, H : Dim<*>, W : Dim<*>> invoke(x: Tensor<Rank4<N, C, H, W>>): Tensor<Mat<N, C>> =
        call(x.value).unchecked()

    /** `[C, H, W] -> [C]`. */
    @JvmName("invoke3")
    public operator fun <C : Dim<*>, H : Dim<*>, W : Dim<*>> invoke(x: Tensor<Cube<C, H, W>>): Tensor<Vec<C>> = call(x.value).unchecked()

    /** Untyped: all is checked at run time. */
    @JvmName("invokeUntyped")
    public operator fun invoke(x: Tensor<AnyShape>): Tensor<AnyShape> = call(x.value).unchecked()
}
