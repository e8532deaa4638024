package dev.rankine.nn

import dev.rankine.ops.Value
import dev.rankine.ops.fractionalMaxPool3dWithIndices
import dev.rankine.ops.scope
import dev.rankine.ops.zeros
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Sizes

/**
 * The largest number of each of overlapping windows at pseudo-random distances, as many as make the result as large as wanted.
 * `[N, C, D, H, W] -> [N, C, D', H', W']`, with or without `N`. It has no parameters. Graham, arXiv:1412.6071.
 *
 * @param kernel the size of a window: one number for all directions, or depth, height and width.
 * @param size the size of the result, one number or depth, height and width; or else
 * @param ratio the size of the result as a part of that of the input, between 0 and 1, one number or depth, height and width.
 * @param samples `[N, C, 3]` numbers of `[0, 1)` that say where windows begin; drawn at each call if left out.
 * @throws IllegalArgumentException unless there is either a size or a ratio, and a ratio lies between 0 and 1.
 * @throws dev.rankine.shapes.ShapeException if the kernel or the size is below 1, or there are more or fewer numbers than directions.
 */
@ShapeRule(
    "[*p, c, d, h, w] depth=? height=? width=? -> [*p, c, depth, height, width] where " +
        "rank(p) <= 1 \"needs a batch of volumes or volumes: axes\"",
    "depth = size[0]",
    "height = size[1]",
    "width = size[2]",
)
public class FractionalMaxPool3d(
    private val kernel: List<Int>,
    private val size: List<Int>? = null,
    private val ratio: List<Double>? = null,
    samples: Value? = null,
) : Pool3d("fractional_max_pool3d") {
    /** With the same numbers for all directions. */
    public constructor(kernel: Int, size: Int) : this(listOf(kernel), listOf(size))

    /** With the same numbers for all directions. */
    public constructor(kernel: Int, ratio: Double) : this(listOf(kernel), null, listOf(ratio))

    /** `[N, C, 3]`: where windows begin, or null if that is drawn at each call. In the state_dict `_random_samples`, as in PyTorch. */
    public val samples: Buffer? by optional(samples != null, buffer(samples ?: zeros(Sizes.of(0, 0, 3)), "_random_samples"))

    init {
        checkFractions("fractional_max_pool3d", 3, kernel, size, ratio)
    }

    override fun forward(x: Value): Value = pooled(x).first

    /** The result and, as int64, where each maximum is: `(layer * H + row) * W + column` within its volume. PyTorch's `return_indices`. */
    public fun callWithIndices(x: Value): Pair<Value, Value> = scope(word) { pooled(x) }

    override fun details(): String = "kernel = $kernel, " + if (size != null) "size = $size" else "ratio = $ratio"

    private fun pooled(x: Value): Pair<Value, Value> =
        fractionalMaxPool3dWithIndices(x, kernel, size ?: fractions("fractional_max_pool3d", x, ratio!!, 3), samples?.value)
}
