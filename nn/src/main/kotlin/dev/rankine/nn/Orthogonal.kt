@file:JvmName("Layers")
@file:JvmMultifileClass

package dev.rankine.nn

import dev.rankine.ops.Generator
import dev.rankine.ops.Value
import dev.rankine.ops.normal
import dev.rankine.ops.to
import dev.rankine.ops.toDoubleArray
import dev.rankine.ops.valueOf
import dev.rankine.shapes.DType
import dev.rankine.shapes.ShapeException
import dev.rankine.shapes.Sizes
import kotlin.math.sqrt

/**
 * A matrix `W` of `[out, the product of the others]` whose rows, or columns if they are fewer, are orthogonal and of length [gain]:
 * `W W^T = gain^2 I`. All such matrices are equally likely. Saxe, McClelland & Ganguli, arXiv:1312.6120. `-> sizes`
 *
 * It is the orthogonal part of a matrix of normal numbers, computed in float64 on the host: about `2 n^2 m` multiplications, `n <= m`.
 *
 * @throws ShapeException if [sizes] have fewer than two axes.
 */
@JvmOverloads
public fun orthogonal(sizes: Sizes, gain: Double = 1.0, dtype: DType = DType.F32, generator: Generator = Generator.current): Value {
    if (sizes.rank < 2) throw ShapeException("orthogonal: needs at least two axes: $sizes given")
    val rows = sizes[0]
    val columns = if (rows == 0) 0 else sizes.elements / rows
    val (count, length) = minOf(rows, columns) to maxOf(rows, columns)
    val numbers = normal(Sizes.of(count, length), 0.0, 1.0, DType.F64, generator).toDoubleArray()
    val vectors = Array(count) { numbers.copyOfRange(it * length, (it + 1) * length) }
    orthonormalize(vectors)
    val result =
        DoubleArray(rows * columns) { i ->
            val (row, column) = i / columns to i % columns
            gain * if (rows <= columns) vectors[row][column] else vectors[column][row]
        }
    return to(valueOf(result, *sizes.toList().toIntArray()), dtype)
}

/**
 * Gram and Schmidt's process, each vector twice: after the second pass they are orthogonal to rounding (Giraud, Langou & Rozloznik,
 * Computers & Mathematics with Applications 50, 2005). The triangular part it leaves has a positive diagonal, which makes all results
 * equally likely (Mezzadri, arXiv:math-ph/0609050).
 */
private fun orthonormalize(vectors: Array<DoubleArray>) {
    for ((i, vector) in vectors.withIndex()) {
        repeat(2) {
            for (j in 0 until i) {
                val along = dot(vectors[j], vector)
                for (k in vector.indices) vector[k] -= along * vectors[j][k]
            }
        }
        val length = sqrt(dot(vector, vector))
        check(length > 0) { "orthogonal: vector $i depends on those before it" } // of probability zero
        for (k in vector.indices) vector[k] /= length
    }
}

private fun dot(a: DoubleArray, b: DoubleArray): Double {
    var sum = 0.0
    for (i in a.indices) sum += a[i] * b[i]
    return sum
}
