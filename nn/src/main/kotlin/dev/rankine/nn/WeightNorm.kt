@file:JvmName("Layers")
@file:JvmMultifileClass

package dev.rankine.nn

import dev.rankine.ops.Value
import dev.rankine.ops.div
import dev.rankine.ops.sqrt
import dev.rankine.ops.sum
import dev.rankine.ops.times
import dev.rankine.shapes.ShapeException

/**
 * Computes a parameter as `g * v / |v|`: its length and its direction are learnt apart. The length is that of each slice along [axis], or of the
 * whole if it is null. The originals are `g`, whose other axes have size 1, and `v`. Salimans & Kingma, arXiv:1602.07868.
 */
public class WeightNorm
    @JvmOverloads
    constructor(private val axis: Int? = 0) : Parametrization() {
        override fun forward(originals: List<Value>): Value {
            val (length, direction) = originals
            return direction * (length / norm(direction))
        }

        override fun originals(value: Value): List<Value> = listOf(norm(value), value)

        override fun details(): String = "axis = $axis"

        private fun norm(x: Value): Value {
            val kept = axis?.let { fromEnd("weight_norm", it, x) }
            return sqrt(sum(x * x, (0 until x.rank).filter { it != kept }, keepDim = true))
        }
    }

/**
 * Puts [WeightNorm] on the parameter [name] and returns the module: `val fc by Linear(A, B).weightNorm()`. In the state_dict are
 * `parametrizations.weight.original0` `[B, 1]` and `original1` `[B, A]`, as after PyTorch's `torch.nn.utils.parametrizations.weight_norm`;
 * an older state with `weight_g` and `weight_v` loads too.
 *
 * @throws IllegalArgumentException if the module itself has no parameter [name].
 * @throws ShapeException if the parameter has no [axis].
 */
@JvmOverloads
public fun <M : Module> M.weightNorm(name: String = "weight", axis: Int? = 0): M = parametrize(name, WeightNorm(axis))

/** Axis number [axis] of [x], counted from the end if negative. */
internal fun fromEnd(op: String, axis: Int, x: Value): Int {
    if (axis !in -x.rank..<x.rank) throw ShapeException("$op: there is no such axis: $axis of ${x.sizes}")
    return if (axis < 0) axis + x.rank else axis
}
