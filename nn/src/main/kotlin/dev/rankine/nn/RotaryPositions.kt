@file:JvmName("Layers")
@file:JvmMultifileClass

package dev.rankine.nn

import dev.rankine.ops.Backend
import dev.rankine.ops.Value
import dev.rankine.ops.arange
import dev.rankine.ops.cat
import dev.rankine.ops.cos
import dev.rankine.ops.invoke
import dev.rankine.ops.minus
import dev.rankine.ops.named
import dev.rankine.ops.narrow
import dev.rankine.ops.noGrad
import dev.rankine.ops.plus
import dev.rankine.ops.reshape
import dev.rankine.ops.select
import dev.rankine.ops.sin
import dev.rankine.ops.stack
import dev.rankine.ops.times
import dev.rankine.ops.to
import dev.rankine.ops.unsqueeze
import dev.rankine.ops.valueOf
import dev.rankine.shapes.DType
import dev.rankine.shapes.DTypeException
import dev.rankine.shapes.Shape
import dev.rankine.shapes.ShapeException
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Sizes
import dev.rankine.tensor.Tensor
import dev.rankine.tensor.UncheckedShape
import dev.rankine.tensor.unchecked
import kotlin.math.pow

/**
 * Rotary positions: queries and keys of attention, each pair of features turned by an angle that grows with the place, `place * base^(-2i / D)`
 * for pair `i`, so that products depend on distances only. `[*p, T, D] -> [*p, T, D]`. Su et al., arXiv:2104.09864.
 *
 * @param interleaved whether features `2i` and `2i + 1` are a pair, as in the paper; else `i` and `i + D/2`, as in the models of GPT-NeoX and Llama.
 * @param start the place of the first of the `T`: what was looked at before, where keys are kept.
 * @throws ShapeException if there are fewer than two axes, or the features are no pairs.
 * @throws DTypeException if [x] is not floating.
 * @throws IllegalArgumentException if [base] is not positive, or [start] is negative.
 */
@ShapeRule("[*p, t, d] -> [*p, t, d] where d % 2 == 0 \"the features are no pairs\"")
@JvmOverloads
public fun rotaryPositions(x: Value, base: Double = 10_000.0, interleaved: Boolean = true, start: Int = 0): Value {
    require(base > 0) { "rotary: the base must be positive: $base" }
    require(start >= 0) { "rotary: the first place cannot be negative: $start" }
    if (x.rank < 2) throw ShapeException("rotary: needs an axis of places and one of features: ${x.rank} given", listOf("input" to x.sizes))
    if (x.sizes[-1] % 2 != 0) throw ShapeException("rotary: the features are no pairs: ${x.sizes[-1]}", listOf("input" to x.sizes))
    if (!x.dtype.isFloating) throw DTypeException("rotary: does not take ${x.dtype}", "convert with to(dtype)")
    val (places, pairs) = x.sizes[-2] to x.sizes[-1] / 2
    val angles = angles(places, DoubleArray(pairs) { base.pow(-it.toDouble() / pairs) }, start, x.backend)
    val (c, s) = noGrad { listOf(to(cos(angles), x.dtype), to(sin(angles), x.dtype)) }
    val split = Sizes.of(x.sizes.toList().dropLast(1) + pairs + 2)
    val halves = if (interleaved) null else listOf(narrow(x, -1, 0, pairs), narrow(x, -1, pairs, pairs))
    val (a, b) = halves ?: reshape(x, split).let { listOf(select(it, -1, 0), select(it, -1, 1)) }
    val turned = listOf(a * c - b * s, a * s + b * c)
    val y = if (interleaved) reshape(stack(turned, -1), Sizes.of(x.sizes.toList())) else cat(turned, -1)
    return y.named(x.sizes)
}

/** [rotaryPositions] of typed queries or keys: the last axis are features, the one before it places. `[*p, T, D] -> [*p, T, D]` */
@ShapeRule("[*p, t, d] -> [*p, t, d] where d % 2 == 0 \"the features are no pairs\"")
@OptIn(UncheckedShape::class)
@JvmName("rotaryPositionsTyped")
public fun <S : Shape> rotaryPositions(x: Tensor<S>, base: Double = 10_000.0, interleaved: Boolean = true, start: Int = 0): Tensor<S> =
    rotaryPositions(x.value, base, interleaved, start).unchecked()

/** By how much each of [places] from [start] on turns at each of [speeds], in float64: float32 has no digits left at the ten thousandth place. */
internal fun angles(places: Int, speeds: DoubleArray, start: Int, backend: Backend): Value =
    noGrad {
        val place = unsqueeze(arange(places, DType.F64, backend), 1) + start.toDouble()
        place * valueOf(speeds, DType.F64, Sizes.of(speeds.size), backend)
    }
