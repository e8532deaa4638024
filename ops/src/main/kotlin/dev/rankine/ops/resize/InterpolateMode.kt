package dev.rankine.ops

/**
 * How [interpolate] finds the elements of the result.
 *
 * @property word PyTorch's word.
 * @property directions in how many directions the mode resizes.
 */
public enum class InterpolateMode(public val word: String, public val directions: IntRange) {
    /** The element whose place is next below. */
    NEAREST("nearest", 1..3),

    /** The element whose centre is nearest. */
    NEAREST_EXACT("nearest-exact", 1..3),

    /** A line between two elements. */
    LINEAR("linear", 1..1),

    /** Lines between two elements in both directions. */
    BILINEAR("bilinear", 2..2),

    /** A cubic curve through four elements in both directions, with the parameter -0.75. Keys, IEEE Trans. ASSP 29 (1981). */
    BICUBIC("bicubic", 2..2),

    /** Lines between two elements in three directions. */
    TRILINEAR("trilinear", 3..3),

    /** The average of parts, as adaptive average pools take it. */
    AREA("area", 1..3),
    ;

    /** Whether the mode knows corners that can be aligned. */
    internal val isSmooth: Boolean get() = this == LINEAR || this == BILINEAR || this == BICUBIC || this == TRILINEAR
}
