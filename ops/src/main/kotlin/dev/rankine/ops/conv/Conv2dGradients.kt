@file:JvmName("Values")
@file:JvmMultifileClass

package dev.rankine.ops

import dev.rankine.shapes.Rule

private const val FITS: String =
    "(height + pt + pb - dh*(kh - 1) - 1) / sh + 1 == oh \"height does not fit\", " +
        "(width + pl + pr - dw*(kw - 1) - 1) / sw + 1 == ow \"width does not fit\""

private val inputRule =
    Rule.of(
        "gradient:[*p, o, oh, ow] weight:[o, i, kh, kw] $CONV2D_NUMBERS height=? width=? -> [*p, i*groups, height, width] " +
            "where $CONV2D_CONDITIONS, $FITS",
    )

private val weightRule =
    Rule.of(
        "input:[*p, c, height, width] gradient:[*p, o, oh, ow] $CONV2D_NUMBERS kh=? kw=? -> [o, c / groups, kh, kw] " +
            "where $CONV2D_CONDITIONS, c % groups == 0 \"channels do not divide into groups\", $FITS",
    )

/** The gradient of [conv2d] for its input, from that of its result and the weight; also what a transposed convolution computes. */
public val conv2dInputGradient: Op2<Conv2dGradientAttributes> =
    Op2(
        "conv2d_input_gradient",
        Loop { attributes, inputs, outputs ->
            val (dy, weight) = inputs
            val totals = Totals(outputs[0])
            forEachProduct(attributes.convolution, outputs[0].sizes, weight.sizes, dy.sizes) { i, j, k -> totals.add(i, dy, k, weight, j) }
            totals.store()
        },
        { call ->
            val numbers = call.attributes.convolution.numbers(call.attributes.height, call.attributes.width)
            arrayOf(Spec(convolved(call), inputRule.apply(call.name, arrayOf(call.sizes(0), call.sizes(1)), *numbers)[0]))
        },
        gradients(
            gradient { conv2dOp(attributes.convolution, listOf(dy, b))[0] },
            gradient { conv2dWeightGradient(planeAttributes(attributes.convolution, b), dy, a) },
        ),
        null,
        Names("nn.grad.conv2d_input"),
    )

/** The gradient of [conv2d] for its weight, from its input and the gradient of its result. */
public val conv2dWeightGradient: Op2<Conv2dGradientAttributes> =
    Op2(
        "conv2d_weight_gradient",
        Loop { attributes, inputs, outputs ->
            val (x, dy) = inputs
            val totals = Totals(outputs[0])
            forEachProduct(attributes.convolution, x.sizes, outputs[0].sizes, dy.sizes) { i, j, k -> totals.add(j, x, i, dy, k) }
            totals.store()
        },
        { call ->
            val numbers = call.attributes.convolution.numbers(call.attributes.height, call.attributes.width)
            arrayOf(Spec(convolved(call), weightRule.apply(call.name, arrayOf(call.sizes(0), call.sizes(1)), *numbers)[0]))
        },
        gradients(
            gradient { conv2dInputGradient(planeAttributes(attributes.convolution, a), b, dy) },
            gradient { conv2dOp(attributes.convolution, listOf(a, dy))[0] },
        ),
        null,
        Names("nn.grad.conv2d_weight"),
    )
