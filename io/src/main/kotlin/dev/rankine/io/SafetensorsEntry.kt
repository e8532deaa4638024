package dev.rankine.io

import dev.rankine.shapes.DType
import dev.rankine.shapes.Sizes

/**
 * What the header of a safetensors file says about one tensor.
 *
 * @property dtype the element type.
 * @property sizes the size of every axis.
 * @property begin the place of the first byte, counted from the end of the header.
 * @property end the place after the last byte, counted from the end of the header.
 */
public class SafetensorsEntry internal constructor(
    public val dtype: DType,
    public val sizes: Sizes,
    public val begin: Long,
    public val end: Long,
) {
    override fun toString(): String = "$dtype $sizes"
}
