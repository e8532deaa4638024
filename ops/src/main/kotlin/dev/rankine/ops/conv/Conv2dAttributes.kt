package dev.rankine.ops

import dev.rankine.shapes.ShapeException
import dev.rankine.shapes.Sizes

/**
 * How a kernel slides over a plane.
 *
 * @property stride the step down and to the right.
 * @property padding zeros above, on the left, below, on the right (ONNX's order).
 * @property dilation the distance of kernel elements, down and to the right.
 * @property groups into how many groups, which do not see each other, the channels divide.
 */
public data class Conv2dAttributes(
    public val stride: List<Int>,
    public val padding: List<Int>,
    public val dilation: List<Int>,
    public val groups: Int,
) {
    /** The integer arguments of the shape rules of this family. */
    internal fun numbers(vararg more: Int): IntArray = (stride + padding + dilation + groups).toIntArray() + more
}

/**
 * The attributes of a gradient of a convolution.
 *
 * @property convolution how the kernel slides.
 * @property height the height of the operand whose gradient is wanted: of the plane, or of the kernel.
 * @property width its width.
 */
public data class Conv2dGradientAttributes(public val convolution: Conv2dAttributes, public val height: Int, public val width: Int)

/** [padding] in numbers for a kernel of the last two axes of [weight]: above, left, below, right. */
internal fun resolvePadding(op: String, padding: Padding, weight: Sizes, stride: List<Int>, dilation: List<Int>): List<Int> =
    when (padding) {
        is Padding.Both -> {
            listOf(padding.height, padding.width, padding.height, padding.width)
        }

        Padding.VALID -> {
            listOf(0, 0, 0, 0)
        }

        Padding.SAME -> {
            if (stride != listOf(1, 1)) throw ShapeException("$op: padding SAME needs stride 1: $stride given")
            val rows = if (weight.rank < 2) 0 else dilation[0] * (weight[-2] - 1)
            val columns = if (weight.rank < 2) 0 else dilation[1] * (weight[-1] - 1)
            listOf(rows / 2, columns / 2, rows - rows / 2, columns - columns / 2)
        }
    }

/** One number for both directions, or height and width. */
internal fun pairOf(op: String, what: String, numbers: List<Int>): List<Int> =
    when (numbers.size) {
        1 -> listOf(numbers[0], numbers[0])
        2 -> numbers
        else -> throw ShapeException("$op: $what needs one number or two: $numbers given")
    }
