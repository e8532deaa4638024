@file:JvmName("Values")
@file:JvmMultifileClass

package dev.rankine.ops

import dev.rankine.shapes.Rule
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Sizes

/** The shape rule of [convTranspose2dOp]. */
public const val CONV_TRANSPOSE2D_RULE: String =
    "input:[*p, c, h, w] weight:[a, i, kh, kw] bias:[o]? sh=1 sw=1 ph=0 pw=0 oh=0 ow=0 dh=1 dw=1 groups=1 -> " +
        "[*p, i*groups, (h - 1)*sh - 2*ph + dh*(kh - 1) + oh + 1, (w - 1)*sw - 2*pw + dw*(kw - 1) + ow + 1] where " +
        "min(sh, sw) >= 1 \"stride must be at least 1\", min(dh, dw) >= 1 \"dilation must be at least 1\", " +
        "groups >= 1 \"groups must be at least 1\", min(ph, pw) >= 0 \"padding cannot be negative\", " +
        "min(oh, ow) >= 0 \"output padding cannot be negative\", " +
        "max(sh, dh) > oh \"output padding must be smaller than stride or dilation\", " +
        "max(sw, dw) > ow \"output padding must be smaller than stride or dilation\", " +
        "rank(p) <= 1 \"needs a batch of planes or planes: axes\", c == a \"channels do not fit the weight\", " +
        "c % groups == 0 \"input channels do not divide into groups\", o == i*groups \"bias does not fit the weight\", " +
        "min(kh, kw) >= 1 \"kernel is empty\", min(h, w) >= 1 \"the planes of the input are empty\", " +
        "(h - 1)*sh + dh*(kh - 1) + oh >= 2*ph \"padding cuts off all rows\", " +
        "(w - 1)*sw + dw*(kw - 1) + ow >= 2*pw \"padding cuts off all columns\""

private val rule = Rule.of(CONV_TRANSPOSE2D_RULE)

/** Spreads planes with kernels: two inputs without a bias, three with one. The row behind [convTranspose2d]. */
public val convTranspose2dOp: OpN<TransposedConvolutionAttributes> =
    OpN(
        "conv_transpose2d",
        Definition { attributes, inputs -> arrayOf(biased(spreadPlanes(attributes, inputs[0], inputs[1]), inputs.getOrNull(2), 2)) },
        { call ->
            val sizes = rule.apply(call.name, Array(call.inputs.size) { call.sizes(it) }, *call.attributes.numbers())[0]
            arrayOf(Spec(convolved(call), sizes))
        },
        Gradients.Derived,
        null,
        Names("nn.functional.conv_transpose2d"),
    )

/**
 * Adds a kernel, times each element of the input, at every [stride] places: the gradient of [conv2d] for its input, as an op of its own.
 * `[n, c, h, w] [c, o / groups, kh, kw] [o] -> [n, o, h', w']` or without `n`, where
 * `h' = (h - 1) * stride - 2 * padding + dilation * (kh - 1) + outputPadding + 1`; `w'` likewise.
 *
 * @param stride,padding,outputPadding,dilation each one number for both directions; [outputPadding] is smaller than stride or dilation.
 * @throws dev.rankine.shapes.ShapeException if the sizes do not fit, the message says which.
 * @throws dev.rankine.shapes.DTypeException if the element types differ, or are neither floating nor int64.
 */
@ShapeRule(
    CONV_TRANSPOSE2D_RULE,
    "sh = stride",
    "sw = stride",
    "ph = padding",
    "pw = padding",
    "oh = outputPadding",
    "ow = outputPadding",
    "dh = dilation",
    "dw = dilation",
)
@JvmOverloads
public fun convTranspose2d(
    x: Value,
    weight: Value,
    bias: Value? = null,
    stride: Int = 1,
    padding: Int = 0,
    outputPadding: Int = 0,
    groups: Int = 1,
    dilation: Int = 1,
): Value = convTranspose2d(x, weight, bias, listOf(stride), listOf(padding), listOf(outputPadding), groups, listOf(dilation))

/** As the other [convTranspose2d], with each argument as one number or as height and width. */
@ShapeRule(
    CONV_TRANSPOSE2D_RULE,
    "sh = stride[0]",
    "sw = stride[1]",
    "ph = padding[0]",
    "pw = padding[1]",
    "oh = outputPadding[0]",
    "ow = outputPadding[1]",
    "dh = dilation[0]",
    "dw = dilation[1]",
)
@JvmOverloads
public fun convTranspose2d(
    x: Value,
    weight: Value,
    bias: Value?,
    stride: List<Int>,
    padding: List<Int> = listOf(0),
    outputPadding: List<Int> = listOf(0),
    groups: Int = 1,
    dilation: List<Int> = listOf(1),
): Value {
    val attributes = TransposedConvolutionAttributes.of("conv_transpose2d", 2, stride, padding, outputPadding, dilation, groups)
    return convTranspose2dOp(attributes, listOfNotNull(x, weight, bias))[0]
}

/** The transposed convolution of planes, `[*p, c, h, w] [c, i, kh, kw] -> [*p, i*groups, h', w']`, without a bias. */
internal fun spreadPlanes(attributes: TransposedConvolutionAttributes, x: Value, weight: Value): Value {
    val (stride, padding, outputPadding, dilation) = attributes
    // no convolution leaves a whole stride over: what is added beyond that is the reach of zeros behind the input
    val more = List(2) { outputPadding[it] / stride[it] }
    val (height, width) =
        List(2) {
            (x.sizes[it - 2] - 1) * stride[it] - 2 * padding[it] + dilation[it] * (weight.sizes[it - 2] - 1) + outputPadding[it] + 1
        }
    val longer = if (more.all { it == 0 }) x else constantPad(x, listOf(0, more[1], 0, more[0]))
    val slide = Conv2dAttributes(stride, padding + padding, dilation, attributes.groups)
    return conv2dInputGradient(Conv2dGradientAttributes(slide, height, width), longer, weight)
}

/** [y] plus a number for each channel, which [axes] axes follow. */
internal fun biased(y: Value, bias: Value?, axes: Int): Value =
    if (bias == null) y else y + reshape(bias, Sizes.of(bias.sizes.toList() + List(axes) { 1 }))
