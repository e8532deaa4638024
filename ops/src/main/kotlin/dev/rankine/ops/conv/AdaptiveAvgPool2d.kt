@file:JvmName("Values")
@file:JvmMultifileClass

package dev.rankine.ops

import dev.rankine.shapes.Rule
import dev.rankine.shapes.ShapeException
import dev.rankine.shapes.ShapeRule

/** The attributes of [adaptiveAvgPool2d]: [height] and [width] of the result. */
public data class AdaptivePoolAttributes(public val height: Int, public val width: Int)

private val adaptiveRule =
    Rule.of(
        "input:[*p, c, h, w] height=? width=? -> [*p, c, height, width] where rank(p) <= 1 \"needs a batch of planes or planes: axes\", " +
            "min(height, width) >= 0 \"the size of the result cannot be negative\", " +
            "c >= 1 \"the input has no channels\", min(h, w) >= 1 \"the planes of the input are empty\"",
    )

/** The average of windows that cut a plane into a given number of parts. The row behind [adaptiveAvgPool2d]. */
public val adaptiveAvgPool2dOp: Op1<AdaptivePoolAttributes> =
    composite1(
        "adaptive_avg_pool2d",
        Names("nn.functional.adaptive_avg_pool2d"),
        signature = { call ->
            val (height, width) = call.attributes
            arrayOf(Spec(checked(call, Types.FLOATS_ONLY, 0), adaptiveRule.apply(call.name, arrayOf(call.sizes()), height, width)[0]))
        },
    ) { (height, width), x ->
        val (h, w) = x.sizes[-2] to x.sizes[-1]
        val even = height > 0 && width > 0 && h % height == 0 && w % width == 0
        if (even) {
            avgPool2d(
                x,
                listOf(h / height, w / width),
            )
        } else {
            to(parts(parts(widen(x), x.rank - 2, height), x.rank - 1, width), x.dtype)
        }
    }

/**
 * The average of every window, where the windows are such that the result has [height] rows and [width] columns: row `i` of the result is
 * of the rows from `floor(i h / height)` until `ceil((i + 1) h / height)`, columns likewise; windows may overlap by one.
 * `[n, c, h, w] -> [n, c, height, width]` or without `n`. Floating types only.
 *
 * @param height,width null for as many as the input has.
 * @throws ShapeException if the input has other axes or empty planes, or a number is negative.
 */
@ShapeRule("[*p, h, w] height=? width=? -> [*p, height, width]")
public fun adaptiveAvgPool2d(x: Value, height: Int?, width: Int?): Value {
    if (x.rank < 2) throw ShapeException("adaptive_avg_pool2d: needs planes: ${x.sizes} given")
    return adaptiveAvgPool2dOp(AdaptivePoolAttributes(height ?: x.sizes[-2], width ?: x.sizes[-1]), x)
}

/** The means of [count] windows along [axis]. */
internal fun parts(x: Value, axis: Int, count: Int): Value {
    val size = x.sizes[axis]
    if (count == size) return x
    if (count == 0) return narrow(x, axis, 0, 0)
    val means =
        List(count) { i ->
            val from = (i.toLong() * size / count).toInt()
            val until = (((i + 1L) * size + count - 1) / count).toInt()
            mean(narrow(x, axis, from, until - from), listOf(axis), keepDim = true)
        }
    return cat(means, axis)
}
