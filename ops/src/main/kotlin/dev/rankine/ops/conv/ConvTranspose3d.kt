@file:JvmName("Values")
@file:JvmMultifileClass

package dev.rankine.ops

import dev.rankine.shapes.DType
import dev.rankine.shapes.Rule
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Sizes

/** The shape rule of [convTranspose3dOp]. */
public const val CONV_TRANSPOSE3D_RULE: String =
    "input:[*p, c, d, h, w] weight:[a, i, kd, kh, kw] bias:[o]? " +
        "sd=1 sh=1 sw=1 pd=0 ph=0 pw=0 od=0 oh=0 ow=0 dd=1 dh=1 dw=1 groups=1 -> " +
        "[*p, i*groups, (d - 1)*sd - 2*pd + dd*(kd - 1) + od + 1, (h - 1)*sh - 2*ph + dh*(kh - 1) + oh + 1, " +
        "(w - 1)*sw - 2*pw + dw*(kw - 1) + ow + 1] where min(sd, min(sh, sw)) >= 1 \"stride must be at least 1\", " +
        "min(dd, min(dh, dw)) >= 1 \"dilation must be at least 1\", groups >= 1 \"groups must be at least 1\", " +
        "min(pd, min(ph, pw)) >= 0 \"padding cannot be negative\", min(od, min(oh, ow)) >= 0 \"output padding cannot be negative\", " +
        "max(sd, dd) > od \"output padding must be smaller than stride or dilation\", " +
        "max(sh, dh) > oh \"output padding must be smaller than stride or dilation\", " +
        "max(sw, dw) > ow \"output padding must be smaller than stride or dilation\", " +
        "rank(p) <= 1 \"needs a batch of volumes or volumes: axes\", c == a \"channels do not fit the weight\", " +
        "c % groups == 0 \"input channels do not divide into groups\", o == i*groups \"bias does not fit the weight\", " +
        "min(kd, min(kh, kw)) >= 1 \"kernel is empty\", min(d, min(h, w)) >= 1 \"the volumes of the input are empty\", " +
        "(d - 1)*sd + dd*(kd - 1) + od >= 2*pd \"padding cuts off all planes\", " +
        "(h - 1)*sh + dh*(kh - 1) + oh >= 2*ph \"padding cuts off all rows\", " +
        "(w - 1)*sw + dw*(kw - 1) + ow >= 2*pw \"padding cuts off all columns\""

private val rule = Rule.of(CONV_TRANSPOSE3D_RULE)

/**
 * Spreads volumes with kernels: two inputs without a bias, three with one. The row behind [convTranspose3d].
 *
 * Every plane is spread by all planes of the kernel at once, as one transposed convolution of planes; what falls on the same depth is added up.
 */
public val convTranspose3dOp: OpN<TransposedConvolutionAttributes> =
    OpN(
        "conv_transpose3d",
        Definition { attributes, inputs ->
            val (x, weight) = inputs
            val volumes = spreadVolumes(attributes, if (x.rank == 5) x else unsqueeze(x, 0), weight)
            arrayOf(biased(if (x.rank == 5) volumes else squeeze(volumes, 0), inputs.getOrNull(2), 3))
        },
        { call ->
            val sizes = rule.apply(call.name, Array(call.inputs.size) { call.sizes(it) }, *call.attributes.numbers())[0]
            arrayOf(Spec(convolved(call), sizes))
        },
        Gradients.Derived,
        null,
        Names("nn.functional.conv_transpose3d"),
    )

/**
 * Adds a kernel, times each element of the input, at every [stride] places: the gradient of [conv3d] for its input, as an op of its own.
 * `[n, c, d, h, w] [c, o / groups, kd, kh, kw] [o] -> [n, o, d', h', w']` or without `n`, where
 * `d' = (d - 1) * stride - 2 * padding + dilation * (kd - 1) + outputPadding + 1`; `h'` and `w'` likewise.
 *
 * @param stride,padding,outputPadding,dilation each one number for all directions; [outputPadding] is smaller than stride or dilation.
 * @throws dev.rankine.shapes.ShapeException if the sizes do not fit, the message says which.
 * @throws dev.rankine.shapes.DTypeException if the element types differ, or are neither floating nor int64.
 */
