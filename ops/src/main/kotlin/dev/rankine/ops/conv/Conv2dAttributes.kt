package dev.rankine.ops

import dev.rankine.shapes.ShapeException
import dev.rankine.shapes.Sizes

/**
 * How a kernel slides over a plane.
 *
 * @property stride the step down and to the right.
 * @property padding zeros above, on the left, below, on the right (ONNX's order).
 * @property dilation the distance of kernel elements, down and to the right.
 * @property groups into how many groups, which do not see each other, the channels divide.
 */
public data class Conv2dAttributes(
    public val stride: List<Int>,
    public val padding: List<Int>,
    public val dilation: List<Int>,
    public val groups: Int,
) {
    /** The integer arguments of the shape rules of this family. */
    internal fun numbers(vararg more: Int): IntArray = (stride + padding + dilation + groups).toIntArray() + more
}

/**
 * The attributes of a gradient of a convolution.
 *
 * @property convolution how the kernel slides.
 * @property height the height of the operand whose gradient is wanted: of the plane, or of the kernel.
 * @property width its width.
 */
public data class Conv2dGradientAttributes(public val convolution: Conv2dAttributes, public val height: Int, public val width: Int)
