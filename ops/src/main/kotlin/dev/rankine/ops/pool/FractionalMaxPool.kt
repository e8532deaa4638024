@file:JvmName("Values")
@file:JvmMultifileClass

package dev.rankine.ops

import dev.rankine.shapes.DType
import dev.rankine.shapes.Rule
import dev.rankine.shapes.ShapeException
import dev.rankine.shapes.Sizes

/** The sizes of windows ([kernel]) and of the result ([sizes]), one for each direction. */
public data class FractionalPoolAttributes(public val kernel: List<Int>, public val sizes: List<Int>)

private const val AT_LEAST_1 = "kernel must be at least 1"
private const val RESULT = "\"the size of the result must be at least 1\""

private val planeRule =
    Rule.of(
        "input:[*p, c, h, w] samples:[n, c, 2] kh=? kw=? height=? width=? -> [*p, c, height, width] where " +
            "rank(p) <= 1 \"needs a batch of planes or planes: axes\", n >= prod(p) \"needs samples for every plane\", " +
            "min(kh, kw) >= 1 \"$AT_LEAST_1\", min(height, width) >= 1 $RESULT, " +
            "height + kh - 1 <= h \"the planes have too few rows\", width + kw - 1 <= w \"the planes have too few columns\"",
    )

private val volumeRule =
    Rule.of(
        "input:[*p, c, d, h, w] samples:[n, c, 3] kd=? kh=? kw=? depth=? height=? width=? -> [*p, c, depth, height, width] where " +
            "rank(p) <= 1 \"needs a batch of volumes or volumes: axes\", n >= prod(p) \"needs samples for every volume\", " +
            "min(kd, kh, kw) >= 1 \"$AT_LEAST_1\", min(depth, height, width) >= 1 $RESULT, " +
            "depth + kd - 1 <= d \"the volumes have too few layers\", height + kh - 1 <= h \"the volumes have too few rows\", " +
            "width + kw - 1 <= w \"the volumes have too few columns\"",
    )

/** The largest element of windows at pseudo-random distances in planes, and where it is. The row behind [fractionalMaxPool2d]. */
public val fractionalMaxPool2dOp: Op2<FractionalPoolAttributes> = fractionalMaxPool("fractional_max_pool2d", planeRule, listOf(1, 0))

/** The largest element of windows at pseudo-random distances in volumes, and where it is. The row behind [fractionalMaxPool3d]. */
public val fractionalMaxPool3dOp: Op2<FractionalPoolAttributes> = fractionalMaxPool("fractional_max_pool3d", volumeRule, listOf(0, 1, 2))

/**
 * The largest element of every window, where the windows begin at pseudo-random places, so that the result has [sizes] rows and columns:
 * the
 * windows of a plane with sample `u` begin at `floor(a (i + u)) - floor(a u)`, `a = (size - kernel) / (sizes - 1)`, the last one ends where
 * the plane does. `[n, c, h, w] -> [n, c, h', w']` or without `n`. Graham, arXiv:1412.6071.
 *
 * @param kernel one number, or height and width.
 * @param sizes one number, or the rows and columns of the result.
 * @param samples `[n, c, 2]` numbers of `[0, 1)` for the columns and the rows of each plane, more are left; drawn from [generator] if left
 * out.
 * @throws ShapeException if the windows do not fit the planes.
 */
@JvmOverloads
public fun fractionalMaxPool2d(
    x: Value,
    kernel: List<Int>,
    sizes: List<Int>,
    samples: Value? = null,
    generator: Generator = Generator.current,
): Value = fractionalMaxPool2dWithIndices(x, kernel, sizes, samples, generator).first

/** [fractionalMaxPool2d] and, as int64, where each maximum is: `row * w + column` within its plane. */
@JvmOverloads
public fun fractionalMaxPool2dWithIndices(
    x: Value,
    kernel: List<Int>,
    sizes: List<Int>,
    samples: Value? = null,
    generator: Generator = Generator.current,
): Pair<Value, Value> {
    val op = "fractional_max_pool2d"
    val attributes = FractionalPoolAttributes(pairOf(op, "kernel", kernel), pairOf(op, "size of the result", sizes))
    return fractionalMaxima(fractionalMaxPool2dOp, attributes, x, samples, generator)
}

