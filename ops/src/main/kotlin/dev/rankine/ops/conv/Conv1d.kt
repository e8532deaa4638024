@file:JvmName("Values")
@file:JvmMultifileClass

package dev.rankine.ops

import dev.rankine.shapes.Rule
import dev.rankine.shapes.ShapeRule

/** The shape rule of [conv1dOp]. */
public const val CONV1D_RULE: String =
    "input:[*p, c, l] weight:[o, i, k] bias:[o]? stride=1 before=0 after=0 dilation=1 groups=1 -> " +
        "[*p, o, (l + before + after - dilation*(k - 1) - 1) / stride + 1] where stride >= 1 \"stride must be at least 1\", " +
        "dilation >= 1 \"dilation must be at least 1\", groups >= 1 \"groups must be at least 1\", " +
        "min(before, after) >= 0 \"padding cannot be negative\", rank(p) <= 1 \"needs a batch of lines or lines: axes\", " +
        "o % groups == 0 \"output channels do not divide into groups\", c == i*groups \"channels do not fit the weight\", " +
        "k >= 1 \"kernel is empty\", l + before + after >= dilation*(k - 1) + 1 \"kernel is longer than the padded input\""

private val rule = Rule.of(CONV1D_RULE)

/** Slides kernels over lines, which are planes of one row: two inputs without a bias, three with one. The row behind [conv1d]. */
public val conv1dOp: OpN<ConvolutionAttributes> =
    OpN(
        "conv1d",
        Definition { attributes, inputs ->
            val plane =
                Conv2dAttributes(
                    listOf(1) + attributes.stride,
                    attributes.padding.flatMap { listOf(0, it) },
                    listOf(1) + attributes.dilation,
                    attributes.groups,
                )
            val operands = listOfNotNull(unsqueeze(inputs[0], -2), unsqueeze(inputs[1], -2), inputs.getOrNull(2))
            arrayOf(squeeze(conv2dOp(plane, operands)[0], -2))
        },
        { call ->
            val sizes = rule.apply(call.name, Array(call.inputs.size) { call.sizes(it) }, *call.attributes.numbers())[0]
            arrayOf(Spec(convolved(call), sizes))
        },
        Gradients.Derived,
        null,
        Names("nn.functional.conv1d"),
    )

/**
 * Cross-correlation of lines with kernels. `[n, c, l] [o, c / groups, k] [o] -> [n, o, l']` or without `n`, where
 * `l' = (l + padding before and after - dilation * (k - 1) - 1) / stride + 1`, rounded down.
 *
 * @throws dev.rankine.shapes.ShapeException if the sizes do not fit, the message says which.
 * @throws dev.rankine.shapes.DTypeException if the element types differ, or are neither floating nor int64.
 */
@ShapeRule(CONV1D_RULE, "before = padding", "after = padding")
@JvmOverloads
public fun conv1d(
    x: Value,
    weight: Value,
    bias: Value? = null,
    stride: Int = 1,
    padding: Int = 0,
    dilation: Int = 1,
    groups: Int = 1,
): Value = conv1d(x, weight, bias, Padding.Each(padding), stride, dilation, groups)

/** As the other [conv1d], with [padding] by name if need be: [Padding.SAME] keeps the length. */
@ShapeRule(CONV1D_RULE, "before = padding", "after = padding")
@JvmOverloads
public fun conv1d(x: Value, weight: Value, bias: Value?, padding: Padding, stride: Int = 1, dilation: Int = 1, groups: Int = 1): Value {
    val zeros = resolvePadding("conv1d", padding, weight.sizes, listOf(stride), listOf(dilation))
    return conv1dOp(ConvolutionAttributes(listOf(stride), zeros, listOf(dilation), groups), listOfNotNull(x, weight, bias))[0]
}
