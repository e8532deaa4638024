package dev.rankine.nn

import dev.rankine.ops.Value
import dev.rankine.ops.adaptiveAvgPool2d
import dev.rankine.shapes.ShapeRule

/**
 * The mean of each part of a plane that is cut into [height] times [width] parts, whatever its size.
 * `[N, C, H, W] -> [N, C, height, width]`, with or without `N`. It has no parameters.
 *
 * @property height how many rows the result has; null for as many as the input has.
 * @property width how many columns the result has; null for as many as the input has.
 * @throws IllegalArgumentException if one is negative.
 */
@ShapeRule("[*p, c, h, w] height=? width=? -> [*p, c, height, width] where rank(p) <= 1 \"needs a batch of planes or planes: axes\"")
public class AdaptiveAvgPool2d(public val height: Int?, public val width: Int?) : Pool2d("adaptive_avg_pool2d") {
    /** With the same number of rows and columns. */
    public constructor(size: Int) : this(size, size)

    init {
        require((height ?: 0) >= 0 && (width ?: 0) >= 0) { "adaptive_avg_pool2d: the size of the result cannot be negative: ${details()}" }
    }

    override fun forward(x: Value): Value = adaptiveAvgPool2d(x, height, width)

    override fun details(): String = "${height ?: "rows"} x ${width ?: "columns"}"
}
