@file:JvmName("Layers")
@file:JvmMultifileClass

package dev.rankine.nn

import dev.rankine.ops.Value
import dev.rankine.ops.to
import dev.rankine.ops.valueOf
import dev.rankine.shapes.DType
import dev.rankine.shapes.ShapeException
import dev.rankine.shapes.Sizes
import dev.rankine.ops.eye as eyeOp

/**
 * Ones on the diagonal of a matrix, zeros elsewhere: a linear layer that changes nothing. `-> sizes`
 *
 * @throws ShapeException if [sizes] are not those of a matrix.
 */
@JvmOverloads
public fun eye(sizes: Sizes, dtype: DType = DType.F32): Value {
    if (sizes.rank != 2) throw ShapeException("eye: needs two axes: $sizes given")
    return eyeOp(sizes[0], sizes[1], dtype)
}

/**
 * Kernels `[out, in, ...]` with a one in the middle, zeros elsewhere: a convolution that gives out as many of its channels as it can
 * unchanged, in each of [groups] groups. Zagoruyko & Komodakis, arXiv:1706.00388. `-> sizes`
 *
 * @throws ShapeException if [sizes] do not have three to five axes, or the channels do not divide into [groups].
 */
@JvmOverloads
public fun dirac(sizes: Sizes, groups: Int = 1, dtype: DType = DType.F32): Value {
    if (sizes.rank !in 3..5) throw ShapeException("dirac: needs three to five axes: $sizes given")
    if (groups < 1 || sizes[0] % groups != 0) {
        throw ShapeException("dirac: the channels do not divide into groups: ${sizes[0]}, $groups groups")
    }
    val perGroup = sizes[0] / groups
    val kernel = (2 until sizes.rank).fold(1) { all, i -> all * sizes[i] }
    val middle = (2 until sizes.rank).fold(0) { place, i -> place * sizes[i] + sizes[i] / 2 }
    val numbers = DoubleArray(sizes.elements)
    for (group in 0 until groups) {
        for (channel in 0 until if (kernel == 0) 0 else minOf(perGroup, sizes[1])) {
            numbers[((group * perGroup + channel) * sizes[1] + channel) * kernel + middle] = 1.0
        }
    }
    return to(valueOf(numbers, *sizes.toList().toIntArray()), dtype)
}
