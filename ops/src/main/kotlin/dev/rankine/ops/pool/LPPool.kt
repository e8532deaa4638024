@file:JvmName("Values")
@file:JvmMultifileClass

package dev.rankine.ops

import dev.rankine.shapes.ShapeException
import dev.rankine.shapes.ShapeRule

/** The exponent of a norm ([norm], not 0) and the [windows] that it is taken over; their padding is 0 and their dilation 1. */
public data class LPPoolAttributes(public val norm: Double, public val windows: PoolWindows)

/** The norm of every window of a line. The row behind [lpPool1d]. */
public val lpPool1dOp: Op1<LPPoolAttributes> = lpPool("lp_pool1d", avgPool1dOp)

/** The norm of every window of a plane. The row behind [lpPool2d]. */
public val lpPool2dOp: Op1<LPPoolAttributes> = lpPool("lp_pool2d", avgPool2dOp)

/** The norm of every window of a volume. The row behind [lpPool3d]. */
public val lpPool3dOp: Op1<LPPoolAttributes> = lpPool("lp_pool3d", avgPool3dOp)

/**
 * `(sum of x^norm)^(1 / norm)` of every window, as PyTorch takes it: without absolute values, so that only an even norm is one of negative
 * elements; elsewhere a root of a negative number is NaN. `[n, c, l] -> [n, c, l']` or without `n`.
 *
 * @param ceilMode whether a last, incomplete window counts; its sum is scaled up to a whole one.
 * @throws ShapeException if the windows do not fit the lines, or the norm is 0.
 */
@ShapeRule(POOL1D_RULE)
@JvmOverloads
public fun lpPool1d(x: Value, norm: Double, kernel: Int, stride: Int = kernel, ceilMode: Boolean = false): Value =
    lpPool1dOp(normed("lp_pool1d", norm, lineWindows(kernel, stride, 0, 1, ceilMode)), x)

/** As [lpPool1d]. `[n, c, h, w] -> [n, c, h', w']` or without `n`. */
@ShapeRule(POOL2D_RULE)
@JvmOverloads
public fun lpPool2d(x: Value, norm: Double, kernel: Int, stride: Int = kernel, ceilMode: Boolean = false): Value =
    lpPool2d(x, norm, listOf(kernel), listOf(stride), ceilMode)

/** As the other [lpPool2d], with each argument as one number or as height and width; no [stride] means that of the kernel. */
@JvmOverloads
public fun lpPool2d(x: Value, norm: Double, kernel: List<Int>, stride: List<Int> = emptyList(), ceilMode: Boolean = false): Value =
    lpPool2dOp(normed("lp_pool2d", norm, PoolWindows.of("lp_pool2d", kernel, stride, listOf(0), listOf(1), ceilMode)), x)

/** As [lpPool1d]. `[n, c, d, h, w] -> [n, c, d', h', w']` or without `n`. */
@ShapeRule(POOL3D_RULE)
@JvmOverloads
public fun lpPool3d(x: Value, norm: Double, kernel: Int, stride: Int = kernel, ceilMode: Boolean = false): Value =
    lpPool3d(x, norm, listOf(kernel), listOf(stride), ceilMode)

/** As the other [lpPool3d], with each argument as one number or as depth, height and width; no [stride] means that of the kernel. */
@JvmOverloads
public fun lpPool3d(x: Value, norm: Double, kernel: List<Int>, stride: List<Int> = emptyList(), ceilMode: Boolean = false): Value =
    lpPool3dOp(normed("lp_pool3d", norm, volumeWindows("lp_pool3d", kernel, stride, listOf(0), listOf(1), ceilMode)), x)

private fun normed(op: String, norm: Double, windows: PoolWindows): LPPoolAttributes {
    if (norm == 0.0) throw ShapeException("$op: the norm cannot be 0")
    return LPPoolAttributes(norm, windows)
}

private fun lpPool(name: String, average: Op1<AvgPoolAttributes>): Op1<LPPoolAttributes> =
    composite1(
        name,
        Names("nn.functional.$name"),
        signature = { call ->
            arrayOf(Spec(checked(call, Types.FLOATS_ONLY, 0), call.attributes.windows.pooled(call.name, call.sizes())))
        },
    ) { (norm, windows), x ->
        val mean = average(AvgPoolAttributes(windows, true, null), pow(widen(x), norm))
        val sum = sign(mean) * relu(abs(mean)) * windows.kernel.fold(1) { product, size -> product * size }
        to(pow(sum, 1 / norm), x.dtype)
    }
