@file:JvmName("Layers")
@file:JvmMultifileClass

package dev.rankine.nn

import dev.rankine.ops.Value
import dev.rankine.ops.clamp
import dev.rankine.ops.div
import dev.rankine.ops.dot
import dev.rankine.ops.mv
import dev.rankine.ops.noGrad
import dev.rankine.ops.normal
import dev.rankine.ops.permute
import dev.rankine.ops.reshape
import dev.rankine.ops.sqrt
import dev.rankine.ops.sum
import dev.rankine.ops.times
import dev.rankine.ops.transpose
import dev.rankine.shapes.ShapeException
import dev.rankine.shapes.Sizes

/** How many rounds of the power iteration the vectors start with, as PyTorch's do. */
private const val FIRST_ROUNDS = 15

/**
 * Divides a parameter by its largest singular value, so that it stretches nothing. The parameter is seen as a matrix: [axis] is its rows, all
 * others together its columns. The singular value is estimated by [rounds] of the power iteration at each reading while training, from where the
 * last one ended; in evaluation mode the vectors stay. A layer reads its weight once in a call; where one call counts on several, or the weight is
 * looked at besides, [cachedParametrizations] reads it once. Miyato et al., arXiv:1802.05957.
 *
 * Buffers: `_u` `[rows]` and `_v` `[columns]`.
 *
 * @throws IllegalArgumentException if [rounds] is below 1, or [eps] is negative.
 * @throws ShapeException if [weight] has fewer than two axes, or no [axis].
 */
public class SpectralNorm
    @JvmOverloads
    constructor(
        weight: Value,
        private val rounds: Int = 1,
        axis: Int = 0,
        private val eps: Double = 1e-12,
    ) : Parametrization() {
        init {
            checkEps("spectral_norm", eps)
            require(rounds >= 1) { "spectral_norm: needs at least one round of the power iteration: $rounds" }
            if (weight.rank < 2) throw ShapeException("spectral_norm: needs at least two axes: ${weight.sizes} given")
        }

        private val axis = fromEnd("spectral_norm", axis, weight)
        private val left by buffer(start(weight, 0), "_u")
        private val right by buffer(start(weight, 1), "_v")

        init {
            iterate(noGrad { matrix(weight) }, FIRST_ROUNDS)
        }

        override fun forward(originals: List<Value>): Value {
            val weight = originals.single()
            val matrix = matrix(weight)
            if (isTraining) iterate(matrix, rounds)
            return weight / dot(left.value, mv(matrix, right.value))
        }

        override fun details(): String = "rounds = $rounds, axis = $axis, eps = $eps"

        private fun matrix(weight: Value): Value {
            val first = if (axis == 0) weight else permute(weight, axis, *(0 until weight.rank).filter { it != axis }.toIntArray())
            return reshape(first, first.sizes[0], first.sizes.elements / maxOf(first.sizes[0], 1))
        }

        private fun start(weight: Value, side: Int): Value =
            noGrad { unit(normal(Sizes.of(matrix(weight).sizes[side]), dtype = weight.dtype, backend = weight.backend)) }

        private fun iterate(matrix: Value, count: Int) {
            noGrad {
                repeat(count) {
                    left.value = unit(mv(matrix, right.value))
                    right.value = unit(mv(transpose(matrix, 0, 1), left.value))
                }
            }
        }

        /** [x] of length 1. */
        private fun unit(x: Value): Value = x / clamp(sqrt(sum(x * x)), min = eps)
    }

/**
 * Puts [SpectralNorm] on the parameter [name] and returns the module: `val fc by Linear(A, B).spectralNorm()`. In the state_dict are
 * `parametrizations.weight.original`, `parametrizations.weight.0._u` and `..._v`, as after PyTorch's `torch.nn.utils.parametrizations.spectral_norm`;
 * an older state with `weight_orig`, `weight_u` and `weight_v` loads too.
 *
 * @param axis the axis of the results: 0, but 1 for transposed convolutions.
 * @throws IllegalArgumentException if the module itself has no parameter [name], [rounds] is below 1, or [eps] is negative.
 * @throws ShapeException if the parameter has fewer than two axes, or no [axis].
 */
@JvmOverloads
public fun <M : Module> M.spectralNorm(name: String = "weight", rounds: Int = 1, axis: Int = 0, eps: Double = 1e-12): M =
    parametrize(name, SpectralNorm(own(name).value, rounds, axis, eps))
