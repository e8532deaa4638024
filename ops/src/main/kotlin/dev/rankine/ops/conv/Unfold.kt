@file:JvmName("Values")
@file:JvmMultifileClass

package dev.rankine.ops

import dev.rankine.shapes.Rule
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Sizes

/**
 * The windows that [unfold] takes out of planes; each list is height and width.
 *
 * @property kernel the size of a window.
 * @property dilation the distance of the elements of a window.
 * @property padding zeros at both ends.
 * @property stride the step from window to window.
 */
public data class UnfoldAttributes(
    public val kernel: List<Int>,
    public val dilation: List<Int>,
    public val padding: List<Int>,
    public val stride: List<Int>,
) {
    /** The integer arguments of the shape rules of this family. */
    internal fun numbers(): IntArray = (kernel + dilation + padding + stride).toIntArray()

    /** How many windows there are along axis [axis] (0 or 1) of [size]. */
    internal fun windows(axis: Int, size: Int): Int =
        (size + 2 * padding[axis] - dilation[axis] * (kernel[axis] - 1) - 1) / stride[axis] + 1

    internal companion object {
        /** From arguments of one number or two. */
        fun of(op: String, kernel: List<Int>, dilation: List<Int>, padding: List<Int>, stride: List<Int>): UnfoldAttributes =
            UnfoldAttributes(
                pairOf(op, "kernel", kernel),
                pairOf(op, "dilation", dilation),
                pairOf(op, "padding", padding),
                pairOf(op, "stride", stride),
            )
    }
}

/** The integer arguments of the rules of [unfold] and [fold]. */
internal const val WINDOW_NUMBERS: String = "kh=? kw=? dh=1 dw=1 ph=0 pw=0 sh=1 sw=1"

/** What these rules ask of them, and of planes `[h, w]`. */
internal const val WINDOW_CONDITIONS: String =
    "rank(p) <= 1 \"needs a batch of values or one: axes\", min(kh, kw) >= 1 \"kernel must be at least 1\", " +
        "min(dh, dw) >= 1 \"dilation must be at least 1\", min(ph, pw) >= 0 \"padding cannot be negative\", " +
        "min(sh, sw) >= 1 \"stride must be at least 1\", h + 2*ph >= dh*(kh - 1) + 1 \"kernel is taller than the padded plane\", " +
        "w + 2*pw >= dw*(kw - 1) + 1 \"kernel is wider than the padded plane\""

/** The number of windows in these rules. */
internal const val WINDOW_COUNT: String =
    "((h + 2*ph - dh*(kh - 1) - 1) / sh + 1)*((w + 2*pw - dw*(kw - 1) - 1) / sw + 1)"

/** The shape rule of [unfoldOp]. */
public const val UNFOLD_RULE: String = "input:[*p, c, h, w] $WINDOW_NUMBERS -> [*p, c*kh*kw, $WINDOW_COUNT] where $WINDOW_CONDITIONS"

private val rule = Rule.of(UNFOLD_RULE)

/** Every window of planes as a column. The row behind [unfold]; [foldOp] is its adjoint. */
public val unfoldOp: Op1<UnfoldAttributes> =
    composite1(
        "unfold",
        Names("nn.functional.unfold"),
        gradients(gradient { foldOp(FoldAttributes(x.sizes[-2], x.sizes[-1], attributes), dy) }),
        { call ->
            arrayOf(Spec(checked(call, Types.FLOATS_ONLY, 0), rule.apply(call.name, arrayOf(call.sizes()), *call.attributes.numbers())[0]))
        },
    ) { attributes, x ->
        val (kernel, dilation, padding, stride) = attributes
        val planes = if (padding.all { it == 0 }) x else constantPad(x, listOf(padding[1], padding[1], padding[0], padding[0]))
        val (rows, columns) = attributes.windows(0, x.sizes[-2]) to attributes.windows(1, x.sizes[-1])
        val elements =
            List(kernel[0] * kernel[1]) { i ->
                val (top, left) = i / kernel[1] * dilation[0] to i % kernel[1] * dilation[1]
                val down = slice(planes, -2, top, top + (rows - 1) * stride[0] + 1, stride[0])
                slice(down, -1, left, left + (columns - 1) * stride[1] + 1, stride[1])
            }
        val outer = x.sizes.toList().dropLast(3)
        reshape(stack(elements, x.rank - 2), Sizes.of(outer + listOf(x.sizes[-3] * elements.size, rows * columns)))
    }

/**
 * Every window of planes as a column, channel by channel: what convolutions multiply kernels with (im2col).
 * `[n, c, h, w] -> [n, c * kh * kw, windows]` or without `n`. Floating types only.
 *
 * @param kernel,dilation,padding,stride each one number for both directions.
 * @throws dev.rankine.shapes.ShapeException if the windows do not fit the planes.
 */
@ShapeRule(
    UNFOLD_RULE,
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
public fun unfold(x: Value, kernel: Int, dilation: Int = 1, padding: Int = 0, stride: Int = 1): Value =
    unfold(x, listOf(kernel), listOf(dilation), listOf(padding), listOf(stride))

/** As the other [unfold], with each argument as one number or as height and width. */
@ShapeRule(
    UNFOLD_RULE,
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
public fun unfold(
    x: Value,
    kernel: List<Int>,
    dilation: List<Int> = listOf(1),
    padding: List<Int> = listOf(0),
    stride: List<Int> = listOf(1),
): Value = unfoldOp(UnfoldAttributes.of("unfold", kernel, dilation, padding, stride), x)
