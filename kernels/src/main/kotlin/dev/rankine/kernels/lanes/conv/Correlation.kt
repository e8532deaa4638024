package dev.rankine.kernels.lanes

import dev.rankine.shapes.DType

/**
 * Kernels that slide over planes: `result[o, y, x] = start[o] + sum over c, t of weight[o, c, t] * input[c, y * strideDown + downs[t],
 * x * strideRight + rights[t]]`, for every image and group; what lies outside a plane is zero. A convolution is one of these; the gradient
 * for its input is one of these for each remainder of the strides.
 *
 * @property channels input channels of a group.
 * @property outputs output channels of a group.
 */
internal class Correlation(
    val input: Planes,
    val dtype: DType,
    val groups: Int,
    val channels: Int,
    val outputs: Int,
    val downs: IntArray,
    val rights: IntArray,
    val strideDown: Int,
    val strideRight: Int,
    val weights: Weights,
    val result: Target,
) {
    /** Elements of a kernel of one channel, and of one output channel. */
    val taps: Int = downs.size
    val depth: Int = taps * channels
    val images: Int = input.images
    val bytes: Long = dtype.bytes.toLong()

    /** Whether the runs of a kernel's elements are the rows of the input itself. */
    val isInPlace: Boolean =
        taps == 1 && downs[0] == 0 && rights[0] == 0 && strideDown == 1 && strideRight == 1 && result.columns == input.w &&
            result.rows == input.h && input.isDense && result.pixels % lanes(dtype) == 0

    /** Multiplications and additions. */
    val work: Double = 2.0 * images * groups * outputs * depth * result.pixels

    companion object {
        /** How many numbers of [dtype] a vector has. */
        fun lanes(dtype: DType): Int = Lanes.BITS / 8 / dtype.bytes
    }
}

/**
 * Where weights are: weight `[group, o, c, t]` is `group * group + o * row + c * channel + taps[t]` elements after [address].
 *
 * @property start the address of what the sums of each output channel start with, [startStep] elements apart; 0 for zeros.
 */
internal class Weights(
    val address: Long,
    val group: Long,
    val row: Long,
    val channel: Long,
    val taps: LongArray,
    val start: Long = 0,
    val startStep: Int = 0,
)

/**
 * Where results go, in bytes: element `[image, group, o, y, x]` is `image * image + group * group + o * row + y * down + x * right` bytes
 * after [address].
 */
internal class Target(
    val address: Long,
    val image: Long,
    val group: Long,
    val row: Long,
    val down: Long,
    val right: Long,
    val rows: Int,
    val columns: Int,
) {
    val pixels: Int = rows * columns

    /** Whether neighbouring pixels lie together, also from row to row. */
    fun isDense(bytes: Long): Boolean = right == bytes && (down == columns * bytes || rows == 1)
}
