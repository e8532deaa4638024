package dev.rankine.golden.modules

import dev.rankine.golden.ops.Arguments
import dev.rankine.nn.AdaptiveAvgPool2d
import dev.rankine.nn.AvgPool2d
import dev.rankine.nn.Conv2d
import dev.rankine.nn.Flatten
import dev.rankine.nn.LayerNorm
import dev.rankine.nn.Linear
import dev.rankine.nn.MaxPool2d
import dev.rankine.nn.MultiheadAttention
import dev.rankine.ops.Padding
import dev.rankine.shapes.Axis
import dev.rankine.shapes.Dyn
import dev.rankine.shapes.of

internal val layerBuilders: Map<String, Arguments.() -> Built> =
    mapOf(
        "Linear" to { built(Linear(axis("in_features"), axis("out_features"), flag("bias", true))) },
        "Conv2d" to { built(conv2d()) },
        "MaxPool2d" to { maxPool2d() },
        "AvgPool2d" to { built(avgPool2d()) },
        "LayerNorm" to {
            built(layerNorm())
        },
        "AdaptiveAvgPool2d" to {
            val sizes = intsOrNulls("output_size")
            built(AdaptiveAvgPool2d(sizes.first(), sizes.last()))
        },
        "Flatten" to { built(Flatten(int("start_dim"), int("end_dim"))) },
        "MultiheadAttention" to { attention() },
    )

internal fun Arguments.layerNorm(): LayerNorm<Dyn> {
    val axes = ints("normalized_shape").map { Dyn of it }
    return LayerNorm(axes.dropLast(1), axes.last(), eps(), flag("elementwise_affine", true))
}

internal fun Arguments.axis(name: String): Axis<Dyn> = Dyn of int(name)

internal fun Arguments.eps(): Double = double("eps", 1e-5)

internal fun Arguments.momentum(): Double? = numberOrNull("momentum")?.toDouble()

private fun Arguments.conv2d(): Conv2d<Dyn, Dyn> =
    Conv2d(
        axis("in_channels"),
        axis("out_channels"),
        ints("kernel_size"),
        ints("stride"),
        padding(),
        intsOrNull("dilation") ?: listOf(1),
        int("groups", 1),
        flag("bias", true),
        padMode(),
    )

private fun Arguments.padding(): Padding {
    if (isText("padding")) return if (text("padding", "") == "same") Padding.SAME else Padding.VALID
    val numbers = ints("padding")
    return Padding.Both(numbers.first(), numbers.last())
}

private fun Arguments.attention(): Built {
    val attention =
        MultiheadAttention(
            axis("embed_dim"),
            int("num_heads"),
            double("dropout", 0.0),
            flag("bias", true),
            flag("add_bias_kv", false),
            flag("add_zero_attn", false),
            intOrNull("kdim")?.let { Dyn of it },
            intOrNull("vdim")?.let { Dyn of it },
            flag("batch_first", false),
        )
    return Built(attention) { inputs, named ->
        val (query, key, value) = inputs
        val padding = named.tensorOrNull("key_padding_mask")
        val mask = named.tensorOrNull("attn_mask")
        val average = named.flag("average_attn_weights", true)
        if (named.flag("need_weights", true)) {
            attention.callWithWeights(query, key, value, padding, mask, average).toList()
        } else {
            listOf(attention.call(query, key, value, padding, mask))
        }
    }
}

private fun Arguments.maxPool2d(): Built {
    val pool =
        MaxPool2d(
            ints("kernel_size"),
            intsOrNull("stride").orEmpty(),
            intsOrNull("padding") ?: listOf(0),
            intsOrNull("dilation") ?: listOf(1),
            flag("ceil_mode", false),
        )
    return if (flag("return_indices", false)) Built(pool) { inputs, _ -> pool.callWithIndices(only(inputs)).toList() } else built(pool)
}

private fun Arguments.avgPool2d(): AvgPool2d =
    AvgPool2d(
        ints("kernel_size"),
        intsOrNull("stride").orEmpty(),
        ints("padding"),
        flag("ceil_mode", false),
        flag("count_include_pad", true),
        intOrNull("divisor_override"),
    )
