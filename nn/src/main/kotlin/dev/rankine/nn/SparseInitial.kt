@file:JvmName("Layers")
@file:JvmMultifileClass

package dev.rankine.nn

import dev.rankine.ops.Generator
import dev.rankine.ops.Value
import dev.rankine.ops.normal
import dev.rankine.ops.randperm
import dev.rankine.ops.to
import dev.rankine.ops.toDoubleArray
import dev.rankine.ops.toLongArray
import dev.rankine.ops.valueOf
import dev.rankine.shapes.DType
import dev.rankine.shapes.ShapeException
import dev.rankine.shapes.Sizes
import kotlin.math.ceil

/**
 * Normal numbers with mean 0 and [deviation], of which in every column a part is zero: [sparsity] of the rows, rounded up, drawn for each
 * column by itself. Martens, ICML 2010. `-> sizes`
 *
 * @throws ShapeException if [sizes] are not those of a matrix.
 * @throws IllegalArgumentException if [sparsity] is not in `[0, 1]`.
 */
@JvmOverloads
public fun sparse(
    sizes: Sizes,
    sparsity: Double,
    deviation: Double = 0.01,
    dtype: DType = DType.F32,
    generator: Generator = Generator.current,
): Value {
    if (sizes.rank != 2) throw ShapeException("sparse: needs two axes: $sizes given")
    require(sparsity in 0.0..1.0) { "sparse: the sparsity must be in [0, 1]: $sparsity" }
    val (rows, columns) = sizes[0] to sizes[1]
    val zeros = ceil(sparsity * rows).toInt()
    val numbers = normal(sizes, 0.0, deviation, DType.F64, generator).toDoubleArray()
    for (column in 0 until columns) {
        val order = randperm(rows, generator = generator).toLongArray()
        for (i in 0 until zeros) numbers[order[i].toInt() * columns + column] = 0.0
    }
    return to(valueOf(numbers, rows, columns), dtype)
}
