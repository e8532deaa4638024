package dev.rankine.tensor

import dev.rankine.ops.Padding
import dev.rankine.ops.Value
import dev.rankine.ops.adaptiveAvgPool2d
import dev.rankine.ops.conv2d
import dev.rankine.shapes.Axis
import dev.rankine.shapes.Sized

/** [y], computed from [x] with [weight], under the names of its channels, [rows] and [columns]. */
@OptIn(UncheckedShape::class)
internal fun named(op: String, x: Value, y: Value, weight: Tensor<*>?, rows: Sized<*>, columns: Sized<*>): Value =
    withPlane(op, x, y, weight?.value?.sizes?.axis(0), rows, columns)

/** [y], computed from [x] with [weight], which keeps the rows and columns. */
@OptIn(UncheckedShape::class)
internal fun keeping(op: String, x: Value, y: Value, weight: Tensor<*>?): Value =
    keepingPlane(op, x, y, weight?.value?.sizes?.axis(0), HINTS[2])

/** [y], computed from [x] with [weight], which halves the rows and columns. */
@OptIn(UncheckedShape::class)
internal fun halving(op: String, x: Value, y: Value, weight: Tensor<*>?): Value =
    halvingPlane(op, x, y, weight?.value?.sizes?.axis(0), HINTS[2])

/** The means of windows that cover the planes of [x], under the names of [rows] and [columns]. */
internal fun pooledTo(x: Value, rows: Axis<*>, columns: Axis<*>): Value =
    named("adaptive_avg_pool2d", x, adaptiveAvgPool2d(x, rows.size, columns.size), null, rows, columns)

/** The convolution with as many zeros around [x] as keep its rows and columns. */
internal fun convolvedSame(x: Value, weight: Value, bias: Value?, dilation: Int, groups: Int = 1): Value =
    conv2d(x, weight, bias, Padding.SAME, dilation = listOf(dilation), groups = groups)
