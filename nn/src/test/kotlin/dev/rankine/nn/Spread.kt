package dev.rankine.nn

import dev.rankine.ops.Value
import dev.rankine.ops.valueOf
import kotlin.math.sin

/** Numbers between -1.5 and 1.5, none close to another or to zero, in float64; [seed] tells them from others. */
internal fun spread(vararg sizes: Int, seed: Int = 0): Value {
    val count = sizes.fold(1) { product, size -> product * size }
    return valueOf(DoubleArray(count) { 1.5 * sin(1.0 + 2.3 * it + 0.7 * seed) }, *sizes)
}
