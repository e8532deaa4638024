@file:JvmName("Values")
@file:JvmMultifileClass

package dev.rankine.ops

import dev.rankine.shapes.Rule
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Sizes

/** The [windows] that [fold] adds up, and [height] and [width] of the planes that they make. */
public data class FoldAttributes(public val height: Int, public val width: Int, public val windows: UnfoldAttributes)

/** The shape rule of [foldOp]; `h` and `w` are the sizes of the planes. */
public const val FOLD_RULE: String =
    "input:[*p, e, l] h=? w=? $WINDOW_NUMBERS -> [*p, e / (kh*kw), h, w] where $WINDOW_CONDITIONS, " +
        "e % (kh*kw) == 0 \"the columns do not divide into windows\", l == $WINDOW_COUNT \"the number of windows differs\""

private val rule = Rule.of(FOLD_RULE)

/** Planes of which every element is the sum of what the windows have there. The row behind [fold]; [unfoldOp] is its adjoint. */
public val foldOp: Op1<FoldAttributes> =
    composite1(
        "fold",
        Names("nn.functional.fold"),
        gradients(gradient { unfoldOp(attributes.windows, dy) }),
        { call ->
            val (height, width, windows) = call.attributes
            val sizes = rule.apply(call.name, arrayOf(call.sizes()), height, width, *windows.numbers())[0]
            arrayOf(Spec(checked(call, Types.FLOATS_ONLY, 0), sizes))
        },
    ) { (height, width, windows), x ->
        val (kernel, dilation, padding, stride) = windows
        val (rows, columns) = windows.windows(0, height) to windows.windows(1, width)
        val (tall, wide) = height + 2 * padding[0] to width + 2 * padding[1]
        val channels = x.sizes[-2] / (kernel[0] * kernel[1])
        val outer = x.sizes.toList().dropLast(2)
        // the elements of a window before the windows, as they lie in x
        val down = reshape(overlapping(kernel[0], rows, dilation[0], stride[0], x.backend), kernel[0], 1, rows, 1)
        val right = reshape(overlapping(kernel[1], columns, dilation[1], stride[1], x.backend), 1, kernel[1], 1, columns)
        val places = reshape(down * wide + right, kernel[0] * kernel[1] * rows * columns)
        val empty = zeros(Sizes.of(outer + listOf(channels, tall * wide)), x.dtype, x.backend)
        val planes = indexAdd(empty, -1, places, reshape(x, Sizes.of(outer + listOf(channels, places.elements))))
        val whole = reshape(planes, Sizes.of(outer + listOf(channels, tall, wide)))
        narrow(narrow(whole, -2, padding[0], height), -1, padding[1], width)
    }

/**
 * Planes of which every element is the sum of what the windows have there: the adjoint of [unfold] (col2im).
 * `[n, c * kh * kw, windows] -> [n, c, height, width]` or without `n`. Floating types only.
 *
 * @param height,width the sizes of the planes.
 * @param kernel,dilation,padding,stride each one number for both directions.
 * @throws dev.rankine.shapes.ShapeException if such planes have other windows.
 */
@ShapeRule(
    FOLD_RULE,
    "h = height",
    "w = width",
    "kh = kernel",
    "kw = kernel",
    "dh = dilation",
    "dw = dilation",
    "ph = padding",
    "pw = padding",
    "sh = stride",
    "sw = stride",
)
@JvmOverloads
public fun fold(x: Value, height: Int, width: Int, kernel: Int, dilation: Int = 1, padding: Int = 0, stride: Int = 1): Value =
    fold(x, listOf(height, width), listOf(kernel), listOf(dilation), listOf(padding), listOf(stride))

/** As the other [fold], with each argument as one number or as height and width. */
@ShapeRule(
    FOLD_RULE,
    "h = output[0]",
    "w = output[1]",
    "kh = kernel[0]",
    "kw = kernel[1]",
    "dh = dilation[0]",
    "dw = dilation[1]",
    "ph = padding[0]",
    "pw = padding[1]",
    "sh = stride[0]",
    "sw = stride[1]",
)
@JvmOverloads
public fun fold(
    x: Value,
    output: List<Int>,
    kernel: List<Int>,
    dilation: List<Int> = listOf(1),
    padding: List<Int> = listOf(0),
    stride: List<Int> = listOf(1),
): Value {
    val (height, width) = pairOf("fold", "output", output)
    return foldOp(FoldAttributes(height, width, UnfoldAttributes.of("fold", kernel, dilation, padding, stride)), x)
}
