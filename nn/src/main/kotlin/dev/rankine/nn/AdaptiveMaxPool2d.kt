package dev.rankine.nn

import dev.rankine.ops.Value
import dev.rankine.ops.adaptiveMaxPool2d
import dev.rankine.ops.adaptiveMaxPool2dWithIndices
import dev.rankine.ops.scope
import dev.rankine.shapes.ShapeRule

/**
 * The largest number of each part of a plane that is cut into [height] times [width] parts, whatever its size.
 * `[N, C, H, W] -> [N, C, height, width]`, with or without `N`. It has no parameters.
 *
 * @property height how many rows the result has; null for as many as the input has.
 * @property width how many columns the result has; null for as many as the input has.
 * @throws IllegalArgumentException if one is below 1.
 */
@ShapeRule("[*p, c, h, w] height=? width=? -> [*p, c, height, width] where rank(p) <= 1 \"needs a batch of planes or planes: axes\"")
public class AdaptiveMaxPool2d(public val height: Int?, public val width: Int?) : Pool2d("adaptive_max_pool2d") {
    /** With the same number of rows and columns. */
    public constructor(size: Int) : this(size, size)

    init {
        require((height ?: 1) >= 1 && (width ?: 1) >= 1) { "adaptive_max_pool2d: the size of the result must be at least 1: ${details()}" }
    }

    override fun forward(x: Value): Value = adaptiveMaxPool2d(x, height, width)

    /** The result and, as int64, where each maximum is: `row * W + column` within its plane. PyTorch's `return_indices`. */
    public fun callWithIndices(x: Value): Pair<Value, Value> = scope(word) { adaptiveMaxPool2dWithIndices(x, height, width) }

    override fun details(): String = "${height ?: "rows"} x ${width ?: "columns"}"
}
