@file:JvmName("Layers")
@file:JvmMultifileClass

package dev.rankine.nn

import dev.rankine.ops.Value
import dev.rankine.ops.uniform
import dev.rankine.shapes.Sizes
import kotlin.math.sqrt

/**
 * Uniform in `(-1/sqrt(fanIn), 1/sqrt(fanIn))`: what PyTorch's layers start with.
 *
 * First numbers are any function of the sizes: `uniform`, `normal`, `zeros`, `ones`, `full` of ops, and [xavierUniform], [xavierNormal],
 * [kaimingUniform], [kaimingNormal], [truncNormal], [orthogonal], [eye], [dirac], [sparse]. A module that declares a parameter says which
 * (`val weight by parameter(output, input) { xavierUniform(it) }`), and one that is made can be given others:
 * `model.fc.weight.initialize { kaimingNormal(it) }`.
 */
public fun uniformFanIn(sizes: Sizes, fanIn: Int): Value {
    val bound = if (fanIn == 0) 0.0 else 1 / sqrt(fanIn.toDouble())
    return uniform(sizes, -bound, bound)
}
