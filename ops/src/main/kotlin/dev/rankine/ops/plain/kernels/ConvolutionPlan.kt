package dev.rankine.ops.plain.kernels

import dev.rankine.ops.Conv2dAttributes
import dev.rankine.shapes.Sizes

/** The numbers of one convolution: sizes of input, weight and result per image and group. */
internal class ConvolutionPlan(val attributes: Conv2dAttributes, input: Sizes, weight: Sizes, result: Sizes) {
    val images: Int = if (result.rank == 4) result[0] else 1
    val groups: Int = attributes.groups
    val height: Int = input[-2]
    val width: Int = input[-1]
    val plane: Int = height * width

    /** Input channels of a group. */
    val channels: Int = weight[1]

    /** Output channels of a group. */
    val outputs: Int = weight[0] / groups
    val kernelHeight: Int = weight[2]
    val kernelWidth: Int = weight[3]

    /** Elements of a kernel of one channel. */
    val area: Int = kernelHeight * kernelWidth

    /** Elements of the kernel of one output channel. */
    val taps: Int = channels * area

    /** How many rows lie between the first and the last element of a kernel. */
    val reach: Int = attributes.dilation[0] * (kernelHeight - 1)

    /**
     * Whether a block of pixels may be cut out of whole rows of the result, which all elements of a kernel share: kernels go down by one row,
     * and rows are not so much longer than a block that most of them would be cut in vain.
     */
    val rowsAreShared: Boolean get() {
        val rows = GEMM_WIDTH / maxOf(1, resultWidth) + 2L + reach
        return attributes.stride[0] == 1 && kernelWidth * rows * resultWidth <= 4L * area * GEMM_WIDTH
    }
    val resultHeight: Int = result[-2]
    val resultWidth: Int = result[-1]

    /** Elements of a plane of the result. */
    val pixels: Int = resultHeight * resultWidth

    /** Floating-point operations of the whole. */
    val work: Double = 2.0 * images * groups * outputs * taps * pixels

    /** Where the planes of group [group] of image [image] start in the input. */
    fun inputStart(image: Int, group: Int): Int = (image * groups + group) * channels * plane

    /** Where the planes of group [group] of image [image] start in the result. */
    fun resultStart(image: Int, group: Int): Int = (image * groups + group) * outputs * pixels

    /** Where the kernels of group [group] start in the weight. */
    fun weightStart(group: Int): Int = group * outputs * taps

    /** The first column of the result whose element lies inside the plane, for a kernel element that lies [right] of it. */
    fun inside(right: Int): Int = if (right >= 0) 0 else minOf(resultWidth, (-right + attributes.stride[1] - 1) / attributes.stride[1])

    /** The column after the last one whose element lies inside the plane. */
    fun outside(right: Int): Int =
        if (width <= right) 0 else minOf(resultWidth, (width - right + attributes.stride[1] - 1) / attributes.stride[1])

    /**
     * The convolution of the result's planes, of sizes [result], that gives the gradient for the input, of sizes [input];
     * null if there is none: with strides, or where the padding is wider than the kernels reach.
     */
    fun turned(input: Sizes, result: Sizes, weight: Sizes): ConvolutionPlan? {
        val reach = IntArray(4) { attributes.dilation[it % 2] * (weight[2 + it % 2] - 1) }
        val padding = List(4) { reach[it] - attributes.padding[it] }
        if (attributes.stride.any { it != 1 } || padding.any { it < 0 }) return null
        val kernels = Sizes.of(groups * channels, outputs, kernelHeight, kernelWidth)
        return ConvolutionPlan(Conv2dAttributes(attributes.stride, padding, attributes.dilation, groups), result, kernels, input)
    }

    /**
     * Calls [visit] for pixels [from] until [to] of the result, row by row, with where kernel element [tap] meets the input:
     * pixels [first] until [last] (counted from [from]) meet `at, at + stride, ...` of the planes, the others up to [end] the padding.
     */
    inline fun meet(tap: Int, from: Int, to: Int, visit: (start: Int, first: Int, last: Int, end: Int, at: Int) -> Unit) {
        val channel = tap / area
        val down = tap / kernelWidth % kernelHeight * attributes.dilation[0] - attributes.padding[0]
        val right = tap % kernelWidth * attributes.dilation[1] - attributes.padding[1]
        val strideDown = attributes.stride[0]
        val strideRight = attributes.stride[1]
        // columns whose element lies inside the plane
        val inside = inside(right)
        val outside = outside(right)
        var row = from / maxOf(resultWidth, 1)
        var pixel = from
        while (pixel < to) {
            val begin = row * resultWidth
            val end = minOf(to, begin + resultWidth)
            val y = row * strideDown + down
            val isInside = y in 0 until height
            val first = if (isInside) (begin + inside).coerceIn(pixel, end) else end
            val last = if (isInside) (begin + outside).coerceIn(first, end) else end
            visit(
                pixel - from,
                first - from,
                last - from,
                end - from,
                (channel * height + y) * width + (first - begin) * strideRight + right,
            )
            pixel = end
            row++
        }
    }
}
