package dev.rankine.nn

import dev.rankine.ops.POOL1D_RULE
import dev.rankine.ops.Value
import dev.rankine.ops.avgPool1d
import dev.rankine.shapes.ShapeRule

/**
 * The mean of each window. `[N, C, L] -> [N, C, L']`, with or without `N`. It has no parameters.
 *
 * @param stride the step from window to window, that of the kernel by default.
 * @param ceilMode whether windows that reach over the end count too.
 * @param countIncludePad whether the zeros around the line count in the mean.
 * @throws dev.rankine.shapes.ShapeException if these are no sizes of windows.
 */
@ShapeRule(POOL1D_RULE)
public class AvgPool1d(
    private val kernel: Int,
    private val stride: Int = kernel,
    private val padding: Int = 0,
    private val ceilMode: Boolean = false,
    private val countIncludePad: Boolean = true,
) : Pool1d("avg_pool1d") {
    init {
        checkWindows("avg_pool1d", 1, listOf(kernel), listOf(stride), listOf(padding))
    }

    override fun forward(x: Value): Value = avgPool1d(x, kernel, stride, padding, ceilMode, countIncludePad)

    override fun details(): String =
        listOfNotNull(
            "kernel = $kernel, stride = $stride, padding = $padding",
            "ceil mode".takeIf { ceilMode },
            "padding not counted".takeIf { !countIncludePad },
        ).joinToString()
}
