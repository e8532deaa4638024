@file:JvmName("Values")
@file:JvmMultifileClass

package dev.rankine.ops

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
            val examples = x.sizes[0]
            val length = (2 until x.rank).fold(x.sizes[1] / attributes.groups) { product, axis -> product * x.sizes[axis] }
            val rows = reshape(widen(x), Sizes.of(examples * attributes.groups, length))
            val y = layerNormOp(LayerNormAttributes(1, attributes.eps), listOf(rows))[0]
            arrayOf(to(affine(reshape(y, x.sizes), weight, bias), x.dtype))
        },
        { call ->
            val dtype = checked(call, Types.FLOATS_ONLY, 0)
            val weight = if (call.attributes.hasWeight) call.inputs[1] else null
            checkBatch(call.name, call.x, weight, if (call.attributes.hasBias) call.inputs.last() else null)
            val (channels, groups) = call.sizes()[1] to call.attributes.groups
            if (groups < 1 || channels % groups != 0) {
                throw ShapeException(
                    "${call.name}: the channels do not divide into groups: $channels, $groups groups",
                    listOf("input" to call.sizes()),
                )
            }
            arrayOf(Spec(dtype, call.sizes()))
        },
        Gradients.Derived,
        null,
        Names("nn.functional.group_norm"),
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
