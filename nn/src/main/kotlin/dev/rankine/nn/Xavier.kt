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
 * Uniform in `(-b, b)` with `b = gain * sqrt(6 / (fan in + fan out))`, so that values and gradients keep their variance through linear
 * layers. Glorot & Bengio, AISTATS 2010. `-> sizes`; see [Fan] for what is counted.
 *
 * @throws dev.rankine.shapes.ShapeException if [sizes] have fewer than two axes.
 */
@JvmOverloads
public fun xavierUniform(sizes: Sizes, gain: Double = 1.0, dtype: DType = DType.F32, generator: Generator = Generator.current): Value {
    val bound = sqrt(3.0) * xavierDeviation("xavier_uniform", sizes, gain)
    return uniform(sizes, -bound, bound, dtype, generator)
}

/**
 * Normal with mean 0 and deviation `gain * sqrt(2 / (fan in + fan out))`. Glorot & Bengio, AISTATS 2010. `-> sizes`
 *
 * @throws dev.rankine.shapes.ShapeException if [sizes] have fewer than two axes.
 */
@JvmOverloads
public fun xavierNormal(sizes: Sizes, gain: Double = 1.0, dtype: DType = DType.F32, generator: Generator = Generator.current): Value =
    normal(sizes, 0.0, xavierDeviation("xavier_normal", sizes, gain), dtype, generator)

private fun xavierDeviation(name: String, sizes: Sizes, gain: Double): Double {
    val fan = Fan.of(sizes, name)
    return gain * sqrt(2.0 / maxOf(1, fan.input + fan.output)) // without any there are no numbers to draw
}
