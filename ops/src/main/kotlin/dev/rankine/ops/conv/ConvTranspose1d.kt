@file:JvmName("Values")
@file:JvmMultifileClass

package dev.rankine.ops

import dev.rankine.shapes.Rule
import dev.rankine.shapes.ShapeRule

/** The shape rule of [convTranspose1dOp]. */
public const val CONV_TRANSPOSE1D_RULE: String =
    "input:[*p, c, l] weight:[a, i, k] bias:[o]? stride=1 padding=0 outputPadding=0 dilation=1 groups=1 -> " +
        "[*p, i*groups, (l - 1)*stride - 2*padding + dilation*(k - 1) + outputPadding + 1] where " +
        "stride >= 1 \"stride must be at least 1\", dilation >= 1 \"dilation must be at least 1\", " +
        "groups >= 1 \"groups must be at least 1\", padding >= 0 \"padding cannot be negative\", " +
        "outputPadding >= 0 \"output padding cannot be negative\", " +
        "max(stride, dilation) > outputPadding \"output padding must be smaller than stride or dilation\", " +
        "rank(p) <= 1 \"needs a batch of lines or lines: axes\", c == a \"channels do not fit the weight\", " +
        "c % groups == 0 \"input channels do not divide into groups\", o == i*groups \"bias does not fit the weight\", " +
        "k >= 1 \"kernel is empty\", l >= 1 \"the lines of the input are empty\", " +
        "(l - 1)*stride + dilation*(k - 1) + outputPadding >= 2*padding \"padding cuts off the whole line\""

private val rule = Rule.of(CONV_TRANSPOSE1D_RULE)

/** Spreads lines, which are planes of one row, with kernels: two inputs without a bias, three with one. The row behind [convTranspose1d]. */
public val convTranspose1dOp: OpN<TransposedConvolutionAttributes> =
    OpN(
        "conv_transpose1d",
        Definition { attributes, inputs ->
            val plane =
                TransposedConvolutionAttributes(
                    listOf(1) + attributes.stride,
                    listOf(0) + attributes.padding,
                    listOf(0) + attributes.outputPadding,
                    listOf(1) + attributes.dilation,
                    attributes.groups,
                )
            val y = spreadPlanes(plane, unsqueeze(inputs[0], -2), unsqueeze(inputs[1], -2))
            arrayOf(biased(squeeze(y, -2), inputs.getOrNull(2), 1))
        },
        { call ->
            val sizes = rule.apply(call.name, Array(call.inputs.size) { call.sizes(it) }, *call.attributes.numbers())[0]
            arrayOf(Spec(convolved(call), sizes))
        },
        Gradients.Derived,
        null,
        Names("nn.functional.conv_transpose1d"),
    )

/**
 * Adds a kernel, times each element of the input, at every [stride] places: the gradient of [conv1d] for its input, as an op of its own.
 * `[n, c, l] [c, o / groups, k] [o] -> [n, o, l']` or without `n`, where
 * `l' = (l - 1) * stride - 2 * padding + dilation * (k - 1) + outputPadding + 1`.
 *
 * @param outputPadding how many elements are added at the end; smaller than stride or dilation.
 * @throws dev.rankine.shapes.ShapeException if the sizes do not fit, the message says which.
 * @throws dev.rankine.shapes.DTypeException if the element types differ, or are neither floating nor int64.
 */
@ShapeRule(CONV_TRANSPOSE1D_RULE)
@JvmOverloads
public fun convTranspose1d(
    x: Value,
    weight: Value,
    bias: Value? = null,
    stride: Int = 1,
    padding: Int = 0,
    outputPadding: Int = 0,
    groups: Int = 1,
    dilation: Int = 1,
): Value {
    val attributes =
        TransposedConvolutionAttributes(listOf(stride), listOf(padding), listOf(outputPadding), listOf(dilation), groups)
    return convTranspose1dOp(attributes, listOfNotNull(x, weight, bias))[0]
}
