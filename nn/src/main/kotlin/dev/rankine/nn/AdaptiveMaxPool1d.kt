package dev.rankine.nn

import dev.rankine.ops.Value
import dev.rankine.ops.adaptiveMaxPool1d
import dev.rankine.ops.adaptiveMaxPool1dWithIndices
import dev.rankine.ops.scope
import dev.rankine.shapes.ShapeRule

/**
 * The largest number of each part of a line that is cut into [length] parts, whatever its size. `[N, C, L] -> [N, C, length]`, with or
 * without
 * `N`. It has no parameters.
 *
 * @property length how many elements the result has; null for as many as the input has.
 * @throws IllegalArgumentException if it is below 1.
 */
@ShapeRule("[*p, c, l] length=? -> [*p, c, length] where rank(p) <= 1 \"needs a batch of lines or lines: axes\"")
public class AdaptiveMaxPool1d(public val length: Int?) : Pool1d("adaptive_max_pool1d") {
    init {
        require((length ?: 1) >= 1) { "adaptive_max_pool1d: the size of the result must be at least 1: ${details()}" }
    }

    override fun forward(x: Value): Value = adaptiveMaxPool1d(x, length)

    /** The result and, as int64, the place of each maximum in its line. PyTorch's `return_indices`. */
    public fun callWithIndices(x: Value): Pair<Value, Value> = scope(word) { adaptiveMaxPool1dWithIndices(x, length) }

    override fun details(): String = "${length ?: "length"}"
}
