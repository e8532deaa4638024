@file:JvmName("Values")
@file:JvmMultifileClass

package dev.rankine.ops

import dev.rankine.shapes.DType
import dev.rankine.shapes.Rule
import dev.rankine.shapes.ShapeException
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Sizes

/**
 * Which windows an average is taken over and what it divides by.
 *
 * @property windows the windows; their dilation is 1.
 * @property countIncludePad whether zeros of the padding count as elements.
 * @property divisorOverride the divisor instead of the number of elements, or null.
 */
public data class AvgPoolAttributes(public val windows: PoolWindows, public val countIncludePad: Boolean, public val divisorOverride: Int?)

/** The attributes of the gradient of an average: how it was taken ([pool]), and the sizes of the [plane] that was pooled. */
public data class AvgPoolGradientAttributes(public val pool: AvgPoolAttributes, public val plane: PlaneAttributes)

/** The average of every window. The row behind [avgPool2d]. */
public val avgPool2dOp: Op1<AvgPoolAttributes> =
    Op1(
        "avg_pool2d",
        Loop { attributes, inputs, outputs ->
            val x = inputs[0]
            val y = outputs[0]
            val totals = Totals(y)
            val divisors = IntArray(y.count)
            forEachAveraged(attributes, x.sizes, y.sizes) { from, into, divisor ->
                totals.add(into, x, from)
                divisors[into] = divisor
            }
            totals.divide(divisors)
            totals.store()
        },
        { call ->
            val dtype = call.dtype()
            if (!dtype.isFloating && dtype != DType.I64) throw refused(call.name, dtype)
            arrayOf(Spec(dtype, call.attributes.windows.outputSizes(call.name, call.sizes())))
        },
        gradients(gradient { avgPool2dGradient(AvgPoolGradientAttributes(attributes, PlaneAttributes(x.sizes[-2], x.sizes[-1])), dy) }),
        null,
        Names("nn.functional.avg_pool2d"),
    )

private val gradientRule = Rule.of("gradient:[*p, oh, ow] height=? width=? -> [*p, height, width]")

/** The gradient of [avgPool2d], from that of its result: its adjoint. */
public val avgPool2dGradient: Op1<AvgPoolGradientAttributes> =
    Op1(
        "avg_pool2d_gradient",
        Loop { attributes, inputs, outputs ->
            val dy = inputs[0]
            val sums = DoubleArray(outputs[0].count)
            forEachAveraged(attributes.pool, outputs[0].sizes, dy.sizes) { to, from, divisor -> sums[to] += dy.double(from) / divisor }
            for (i in sums.indices) outputs[0].set(i, sums[i])
        },
        { call ->
            val (height, width) = call.attributes.plane
            arrayOf(Spec(checked(call, Types.FLOATS_ONLY, 0), gradientRule.apply(call.name, arrayOf(call.sizes()), height, width)[0]))
        },
        gradients(gradient { avgPool2dOp(attributes.pool, dy) }),
        null,
        Names("ops.aten.avg_pool2d_backward"),
    )

/**
 * The average of every window. `[n, c, h, w] -> [n, c, h', w']` or without `n`. Int64 divides towards zero.
 *
 * @param stride the step from window to window, that of the kernel by default.
 * @param ceilMode whether a last, incomplete window counts.
 * @param countIncludePad whether zeros of the padding count as elements.
 * @param divisorOverride the divisor instead of the number of elements.
 * @throws ShapeException if the windows do not fit the planes, or the divisor is 0.
 */
@ShapeRule(POOL_RULE, "kh = kernel", "kw = kernel", "sh = stride", "sw = stride", "ph = padding", "pw = padding", "up = ceilMode")
@JvmOverloads
public fun avgPool2d(
    x: Value,
    kernel: Int,
    stride: Int = kernel,
    padding: Int = 0,
    ceilMode: Boolean = false,
    countIncludePad: Boolean = true,
    divisorOverride: Int? = null,
): Value = avgPool2d(x, listOf(kernel), listOf(stride), listOf(padding), ceilMode, countIncludePad, divisorOverride)

/** As the other [avgPool2d], with each argument as one number or as height and width; no [stride] means that of the kernel. */
@ShapeRule(
    POOL_RULE,
    "kh = kernel[0]",
    "kw = kernel[1]",
    "sh = stride[0]",
    "sw = stride[1]",
    "ph = padding[0]",
    "pw = padding[1]",
    "up = ceilMode",
)
@JvmOverloads
public fun avgPool2d(
    x: Value,
    kernel: List<Int>,
    stride: List<Int> = emptyList(),
    padding: List<Int> = listOf(0),
    ceilMode: Boolean = false,
    countIncludePad: Boolean = true,
    divisorOverride: Int? = null,
): Value {
    if (divisorOverride == 0) throw ShapeException("avg_pool2d: divisor cannot be 0")
    val windows = PoolWindows.of("avg_pool2d", kernel, stride, padding, listOf(1), ceilMode)
    return avgPool2dOp(AvgPoolAttributes(windows, countIncludePad, divisorOverride), x)
}

/** Calls [visit] for every element of every window: its number, that of the result, and what the window's sum is divided by. */
private inline fun forEachAveraged(attributes: AvgPoolAttributes, input: Sizes, result: Sizes, visit: (Int, Int, Int) -> Unit) {
    val (h, w) = input[-2] to input[-1]
    val (oh, ow) = result[-2] to result[-1]
    for (into in 0 until result.elements) {
        val plane = into / (oh * ow) * h * w
        val rows = attributes.windows.span(0, into / ow % oh, h)
        val columns = attributes.windows.span(1, into % ow, w)
        val divisor = attributes.divisor(into / ow % oh, into % ow, h, w)
        for (row in rows) for (column in columns) visit(plane + row * w + column, into, divisor)
    }
}

/** The rows (axis 0) or columns (axis 1) inside a plane of [size] that window [i] covers; for windows without dilation. */
internal fun PoolWindows.span(axis: Int, i: Int, size: Int): IntRange {
    val start = i * stride[axis] - padding[axis]
    return maxOf(start, 0) until minOf(start + kernel[axis], size)
}

/** What the sum of window ([row], [column]) over a plane of [h] rows and [w] columns is divided by. */
internal fun AvgPoolAttributes.divisor(row: Int, column: Int, h: Int, w: Int): Int {
    divisorOverride?.let { return it }
    val padding = if (countIncludePad) windows.padding else listOf(0, 0)
    return extent(0, row, h, padding[0]) * extent(1, column, w, padding[1])
}

/** How many rows or columns of a window lie within the plane and [margin] around it. */
private fun AvgPoolAttributes.extent(axis: Int, i: Int, size: Int, margin: Int): Int {
    val start = i * windows.stride[axis] - windows.padding[axis]
    return minOf(start + windows.kernel[axis], size + margin) - maxOf(start, -margin)
}
