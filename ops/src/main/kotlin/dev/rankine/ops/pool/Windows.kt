package dev.rankine.ops

import dev.rankine.shapes.Rule
import dev.rankine.shapes.ShapeException
import dev.rankine.shapes.Sizes

private val line = Rule.of(POOL1D_RULE)

private const val VOLUME_RULE: String =
    "input:[*p, c, d, h, w] kd=? kh=? kw=? sd=? sh=? sw=? pd=? ph=? pw=? dd=? dh=? dw=? up=? -> [*p, c, " +
        "min((d + 2*pd - dd*(kd - 1) - 1 + up*(sd - 1)) / sd + 1, ceil_div(d + pd, sd)), " +
        "min((h + 2*ph - dh*(kh - 1) - 1 + up*(sh - 1)) / sh + 1, ceil_div(h + ph, sh)), " +
        "min((w + 2*pw - dw*(kw - 1) - 1 + up*(sw - 1)) / sw + 1, ceil_div(w + pw, sw))] where " +
        "rank(p) <= 1 \"needs a batch of volumes or volumes: axes\", min(kd, kh, kw) >= 1 \"kernel must be at least 1\", " +
        "min(sd, sh, sw) >= 1 \"stride must be at least 1\", min(dd, dh, dw) >= 1 \"dilation must be at least 1\", " +
        "min(pd, ph, pw) >= 0 \"padding cannot be negative\", " +
        "2*pd <= kd \"padding is more than half of the kernel\", 2*ph <= kh \"padding is more than half of the kernel\", " +
        "2*pw <= kw \"padding is more than half of the kernel\", " +
        "c >= 1 \"the input has no channels\", min(d, h, w) >= 1 \"the volumes of the input are empty\", " +
        "d + 2*pd + up*(sd - 1) >= dd*(kd - 1) + 1 \"kernel is deeper than the padded input\", " +
        "h + 2*ph + up*(sh - 1) >= dh*(kh - 1) + 1 \"kernel is taller than the padded input\", " +
        "w + 2*pw + up*(sw - 1) >= dw*(kw - 1) + 1 \"kernel is wider than the padded input\""

private val volume = Rule.of(VOLUME_RULE)

/** The sizes of the result of pooling [sizes] in as many directions as these windows have: one, two or three. */
internal fun PoolWindows.pooled(op: String, sizes: Sizes): Sizes {
    if (kernel.size == 2) return outputSizes(op, sizes)
    val numbers = (kernel + stride + padding + dilation).toIntArray() + if (ceilMode) 1 else 0
    return (if (kernel.size == 1) line else volume).apply(op, arrayOf(sizes), *numbers)[0]
}

/** Windows over lines. */
internal fun lineWindows(kernel: Int, stride: Int, padding: Int, dilation: Int, ceilMode: Boolean): PoolWindows =
    PoolWindows(listOf(kernel), listOf(stride), listOf(padding), listOf(dilation), ceilMode)

/** Windows over volumes from arguments of one number or three; no stride means that of the kernel. */
internal fun volumeWindows(
    op: String,
    kernel: List<Int>,
    stride: List<Int>,
    padding: List<Int>,
    dilation: List<Int>,
    ceilMode: Boolean,
): PoolWindows {
    val size = threeOf(op, "kernel", kernel)
    val step = if (stride.isEmpty()) size else threeOf(op, "stride", stride)
    return PoolWindows(size, step, threeOf(op, "padding", padding), threeOf(op, "dilation", dilation), ceilMode)
}

/** One number for all directions, or depth, height and width. */
internal fun threeOf(op: String, what: String, numbers: List<Int>): List<Int> =
    when (numbers.size) {
        1 -> List(3) { numbers[0] }
        3 -> numbers
        else -> throw ShapeException("$op: $what needs one number or three: $numbers")
    }

/** Windows over lines as windows over planes of one row. */
internal fun PoolWindows.inOneRow(): PoolWindows =
    PoolWindows(listOf(1) + kernel, listOf(1) + stride, listOf(0) + padding, listOf(1) + dilation, ceilMode)

/** The height and width of windows over volumes. */
internal fun PoolWindows.planes(): PoolWindows = PoolWindows(kernel.drop(1), stride.drop(1), padding.drop(1), dilation.drop(1), ceilMode)

/** The depth of windows over volumes, as windows over planes whose rows are the depth. */
internal fun PoolWindows.depth(): PoolWindows =
    PoolWindows(listOf(kernel[0], 1), listOf(stride[0], 1), listOf(padding[0], 0), listOf(dilation[0], 1), ceilMode)
