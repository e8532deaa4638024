package dev.rankine.nn

import dev.rankine.ops.POOL3D_RULE
import dev.rankine.ops.Value
import dev.rankine.ops.maxPool3d
import dev.rankine.ops.maxPool3dWithIndices
import dev.rankine.ops.scope
import dev.rankine.shapes.ShapeRule

/**
 * The largest number of each window. `[N, C, D, H, W] -> [N, C, D', H', W']`, with or without `N`. It has no parameters.
 *
 * @param kernel,stride,padding,dilation one number for all directions, or depth, height and width; no [stride] means that of the kernel.
 * @param ceilMode whether windows that reach over the end count too.
 * @throws dev.rankine.shapes.ShapeException if these are no sizes of windows.
 */
@ShapeRule(POOL3D_RULE)
public class MaxPool3d(
    private val kernel: List<Int>,
    private val stride: List<Int> = emptyList(),
    private val padding: List<Int> = listOf(0),
    private val dilation: List<Int> = listOf(1),
    private val ceilMode: Boolean = false,
) : Pool3d("max_pool3d") {
    /** With the same number for all directions. */
    public constructor(kernel: Int, stride: Int = kernel, padding: Int = 0, dilation: Int = 1, ceilMode: Boolean = false) :
        this(listOf(kernel), listOf(stride), listOf(padding), listOf(dilation), ceilMode)

    init {
        checkWindows("max_pool3d", 3, kernel, stride, padding, dilation)
    }

    override fun forward(x: Value): Value = maxPool3d(x, kernel, stride, padding, dilation, ceilMode)

    /** The result and, as int64, where each maximum is: `(layer * H + row) * W + column`. PyTorch's `return_indices`. */
    public fun callWithIndices(x: Value): Pair<Value, Value> =
        scope(word) { maxPool3dWithIndices(x, kernel, stride, padding, dilation, ceilMode) }

    override fun details(): String =
        "kernel = $kernel, stride = ${stride.ifEmpty { kernel }}, padding = $padding, dilation = $dilation" +
            if (ceilMode) ", ceil mode" else ""
}
