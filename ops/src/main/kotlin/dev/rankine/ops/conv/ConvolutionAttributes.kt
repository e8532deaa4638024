package dev.rankine.ops

import dev.rankine.shapes.ShapeException
import dev.rankine.shapes.Sizes

/**
 * How a kernel slides over a line or a volume; each list has a number for every axis.
 *
 * @property stride the steps.
 * @property padding zeros before each axis, then after each (ONNX's order).
 * @property dilation the distances of kernel elements.
 * @property groups into how many groups, which do not see each other, the channels divide.
 */
public data class ConvolutionAttributes(
    public val stride: List<Int>,
    public val padding: List<Int>,
    public val dilation: List<Int>,
    public val groups: Int,
) {
    /** The integer arguments of the shape rules. */
    internal fun numbers(): IntArray = (stride + padding + dilation + groups).toIntArray()
}

/**
 * How a transposed convolution spreads its input; each list has a number for every axis.
 *
 * @property stride the steps between the places where kernels are added.
 * @property padding how much is cut off at both ends.
 * @property outputPadding how much is added at the end.
 * @property dilation the distances of kernel elements.
 * @property groups into how many groups, which do not see each other, the channels divide.
 */
public data class TransposedConvolutionAttributes(
    public val stride: List<Int>,
    public val padding: List<Int>,
    public val outputPadding: List<Int>,
    public val dilation: List<Int>,
    public val groups: Int,
) {
    /** The integer arguments of the shape rules. */
    internal fun numbers(): IntArray = (stride + padding + outputPadding + dilation + groups).toIntArray()

    internal companion object {
        /** From arguments of one number for all of [count] axes, or one for each. */
        fun of(
            op: String,
            count: Int,
            stride: List<Int>,
            padding: List<Int>,
            outputPadding: List<Int>,
            dilation: List<Int>,
            groups: Int,
        ): TransposedConvolutionAttributes =
            TransposedConvolutionAttributes(
                perAxis(op, "stride", stride, count),
                perAxis(op, "padding", padding, count),
                perAxis(op, "output padding", outputPadding, count),
                perAxis(op, "dilation", dilation, count),
                groups,
            )
    }
}

/** [padding] in numbers for a kernel of the last axes of [weight], one for each of [stride]: before each axis, then after each. */
internal fun resolvePadding(op: String, padding: Padding, weight: Sizes, stride: List<Int>, dilation: List<Int>): List<Int> {
    val count = stride.size
    return when (padding) {
        is Padding.Both -> {
            if (count !=
                2
            ) {
                throw ShapeException("$op: this padding has height and width: $padding", hint = "call Padding.Each(listOf(...))")
            }
            listOf(padding.height, padding.width, padding.height, padding.width)
        }

        is Padding.Each -> {
            perAxis(op, "padding", padding.numbers, count).let { it + it }
        }

        Padding.VALID -> {
            List(2 * count) { 0 }
        }

        Padding.SAME -> {
            if (stride.any { it != 1 }) throw ShapeException("$op: padding SAME needs stride 1: $stride given")
            val all = List(count) { if (weight.rank < count) 0 else dilation[it] * (weight[it - count] - 1) }
            all.map { it / 2 } + all.map { it - it / 2 }
        }
    }
}

private val COUNTS = listOf("none", "", " or two", " or three")

/** One number for all of [count] axes, or one for each. */
internal fun perAxis(op: String, what: String, numbers: List<Int>, count: Int): List<Int> =
    when (numbers.size) {
        count -> numbers
        1 -> List(count) { numbers[0] }
        else -> throw ShapeException("$op: $what needs one number${COUNTS[count]}: $numbers given")
    }

/** One number for both directions, or height and width. */
internal fun pairOf(op: String, what: String, numbers: List<Int>): List<Int> = perAxis(op, what, numbers, 2)