/**
 * As [fractionalMaxPool2d]. `[n, c, d, h, w] -> [n, c, d', h', w']` or without `n`.
 *
 * @param kernel,sizes one number, or those of depth, height and width.
 * @param samples `[n, c, 3]` numbers of `[0, 1)` for the layers, rows and columns of each volume; drawn from [generator] if left out.
 * @throws ShapeException if the windows do not fit the volumes.
 */
@JvmOverloads
public fun fractionalMaxPool3d(
    x: Value,
    kernel: List<Int>,
    sizes: List<Int>,
    samples: Value? = null,
    generator: Generator = Generator.current,
): Value = fractionalMaxPool3dWithIndices(x, kernel, sizes, samples, generator).first

/** [fractionalMaxPool3d] and, as int64, where each maximum is: `(layer * h + row) * w + column` within its volume. */
@JvmOverloads
public fun fractionalMaxPool3dWithIndices(
    x: Value,
    kernel: List<Int>,
    sizes: List<Int>,
    samples: Value? = null,
    generator: Generator = Generator.current,
): Pair<Value, Value> {
    val op = "fractional_max_pool3d"
    val attributes = FractionalPoolAttributes(threeOf(op, "kernel", kernel), threeOf(op, "size of the result", sizes))
    return fractionalMaxima(fractionalMaxPool3dOp, attributes, x, samples, generator)
}

private fun fractionalMaxima(
    op: Op2<FractionalPoolAttributes>,
    attributes: FractionalPoolAttributes,
    x: Value,
    samples: Value?,
    generator: Generator,
): Pair<Value, Value> {
    val directions = attributes.kernel.size
    if (x.rank !in directions + 1..directions + 2) {
        throw ShapeException("${op.name}: needs ${directions + 1} or ${directions + 2} axes: ${x.sizes} given")
    }
    val maps = listOf(if (x.rank == directions + 1) 1 else x.sizes[0], x.sizes[x.rank - directions - 1], directions)
    val dtype = if (x.dtype == DType.F64) DType.F64 else DType.F32
    val drawn = samples ?: uniform(Sizes.of(maps), dtype = dtype, generator = generator, backend = x.backend)
    val (values, indices) = Evaluator.apply(op, attributes, arrayOf(x, drawn))
    return values to indices
}

/** [order] says which sample belongs to which direction. */
private fun fractionalMaxPool(name: String, rule: Rule, order: List<Int>): Op2<FractionalPoolAttributes> =
    Op2(
        name,
        Definition { (kernel, sizes), inputs ->
            val x = inputs[0]
            val maps = Sizes.of(x.sizes.toList().dropLast(kernel.size))
            val samples = narrow(inputs[1], 0, 0, if (maps.rank == 1) 1 else maps[0])
            var found = WindowMaxima(x, null)
            var step = 1
            for (i in kernel.indices.reversed()) {
                val axis = i - kernel.size
                val sample = reshape(select(samples, -1, order[i]), maps)
                found = found.along(axis, fractionalPositions(widen(sample), x.sizes[axis], kernel[i], sizes[i]), step)
                step *= x.sizes[axis]
            }
            arrayOf(found.values, found.places!!)
        },
        { call ->
            val numbers = (call.attributes.kernel + call.attributes.sizes).toIntArray()
            val sizes = rule.apply(call.name, arrayOf(call.sizes(0), call.sizes(1)), *numbers)[0]
            checked(call, Types.FLOATS_ONLY, 1)
            arrayOf(Spec(checked(call, Types.FLOATS_ONLY, 0), sizes), Spec(DType.I64, sizes))
        },
        Gradients.Derived,
        null,
        Names("nn.functional.$name"),
    )

/** `[..., count, kernel]`: which elements of an axis of [size] belong to each of [count] windows, for samples `[...]`. */
private fun fractionalPositions(samples: Value, size: Int, kernel: Int, count: Int): Value {
    val sample = unsqueeze(samples, -1)
    val last = full(sample.sizes, size - kernel, DType.I64, samples.backend)
    val inner = arange(kernel, DType.I64, samples.backend)
    if (count == 1) return unsqueeze(last, -1) + inner
    val distance = (size - kernel).toDouble() / (count - 1)
    val number = arange(count - 1, samples.dtype, samples.backend)
    val start = to(trunc((sample + number) * distance) - trunc(sample * distance), DType.I64)
    return unsqueeze(cat(listOf(start, last), -1), -1) + inner
}
