package dev.rankine.ops

import dev.rankine.shapes.Rule
import dev.rankine.shapes.Sizes

/**
 * The windows that a pooling takes over a plane; each list is height and width.
 *
 * @property kernel the size of a window.
 * @property stride the step from window to window.
 * @property padding how far the first windows reach beyond the plane, at most half a kernel.
 * @property dilation the distance of the elements of a window.
 * @property ceilMode whether a last window that reaches beyond the padded plane counts; it must start inside the plane or the padding
 *   before it.
 */
public data class PoolWindows(
    public val kernel: List<Int>,
    public val stride: List<Int>,
    public val padding: List<Int>,
    public val dilation: List<Int>,
    public val ceilMode: Boolean,
) {
    /** The sizes of the result of pooling [sizes], `[n, c, h, w]` or `[c, h, w]`. */
    internal fun outputSizes(op: String, sizes: Sizes): Sizes =
        rule.apply(op, arrayOf(sizes), *(kernel + stride + padding + dilation).toIntArray(), if (ceilMode) 1 else 0)[0]

    internal companion object {
        private val rule = Rule.of(POOL_RULE)

        /** Windows from arguments of one number or two; no stride means that of the kernel. */
        fun of(op: String, kernel: List<Int>, stride: List<Int>, padding: List<Int>, dilation: List<Int>, ceilMode: Boolean): PoolWindows {
            val size = pairOf(op, "kernel", kernel)
            val step = if (stride.isEmpty()) size else pairOf(op, "stride", stride)
            return PoolWindows(size, step, pairOf(op, "padding", padding), pairOf(op, "dilation", dilation), ceilMode)
        }
    }
}

/** The shape rule of poolings; `up` is 1 in ceil mode. */
public const val POOL_RULE: String =
    "input:[*p, c, h, w] kh=? kw=? sh=kh sw=kw ph=0 pw=0 dh=1 dw=1 up=0 -> [*p, c, " +
        "min((h + 2*ph - dh*(kh - 1) - 1 + up*(sh - 1)) / sh + 1, ceil_div(h + ph, sh)), " +
        "min((w + 2*pw - dw*(kw - 1) - 1 + up*(sw - 1)) / sw + 1, ceil_div(w + pw, sw))] where " +
        "rank(p) <= 1 \"needs a batch of planes or planes: axes\", min(kh, kw) >= 1 \"kernel must be at least 1\", " +
        "min(sh, sw) >= 1 \"stride must be at least 1\", min(dh, dw) >= 1 \"dilation must be at least 1\", " +
        "min(ph, pw) >= 0 \"padding cannot be negative\", " +
        "2*ph <= kh \"padding is more than half of the kernel\", 2*pw <= kw \"padding is more than half of the kernel\", " +
        "c >= 1 \"the input has no channels\", min(h, w) >= 1 \"the planes of the input are empty\", " +
        "h + 2*ph + up*(sh - 1) >= dh*(kh - 1) + 1 \"kernel is taller than the padded input\", " +
        "w + 2*pw + up*(sw - 1) >= dw*(kw - 1) + 1 \"kernel is wider than the padded input\""

/** The attributes of a gradient of a pooling: [height] and [width] of the plane that was pooled. */
public data class PlaneAttributes(public val height: Int, public val width: Int)
