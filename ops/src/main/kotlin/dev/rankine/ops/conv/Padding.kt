package dev.rankine.ops

/** How many zeros surround a plane before a convolution slides over it. */
public sealed interface Padding {
    /** [height] zeros above and below, [width] zeros left and right. */
    public data class Both(public val height: Int, public val width: Int = height) : Padding

    /** As many zeros as make the result as large as the input; with an even kernel one more below and on the right. Needs stride 1. */
    public data object SAME : Padding

    /** No zeros. */
    public data object VALID : Padding
}
