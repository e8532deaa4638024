@file:JvmName("Values")
@file:JvmMultifileClass

package dev.rankine.ops

import dev.rankine.shapes.DType
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Sizes

/**
 * The largest element of every window of a volume, and where it is: the largest of the maxima of its planes. The row behind [maxPool3d]:
 * results are the values and, as int64, the places `(layer * h + row) * w + column` within the volume; -1 where a dilated window has no
 * element inside the volume.
 */
public val maxPool3dOp: Op1<PoolWindows> =
    Op1(
        "max_pool3d",
        Definition { windows, inputs -> volumeMaxima(windows, inputs[0]) },
        { call ->
            val sizes = call.attributes.pooled(call.name, call.sizes())
            arrayOf(Spec(checked(call, Types.FLOATS_ONLY, 0), sizes), Spec(DType.I64, sizes))
        },
        Gradients.Derived,
        null,
        Names("nn.functional.max_pool3d"),
    )

/**
 * The largest element of every window; NaN is larger than all. `[n, c, d, h, w] -> [n, c, d', h', w']` or without `n`.
 *
 * @param stride the step from window to window, that of the kernel by default.
 * @param ceilMode whether a last, incomplete window counts.
 * @throws dev.rankine.shapes.ShapeException if the windows do not fit the volumes.
 */
@ShapeRule(POOL3D_RULE)
@JvmOverloads
public fun maxPool3d(x: Value, kernel: Int, stride: Int = kernel, padding: Int = 0, dilation: Int = 1, ceilMode: Boolean = false): Value =
    maxPool3d(x, listOf(kernel), listOf(stride), listOf(padding), listOf(dilation), ceilMode)

/** As the other [maxPool3d], with each argument as one number or as depth, height and width; no [stride] means that of the kernel. */
@JvmOverloads
public fun maxPool3d(
    x: Value,
    kernel: List<Int>,
    stride: List<Int> = emptyList(),
    padding: List<Int> = listOf(0),
    dilation: List<Int> = listOf(1),
    ceilMode: Boolean = false,
): Value = maxPool3dOp(volumeWindows("max_pool3d", kernel, stride, padding, dilation, ceilMode), x)

/** [maxPool3d] and, as int64, where each maximum is: `(layer * h + row) * w + column` within its volume. */
@JvmOverloads
public fun maxPool3dWithIndices(
    x: Value,
    kernel: List<Int>,
    stride: List<Int> = emptyList(),
    padding: List<Int> = listOf(0),
    dilation: List<Int> = listOf(1),
    ceilMode: Boolean = false,
): Pair<Value, Value> {
    val windows = volumeWindows("max_pool3d", kernel, stride, padding, dilation, ceilMode)
    val (values, indices) = Evaluator.apply(maxPool3dOp, windows, arrayOf(x))
    return values to indices
}

/** The first of several equal elements is found: planes look along rows and columns, the layers before it are asked last. */
private fun volumeMaxima(windows: PoolWindows, x: Value): Array<Value> {
    val (d, h, w) = x.sizes.toList().takeLast(3)
    val volumes = x.sizes.elements / (d * h * w)
    val (planes, inPlane) = Evaluator.apply(maxPool2dOp, windows.planes(), arrayOf(reshape(x, Sizes.of(volumes, d, h, w))))
    val (rows, columns) = planes.sizes[-2] to planes.sizes[-1]
    val layers = reshape(planes, Sizes.of(volumes, 1, d, rows * columns))
    val (values, inLayers) = Evaluator.apply(maxPool2dOp, windows.depth(), arrayOf(layers))
    val sizes = Sizes.of(x.sizes.toList().dropLast(3) + listOf(values.sizes[-2], rows, columns))
    return arrayOf(reshape(values, sizes), reshape(inVolume(windows, inPlane, inLayers, h * w), sizes))
}

/** The places in volumes whose layers have [plane] elements: [inLayers] says which maximum of a plane, [inPlane] where that was. */
private fun inVolume(windows: PoolWindows, inPlane: Value, inLayers: Value, plane: Int): Value {
    val volumes = inPlane.sizes[0]
    val maxima = inPlane.sizes[-2] * inPlane.sizes[-1]
    val chosen = reshape(inLayers, Sizes.of(volumes, inLayers.sizes[-2] * maxima))
    val found = reshape(inPlane, Sizes.of(volumes, inPlane.sizes[1] * maxima))
    if (windows.dilation.all { it == 1 }) return floorDivide(chosen, maxima) * plane + gather(found, 1, chosen)
    val known = maximum(chosen, 0)
    val place = gather(found, 1, known)
    return where(
        lt(minimum(chosen, place), full(Sizes.SCALAR, 0, DType.I64, chosen.backend)),
        -1,
        floorDivide(known, maxima) * plane + place,
    )
}
