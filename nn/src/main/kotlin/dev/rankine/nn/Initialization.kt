@file:JvmName("Layers")
@file:JvmMultifileClass

package dev.rankine.nn

import dev.rankine.ops.Generator
import dev.rankine.ops.Value
import dev.rankine.ops.uniform
import dev.rankine.shapes.DType
import dev.rankine.shapes.Sizes
import kotlin.math.sqrt

/** Numbers uniform in `[low, high)`. */
@JvmOverloads
public fun uniformInitial(sizes: Sizes, low: Double, high: Double, generator: Generator = Generator.current): Value =
    uniform(sizes, low, high, DType.F32, generator)

/** Uniform in `(-1/sqrt(fanIn), 1/sqrt(fanIn))`: what PyTorch's layers start with. */
public fun uniformFanIn(sizes: Sizes, fanIn: Int): Value {
    val bound = if (fanIn == 0) 0.0 else 1 / sqrt(fanIn.toDouble())
    return uniformInitial(sizes, -bound, bound)
}
