@file:JvmName("Values")
@file:JvmMultifileClass

package dev.rankine.ops

import dev.rankine.shapes.ShapeException
import dev.rankine.shapes.Sizes

/**
 * What [interpolateOp] does.
 *
 * @property sizes the sizes of the result, one for each direction.
 * @property scales by how much each direction grows, where places are computed with these numbers and not with the sizes; else null.
 * @property mode how the elements of the result are found.
 * @property alignCorners whether the first and the last elements of both lie on each other; else the edges of their areas do.
 */
public data class InterpolateAttributes(
    public val sizes: List<Int>,
    public val scales: List<Double>?,
    public val mode: InterpolateMode,
    public val alignCorners: Boolean,
)

/** Resizes lines, planes or volumes, one direction after the other. The row behind [interpolate]. */
public val interpolateOp: Op1<InterpolateAttributes> =
    composite1("interpolate", Names("nn.functional.interpolate"), signature = { arrayOf(interpolated(it)) }) { attributes, x ->
        if (attributes.mode == InterpolateMode.AREA) {
            area(x, attributes.sizes)
        } else {
            val directions = attributes.sizes.size
            val wide = if (attributes.mode.isSmooth) widen(x) else x
            to((0 until directions).fold(wide) { part, i -> resized(part, x.rank - directions + i, attributes, i) }, x.dtype)
        }
    }

/**
 * Lines, planes or volumes in other sizes. `[n, c, l] -> [n, c, l']`, `[n, c, h, w] -> [n, c, h', w']`, `[n, c, d, h, w] -> [n, c, d', h',
 * w']`.
 * As in PyTorch a plane needs [InterpolateMode.BILINEAR] where a line needs [InterpolateMode.LINEAR].
 *
 * @param size the sizes of the result: one number for all directions or one for each. Either this or [scale].
 * @param scale by how much each direction grows: one number for all directions or one for each.
 * @param alignCorners whether the first and the last elements of both lie on each other; else the edges of their areas do.
 * @param recomputeScale whether places are computed with the sizes that [scale], rounded down, gives, and not with [scale] itself.
 * @throws ShapeException if the mode does not fit the axes, corners cannot be aligned, or the result is empty.
 */
@JvmOverloads
public fun interpolate(
    x: Value,
    size: List<Int>? = null,
    scale: List<Double>? = null,
    mode: InterpolateMode = InterpolateMode.NEAREST,
    alignCorners: Boolean = false,
    recomputeScale: Boolean = false,
): Value {
    if ((size == null) == (scale == null)) throw ShapeException("interpolate: needs either a size or a scale: $size and $scale given")
    if (x.rank !in 3..5) throw ShapeException("interpolate: needs three axes to five: ${x.sizes} given")
    val directions = x.rank - 2
    val scales = scale?.let { forEach(directions, "scale", it) }
    if (scales != null &&
        scales.any { !(it > 0 && it < Int.MAX_VALUE) }
    ) {
        throw ShapeException("interpolate: a scale must be positive: $scales")
    }
    val sizes =
        scales?.mapIndexed { i, factor -> Math.floor(x.sizes[i + 2] * factor).coerceAtMost(Int.MAX_VALUE.toDouble()).toInt() }
            ?: forEach(directions, "size", size!!)
    return interpolateOp(InterpolateAttributes(sizes, scales.takeIf { !recomputeScale }, mode, alignCorners), x)
}

private fun <T> forEach(directions: Int, what: String, numbers: List<T>): List<T> =
    when (numbers.size) {
        directions -> numbers
        1 -> List(directions) { numbers[0] }
        else -> throw ShapeException("interpolate: $what needs one number${if (directions == 1) "" else " or $directions"}: $numbers")
    }

private fun interpolated(call: Call<out InterpolateAttributes>): Spec {
    val (sizes, _, mode, alignCorners) = call.attributes
    val x = call.sizes()
    val wrong =
        when {
            x.rank != sizes.size + 2 -> "needs a batch, channels and ${sizes.size} axes: rank ${x.rank}"
            sizes.size !in mode.directions -> "${mode.word} does not resize ${sizes.size} axes: rank ${x.rank}"
            alignCorners && !mode.isSmooth -> "${mode.word} has no corners to align: alignCorners = true"
            sizes.any { it < 1 } -> "the result is empty: $sizes"
            x.toList().drop(1).any { it < 1 } -> "the input is empty: $x"
            else -> null
        }
    if (wrong != null) throw ShapeException("${call.name}: $wrong", listOf("input" to x))
    val types = if (mode == InterpolateMode.NEAREST || mode == InterpolateMode.NEAREST_EXACT) Types.ANY else Types.FLOATS_ONLY
    return Spec(checked(call, types, 0), Sizes.of(x.toList().take(2) + sizes))
}

private fun area(x: Value, sizes: List<Int>): Value =
    when (sizes.size) {
        1 -> adaptiveAvgPool1dOp(AdaptiveSizesAttributes(sizes), x)
        2 -> adaptiveAvgPool2dOp(AdaptivePoolAttributes(sizes[0], sizes[1]), x)
        else -> adaptiveAvgPool3dOp(AdaptiveSizesAttributes(sizes), x)
    }
