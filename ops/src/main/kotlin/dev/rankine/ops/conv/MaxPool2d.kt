@file:JvmName("Values")
@file:JvmMultifileClass

package dev.rankine.ops

import dev.rankine.shapes.DType
import dev.rankine.shapes.Rule
import dev.rankine.shapes.ShapeRule

/**
 * The largest element of every window, and where it is. The row behind [maxPool2d]: results are the values and, as int64, the places
 * `row * w + column` within the plane; -1 where a dilated window has no element inside the plane.
 */
public val maxPool2dOp: Op1<PoolWindows> =
    Op1(
        "max_pool2d",
        Loop { windows, inputs, outputs ->
            val x = inputs[0]
            val (y, places) = outputs
            val (h, w) = x.sizes[-2] to x.sizes[-1]
            val (oh, ow) = y.sizes[-2] to y.sizes[-1]
            for (i in 0 until y.count) {
                val plane = i / (oh * ow) * h * w
                var best = Double.NEGATIVE_INFINITY
                var place = -1
                for (down in 0 until windows.kernel[0]) {
                    val row = i / ow % oh * windows.stride[0] - windows.padding[0] + down * windows.dilation[0]
                    if (row < 0 || row >= h) continue
                    for (right in 0 until windows.kernel[1]) {
                        val column = i % ow * windows.stride[1] - windows.padding[1] + right * windows.dilation[1]
                        if (column < 0 || column >= w) continue
                        val value = x.double(plane + row * w + column)
                        if (place < 0 || value > best || value.isNaN()) {
                            best = value
                            place = row * w + column
                        }
                    }
                }
                y.set(i, best)
                places.set(i, place.toLong())
            }
        },
        { call ->
            val sizes = call.attributes.outputSizes(call.name, call.sizes())
            arrayOf(Spec(checked(call, Types.FLOATS_ONLY, 0), sizes), Spec(DType.I64, sizes))
        },
        gradients(gradient { maxPool2dGradient(PlaneAttributes(x.sizes[-2], x.sizes[-1]), dy, output(1)) }),
        null,
        Names("nn.functional.max_pool2d"),
    )

private val gradientRule =
    Rule.of("gradient:[*p, oh, ow] indices:[*p, oh, ow] height=? width=? -> [*p, height, width]")

/** The gradient of [maxPool2d], from that of its result and the places: each element goes where its maximum came from. */
public val maxPool2dGradient: Op2<PlaneAttributes> =
    Op2(
        "max_pool2d_gradient",
        Loop { attributes, inputs, outputs ->
            val (dy, places) = inputs
            val totals = Totals(outputs[0])
            forEachPlace(places, attributes.height * attributes.width) { i, place -> totals.add(place, dy, i) }
            totals.store()
        },
        { call ->
            val sizes = arrayOf(call.sizes(0), call.sizes(1))
            val result = gradientRule.apply(call.name, sizes, call.attributes.height, call.attributes.width)[0]
            arrayOf(Spec(checked(call, Types.FLOATS_ONLY, 0), result))
        },
        gradients(gradient { maxPool2dSelect(Unit, dy, b) }, NotDifferentiable("indices are places, not numbers to follow")),
        null,
        Names("ops.aten.max_pool2d_with_indices_backward"),
    )

private val selectRule = Rule.of("input:[*p, height, width] indices:[*p, oh, ow] -> [*p, oh, ow]")

/** The elements of planes at the places that [maxPool2dOp] found; 0 where it found none. The adjoint of [maxPool2dGradient]. */
public val maxPool2dSelect: Op2<Unit> =
    Op2(
        "max_pool2d_select",
        Loop { _, inputs, outputs ->
            val (x, places) = inputs
            for (i in 0 until outputs[0].count) outputs[0].set(i, 0.0)
            forEachPlace(places, x.sizes[-2] * x.sizes[-1]) { i, place -> outputs[0].set(i, x.double(place)) }
        },
        { call ->
            arrayOf(Spec(checked(call, Types.FLOATS_ONLY, 0), selectRule.apply(call.name, arrayOf(call.sizes(0), call.sizes(1)))[0]))
        },
        gradients(
            gradient { maxPool2dGradient(PlaneAttributes(a.sizes[-2], a.sizes[-1]), dy, b) },
            NotDifferentiable("indices are places, not numbers to follow"),
        ),
        null,
        Names("max_pool_double_backward"),
    )

/**
 * The largest element of every window; NaN is larger than all. `[n, c, h, w] -> [n, c, h', w']` or without `n`.
 *
 * @param stride the step from window to window, that of the kernel by default.
 * @param ceilMode whether a last, incomplete window counts.
 * @throws dev.rankine.shapes.ShapeException if the windows do not fit the planes.
 */
@ShapeRule(
    POOL_RULE,
    "kh = kernel",
    "kw = kernel",
    "sh = stride",
    "sw = stride",
    "ph = padding",
    "pw = padding",
    "dh = dilation",
    "dw = dilation",
    "up = ceilMode",
)
@JvmOverloads
public fun maxPool2d(x: Value, kernel: Int, stride: Int = kernel, padding: Int = 0, dilation: Int = 1, ceilMode: Boolean = false): Value =
    maxPool2d(x, listOf(kernel), listOf(stride), listOf(padding), listOf(dilation), ceilMode)

/** As the other [maxPool2d], with each argument as one number or as height and width; no [stride] means that of the kernel. */
@ShapeRule(
    POOL_RULE,
    "kh = kernel[0]",
    "kw = kernel[1]",
    "sh = stride[0]",
    "sw = stride[1]",
    "ph = padding[0]",
    "pw = padding[1]",
    "dh = dilation[0]",
    "dw = dilation[1]",
    "up = ceilMode",
)
@JvmOverloads
public fun maxPool2d(
    x: Value,
    kernel: List<Int>,
    stride: List<Int> = emptyList(),
    padding: List<Int> = listOf(0),
    dilation: List<Int> = listOf(1),
    ceilMode: Boolean = false,
): Value = maxPool2dOp(PoolWindows.of("max_pool2d", kernel, stride, padding, dilation, ceilMode), x)

/** [maxPool2d] and, as int64, where each maximum is: `row * w + column` within its plane. */
@JvmOverloads
public fun maxPool2dWithIndices(
    x: Value,
    kernel: List<Int>,
    stride: List<Int> = emptyList(),
    padding: List<Int> = listOf(0),
    dilation: List<Int> = listOf(1),
    ceilMode: Boolean = false,
): Pair<Value, Value> {
    val windows = PoolWindows.of("max_pool2d", kernel, stride, padding, dilation, ceilMode)
    val (values, indices) = Evaluator.apply(maxPool2dOp, windows, arrayOf(x))
    return values to indices
}

/** Calls [visit] with the number of each place and the number of the element of planes of [plane] elements that it names. */
private inline fun forEachPlace(places: Elements, plane: Int, visit: (Int, Int) -> Unit) {
    val windows = places.sizes[-2] * places.sizes[-1]
    for (i in 0 until places.count) {
        val place = places.long(i)
        if (place >= 0) visit(i, i / windows * plane + place.toInt())
    }
}
