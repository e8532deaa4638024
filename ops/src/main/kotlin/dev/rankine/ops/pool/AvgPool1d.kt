@file:JvmName("Values")
@file:JvmMultifileClass

package dev.rankine.ops

import dev.rankine.shapes.DType
import dev.rankine.shapes.ShapeRule

/** The average of every window of a line: as [avgPool2dOp] takes it in a plane of one row. The row behind [avgPool1d]. */
public val avgPool1dOp: Op1<AvgPoolAttributes> =
    composite1("avg_pool1d", Names("nn.functional.avg_pool1d"), signature = { arrayOf(averaged(it)) }) { attributes, x ->
        squeeze(avgPool2dOp(attributes.copy(windows = attributes.windows.inOneRow()), unsqueeze(x, -2)), -2)
    }

/**
 * The average of every window. `[n, c, l] -> [n, c, l']` or without `n`. Int64 divides towards zero.
 *
 * @param stride the step from window to window, that of the kernel by default.
 * @param ceilMode whether a last, incomplete window counts.
 * @param countIncludePad whether zeros of the padding count as elements.
 * @throws dev.rankine.shapes.ShapeException if the windows do not fit the lines.
 */
@ShapeRule(POOL1D_RULE)
@JvmOverloads
public fun avgPool1d(
    x: Value,
    kernel: Int,
    stride: Int = kernel,
    padding: Int = 0,
    ceilMode: Boolean = false,
    countIncludePad: Boolean = true,
): Value = avgPool1dOp(AvgPoolAttributes(lineWindows(kernel, stride, padding, 1, ceilMode), countIncludePad, null), x)

/** The result of an average over windows. */
internal fun averaged(call: Call<out AvgPoolAttributes>): Spec {
    val dtype = call.dtype()
    if (!dtype.isFloating && dtype != DType.I64) throw refused(call.name, dtype)
    return Spec(dtype, call.attributes.windows.pooled(call.name, call.sizes()))
}
