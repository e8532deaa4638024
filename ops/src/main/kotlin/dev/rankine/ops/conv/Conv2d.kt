@file:JvmName("Values")
@file:JvmMultifileClass

package dev.rankine.ops

import dev.rankine.shapes.DType
import dev.rankine.shapes.DTypeException
import dev.rankine.shapes.Rule
import dev.rankine.shapes.ShapeRule

/** The integer arguments of the rules of convolutions: strides, padding (top, left, bottom, right), dilations, groups. */
internal const val CONV2D_NUMBERS: String = "sh=? sw=? pt=? pl=? pb=? pr=? dh=? dw=? groups=?"

/** The same with what is meant where they are left out. */
internal const val CONV2D_DEFAULTS: String = "sh=1 sw=1 pt=0 pl=0 pb=0 pr=0 dh=1 dw=1 groups=1"

/** What the rules of convolutions ask of these arguments. */
internal const val CONV2D_CONDITIONS: String =
    "sh >= 1 \"stride must be at least 1\", sw >= 1 \"stride must be at least 1\", " +
        "dh >= 1 \"dilation must be at least 1\", dw >= 1 \"dilation must be at least 1\", groups >= 1 \"groups must be at least 1\", " +
        "min(min(pt, pb), min(pl, pr)) >= 0 \"padding cannot be negative\", rank(p) <= 1 \"needs a batch of planes or planes: axes\", " +
        "o % groups == 0 \"output channels do not divide into groups\""

/** The shape rule of [conv2dOp]. */
public const val CONV2D_RULE: String =
    "input:[*p, c, h, w] weight:[o, i, kh, kw] bias:[o]? $CONV2D_DEFAULTS -> " +
        "[*p, o, (h + pt + pb - dh*(kh - 1) - 1) / sh + 1, (w + pl + pr - dw*(kw - 1) - 1) / sw + 1] where $CONV2D_CONDITIONS, " +
        "c == i*groups \"channels do not fit the weight\", " +
        "kh >= 1 \"kernel is empty\", kw >= 1 \"kernel is empty\", " +
        "h + pt + pb >= dh*(kh - 1) + 1 \"kernel is taller than the padded input\", " +
        "w + pl + pr >= dw*(kw - 1) + 1 \"kernel is wider than the padded input\""

private val rule = Rule.of(CONV2D_RULE)

/**
 * Slides kernels over planes: two inputs without a bias, three with one. The row behind [conv2d].
 * With [conv2dInputGradient] and [conv2dWeightGradient] it is a closed family: each is the gradient of the others.
 */
public val conv2dOp: OpN<Conv2dAttributes> =
    OpN(
        "conv2d",
        Loop { attributes, inputs, outputs ->
            val (x, weight) = inputs
            val y = outputs[0]
            val totals = Totals(y)
            if (inputs.size == 3) {
                val plane = y.sizes[-1] * y.sizes[-2]
                for (i in 0 until y.count) totals.start(i, inputs[2], i / plane % y.sizes[-3])
            }
            forEachProduct(attributes, x.sizes, weight.sizes, y.sizes) { i, j, k -> totals.add(k, x, i, weight, j) }
            totals.store()
        },
        { call ->
            val sizes = rule.apply(call.name, Array(call.inputs.size) { call.sizes(it) }, *call.attributes.numbers())[0]
            arrayOf(Spec(convolved(call), sizes))
        },
        Gradients.EachInput { input ->
            when (input) {
                0 -> conv2dInputGradient(planeAttributes(attributes, input(0)), dy, input(1))
                1 -> conv2dWeightGradient(planeAttributes(attributes, input(1)), input(0), dy)
                else -> sum(dy, (0 until dy.rank).filter { it != dy.rank - 3 })
            }
        },
        null,
        Names("nn.functional.conv2d"),
    )

/**
 * Cross-correlation of planes with kernels, as convolutional networks use it.
 * `[n, c, h, w] [o, c / groups, kh, kw] [o] -> [n, o, h', w']` or without `n`, where
 * `h' = (h + padding above and below - dilation * (kh - 1) - 1) / stride + 1`, rounded down; `w'` likewise.
 *
 * @param stride,padding,dilation each one number for both directions.
 * @throws dev.rankine.shapes.ShapeException if the sizes do not fit, the message says which.
 * @throws DTypeException if the element types differ, or are neither floating nor int64.
 */
@ShapeRule(
    CONV2D_RULE,
    "sh = stride",
    "sw = stride",
    "pt = padding",
    "pl = padding",
    "pb = padding",
    "pr = padding",
    "dh = dilation",
    "dw = dilation",
)
@JvmOverloads
public fun conv2d(
    x: Value,
    weight: Value,
    bias: Value? = null,
    stride: Int = 1,
    padding: Int = 0,
    dilation: Int = 1,
    groups: Int = 1,
): Value = conv2d(x, weight, bias, Padding.Both(padding), listOf(stride), listOf(dilation), groups)

/** As the other [conv2d], with [stride] and [dilation] as one number or as height and width, and [padding] by name if need be. */
@ShapeRule(
    CONV2D_RULE,
    "sh = stride[0]",
    "sw = stride[1]",
    "pt = padding",
    "pl = padding",
    "pb = padding",
    "pr = padding",
    "dh = dilation[0]",
    "dw = dilation[1]",
)
@JvmOverloads
public fun conv2d(
    x: Value,
    weight: Value,
    bias: Value?,
    padding: Padding,
    stride: List<Int> = listOf(1),
    dilation: List<Int> = listOf(1),
    groups: Int = 1,
): Value {
    val strides = pairOf("conv2d", "stride", stride)
    val dilations = pairOf("conv2d", "dilation", dilation)
    val zeros = resolvePadding("conv2d", padding, weight.sizes, strides, dilations)
    return conv2dOp(Conv2dAttributes(strides, zeros, dilations, groups), listOfNotNull(x, weight, bias))[0]
}

/** The one element type of the operands of a convolution. */
internal fun convolved(call: Call<*>): DType {
    val dtype = call.dtype()
    if (call.inputs.any { it.dtype != dtype }) {
        throw DTypeException("${call.name}: element types differ: ${call.inputs.joinToString { it.dtype.word }}", "convert with to(dtype)")
    }
    if (!dtype.isFloating && dtype != DType.I64) throw refused(call.name, dtype)
    return dtype
}

/** The attributes of a gradient towards [target], whose last two axes are its plane. */
internal fun planeAttributes(convolution: Conv2dAttributes, target: Value): Conv2dGradientAttributes =
    Conv2dGradientAttributes(convolution, target.sizes[-2], target.sizes[-1])
