@file:JvmName("Values")
@file:JvmMultifileClass

package dev.rankine.ops

import dev.rankine.shapes.Rule
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Sizes
import dev.rankine.shapes.promote

/** The shape rule of [linearOp]. */
public const val LINEAR_RULE: String = "input:[*p, in] weight:[out, in] bias:[out]? -> [*p, out]"

private val rule = Rule.of(LINEAR_RULE)

/**
 * `x * transposed weight + bias`: two inputs without a bias, three with one. The row behind [linear].
 * The weight's gradient is one product over the flattened batch.
 */
public val linearOp: OpN<Unit> =
    OpN(
        "linear",
        Definition { _, inputs ->
            val (x, weight) = inputs
            val product = reshape(matmulOp(rows(x), transpose(weight, 0, 1)), outputSizes(x.sizes, weight.sizes))
            arrayOf(if (inputs.size == 3) product + inputs[2] else product)
        },
        { call ->
            val sizes = rule.apply(call.name, Array(call.inputs.size) { call.sizes(it) })[0]
            arrayOf(Spec(checked(call, Types.NUMBERS, 0), sizes))
        },
        Gradients.EachInput { input ->
            when (input) {
                0 -> reshape(matmulOp(rows(dy), input(1)), input(0).sizes)
                1 -> matmulOp(transpose(rows(dy), 0, 1), rows(input(0)))
                else -> sum(rows(dy), listOf(0))
            }
        },
        { _, inputs ->
            val dtype = inputs.fold(inputs[0].dtype) { common, input -> promote(common, input.dtype) }
            if (inputs.all { it.dtype == dtype }) inputs else Array(inputs.size) { to(inputs[it], dtype) }
        },
        Names("nn.functional.linear"),
    )

/**
 * An affine map of the last axis: `x * transposed weight + bias`. `[*p, in] [out, in] [out] -> [*p, out]`.
 *
 * @throws dev.rankine.shapes.ShapeException if the sizes do not fit.
 */
@ShapeRule(LINEAR_RULE)
@JvmOverloads
public fun linear(x: Value, weight: Value, bias: Value? = null): Value = linearOp(Unit, listOfNotNull(x, weight, bias))[0]

/** All axes but the last as one: `[*p, n] -> [prod(p), n]`. */
private fun rows(x: Value): Value = if (x.rank == 2) x else reshape(x, Sizes.of(leading(x.sizes), x.sizes[-1]))

private fun leading(sizes: Sizes): Int = (0 until sizes.rank - 1).fold(1) { product, axis -> product * sizes[axis] }

private fun outputSizes(x: Sizes, weight: Sizes): Sizes = x.filterAxes { it < x.rank - 1 } + weight.filterAxes { it == 0 }
