package dev.rankine.nn

import dev.rankine.ops.Value
import dev.rankine.ops.localResponseNorm
import dev.rankine.shapes.ShapeException
import dev.rankine.shapes.ShapeRule

/**
 * `x / (k + alpha * mean)^beta`, where the mean is that of the squares of [size] neighbouring channels (axis 1). `[N, C, *d] -> [N, C, *d]`.
 * Krizhevsky, Sutskever & Hinton, NIPS 2012.
 *
 * @property size how many channels the mean is taken of; those beyond the ends count as zeros.
 * @property alpha what multiplies the mean.
 * @property beta the exponent.
 * @property k what is added to the mean.
 * @throws ShapeException if [size] is not positive.
 */
@ShapeRule("[n, c, *d] -> [n, c, *d] where rank(d) >= 1 \"needs at least three axes\"")
public class LocalResponseNorm
    @JvmOverloads
    constructor(
        public val size: Int,
        public val alpha: Double = 1e-4,
        public val beta: Double = 0.75,
        public val k: Double = 1.0,
    ) : SameShape() {
        init {
            if (size < 1) throw ShapeException("local_response_norm: the size must be at least 1: $size")
        }

        override fun forward(x: Value): Value = localResponseNorm(x, size, alpha, beta, k)

        override fun details(): String = "$size, alpha = $alpha, beta = $beta, k = $k"
    }

/**
 * [LocalResponseNorm] of planes as Torch's older layer computes it: the same where [size] is odd; where it is even, the mean is taken over
 * `size - 1` channels, the same number on both sides, but the sum of their squares is still divided by [size].
 * `[N, C, H, W] -> [N, C, H, W]`
 *
 * @property size how many channels the mean is taken of.
 * @property alpha what multiplies the mean.
 * @property beta the exponent.
 * @property k what is added to the mean.
 * @throws ShapeException if [size] is not positive.
 */
@ShapeRule("[n, c, h, w] -> [n, c, h, w]")
public class CrossMapLRN2d
    @JvmOverloads
    constructor(
        public val size: Int,
        public val alpha: Double = 1e-4,
        public val beta: Double = 0.75,
        public val k: Double = 1.0,
    ) : SameShape() {
        init {
            if (size < 1) throw ShapeException("cross_map_lrn2d: the size must be at least 1: $size")
        }

        override fun forward(x: Value): Value {
            if (x.rank != 4) throw ShapeException("cross_map_lrn2d: needs four axes: ${x.rank} given", listOf("input" to x.sizes))
            val window = (size - 1) / 2 * 2 + 1
            return localResponseNorm(x, window, alpha * window / size, beta, k)
        }

        override fun details(): String = "$size, alpha = $alpha, beta = $beta, k = $k"
    }
