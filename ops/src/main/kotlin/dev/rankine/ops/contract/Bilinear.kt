@file:JvmName("Values")
@file:JvmMultifileClass

package dev.rankine.ops

import dev.rankine.shapes.Rule
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Sizes
import dev.rankine.shapes.promote

/** The shape rule of [bilinearOp]. */
public const val BILINEAR_RULE: String = "x:[*p, left] other:[*p, right] weight:[out, left, right] bias:[out]? -> [*p, out]"

private val rule = Rule.of(BILINEAR_RULE)

/** `x^T W other + bias` for every output: three inputs without a bias, four with one. The row behind [bilinear]. */
public val bilinearOp: OpN<Unit> =
    OpN(
        "bilinear",
        Definition { _, inputs ->
            val (x, other, weight) = inputs
            val (out, left, right) = List(3) { weight.sizes[it] }
            val places = x.sizes.filterAxes { it < x.rank - 1 }
            val count = places.elements
            val table = reshape(permute(weight, 1, 0, 2), Sizes.of(left, out * right))
            val half = reshape(matmulOp(reshape(x, Sizes.of(count, left)), table), Sizes.of(count, out, right))
            val products = matmulOp(half, reshape(other, Sizes.of(count, right, 1)))
            val y = reshape(products, places + weight.sizes.filterAxes { it == 0 })
            arrayOf(if (inputs.size == 4) y + inputs[3] else y)
        },
        { call ->
            val sizes = rule.apply(call.name, Array(call.inputs.size) { call.sizes(it) })[0]
            arrayOf(Spec(checked(call, Types.NUMBERS, 0), sizes))
        },
        Gradients.Derived,
        { _, inputs ->
            val dtype = inputs.fold(inputs[0].dtype) { common, input -> promote(common, input.dtype) }
            if (inputs.all { it.dtype == dtype }) inputs else Array(inputs.size) { to(inputs[it], dtype) }
        },
        Names("nn.functional.bilinear"),
    )

/**
 * A map of two vectors that is linear in each: `y[o] = sum x[i] weight[o, i, j] other[j] + bias[o]`.
 * `[*p, left] [*p, right] [out, left, right] [out] -> [*p, out]`.
 *
 * @throws dev.rankine.shapes.ShapeException if the sizes do not fit.
 */
@ShapeRule(BILINEAR_RULE)
@JvmOverloads
public fun bilinear(x: Value, other: Value, weight: Value, bias: Value? = null): Value =
    bilinearOp(Unit, listOfNotNull(x, other, weight, bias))[0]
