package dev.rankine.nn

import dev.rankine.ops.POOL1D_RULE
import dev.rankine.ops.Value
import dev.rankine.ops.lpPool1d
import dev.rankine.shapes.ShapeRule

/**
 * `(sum of x^norm)^(1 / norm)` of each window, as PyTorch takes it: of powers without absolute values. `[N, C, L] -> [N, C, L']`, with or
 * without `N`. It has no parameters.
 *
 * @param norm the exponent, not 0; with 1 the sum, with a large one nearly the maximum of positive numbers.
 * @param stride the step from window to window, that of the kernel by default.
 * @param ceilMode whether windows that reach over the end count too; their sums are scaled up to whole windows.
 * @throws dev.rankine.shapes.ShapeException if these are no sizes of windows.
 */
@ShapeRule(POOL1D_RULE)
public class LPPool1d(
    private val norm: Double,
    private val kernel: Int,
    private val stride: Int = kernel,
    private val ceilMode: Boolean = false,
) : Pool1d("lp_pool1d") {
    init {
        checkWindows("lp_pool1d", 1, listOf(kernel), listOf(stride))
        require(norm != 0.0) { "lp_pool1d: the norm cannot be 0" }
    }

    override fun forward(x: Value): Value = lpPool1d(x, norm, kernel, stride, ceilMode)

    override fun details(): String = "norm = $norm, kernel = $kernel, stride = $stride" + if (ceilMode) ", ceil mode" else ""
}
