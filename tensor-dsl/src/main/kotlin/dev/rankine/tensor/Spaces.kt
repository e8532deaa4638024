package dev.rankine.tensor

import dev.rankine.ops.Padding
import dev.rankine.ops.Value
import dev.rankine.ops.conv1d
import dev.rankine.ops.conv3d
import dev.rankine.shapes.Sized

private const val NAME_THE_LENGTH = "name the axis of the result: `length = ...`"

private const val NAME_THE_ROWS = "name the axes of the result: `rows = ..., columns = ...`"

private const val NAME_THE_VOLUME = "name the axes of the result: `depth = ..., rows = ..., columns = ...`"

private val HINTS = listOf("", NAME_THE_LENGTH, NAME_THE_ROWS, NAME_THE_VOLUME)

/** [y], computed from [x], under the names of [space]; its channels are axis [of] of [weight]. */
@OptIn(UncheckedShape::class)
internal fun spaced(op: String, x: Value, y: Value, weight: Tensor<*>, of: Int, vararg space: Pair<String, Sized<*>>): Value =
    withSpace(op, x, y, weight.value.sizes.axis(of), *space)

/** [y], computed from [x], which keeps the last [count] axes; its channels are axis [of] of [weight]. */
@OptIn(UncheckedShape::class)
internal fun kept(op: String, x: Value, y: Value, weight: Tensor<*>, of: Int, count: Int): Value =
    keepingSpace(op, x, y, weight.value.sizes.axis(of), count, HINTS[count])

/** [y], computed from [x], which halves the last [count] axes; its channels are axis [of] of [weight]. */
@OptIn(UncheckedShape::class)
internal fun halved(op: String, x: Value, y: Value, weight: Tensor<*>, of: Int, count: Int): Value =
    halvingSpace(op, x, y, weight.value.sizes.axis(of), count, HINTS[count])

/** [y], computed from [x], which doubles the last [count] axes; its channels are axis [of] of [weight]. */
@OptIn(UncheckedShape::class)
internal fun doubled(op: String, x: Value, y: Value, weight: Tensor<*>, of: Int, count: Int): Value =
    doublingSpace(op, x, y, weight.value.sizes.axis(of), count, HINTS[count])

/** The convolution with as many zeros around [x] as keep its length. */
internal fun conv1dSame(x: Value, weight: Value, bias: Value?, dilation: Int, groups: Int = 1): Value =
    conv1d(x, weight, bias, Padding.SAME, dilation = dilation, groups = groups)

/** The convolution with as many zeros around [x] as keep its planes, rows and columns. */
internal fun conv3dSame(x: Value, weight: Value, bias: Value?, dilation: Int, groups: Int = 1): Value =
    conv3d(x, weight, bias, Padding.SAME, dilation = listOf(dilation), groups = groups)
