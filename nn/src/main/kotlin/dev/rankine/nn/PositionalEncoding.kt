@file:JvmName("Layers")
@file:JvmMultifileClass

package dev.rankine.nn

import dev.rankine.ops.Backend
import dev.rankine.ops.Backends
import dev.rankine.ops.Value
import dev.rankine.ops.contiguous
import dev.rankine.ops.cos
import dev.rankine.ops.dropout
import dev.rankine.ops.invoke
import dev.rankine.ops.narrow
import dev.rankine.ops.noGrad
import dev.rankine.ops.plus
import dev.rankine.ops.reshape
import dev.rankine.ops.sin
import dev.rankine.ops.stack
import dev.rankine.ops.to
import dev.rankine.shapes.Axis
import dev.rankine.shapes.DType
import dev.rankine.shapes.Dim
import dev.rankine.shapes.ShapeException
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Sized
import dev.rankine.shapes.Sizes
import kotlin.math.pow

/**
 * Sines and cosines that tell places apart: feature `2i` of a place is `sin(place / base^(2i / features))`, feature `2i + 1` the cosine.
 * `-> [length, features]`. Vaswani et al., arXiv:1706.03762.
 *
 * @throws IllegalArgumentException if [length] is negative, there are no [features], or [base] is not positive.
 */
@JvmOverloads
public fun sinusoidalPositions(
    length: Int,
    features: Int,
    base: Double = 10_000.0,
    dtype: DType = DType.DEFAULT,
    backend: Backend = Backends.current,
): Value {
    require(length >= 0 && features > 0) { "positions: there must be places and features: $length, $features" }
    require(base > 0) { "positions: the base must be positive: $base" }
    val pairs = (features + 1) / 2
    val angles = angles(length, DoubleArray(pairs) { base.pow(-2.0 * it / features) }, 0, backend)
    return noGrad {
        val both = reshape(stack(listOf(to(sin(angles), dtype), to(cos(angles), dtype)), -1), Sizes.of(length, 2 * pairs))
        if (features % 2 == 0) both else contiguous(narrow(both, 1, 0, features))
    }
}

/**
 * Adds [sinusoidalPositions] to the features of every place, the axis before the last. `[..., T, E] -> [..., T, E]`. It has no parameters.
 *
 * @param features what a place has.
 * @param dropout the probability with which a number of the sum is dropped while training.
 * @throws ShapeException if a dim declares no size.
 * @throws IllegalArgumentException if [dropout] is not from 0 to 1.
 */
@ShapeRule("[*p, t, e] features=? -> [*p, t, e] where e == features \"the features are others\"")
public class PositionalEncoding<E : Dim<*>>
    @JvmOverloads
    constructor(
        features: Sized<E>,
        private val dropout: Double = 0.0,
        private val base: Double = 10_000.0,
    ) : Layer<E, E>() {
        override val inputAxis: Axis<E> = features.toAxis()

        override val outputAxis: Axis<E> get() = inputAxis

        init {
            require(dropout in 0.0..1.0) { "positions: the probability of a dropout must be in [0, 1]: $dropout" }
            require(base > 0) { "positions: the base must be positive: $base" }
        }

        override fun forward(x: Value): Value {
            if (x.rank < 2) throw ShapeException("positions: needs an axis of places: ${x.sizes} given", listOf("input" to x.sizes))
            if (x.sizes[-1] != inputAxis.size) {
                throw ShapeException("positions: the features are others: ${x.sizes[-1]} != ${inputAxis.size}", listOf("input" to x.sizes))
            }
            return dropout(x + sinusoidalPositions(x.sizes[-2], inputAxis.size, base, x.dtype, x.backend), dropout, isTraining)
        }

        override fun details(): String = "${inputAxis.dim} = ${inputAxis.size}, dropout = $dropout"
    }