@ShapeRule(
    CONV_TRANSPOSE3D_RULE,
    "sd = stride",
    "sh = stride",
    "sw = stride",
    "pd = padding",
    "ph = padding",
    "pw = padding",
    "od = outputPadding",
    "oh = outputPadding",
    "ow = outputPadding",
    "dd = dilation",
    "dh = dilation",
    "dw = dilation",
)
@JvmOverloads
public fun convTranspose3d(
    x: Value,
    weight: Value,
    bias: Value? = null,
    stride: Int = 1,
    padding: Int = 0,
    outputPadding: Int = 0,
    groups: Int = 1,
    dilation: Int = 1,
): Value = convTranspose3d(x, weight, bias, listOf(stride), listOf(padding), listOf(outputPadding), groups, listOf(dilation))

/** As the other [convTranspose3d], with each argument as one number or as depth, height and width. */
@ShapeRule(
    CONV_TRANSPOSE3D_RULE,
    "sd = stride[0]",
    "sh = stride[1]",
    "sw = stride[2]",
    "pd = padding[0]",
    "ph = padding[1]",
    "pw = padding[2]",
    "od = outputPadding[0]",
    "oh = outputPadding[1]",
    "ow = outputPadding[2]",
    "dd = dilation[0]",
    "dh = dilation[1]",
    "dw = dilation[2]",
)
@JvmOverloads
public fun convTranspose3d(
    x: Value,
    weight: Value,
    bias: Value?,
    stride: List<Int>,
    padding: List<Int> = listOf(0),
    outputPadding: List<Int> = listOf(0),
    groups: Int = 1,
    dilation: List<Int> = listOf(1),
): Value {
    val attributes = TransposedConvolutionAttributes.of("conv_transpose3d", 3, stride, padding, outputPadding, dilation, groups)
    return convTranspose3dOp(attributes, listOfNotNull(x, weight, bias))[0]
}

private fun spreadVolumes(attributes: TransposedConvolutionAttributes, x: Value, weight: Value): Value {
    val (batch, channels, depth) = x.sizes.toList()
    val (_, outputs, reach, height, width) = weight.sizes.toList()
    val (stride, padding, outputPadding, dilation) = attributes
    val planes =
        spreadPlanes(
            TransposedConvolutionAttributes(stride.drop(1), padding.drop(1), outputPadding.drop(1), dilation.drop(1), attributes.groups),
            reshape(permute(x, 0, 2, 1, 3, 4), Sizes.of(batch * depth, channels, x.sizes[3], x.sizes[4])),
            reshape(weight, Sizes.of(channels, outputs * reach, height, width)),
        )
    val (h, w) = planes.sizes[2] to planes.sizes[3]
    val all = outputs * attributes.groups
    val parts = permute(reshape(planes, Sizes.of(batch, depth, all, reach, h, w)), 0, 1, 3, 2, 4, 5)
    val places = overlapping(depth, reach, stride[0], dilation[0], x.backend)
    val whole = (depth - 1) * stride[0] + dilation[0] * (reach - 1) + 1 + maxOf(0, outputPadding[0] - padding[0])
    val empty = zeros(Sizes.of(batch, whole, all, h, w), x.dtype, x.backend)
    val sum = indexAdd(empty, 1, places, reshape(parts, Sizes.of(batch, depth * reach, all, h, w)))
    val kept = (depth - 1) * stride[0] - 2 * padding[0] + dilation[0] * (reach - 1) + outputPadding[0] + 1
    return contiguous(permute(narrow(sum, 1, padding[0], kept), 0, 2, 1, 3, 4))
}

/** Where elements of windows lie: window `i` of [count] begins at `i * stride`, its [size] elements are [dilation] apart. `[count * size]` */
internal fun overlapping(count: Int, size: Int, stride: Int, dilation: Int, backend: Backend): Value {
    val starts = reshape(arange(0, count * stride, stride, DType.I64, backend), count, 1)
    return reshape(starts + arange(0, size * dilation, dilation, DType.I64, backend), count * size)
}
