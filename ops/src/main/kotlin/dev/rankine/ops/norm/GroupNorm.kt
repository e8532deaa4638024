@file:JvmName("Values")
@file:JvmMultifileClass

package dev.rankine.ops

import dev.rankine.shapes.DType
import dev.rankine.shapes.ShapeException
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Sizes

/**
 * The attributes of [groupNorm].
 *
 * @property groups into how many groups the channels are cut.
 * @property eps the number added to the variance.
 * @property hasWeight whether a weight follows the input.
 * @property hasBias whether a bias follows.
 */
public data class GroupNormAttributes(
    public val groups: Int,
    public val eps: Double,
    public val hasWeight: Boolean = false,
    public val hasBias: Boolean = false,
)

/**
 * Standardizes every group of channels of every example; inputs `x`, then weight and bias if there are such. The row behind [groupNorm]:
 * [layerNormOp] of the groups as rows, so that its kernels serve.
 */
public val groupNormOp: OpN<GroupNormAttributes> =
    OpN(
        "group_norm",
        Definition { attributes, inputs ->
            val x = inputs[0]
            val weight = if (attributes.hasWeight) perChannel(inputs[1], x) else null
            val bias = if (attributes.hasBias) perChannel(inputs.last(), x) else null
            val y = layerNormOp(LayerNormAttributes(1, attributes.eps), listOf(groupRows(widen(x), attributes)))[0]
            arrayOf(to(affine(reshape(y, x.sizes), weight, bias), x.dtype))
        },
        { call ->
            val dtype = checked(call, Types.FLOATS_ONLY, 0)
            val weight = if (call.attributes.hasWeight) call.inputs[1] else null
            checkBatch(call.name, call.x, weight, if (call.attributes.hasBias) call.inputs.last() else null)
            checkGroups(call, 0)
            arrayOf(Spec(dtype, call.sizes()))
        },
        Gradients.EachInput { i ->
            val plain = attributes.copy(hasWeight = false, hasBias = false)
            val operands = listOfNotNull(dy, x, if (attributes.hasWeight) input(1) else null)
            when {
                operands.none { it.isSymbolic } -> {
                    val all = shared { groupNormGradientOp(attributes.copy(hasBias = false), operands).toList() }
                    to(all[if (i == 0 || attributes.hasWeight) i else 2], input(i).dtype)
                }

                i == 0 -> {
                    groupNormGradientOp(attributes.copy(hasBias = false), operands)[0]
                }

                // without the input's gradient the weight was not saved
                i == 1 && attributes.hasWeight -> {
                    to(sum(widen(dy) * groupNormOp(plain, listOf(widen(x)))[0], otherAxes(dy)), input(1).dtype)
                }

                else -> {
                    to(sum(dy, otherAxes(dy)), input(i).dtype)
                }
            }
        },
        null,
        Names("nn.functional.group_norm"),
    )

/**
 * The gradients of [groupNormOp] for its input, for a weight and for a bias; inputs are the arriving gradient, `x`, and the weight if there is
 * one. Those per channel are in float32 beside a 16-bit input.
 */
public val groupNormGradientOp: OpN<GroupNormAttributes> =
    OpN(
        "group_norm_gradient",
        Definition { attributes, inputs ->
            val dy = widen(inputs[0])
            val x = widen(inputs[1])
            val plain = LayerNormAttributes(1, attributes.eps)
            val weighted = affine(dy, if (attributes.hasWeight) perChannel(inputs[2], x) else null, null)
            val dx = layerNormGradientOp(plain, listOf(groupRows(weighted, attributes), groupRows(x, attributes)))[0]
            val y = reshape(layerNormOp(plain, listOf(groupRows(x, attributes)))[0], x.sizes)
            arrayOf(to(reshape(dx, x.sizes), inputs[1].dtype), sum(dy * y, otherAxes(x)), sum(dy, otherAxes(x)))
        },
        { call ->
            val x = call.inputs[1]
            val dtype = checked(call, Types.FLOATS_ONLY, 1)
            checkBatch(call.name, x, if (call.attributes.hasWeight) call.inputs[2] else null, null)
            checkParameter(call.name, "gradient", call.inputs[0], x, x.sizes)
            checkGroups(call, 1)
            val channels = Spec(if (dtype.bytes == 2) DType.F32 else dtype, Sizes.of(x.sizes[1]))
            arrayOf(Spec(dtype, x.sizes), channels, channels)
        },
        Gradients.Derived,
        null,
        Names("native_group_norm_backward"),
    )

/**
 * `(x - mean) / sqrt(variance + eps) * weight + bias` over each of [groups] groups of the channels (axis 1) of every example; the variance is
 * the biased one. `[N, C, *d] -> [N, C, *d]`, weight and bias `[C]`. Floating types only. Wu & He, arXiv:1803.08494.
 *
 * @throws ShapeException if sizes do not fit, or the channels do not divide into [groups].
 * @throws dev.rankine.shapes.DTypeException if the elements are bool or integers, or the types do not go together.
 */
@ShapeRule(
    "[n, c, *d] weight:[c]? bias:[c]? groups=? -> [n, c, *d] where groups >= 1 \"there are no groups\", " +
        "c % groups == 0 \"the channels do not divide into groups\"",
)
@JvmOverloads
public fun groupNorm(x: Value, groups: Int, weight: Value? = null, bias: Value? = null, eps: Double = 1e-5): Value =
    groupNormOp(GroupNormAttributes(groups, eps, weight != null, bias != null), listOfNotNull(x, weight, bias))[0]

/** The groups of [x] as rows. */
private fun groupRows(x: Value, attributes: GroupNormAttributes): Value {
    val length = (2 until x.rank).fold(x.sizes[1] / attributes.groups) { product, axis -> product * x.sizes[axis] }
    return reshape(x, Sizes.of(x.sizes[0] * attributes.groups, length))
}

/** Checks that the channels of input [i] divide into the groups of [call]. */
private fun checkGroups(call: Call<out GroupNormAttributes>, i: Int) {
    val (channels, groups) = call.sizes(i)[1] to call.attributes.groups
    if (groups >= 1 && channels % groups == 0) return
    throw ShapeException(
        "${call.name}: the channels do not divide into groups: $channels, $groups groups",
        listOf("input" to call.sizes(i)),
    )
}
