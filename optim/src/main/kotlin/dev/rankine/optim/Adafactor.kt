package dev.rankine.optim

import dev.rankine.nn.Parameter
import dev.rankine.ops.Value
import dev.rankine.ops.div
import dev.rankine.ops.mean
import dev.rankine.ops.mulInPlace
import dev.rankine.ops.plus
import dev.rankine.ops.rsqrt
import dev.rankine.ops.square
import dev.rankine.ops.subInPlace
import dev.rankine.ops.times
import dev.rankine.ops.zeros
import dev.rankine.shapes.Sizes
import kotlin.math.pow
import kotlin.math.sqrt

/**
 * Adafactor: [Adam]'s scaling in little memory: of the squares of a matrix's gradient only the means of its rows `r` and columns `c` are kept, and
 * `v = r c / mean(r)`. `p -= max(scaleEpsilon, rms(p)) rho u / max(1, rms(u) / clip)` with `u = g / sqrt(v)` and `rho = min(lr, 1 / sqrt(t))`; means move by
 * `t^decayPower`. Of parameters with more than two axes the last two are rows and columns. Shazeer & Stern, arXiv:1804.04235.
 *
 * @throws OptimizerException for impossible settings, no parameters, or a parameter that is given twice.
 */
public class Adafactor(groups: List<Group>) : Optimizer(RULE, groups) {
    /** One group of [parameters]; see [Group]. */
    public constructor(
        parameters: List<Parameter<*>>,
        learningRate: Double = 1e-2,
        decayPower: Double = -0.8,
        epsilon: Double = 1e-30,
        scaleEpsilon: Double = 1e-3,
        clip: Double = 1.0,
        weightDecay: Double = 0.0,
        maximize: Boolean = false,
    ) : this(listOf(Group(parameters, learningRate, decayPower, epsilon, scaleEpsilon, clip, weightDecay, maximize)))

    /** One group of [parameters] with the usual other settings: the short form for Java. */
    public constructor(parameters: List<Parameter<*>>, learningRate: Double) : this(listOf(Group(parameters, learningRate)))

    /**
     * Parameters that [Adafactor] changes with settings of their own. State: `step`; `row_var` `[..., n, 1]` and `col_var` `[..., 1, m]`, or of vectors `variance`.
     *
     * @param learningRate the largest relative step.
     * @param decayPower the means of squares forget by `1 - t^decayPower`.
     * @param epsilon is added to the squares.
     * @param scaleEpsilon the smallest size of a parameter that steps are relative to.
     * @param clip the largest root mean square of a scaled direction.
     * @param weightDecay times the learning rate is the part of the parameter that goes at each step.
     * @param maximize goes up the gradient instead of down.
     * @throws OptimizerException for impossible settings.
     */
    public class Group(
        parameters: List<Parameter<*>>,
        learningRate: Double = 1e-2,
        private val decayPower: Double = -0.8,
        private val epsilon: Double = 1e-30,
        private val scaleEpsilon: Double = 1e-3,
        private val clip: Double = 1.0,
        weightDecay: Double = 0.0,
        maximize: Boolean = false,
    ) : DirectedGroup(RULE, parameters, learningRate, weightDecay, maximize) {
        override val settings: Map<String, Any> get() =
            super.settings + mapOf("decayPower" to decayPower, "epsilon" to epsilon, "scaleEpsilon" to scaleEpsilon, "clip" to clip)

        override val stateForms: Map<String, StateForm> get() =
            StateForm.COUNT +
                mapOf(
                    ROW to StateForm.ofSizes { without(it, -1) }.where { it.rank >= 2 },
                    COLUMN to StateForm.ofSizes { without(it, -2) }.where { it.rank >= 2 },
                    VARIANCE to StateForm.LIKE_PARAMETER.where { it.rank < 2 },
                )

        init {
            requireSetting(decayPower <= 0 && decayPower.isFinite(), "power of the decay, which is not above 0", decayPower)
            requireFinite("epsilon", epsilon)
            requireFinite("epsilon of the scale", scaleEpsilon)
            requireSetting(clip > 0, "largest step", clip)
        }

        override fun update(value: Value, gradient: Value, state: ParameterState) {
            val count = state.countStep().toDouble()
            val direction = turned(gradient)
            val stays = 1 - count.pow(decayPower)
            val scaled = direction * rsqrt(variance(square(direction) + epsilon, stays, state))
            val rate = maxOf(scaleEpsilon, rms(value)) * minOf(learningRate, 1 / sqrt(count))
            val change = scaled * (rate / maxOf(1.0, rms(scaled) / clip))
            if (weightDecay != 0.0) value.mulInPlace(1 - learningRate * weightDecay)
            value.subInPlace(change)
        }

        private fun variance(squares: Value, stays: Double, state: ParameterState): Value {
            if (squares.rank < 2) return state.zeros(VARIANCE).moveTowards(squares, stays)
            val rows = state.getOrPut(ROW) { zeros(without(squares, -1), squares.dtype, squares.backend) }
            val columns = state.getOrPut(COLUMN) { zeros(without(squares, -2), squares.dtype, squares.backend) }
            rows.moveTowards(mean(squares, listOf(-1), keepDim = true), stays)
            columns.moveTowards(mean(squares, listOf(-2), keepDim = true), stays)
            return rows / mean(rows, listOf(-2), keepDim = true) * columns
        }

        /** The sizes of [x], 1 along [axis]. */
        private fun without(x: Value, axis: Int): Sizes {
            val sizes = x.sizes.toList().toMutableList()
            sizes[sizes.size + axis] = 1
            return Sizes.of(*sizes.toIntArray())
        }

        private fun rms(x: Value): Double = norm(x) / sqrt(maxOf(1, x.elements).toDouble())

        private companion object {
            const val ROW = "row_var"
            const val COLUMN = "col_var"
            const val VARIANCE = "variance"
        }
    }

    private companion object {
        const val RULE = "adafactor"
    }
}
