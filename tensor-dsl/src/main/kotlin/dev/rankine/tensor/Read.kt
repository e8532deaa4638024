package dev.rankine.tensor

import dev.rankine.ops.Elements
import dev.rankine.ops.elementsOnHost
import dev.rankine.ops.item
import dev.rankine.ops.toDoubleArray
import dev.rankine.ops.toFloatArray
import dev.rankine.ops.toLongArray
import dev.rankine.ops.toText
import dev.rankine.shapes.ShapeRule

/**
 * The single element as a double.
 *
 * @throws dev.rankine.shapes.ShapeException if there is not exactly one.
 */
@ShapeRule("s -> [] where prod(s) == 1 \"needs exactly one element\"")
public fun Tensor<*>.item(): Double = value.item()

/** A copy of the elements in row-major order, converted to float. */
public fun Tensor<*>.toFloatArray(): FloatArray = value.toFloatArray()

/** A copy of the elements in row-major order, converted to double. */
public fun Tensor<*>.toDoubleArray(): DoubleArray = value.toDoubleArray()

/** A copy of the elements in row-major order, converted to long; floats are truncated. */
public fun Tensor<*>.toLongArray(): LongArray = value.toLongArray()

/**
 * Runs [block] with the elements where the processor reaches them: without a copy if the backend keeps them on the host.
 * Do not let them out of the block, and do not write to them.
 */
public inline fun <T> Tensor<*>.read(block: (Elements) -> T): T = block(value.elementsOnHost())

/**
 * The elements as text, laid out as NumPy does.
 *
 * @param precision the most digits after the point.
 * @param threshold above so many elements, each long axis shows its ends only.
 * @param edge how many elements each end shows.
 * @param lineWidth after how many characters lines are broken.
 */
public fun Tensor<*>.toText(precision: Int = 4, threshold: Int = 1000, edge: Int = 3, lineWidth: Int = 75): String =
    value.toText(precision, threshold, edge, lineWidth)
