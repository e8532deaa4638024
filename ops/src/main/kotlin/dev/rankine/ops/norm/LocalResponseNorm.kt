@file:JvmName("Values")
@file:JvmMultifileClass

package dev.rankine.ops

import dev.rankine.shapes.ShapeException
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Sizes

/** How many channels are looked at ([size]), and [alpha], [beta] and [k] of `(k + alpha * mean)^beta`. */
public data class LocalResponseNormAttributes(
    public val size: Int,
    public val alpha: Double,
    public val beta: Double,
    public val k: Double,
)

/** Divides by a power of the mean square of the neighbouring channels. The row behind [localResponseNorm]. */
public val localResponseNormOp: Op1<LocalResponseNormAttributes> =
    composite1("local_response_norm", Names("nn.functional.local_response_norm")) { (size, alpha, beta, k), input ->
        if (input.rank < 3) {
            throw ShapeException("local_response_norm: needs at least three axes: ${input.rank} given", listOf("input" to input.sizes))
        }
        if (size < 1) throw ShapeException("local_response_norm: the size must be at least 1: $size")
        val x = widen(input)
        if (x.elements == 0) {
            copy(input)
        } else {
            // channels as rows of a plane: a window of one column slides over them
            val plane = Sizes.of(x.sizes[0], 1, x.sizes[1], x.elements / (x.sizes[0] * x.sizes[1]))
            val squares = constantPad(reshape(x * x, plane), listOf(0, 0, size / 2, (size - 1) / 2))
            val means = reshape(avgPool2d(squares, listOf(size, 1), listOf(1)), x.sizes)
            val y = x / pow(means * alpha + k, beta)
            if (input.dtype.isFloating) to(y, input.dtype) else y
        }
    }

/**
 * `x / (k + alpha * mean)^beta`, where the mean is that of the squares of [size] neighbouring channels (axis 1): `size / 2` before,
 * `(size - 1) / 2` behind; channels beyond the ends are zeros, and count. `[N, C, *d] -> [N, C, *d]`. Krizhevsky, Sutskever & Hinton, NIPS 2012.
 *
 * @throws ShapeException if there are fewer than three axes, or [size] is not positive.
 */
@ShapeRule("[n, c, *d] size=? -> [n, c, *d] where rank(d) >= 1 \"needs at least three axes\", size >= 1 \"the size must be at least 1\"")
@JvmOverloads
public fun localResponseNorm(x: Value, size: Int, alpha: Double = 1e-4, beta: Double = 0.75, k: Double = 1.0): Value =
    localResponseNormOp(LocalResponseNormAttributes(size, alpha, beta, k), x)
