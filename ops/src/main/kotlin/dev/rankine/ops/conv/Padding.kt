package dev.rankine.ops

/** How many zeros surround a line, a plane or a volume before a convolution slides over it. */
public sealed interface Padding {
    /** [height] zeros above and below, [width] zeros left and right. */
    public data class Both(public val height: Int, public val width: Int = height) : Padding

    /** So many zeros ([numbers]) at both ends of each axis that the kernel slides over: one number for all of them, or one for each. */
    public data class Each(public val numbers: List<Int>) : Padding {
        /** With the same number for all axes. */
        public constructor(number: Int) : this(listOf(number))

        override fun toString(): String = numbers.joinToString("x")
    }

    /** As many zeros as make the result as large as the input; with an even kernel one more below and on the right. Needs stride 1. */
    public data object SAME : Padding

    /** No zeros. */
    public data object VALID : Padding
}
