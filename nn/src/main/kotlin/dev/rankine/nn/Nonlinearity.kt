@file:JvmName("Layers")
@file:JvmMultifileClass

package dev.rankine.nn

import kotlin.math.sqrt

/** The function behind a layer, by which [calculateGain] knows how much it shrinks what comes through. */
public enum class Nonlinearity {
    /** None: linear maps and convolutions. */
    LINEAR,

    /** The logistic function. */
    SIGMOID,

    /** The hyperbolic tangent. */
    TANH,

    /** `max(x, 0)`. */
    RELU,

    /** `max(x, slope x)`. */
    LEAKY_RELU,

    /** The scaled exponential linear unit. */
    SELU,
}

/**
 * The factor by which a weight's deviation makes good for [nonlinearity]: 1 for none and for the logistic function, 5/3 for tanh, `sqrt(2)`
 * for relu, `sqrt(2 / (1 + slope^2))` for leaky relu, 3/4 for selu; PyTorch's numbers.
 *
 * @param slope that of leaky relu below zero; the others have none.
 */
@JvmOverloads
public fun calculateGain(nonlinearity: Nonlinearity, slope: Double = 0.01): Double =
    when (nonlinearity) {
        Nonlinearity.LINEAR, Nonlinearity.SIGMOID -> 1.0
        Nonlinearity.TANH -> 5.0 / 3
        Nonlinearity.RELU -> sqrt(2.0)
        Nonlinearity.LEAKY_RELU -> sqrt(2 / (1 + slope * slope))
        Nonlinearity.SELU -> 0.75
    }
