package dev.rankine.nn

import dev.rankine.ops.Value
import dev.rankine.ops.adaptiveAvgPool1d
import dev.rankine.shapes.ShapeRule

/**
 * The mean of each part of a line that is cut into [length] parts, whatever its size. `[N, C, L] -> [N, C, length]`, with or without `N`.
 * It
 * has no parameters.
 *
 * @property length how many elements the result has; null for as many as the input has.
 * @throws IllegalArgumentException if it is negative.
 */
@ShapeRule("[*p, c, l] length=? -> [*p, c, length] where rank(p) <= 1 \"needs a batch of lines or lines: axes\"")
public class AdaptiveAvgPool1d(public val length: Int?) : Pool1d("adaptive_avg_pool1d") {
    init {
        require((length ?: 0) >= 0) { "adaptive_avg_pool1d: the size of the result cannot be negative: ${details()}" }
    }

    override fun forward(x: Value): Value = adaptiveAvgPool1d(x, length)

    override fun details(): String = "${length ?: "length"}"
}
