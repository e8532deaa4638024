package dev.rankine.nn

import dev.rankine.ops.PIXEL_SHUFFLE_RULE
import dev.rankine.ops.PIXEL_UNSHUFFLE_RULE
import dev.rankine.ops.Value
import dev.rankine.ops.pixelShuffle
import dev.rankine.ops.pixelUnshuffle
import dev.rankine.shapes.AnyShape
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Rank4
import dev.rankine.shapes.ShapeException
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Sized
import dev.rankine.tensor.Tensor
import dev.rankine.tensor.UncheckedShape
import dev.rankine.tensor.unchecked
import dev.rankine.tensor.withLast

/** What moves elements between channels and planes. `pixels(x, channels = ..., rows = ..., columns = ...)` names the axes of the result. */
@OptIn(UncheckedShape::class)
public abstract class PixelMapping internal constructor(private val op: String) : Mapping() {
    /** `[N, C, H, W] -> [N, K, R, L]`. Throws [ShapeException] if the result has other sizes. */
    @ShapeRule("[n, _, _, _] channels=? rows=? columns=? -> [n, channels, rows, columns]")
    @JvmName("invokeNamed4")
    public operator fun <N : Dim<*>, C : Dim<*>, H : Dim<*>, W : Dim<*>, K : Dim<*>, R : Dim<*>, L : Dim<*>> invoke(
        x: Tensor<Rank4<N, C, H, W>>,
        channels: Sized<K>,
        rows: Sized<R>,
        columns: Sized<L>,
    ): Tensor<Rank4<N, K, R, L>> =
        withLast(op, x.value, call(x.value), "channels" to channels, "rows" to rows, "columns" to columns).unchecked()

    /** Untyped: all is checked at run time. */
    @JvmName("invokeUntyped")
    public operator fun invoke(x: Tensor<AnyShape>): Tensor<AnyShape> = call(x.value).unchecked()
}

/**
 * Makes planes larger by [factor] in both directions from as many channels as one place gets elements.
 * `[..., C * factor * factor, H, W] -> [..., C, H * factor, W * factor]`. It has no parameters. Shi et al., arXiv:1609.05158.
 *
 * @throws IllegalArgumentException if the factor is below 1.
 */
@ShapeRule(PIXEL_SHUFFLE_RULE)
public class PixelShuffle(private val factor: Int) : PixelMapping("pixel_shuffle") {
    init {
        require(factor >= 1) { "pixel_shuffle: the factor must be at least 1: $factor" }
    }

    override fun forward(x: Value): Value = pixelShuffle(x, factor)

    override fun details(): String = "factor = $factor"
}

/**
 * The inverse of [PixelShuffle]. `[..., C, H * factor, W * factor] -> [..., C * factor * factor, H, W]`. It has no parameters.
 *
 * @throws IllegalArgumentException if the factor is below 1.
 */
@ShapeRule(PIXEL_UNSHUFFLE_RULE)
public class PixelUnshuffle(private val factor: Int) : PixelMapping("pixel_unshuffle") {
    init {
        require(factor >= 1) { "pixel_unshuffle: the factor must be at least 1: $factor" }
    }

    override fun forward(x: Value): Value = pixelUnshuffle(x, factor)

    override fun details(): String = "factor = $factor"
}
