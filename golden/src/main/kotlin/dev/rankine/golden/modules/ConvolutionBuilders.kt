package dev.rankine.golden.modules

import dev.rankine.golden.absent
import dev.rankine.golden.ops.Arguments
import dev.rankine.golden.ops.eachPadding
import dev.rankine.golden.ops.list
import dev.rankine.golden.ops.one
import dev.rankine.nn.Conv1d
import dev.rankine.nn.Conv3d
import dev.rankine.nn.ConvTranspose1d
import dev.rankine.nn.ConvTranspose2d
import dev.rankine.nn.ConvTranspose3d
import dev.rankine.nn.Fold
import dev.rankine.nn.TransposedConvolution
import dev.rankine.nn.Unfold
import dev.rankine.ops.PadMode
import dev.rankine.shapes.Axis
import dev.rankine.shapes.Dyn
import dev.rankine.shapes.of

internal val convolutionBuilders: Map<String, Arguments.() -> Built> =
    mapOf(
        "Conv1d" to { built(conv1d()) },
        "Conv3d" to { built(conv3d()) },
        "ConvTranspose1d" to { transposed(convTranspose1d()) },
        "ConvTranspose2d" to { transposed(transposed(::ConvTranspose2d)) },
        "ConvTranspose3d" to { transposed(transposed(::ConvTranspose3d)) },
        "Unfold" to { built(Unfold(ints("kernel_size"), list("dilation", 1), list("padding", 0), list("stride", 1))) },
        "Fold" to {
            val sizes = ints("output_size")
            val (rows, columns) = (Dyn of sizes.first()) to (Dyn of sizes.last())
            built(Fold(rows, columns, ints("kernel_size"), list("dilation", 1), list("padding", 0), list("stride", 1)))
        },
    )

internal fun Arguments.padMode(): PadMode =
    when (val mode = text("padding_mode", "zeros")) {
        "zeros" -> PadMode.CONSTANT
        "reflect" -> PadMode.REFLECT
        "replicate" -> PadMode.REPLICATE
        "circular" -> PadMode.CIRCULAR
        else -> absent("padding_mode $mode")
    }

private fun Arguments.conv1d(): Conv1d<Dyn, Dyn> =
    Conv1d(
        axis("in_channels"),
        axis("out_channels"),
        one("kernel_size", 1),
        eachPadding(),
        one("stride", 1),
        one("dilation", 1),
        int("groups", 1),
        flag("bias", true),
        padMode(),
    )

private fun Arguments.conv3d(): Conv3d<Dyn, Dyn> =
    Conv3d(
        axis("in_channels"),
        axis("out_channels"),
        ints("kernel_size"),
        list("stride", 1),
        eachPadding(),
        list("dilation", 1),
        int("groups", 1),
        flag("bias", true),
        padMode(),
    )

private fun Arguments.convTranspose1d(): ConvTranspose1d<Dyn, Dyn> =
    ConvTranspose1d(
        axis("in_channels"),
        axis("out_channels"),
        one("kernel_size", 1),
        one("stride", 1),
        one("padding", 0),
        one("output_padding", 0),
        int("groups", 1),
        flag("bias", true),
        one("dilation", 1),
    )

private fun <T> Arguments.transposed(
    build: (Axis<Dyn>, Axis<Dyn>, List<Int>, List<Int>, List<Int>, List<Int>, Int, Boolean, List<Int>) -> T,
): T =
    build(
        axis("in_channels"),
        axis("out_channels"),
        ints("kernel_size"),
        list("stride", 1),
        list("padding", 0),
        list("output_padding", 0),
        int("groups", 1),
        flag("bias", true),
        list("dilation", 1),
    )

private fun Arguments.transposed(layer: TransposedConvolution<*, *>): Built {
    needs("padding_mode", text("padding_mode", "zeros") == "zeros")
    return Built(layer) { inputs, named ->
        val size = named.intsOrNull("output_size")
        listOf(if (size == null) layer.call(only(inputs)) else layer.call(only(inputs), size))
    }
}
