@file:JvmName("Values")
@file:JvmMultifileClass

package dev.rankine.ops

import dev.rankine.shapes.DType
import dev.rankine.shapes.Rule
import dev.rankine.shapes.ShapeException
import dev.rankine.shapes.ShapeRule

private const val CHANNELS = "c >= 1 \"the input has no channels\""
private const val NOT_EMPTY = "\"the size of the result must be at least 1\""

private val rules =
    listOf(
        "input:[*p, c, l] length=? -> [*p, c, length] where rank(p) <= 1 \"needs a batch of lines or lines: axes\", $CHANNELS, " +
            "l >= 1 \"the lines of the input are empty\", length >= 1 $NOT_EMPTY",
        "input:[*p, c, h, w] height=? width=? -> [*p, c, height, width] where rank(p) <= 1 \"needs a batch of planes or planes: axes\", " +
            "$CHANNELS, min(h, w) >= 1 \"the planes of the input are empty\", min(height, width) >= 1 $NOT_EMPTY",
        "input:[*p, c, d, h, w] depth=? height=? width=? -> [*p, c, depth, height, width] where " +
            "rank(p) <= 1 \"needs a batch of volumes or volumes: axes\", $CHANNELS, " +
            "min(d, h, w) >= 1 \"the volumes of the input are empty\", min(depth, height, width) >= 1 $NOT_EMPTY",
    ).map { Rule.of(it) }

/** The largest element of windows that cut a line into a given number of parts, and where it is. The row behind [adaptiveMaxPool1d]. */
public val adaptiveMaxPool1dOp: Op1<AdaptiveSizesAttributes> = adaptiveMaxPool(1)

/** The largest element of windows that cut a plane into a given number of parts, and where it is. The row behind [adaptiveMaxPool2d]. */
public val adaptiveMaxPool2dOp: Op1<AdaptiveSizesAttributes> = adaptiveMaxPool(2)

/** The largest element of windows that cut a volume into a given number of parts, and where it is. The row behind [adaptiveMaxPool3d]. */
public val adaptiveMaxPool3dOp: Op1<AdaptiveSizesAttributes> = adaptiveMaxPool(3)

/**
 * The largest element of every window, where the windows are those of [adaptiveAvgPool1d]. `[n, c, l] -> [n, c, length]` or without `n`.
 *
 * @param length null for as many as the input has.
 * @throws ShapeException if the input has other axes or empty lines, or the number is below 1.
 */
@ShapeRule("[*p, l] length=? -> [*p, length]")
public fun adaptiveMaxPool1d(x: Value, length: Int?): Value = adaptiveMaxima(adaptiveMaxPool1dOp, x, listOf(length)).first

/** [adaptiveMaxPool1d] and, as int64, the place of each maximum in its line. */
public fun adaptiveMaxPool1dWithIndices(x: Value, length: Int?): Pair<Value, Value> = adaptiveMaxima(adaptiveMaxPool1dOp, x, listOf(length))

/**
 * The largest element of every window, where the windows are those of [adaptiveAvgPool2d]. `[n, c, h, w] -> [n, c, height, width]` or
 * without `n`.
 *
 * @param height,width null for as many as the input has.
 * @throws ShapeException if the input has other axes or empty planes, or a number is below 1.
 */
@ShapeRule("[*p, h, w] height=? width=? -> [*p, height, width]")
public fun adaptiveMaxPool2d(x: Value, height: Int?, width: Int?): Value =
    adaptiveMaxima(adaptiveMaxPool2dOp, x, listOf(height, width)).first

/** [adaptiveMaxPool2d] and, as int64, where each maximum is: `row * w + column` within its plane. */
public fun adaptiveMaxPool2dWithIndices(x: Value, height: Int?, width: Int?): Pair<Value, Value> =
    adaptiveMaxima(adaptiveMaxPool2dOp, x, listOf(height, width))

/**
 * The largest element of every window, where the windows are those of [adaptiveAvgPool3d].
 * `[n, c, d, h, w] -> [n, c, depth, height, width]` or without `n`.
 *
 * @param depth,height,width null for as many as the input has.
 * @throws ShapeException if the input has other axes or empty volumes, or a number is below 1.
 */
@ShapeRule("[*p, d, h, w] depth=? height=? width=? -> [*p, depth, height, width]")
public fun adaptiveMaxPool3d(x: Value, depth: Int?, height: Int?, width: Int?): Value =
    adaptiveMaxima(adaptiveMaxPool3dOp, x, listOf(depth, height, width)).first

/** [adaptiveMaxPool3d] and, as int64, where each maximum is: `(layer * h + row) * w + column` within its volume. */
public fun adaptiveMaxPool3dWithIndices(x: Value, depth: Int?, height: Int?, width: Int?): Pair<Value, Value> =
    adaptiveMaxima(adaptiveMaxPool3dOp, x, listOf(depth, height, width))

private fun adaptiveMaxima(op: Op1<AdaptiveSizesAttributes>, x: Value, sizes: List<Int?>): Pair<Value, Value> {
    val (values, indices) = Evaluator.apply(op, AdaptiveSizesAttributes(wanted(op.name, x, sizes)), arrayOf(x))
    return values to indices
}

private fun adaptiveMaxPool(directions: Int): Op1<AdaptiveSizesAttributes> =
    Op1(
        "adaptive_max_pool${directions}d",
        Definition { (sizes), inputs ->
            var found = WindowMaxima(inputs[0], null)
            var step = 1
            for (axis in directions downTo 1) {
                val size = inputs[0].sizes[axis - directions - 1]
                found = found.along(axis - directions - 1, partPositions(size, sizes[axis - 1], inputs[0].backend), step)
                step *= size
            }
            arrayOf(found.values, found.places!!)
        },
        { call ->
            val sizes = rules[directions - 1].apply(call.name, arrayOf(call.sizes()), *call.attributes.sizes.toIntArray())[0]
            arrayOf(Spec(checked(call, Types.FLOATS_ONLY, 0), sizes), Spec(DType.I64, sizes))
        },
        Gradients.Derived,
        null,
        Names("nn.functional.adaptive_max_pool${directions}d"),
    )
