@file:JvmName("Values")
@file:JvmMultifileClass

package dev.rankine.ops

import dev.rankine.shapes.Rule
import dev.rankine.shapes.ShapeException
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Sizes

/** The sizes of the result of an adaptive pool, one for each direction ([sizes]). */
public data class AdaptiveSizesAttributes(public val sizes: List<Int>)

private val lineRule =
    Rule.of(
        "input:[*p, c, l] length=? -> [*p, c, length] where rank(p) <= 1 \"needs a batch of lines or lines: axes\", " +
            "length >= 0 \"the size of the result cannot be negative\", " +
            "c >= 1 \"the input has no channels\", l >= 1 \"the lines of the input are empty\"",
    )

private val volumeRule =
    Rule.of(
        "input:[*p, c, d, h, w] depth=? height=? width=? -> [*p, c, depth, height, width] where " +
            "rank(p) <= 1 \"needs a batch of volumes or volumes: axes\", " +
            "min(depth, height, width) >= 0 \"the size of the result cannot be negative\", " +
            "c >= 1 \"the input has no channels\", min(d, h, w) >= 1 \"the volumes of the input are empty\"",
    )

/** The average of windows that cut a line into a given number of parts. The row behind [adaptiveAvgPool1d]. */
public val adaptiveAvgPool1dOp: Op1<AdaptiveSizesAttributes> =
    composite1(
        "adaptive_avg_pool1d",
        Names("nn.functional.adaptive_avg_pool1d"),
        signature = { call -> arrayOf(Spec(checked(call, Types.FLOATS_ONLY, 0), adapted(call.name, call.sizes(), call.attributes.sizes))) },
    ) { (sizes), x -> squeeze(adaptiveAvgPool2dOp(AdaptivePoolAttributes(1, sizes[0]), unsqueeze(x, -2)), -2) }

/** The average of windows that cut a volume into a given number of parts. The row behind [adaptiveAvgPool3d]. */
public val adaptiveAvgPool3dOp: Op1<AdaptiveSizesAttributes> =
    composite1(
        "adaptive_avg_pool3d",
        Names("nn.functional.adaptive_avg_pool3d"),
        signature = { call -> arrayOf(Spec(checked(call, Types.FLOATS_ONLY, 0), adapted(call.name, call.sizes(), call.attributes.sizes))) },
    ) { (sizes), x ->
        val (d, h, w) = x.sizes.toList().takeLast(3)
        val layers = reshape(widen(x), Sizes.of(x.sizes.elements / (d * h * w), d, h, w))
        val planes = adaptiveAvgPool2dOp(AdaptivePoolAttributes(sizes[1], sizes[2]), layers)
        to(reshape(parts(planes, 1, sizes[0]), Sizes.of(x.sizes.toList().dropLast(3) + sizes)), x.dtype)
    }

/**
 * The average of every window, where the windows are such that the result has [length] elements; see [adaptiveAvgPool2d].
 * `[n, c, l] -> [n, c, length]` or without `n`. Floating types only.
 *
 * @param length null for as many as the input has.
 * @throws ShapeException if the input has other axes or empty lines, or the number is negative.
 */
@ShapeRule("[*p, l] length=? -> [*p, length]")
public fun adaptiveAvgPool1d(x: Value, length: Int?): Value =
    adaptiveAvgPool1dOp(AdaptiveSizesAttributes(wanted("adaptive_avg_pool1d", x, listOf(length))), x)

/**
 * The average of every window, where the windows are such that the result has [depth] layers, [height] rows and [width] columns; see
 * [adaptiveAvgPool2d]. `[n, c, d, h, w] -> [n, c, depth, height, width]` or without `n`. Floating types only.
 *
 * @param depth,height,width null for as many as the input has.
 * @throws ShapeException if the input has other axes or empty volumes, or a number is negative.
 */
@ShapeRule("[*p, d, h, w] depth=? height=? width=? -> [*p, depth, height, width]")
public fun adaptiveAvgPool3d(x: Value, depth: Int?, height: Int?, width: Int?): Value =
    adaptiveAvgPool3dOp(AdaptiveSizesAttributes(wanted("adaptive_avg_pool3d", x, listOf(depth, height, width))), x)

/** [sizes] with what [x] has where one is null. */
internal fun wanted(op: String, x: Value, sizes: List<Int?>): List<Int> {
    if (x.rank < sizes.size) throw ShapeException("$op: needs ${sizes.size} axes to pool over: ${x.sizes} given")
    return sizes.mapIndexed { i, size -> size ?: x.sizes[x.rank - sizes.size + i] }
}

/** The sizes of the adaptive pool of [x] that gives [sizes] in each direction. */
internal fun adapted(op: String, x: Sizes, sizes: List<Int>): Sizes =
    (if (sizes.size == 1) lineRule else volumeRule).apply(op, arrayOf(x), *sizes.toIntArray())[0]
