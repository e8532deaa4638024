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

    /** Elements of the kernel of one output channel. */
    val taps: Int = channels * kernelHeight * kernelWidth
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

    /**
     * Calls [visit] for pixels [from] until [to] of the result, row by row, with where kernel element [tap] meets the input:
     * pixels [first] until [last] (counted from [from]) meet `at, at + stride, ...` of the group's planes, the others up to [end] the padding.
     */
    inline fun meet(tap: Int, from: Int, to: Int, visit: (start: Int, first: Int, last: Int, end: Int, at: Int) -> Unit) {
        val channel = tap / (kernelHeight * kernelWidth)
        val down = tap / kernelWidth % kernelHeight * attributes.dilation[0] - attributes.padding[0]
        val right = tap % kernelWidth * attributes.dilation[1] - attributes.padding[1]
        val strideDown = attributes.stride[0]
        val strideRight = attributes.stride[1]
        // columns whose element lies inside the plane
        val inside = if (right >= 0) 0 else (-right + strideRight - 1) / strideRight
        val outside = if (width <= right) 0 else (width - right + strideRight - 1) / strideRight
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
