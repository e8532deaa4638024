package dev.rankine.nn

import dev.rankine.ops.POOL3D_RULE
import dev.rankine.ops.Value
import dev.rankine.ops.avgPool3d
import dev.rankine.shapes.ShapeRule

/**
 * The mean of each window. `[N, C, D, H, W] -> [N, C, D', H', W']`, with or without `N`. It has no parameters.
 *
 * @param kernel,stride,padding one number for all directions, or depth, height and width; no [stride] means that of the kernel.
 * @param ceilMode whether windows that reach over the end count too.
 * @param countIncludePad whether the zeros around the volume count in the mean.
 * @param divisorOverride what sums are divided by instead of the number of elements.
 * @throws dev.rankine.shapes.ShapeException if these are no sizes of windows.
 */
@ShapeRule(POOL3D_RULE)
public class AvgPool3d(
    private val kernel: List<Int>,
    private val stride: List<Int> = emptyList(),
    private val padding: List<Int> = listOf(0),
    private val ceilMode: Boolean = false,
    private val countIncludePad: Boolean = true,
    private val divisorOverride: Int? = null,
) : Pool3d("avg_pool3d") {
    /** With the same number for all directions. */
    public constructor(
        kernel: Int,
        stride: Int = kernel,
        padding: Int = 0,
        ceilMode: Boolean = false,
        countIncludePad: Boolean = true,
        divisorOverride: Int? = null,
    ) : this(listOf(kernel), listOf(stride), listOf(padding), ceilMode, countIncludePad, divisorOverride)

    init {
        checkWindows("avg_pool3d", 3, kernel, stride, padding)
        checkDivisor("avg_pool3d", divisorOverride)
    }

    override fun forward(x: Value): Value = avgPool3d(x, kernel, stride, padding, ceilMode, countIncludePad, divisorOverride)

    override fun details(): String =
        listOfNotNull(
            "kernel = $kernel, stride = ${stride.ifEmpty { kernel }}, padding = $padding",
            "ceil mode".takeIf { ceilMode },
            "padding not counted".takeIf { !countIncludePad },
            divisorOverride?.let { "divisor = $it" },
        ).joinToString()
}
