@file:JvmName("Values")
@file:JvmMultifileClass

package dev.rankine.ops

import dev.rankine.shapes.Rule
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Sizes

/** The shape rule of [conv3dOp]; padding in front, above, on the left, behind, below, on the right. */
public const val CONV3D_RULE: String =
    "input:[*p, c, d, h, w] weight:[o, i, kd, kh, kw] bias:[o]? " +
        "sd=1 sh=1 sw=1 pf=0 pt=0 pl=0 pk=0 pb=0 pr=0 dd=1 dh=1 dw=1 groups=1 -> " +
        "[*p, o, (d + pf + pk - dd*(kd - 1) - 1) / sd + 1, (h + pt + pb - dh*(kh - 1) - 1) / sh + 1, " +
        "(w + pl + pr - dw*(kw - 1) - 1) / sw + 1] where min(sd, min(sh, sw)) >= 1 \"stride must be at least 1\", " +
        "min(dd, min(dh, dw)) >= 1 \"dilation must be at least 1\", groups >= 1 \"groups must be at least 1\", " +
        "min(min(pf, pk), min(min(pt, pb), min(pl, pr))) >= 0 \"padding cannot be negative\", " +
        "rank(p) <= 1 \"needs a batch of volumes or volumes: axes\", o % groups == 0 \"output channels do not divide into groups\", " +
        "c == i*groups \"channels do not fit the weight\", min(kd, min(kh, kw)) >= 1 \"kernel is empty\", " +
        "d + pf + pk >= dd*(kd - 1) + 1 \"kernel is deeper than the padded input\", " +
        "h + pt + pb >= dh*(kh - 1) + 1 \"kernel is taller than the padded input\", " +
        "w + pl + pr >= dw*(kw - 1) + 1 \"kernel is wider than the padded input\""

private val rule = Rule.of(CONV3D_RULE)

/**
 * Slides kernels over volumes: two inputs without a bias, three with one. The row behind [conv3d].
 *
 * The planes that a kernel sees one behind another become channels of one plane: that costs a copy of the input for each plane of the kernel,
 * but all products are those of one [conv2d], which adds them up before it rounds.
 */
public val conv3dOp: OpN<ConvolutionAttributes> =
    OpN(
        "conv3d",
        Definition { attributes, inputs ->
            val (x, weight) = inputs
            val volumes = if (x.rank == 5) x else unsqueeze(x, 0)
            val y = convolveVolumes(attributes, volumes, weight, inputs.getOrNull(2))
            arrayOf(if (x.rank == 5) y else squeeze(y, 0))
        },
        { call ->
            val sizes = rule.apply(call.name, Array(call.inputs.size) { call.sizes(it) }, *call.attributes.numbers())[0]
            arrayOf(Spec(convolved(call), sizes))
        },
        Gradients.Derived,
        null,
        Names("nn.functional.conv3d"),
    )

/**
 * Cross-correlation of volumes with kernels. `[n, c, d, h, w] [o, c / groups, kd, kh, kw] [o] -> [n, o, d', h', w']` or without `n`, where
 * `d' = (d + padding in front and behind - dilation * (kd - 1) - 1) / stride + 1`, rounded down; `h'` and `w'` likewise.
 *
 * @param stride,padding,dilation each one number for all directions.
 * @throws dev.rankine.shapes.ShapeException if the sizes do not fit, the message says which.
 * @throws dev.rankine.shapes.DTypeException if the element types differ, or are neither floating nor int64.
 */
@ShapeRule(
    CONV3D_RULE,
    "sd = stride",
    "sh = stride",
    "sw = stride",
    "pf = padding",
    "pt = padding",
    "pl = padding",
    "pk = padding",
    "pb = padding",
    "pr = padding",
    "dd = dilation",
    "dh = dilation",
    "dw = dilation",
)
@JvmOverloads
public fun conv3d(
    x: Value,
    weight: Value,
    bias: Value? = null,
    stride: Int = 1,
    padding: Int = 0,
    dilation: Int = 1,
    groups: Int = 1,
): Value = conv3d(x, weight, bias, Padding.Each(padding), listOf(stride), listOf(dilation), groups)

/** As the other [conv3d], with [stride] and [dilation] as one number or as depth, height and width, and [padding] by name if need be. */
@ShapeRule(
    CONV3D_RULE,
    "sd = stride[0]",
    "sh = stride[1]",
    "sw = stride[2]",
    "pf = padding",
    "pt = padding",
    "pl = padding",
    "pk = padding",
    "pb = padding",
    "pr = padding",
    "dd = dilation[0]",
    "dh = dilation[1]",
    "dw = dilation[2]",
)
@JvmOverloads
public fun conv3d(
    x: Value,
    weight: Value,
    bias: Value?,
    padding: Padding,
    stride: List<Int> = listOf(1),
    dilation: List<Int> = listOf(1),
    groups: Int = 1,
): Value {
    val strides = perAxis("conv3d", "stride", stride, 3)
    val dilations = perAxis("conv3d", "dilation", dilation, 3)
    val zeros = resolvePadding("conv3d", padding, weight.sizes, strides, dilations)
    return conv3dOp(ConvolutionAttributes(strides, zeros, dilations, groups), listOfNotNull(x, weight, bias))[0]
}

private fun convolveVolumes(attributes: ConvolutionAttributes, x: Value, weight: Value, bias: Value?): Value {
    val (stride, padding, dilation) = attributes
    val (outputs, inputs, depth, height, width) = weight.sizes.toList()
    val deep = if (padding[0] == 0 && padding[3] == 0) x else constantPad(x, listOf(0, 0, 0, 0, padding[0], padding[3]))
    val places = (deep.sizes[2] - dilation[0] * (depth - 1) - 1) / stride[0] + 1
    val seen =
        List(depth) { i ->
            val first = i * dilation[0]
            permute(slice(deep, 2, first, first + (places - 1) * stride[0] + 1, stride[0]), 0, 2, 1, 3, 4)
        }
    val planes = reshape(stack(seen, 3), Sizes.of(x.sizes[0] * places, x.sizes[1] * depth, x.sizes[3], x.sizes[4]))
    val kernels = reshape(weight, Sizes.of(outputs, inputs * depth, height, width))
    val slide =
        Conv2dAttributes(stride.drop(1), listOf(padding[1], padding[2], padding[4], padding[5]), dilation.drop(1), attributes.groups)
    val y = conv2dOp(slide, listOfNotNull(planes, kernels, bias))[0]
    val volumes = reshape(y, Sizes.of(x.sizes[0], places, outputs, y.sizes[2], y.sizes[3]))
    return contiguous(permute(volumes, 0, 2, 1, 3, 4))
}
