@file:JvmName("Layers")
@file:JvmMultifileClass

package dev.rankine.nn

import dev.rankine.ops.Generator
import dev.rankine.ops.Value
import dev.rankine.ops.normal
import dev.rankine.ops.uniform
import dev.rankine.shapes.DType
import dev.rankine.shapes.Sizes
import kotlin.math.sqrt

/**
 * Uniform in `(-b, b)` with `b = gain * sqrt(3 / fan)`, so that values (or gradients, see [mode]) keep their variance through layers with
 * [nonlinearity] behind them. He et al., arXiv:1502.01852. `-> sizes`; see [Fan] for what is counted.
 *
 * @param a the slope of leaky relu below zero; 0 is relu.
 * @throws dev.rankine.shapes.ShapeException if [sizes] have fewer than two axes.
 */
@JvmOverloads
public fun kaimingUniform(
    sizes: Sizes,
    a: Double = 0.0,
    mode: FanMode = FanMode.FAN_IN,
    nonlinearity: Nonlinearity = Nonlinearity.LEAKY_RELU,
    dtype: DType = DType.F32,
    generator: Generator = Generator.current,
): Value {
    val bound = sqrt(3.0) * kaimingDeviation("kaiming_uniform", sizes, a, mode, nonlinearity)
    return uniform(sizes, -bound, bound, dtype, generator)
}

/**
 * Normal with mean 0 and deviation `gain / sqrt(fan)`. He et al., arXiv:1502.01852. `-> sizes`; arguments as those of [kaimingUniform].
 *
 * @throws dev.rankine.shapes.ShapeException if [sizes] have fewer than two axes.
 */
@JvmOverloads
public fun kaimingNormal(
    sizes: Sizes,
    a: Double = 0.0,
    mode: FanMode = FanMode.FAN_IN,
    nonlinearity: Nonlinearity = Nonlinearity.LEAKY_RELU,
    dtype: DType = DType.F32,
    generator: Generator = Generator.current,
): Value = normal(sizes, 0.0, kaimingDeviation("kaiming_normal", sizes, a, mode, nonlinearity), dtype, generator)

private fun kaimingDeviation(name: String, sizes: Sizes, a: Double, mode: FanMode, nonlinearity: Nonlinearity): Double =
    calculateGain(nonlinearity, a) / sqrt(maxOf(1, Fan.of(sizes, name)[mode]).toDouble()) // without any there are no numbers to draw
