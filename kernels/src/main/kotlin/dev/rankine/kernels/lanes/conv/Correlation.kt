package dev.rankine.kernels.lanes

import dev.rankine.shapes.DType

/**
 * Kernels that slide over the planes of [input]: element t of the kernel at window `(y, x)` meets row `y * strideDown + downs[t]` and
 * column `x * strideRight + rights[t]`; what lies outside a plane is zero. There are [rows] by [columns] windows.
 *
 * @property channels input channels of a group.
 * @property outputs output channels of a group.
 */
internal class Slide(
    val input: Planes,
    val dtype: DType,
    val groups: Int,
    val channels: Int,
    val outputs: Int,
    val downs: IntArray,
    val rights: IntArray,
    val strideDown: Int,
    val strideRight: Int,
    val rows: Int,
    val columns: Int,
) {
    /** Elements of a kernel of one channel, and of one output channel. */
    val taps: Int = downs.size
    val depth: Int = taps * channels
    val images: Int = input.images
    val pixels: Int = rows * columns
    val bytes: Long = dtype.bytes.toLong()

    /** How many numbers a vector has. */
    val lanes: Int = Lanes.BITS / 8 / dtype.bytes

    /** Whether a kernel sees the planes as they lie, pixel by pixel. */
    val isPointwise: Boolean =
        taps == 1 && downs[0] == 0 && rights[0] == 0 && strideDown == 1 && strideRight == 1 && columns == input.w && rows == input.h &&
            input.isDense

    /** Whether the runs of a kernel's elements are the rows of the input itself, in whole vectors. */
    val isInPlace: Boolean = isPointwise && pixels % lanes == 0

    /** Whether some kernel element meets no element of the plane somewhere. */
    val hasOutside: Boolean =
        taps > 0 &&
            (
                downs.min() < 0 || rights.min() < 0 || (rows - 1) * strideDown + downs.max() >= input.h ||
                    (columns - 1) * strideRight + rights.max() >= input.w
            )

    /** Whether planes are so small that vectors must hold pixels of more than one image. */
    val isPacked: Boolean = images > 1 && !isInPlace && (pixels + lanes - 1) / lanes * lanes * 7L > pixels * 8L

    /** For window [pixel]: the place within the plane and the element of the kernel that meets it, for all elements that meet one. */
    fun meets(pixel: Int): IntArray {
        val found = IntArray(2 * taps)
        var n = 0
        for (t in 0 until taps) {
            val row = pixel / columns * strideDown + downs[t]
            val column = pixel % columns * strideRight + rights[t]
            if (row !in 0 until input.h || column !in 0 until input.w) continue
            found[n++] = row * input.w + column
            found[n++] = t
        }
        return found.copyOf(n)
    }

    /** Multiplications and additions. */
    val work: Double = 2.0 * images * groups * outputs * depth * pixels
}

/**
 * Planes of sums over what kernels see: `result[o, y, x] = start[o] + sum over c, t of weight[o, c, t] * input[c, at (y, x), t]` for every
 * image and group. A convolution is one of these; the gradient for its input is one for each remainder of the strides.
 */
internal class Correlation(val slide: Slide, val weights: Weights, val result: Target)

/**
 * Where weights are: weight `[group, o, c, t]` is `group * group + o * row + c * channel + taps[t]` elements after [address].
 *
 * @property limit where the memory of the weights ends.
 * @property start the address of what the sums of each output channel start with, [startStep] elements apart; 0 for zeros.
 */
internal class Weights(
    val address: Long,
    val group: Long,
    val row: Long,
    val channel: Long,
    val taps: LongArray,
    val limit: Long,
    val start: Long = 0,
    val startStep: Int = 0,
)

/**
 * Where results go, in bytes: element `[image, group, o, y, x]` is `image * image + group * group + o * row + y * down + x * right` bytes
 * after [address].
 */
internal class Target(val address: Long, val image: Long, val group: Long, val row: Long, val down: Long, val right: Long) {
    /** Whether neighbouring pixels of [slide] lie together, also from row to row. */
    fun isDense(slide: Slide): Boolean = right == slide.bytes && (down == slide.columns * slide.bytes || slide.rows == 1)
}
