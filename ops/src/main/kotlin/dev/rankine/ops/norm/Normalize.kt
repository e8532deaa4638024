@file:JvmName("Values")
@file:JvmMultifileClass

package dev.rankine.ops

import dev.rankine.shapes.ShapeRule

/** The exponent of the length ([p]), the [axis] (not negative) along which it is taken, and its least value ([eps]). */
public data class NormalizeAttributes(public val p: Double, public val axis: Int, public val eps: Double)

/** Divides by the length along an axis. The row behind [normalize]. */
public val normalizeOp: Op1<NormalizeAttributes> =
    composite1(
        "normalize",
        Names("nn.functional.normalize"),
        signature = { call -> arrayOf(Spec(checked(call, Types.FLOATS_ONLY, 0), call.sizes())) },
    ) { (p, axis, eps), input ->
        val x = widen(input)
        to(x / clamp(length(x, p, axis, keepDim = true), min = eps), input.dtype)
    }

/**
 * `x / max(length, eps)` along [axis], where the length is `(sum |x|^p)^(1/p)`. `[*p, n, *q] -> [*p, n, *q]`. Floating types only.
 *
 * @throws dev.rankine.shapes.ShapeException if the axis is out of range.
 * @throws dev.rankine.shapes.DTypeException if the elements are bool or integers.
 */
@ShapeRule("s axis=1 -> s where axis(s, axis) >= 0")
@JvmOverloads
public fun normalize(x: Value, p: Double = 2.0, axis: Int = 1, eps: Double = 1e-12): Value =
    normalizeOp(NormalizeAttributes(p, x.sizes.axisIndex("normalize", axis), eps), x)
