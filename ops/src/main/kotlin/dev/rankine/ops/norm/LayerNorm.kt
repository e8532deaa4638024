@file:JvmName("Values")
@file:JvmMultifileClass

package dev.rankine.ops

import dev.rankine.shapes.DType
import dev.rankine.shapes.ShapeException
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Sizes

/**
 * The attributes of [layerNorm].
 *
 * @property axes how many trailing axes are standardized.
 * @property eps the number added to the variance.
 * @property hasWeight whether a weight follows the input.
 * @property hasBias whether a bias follows.
 */
public data class LayerNormAttributes(
    public val axes: Int,
    public val eps: Double,
    public val hasWeight: Boolean = false,
    public val hasBias: Boolean = false,
)

/** Standardizes the trailing axes; inputs `x`, then weight and bias if there are such. The row behind [layerNorm]. */
public val layerNormOp: OpN<LayerNormAttributes> =
    OpN(
        "layer_norm",
        Definition { attributes, inputs ->
            val x = inputs[0]
            val y = Standardized(widen(x), trailingAxes(x, attributes), attributes.eps).y
            arrayOf(to(affine(y, weight(attributes, inputs), inputs.lastOrNull().takeIf { attributes.hasBias }), x.dtype))
        },
        { call -> arrayOf(normalized(call, 0)) },
        Gradients.EachInput { i ->
            val plain = attributes.copy(hasWeight = false, hasBias = false)
            val operands = listOfNotNull(dy, x, if (attributes.hasWeight) input(1) else null)
            when {
                // without the input's gradient the weight was not saved
                attributes.hasWeight && operands.none { it.isSymbolic } -> {
                    to(shared { layerNormGradientOp(attributes.copy(hasBias = false), operands).toList() }[i], input(i).dtype)
                }

                i == 0 -> {
                    layerNormGradientOp(attributes.copy(hasBias = false), operands)[0]
                }

                i == 1 && attributes.hasWeight -> {
                    to(layerNormWeightGradientOp(plain, dy, input(0)), input(1).dtype)
                }

                else -> {
                    to(sumTo(dy, input(i).sizes), input(i).dtype)
                }
            }
        },
        null,
        Names("nn.functional.layer_norm"),
    )

/**
 * The gradient of [layerNormOp] for its input; inputs are the arriving gradient, `x`, and the weight if there is one. With a weight two results
 * more: the gradients for weight and bias, in float32 beside a 16-bit input.
 */
public val layerNormGradientOp: OpN<LayerNormAttributes> =
    OpN(
        "layer_norm_gradient",
        Definition { attributes, inputs ->
            val x = inputs[1]
            val axes = trailingAxes(x, attributes)
            val standard = Standardized(widen(x), axes, attributes.eps)
            val dy = affine(widen(inputs[0]), if (attributes.hasWeight) inputs[2] else null, null)
            val dx = to(standardizedGradient(dy, standard.y, standard.scale, axes), x.dtype)
            if (!attributes.hasWeight) return@Definition arrayOf(dx)
            val last = inputs[2].sizes
            arrayOf(dx, sumTo(widen(inputs[0]) * standard.y, last), sumTo(widen(inputs[0]), last))
        },
        { call ->
            val dx = normalized(call, 1)
            val parameter = { Spec(if (dx.dtype.bytes == 2) DType.F32 else dx.dtype, call.inputs[2].sizes) }
            if (call.attributes.hasWeight) arrayOf(dx, parameter(), parameter()) else arrayOf(dx)
        },
        Gradients.Derived,
        null,
        Names("native_layer_norm_backward"),
    )

/** The gradient of [layerNormOp] for its weight, from the arriving gradient and `x`. */
public val layerNormWeightGradientOp: Op2<LayerNormAttributes> =
    composite2(
        "layer_norm_weight_gradient",
        Names("native_layer_norm_backward"),
        signature = { call ->
            checkParameter(call.name, "gradient", call.inputs[0], call.inputs[1], call.sizes(1))
            arrayOf(Spec(checked(call, Types.FLOATS_ONLY, 1), call.sizes(1).filterAxes { it >= call.sizes(1).rank - call.attributes.axes }))
        },
    ) { attributes, dy, x ->
        val y = Standardized(widen(x), trailingAxes(x, attributes), attributes.eps).y
        to(sumTo(widen(dy) * y, x.sizes.filterAxes { it >= x.rank - attributes.axes }), x.dtype)
    }

/** The rule of [layerNorm]. */
internal const val LAYER_NORM_RULE: String =
    "s weight:w? bias:v? normalizedSizes... -> s where rank(normalizedSizes) >= 1 \"needs at least one axis to normalize\", " +
        "rank(s) >= rank(normalizedSizes) \"the input has too few axes\", " +
        "part(s, rank(s) - rank(normalizedSizes), rank(s)) == normalizedSizes \"the last axes are not the normalized ones\", " +
        "w == normalizedSizes \"weight has other sizes\", v == normalizedSizes \"bias has other sizes\""

/**
 * `(x - mean) / sqrt(variance + eps) * weight + bias` over the last axes, which have [normalizedSizes]; the variance is the biased one.
 * `[*p, *normalized] -> [*p, *normalized]`, weight and bias `[*normalized]`. Floating types only. Ba, Kiros & Hinton, arXiv:1607.06450.
 *
 * @throws ShapeException if the last axes, the weight or the bias have other sizes.
 * @throws dev.rankine.shapes.DTypeException if the elements are bool or integers, or the types do not go together.
 */
@ShapeRule(LAYER_NORM_RULE)
@JvmOverloads
public fun layerNorm(x: Value, normalizedSizes: List<Int>, weight: Value? = null, bias: Value? = null, eps: Double = 1e-5): Value {
    val sizes = Sizes.of(*normalizedSizes.toIntArray())
    if (sizes.rank == 0) throw ShapeException("layer_norm: needs at least one axis to normalize: []", listOf("input" to x.sizes))
    val last = x.sizes.filterAxes { it >= x.rank - sizes.rank }
    if (last != sizes) {
        throw ShapeException("layer_norm: the last axes are not the normalized ones: $last != $sizes", listOf("input" to x.sizes))
    }
    return layerNormOp(LayerNormAttributes(sizes.rank, eps, weight != null, bias != null), listOfNotNull(x, weight, bias))[0]
}

/** The result's type and sizes; the input is input [i], before it the arriving gradient, after it weight and bias. */
private fun normalized(call: Call<out LayerNormAttributes>, i: Int): Spec {
    val dtype = checked(call, Types.FLOATS_ONLY, i)
    val x = call.inputs[i]
    val attributes = call.attributes
    val sizes = x.sizes.filterAxes { it >= x.rank - attributes.axes }
    if (i > 0) checkParameter(call.name, "gradient", call.inputs[0], x, x.sizes)
    if (attributes.hasWeight) checkParameter(call.name, "weight", call.inputs[i + 1], x, sizes)
    if (attributes.hasBias) checkParameter(call.name, "bias", call.inputs.last(), x, sizes)
    return Spec(dtype, x.sizes)
}

private fun trailingAxes(x: Value, attributes: LayerNormAttributes): List<Int> = (x.rank - attributes.axes until x.rank).toList()

private fun weight(attributes: LayerNormAttributes, inputs: Array<Value>): Value? = if (attributes.hasWeight) inputs[1] else null
