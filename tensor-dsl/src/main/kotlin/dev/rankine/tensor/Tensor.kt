package dev.rankine.tensor

import dev.rankine.ops.Holder
import dev.rankine.ops.Value
import dev.rankine.shapes.DType
import dev.rankine.shapes.Shape
import dev.rankine.shapes.Sizes

/**
 * A value whose shape is a type. All computation is the value's; the type only says what fits.
 *
 * Invariant in [S]: a vector is not silently a matrix. A parameter `Tensor<out Mat<A, B>>` means "anything that broadcasts to `[A, B]`".
 *
 * @property value the untyped value.
 */
public class Tensor<S : Shape> @PublishedApi internal constructor(public val value: Value) : Holder {
    /** The size of every axis. */
    public val sizes: Sizes get() = value.sizes

    /** The element type. */
    public val dtype: DType get() = value.dtype

    override fun heldValues(): List<Value> = listOf(value)

    override fun toString(): String = value.toString()
}
