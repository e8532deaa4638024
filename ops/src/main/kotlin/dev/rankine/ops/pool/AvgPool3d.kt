@file:JvmName("Values")
@file:JvmMultifileClass

package dev.rankine.ops

import dev.rankine.shapes.DType
import dev.rankine.shapes.ShapeException
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Sizes

/** The average of every window of a volume: the average of those of its planes. The row behind [avgPool3d]. */
public val avgPool3dOp: Op1<AvgPoolAttributes> =
    composite1("avg_pool3d", Names("nn.functional.avg_pool3d"), signature = { arrayOf(averaged(it)) }) { attributes, x ->
        to(if (x.dtype.isFloating) averageOfAverages(attributes, widen(x)) else wholeAverage(attributes, x), x.dtype)
    }

/**
 * The average of every window. `[n, c, d, h, w] -> [n, c, d', h', w']` or without `n`. Int64 divides towards zero.
 *
 * @param stride the step from window to window, that of the kernel by default.
 * @param ceilMode whether a last, incomplete window counts.
 * @param countIncludePad whether zeros of the padding count as elements.
 * @param divisorOverride the divisor instead of the number of elements.
 * @throws ShapeException if the windows do not fit the volumes, or the divisor is 0.
 */
@ShapeRule(POOL3D_RULE)
@JvmOverloads
public fun avgPool3d(
    x: Value,
    kernel: Int,
    stride: Int = kernel,
    padding: Int = 0,
    ceilMode: Boolean = false,
    countIncludePad: Boolean = true,
    divisorOverride: Int? = null,
): Value = avgPool3d(x, listOf(kernel), listOf(stride), listOf(padding), ceilMode, countIncludePad, divisorOverride)

/** As the other [avgPool3d], with each argument as one number or as depth, height and width; no [stride] means that of the kernel. */
@JvmOverloads
public fun avgPool3d(
    x: Value,
    kernel: List<Int>,
    stride: List<Int> = emptyList(),
    padding: List<Int> = listOf(0),
    ceilMode: Boolean = false,
    countIncludePad: Boolean = true,
    divisorOverride: Int? = null,
): Value {
    if (divisorOverride == 0) throw ShapeException("avg_pool3d: divisor cannot be 0")
    val windows = volumeWindows("avg_pool3d", kernel, stride, padding, listOf(1), ceilMode)
    return avgPool3dOp(AvgPoolAttributes(windows, countIncludePad, divisorOverride), x)
}

private fun averageOfAverages(attributes: AvgPoolAttributes, x: Value): Value {
    val (_, counted, divisor) = attributes
    return overVolumes(attributes, x, AvgPoolAttributes(attributes.windows.planes(), counted, divisor?.let { 1 }))
}

/** Integers are added up in the planes and divided after the layers: dividing twice rounds as dividing once by the product does. */
private fun wholeAverage(attributes: AvgPoolAttributes, x: Value): Value {
    val total = overVolumes(attributes, x, AvgPoolAttributes(attributes.windows.planes(), attributes.countIncludePad, 1))
    if (attributes.divisorOverride != null) return total
    val rows = attributes.extents(1, x.sizes[-2], total.sizes[-2], x.backend)
    return truncDivide(total, unsqueeze(rows, 1) * attributes.extents(2, x.sizes[-1], total.sizes[-1], x.backend))
}

private fun overVolumes(attributes: AvgPoolAttributes, x: Value, inPlanes: AvgPoolAttributes): Value {
    val (d, h, w) = x.sizes.toList().takeLast(3)
    val volumes = x.sizes.elements / (d * h * w)
    val planes = avgPool2dOp(inPlanes, reshape(x, Sizes.of(volumes, d, h, w)))
    val (rows, columns) = planes.sizes[-2] to planes.sizes[-1]
    val depth = attributes.copy(windows = attributes.windows.depth())
    val y = avgPool2dOp(depth, reshape(planes, Sizes.of(volumes, 1, d, rows * columns)))
    return reshape(y, Sizes.of(x.sizes.toList().dropLast(3) + listOf(y.sizes[-2], rows, columns)))
}

/** How many elements each of [count] windows counts in direction [axis], whose size is [size]. */
private fun AvgPoolAttributes.extents(axis: Int, size: Int, count: Int, backend: Backend): Value {
    val margin = if (countIncludePad) windows.padding[axis] else 0
    val start = arange(count, DType.I64, backend) * windows.stride[axis] - windows.padding[axis]
    return minimum(start + windows.kernel[axis], size + margin) - maximum(start, -margin)
}
