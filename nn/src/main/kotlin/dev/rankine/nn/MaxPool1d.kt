package dev.rankine.nn

import dev.rankine.ops.POOL1D_RULE
import dev.rankine.ops.Value
import dev.rankine.ops.maxPool1d
import dev.rankine.ops.maxPool1dWithIndices
import dev.rankine.ops.scope
import dev.rankine.shapes.ShapeRule

/**
 * The largest number of each window. `[N, C, L] -> [N, C, L']`, with or without `N`. It has no parameters.
 *
 * @param stride the step from window to window, that of the kernel by default.
 * @param ceilMode whether windows that reach over the end count too.
 * @throws dev.rankine.shapes.ShapeException if these are no sizes of windows.
 */
@ShapeRule(POOL1D_RULE)
public class MaxPool1d(
    private val kernel: Int,
    private val stride: Int = kernel,
    private val padding: Int = 0,
    private val dilation: Int = 1,
    private val ceilMode: Boolean = false,
) : Pool1d("max_pool1d") {
    init {
        checkWindows("max_pool1d", 1, listOf(kernel), listOf(stride), listOf(padding), listOf(dilation))
    }

    override fun forward(x: Value): Value = maxPool1d(x, kernel, stride, padding, dilation, ceilMode)

    /** The result and, as int64, the place of each maximum in its line. PyTorch's `return_indices`. */
    public fun callWithIndices(x: Value): Pair<Value, Value> =
        scope(word) { maxPool1dWithIndices(x, kernel, stride, padding, dilation, ceilMode) }

    override fun details(): String =
        "kernel = $kernel, stride = $stride, padding = $padding, dilation = $dilation" + if (ceilMode) ", ceil mode" else ""
}
