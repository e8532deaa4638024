package dev.rankine.nn

import dev.rankine.ops.Value
import dev.rankine.ops.adaptiveAvgPool3d
import dev.rankine.shapes.ShapeRule

/**
 * The mean of each part of a volume that is cut into [depth] times [height] times [width] parts, whatever its size.
 * `[N, C, D, H, W] -> [N, C, depth, height, width]`, with or without `N`. It has no parameters.
 *
 * @property depth how many layers the result has; null for as many as the input has.
 * @property height how many rows the result has; null for as many as the input has.
 * @property width how many columns the result has; null for as many as the input has.
 * @throws IllegalArgumentException if one is negative.
 */
@ShapeRule(
    "[*p, c, d, h, w] depth=? height=? width=? -> [*p, c, depth, height, width] where " +
        "rank(p) <= 1 \"needs a batch of volumes or volumes: axes\"",
)
public class AdaptiveAvgPool3d(public val depth: Int?, public val height: Int?, public val width: Int?) : Pool3d("adaptive_avg_pool3d") {
    /** With the same number for all directions. */
    public constructor(size: Int) : this(size, size, size)

    init {
        val isPossible = listOfNotNull(depth, height, width).all { it >= 0 }
        require(isPossible) { "adaptive_avg_pool3d: the size of the result cannot be negative: ${details()}" }
    }

    override fun forward(x: Value): Value = adaptiveAvgPool3d(x, depth, height, width)

    override fun details(): String = "${depth ?: "layers"} x ${height ?: "rows"} x ${width ?: "columns"}"
}
