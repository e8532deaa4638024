package dev.rankine.nn

import dev.rankine.ops.POOL3D_RULE
import dev.rankine.ops.Value
import dev.rankine.ops.lpPool3d
import dev.rankine.shapes.ShapeRule

/**
 * `(sum of x^norm)^(1 / norm)` of each window, as PyTorch takes it: of powers without absolute values. `[N, C, D, H, W] -> [N, C, D', H',
 * W']`, with or
 * without `N`. It has no parameters.
 *
 * @param norm the exponent, not 0; with 1 the sum, with a large one nearly the maximum of positive numbers.
 * @param kernel,stride one number for all directions, or depth, height and width; no [stride] means that of the kernel.
 * @param ceilMode whether windows that reach over the end count too; their sums are scaled up to whole windows.
 * @throws dev.rankine.shapes.ShapeException if these are no sizes of windows.
 */
@ShapeRule(POOL3D_RULE)
public class LPPool3d(
    private val norm: Double,
    private val kernel: List<Int>,
    private val stride: List<Int> = emptyList(),
    private val ceilMode: Boolean = false,
) : Pool3d("lp_pool3d") {
    /** With the same number for all directions. */
    public constructor(norm: Double, kernel: Int, stride: Int = kernel, ceilMode: Boolean = false) :
        this(norm, listOf(kernel), listOf(stride), ceilMode)

    init {
        checkWindows("lp_pool3d", 3, kernel, stride)
        require(norm != 0.0) { "lp_pool3d: the norm cannot be 0" }
    }

    override fun forward(x: Value): Value = lpPool3d(x, norm, kernel, stride, ceilMode)

    override fun details(): String =
        "norm = $norm, kernel = $kernel, stride = ${stride.ifEmpty { kernel }}" + if (ceilMode) ", ceil mode" else ""
}
