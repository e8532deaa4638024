package dev.rankine.conformance.samples

import dev.rankine.conformance.Sample
import dev.rankine.conformance.real
import dev.rankine.conformance.sample
import dev.rankine.conformance.sized
import dev.rankine.ops.ConvolutionAttributes
import dev.rankine.ops.FoldAttributes
import dev.rankine.ops.TransposedConvolutionAttributes
import dev.rankine.ops.UnfoldAttributes
import dev.rankine.ops.conv1dOp
import dev.rankine.ops.conv3dOp
import dev.rankine.ops.convTranspose1dOp
import dev.rankine.ops.convTranspose2dOp
import dev.rankine.ops.convTranspose3dOp
import dev.rankine.ops.foldOp
import dev.rankine.ops.unfoldOp

private val lengths = listOf(4, 6, 15, 17, 33)

private fun ones(count: Int): List<Int> = List(count) { 1 }

private fun zeros(count: Int): List<Int> = List(count) { 0 }

private fun plain(count: Int): ConvolutionAttributes = ConvolutionAttributes(ones(count), zeros(2 * count), ones(count), 1)

private fun spread(count: Int): TransposedConvolutionAttributes =
    TransposedConvolutionAttributes(ones(count), zeros(count), zeros(count), ones(count), 1)

/** Sample calls of convolutions of lines and volumes, of transposed ones, and of windows. */
internal val convolutionSamples: List<Sample<*>> = lines() + volumes() + transposed() + transposedVolumes() + windows()

private fun lines(): List<Sample<*>> =
    listOf(
        sized(conv1dOp, plain(1), "lengths", lengths) { listOf(real(2, 2, it), real(3, 2, 3), real(3)) },
        sized(conv1dOp, plain(1), "channels", listOf(2, 1, 15, 17)) { listOf(real(1, it, 4), real(3, it, 2)) },
        sample(
            conv1dOp,
            ConvolutionAttributes(listOf(2), listOf(1, 2), listOf(2), 2),
            real(2, 2, 6),
            real(4, 1, 3),
            real(4),
            label = "stride, padding, dilation, groups",
            finite = true,
        ),
        sample(conv1dOp, plain(1), real(2, 4), real(1, 2, 2), label = "no batch"),
        sample(conv1dOp, plain(1), real(0, 2, 4), real(3, 2, 2), label = "empty batch"),
    )

private fun volumes(): List<Sample<*>> =
    listOf(
        sized(conv3dOp, plain(3), "widths", lengths) { listOf(real(1, 2, 3, 2, it), real(2, 2, 2, 1, 3), real(2)) },
        sample(
            conv3dOp,
            ConvolutionAttributes(listOf(2, 1, 2), listOf(1, 0, 1, 2, 1, 0), listOf(1, 2, 1), 2),
            real(2, 2, 2, 3, 3),
            real(2, 1, 2, 2, 2),
            real(2),
            label = "stride, padding, dilation, groups",
            finite = true,
        ),
        sample(conv3dOp, plain(3), real(1, 3, 2, 2), real(1, 1, 2, 2, 2), label = "no batch"),
        sample(conv3dOp, plain(3), real(0, 2, 3, 4, 3), real(3, 2, 2, 2, 2), label = "empty batch"),
    )

private fun transposed(): List<Sample<*>> =
    listOf(
        sized(convTranspose1dOp, spread(1), "lengths", lengths) { listOf(real(2, 2, it), real(2, 3, 3), real(3)) },
        sample(
            convTranspose1dOp,
            TransposedConvolutionAttributes(listOf(2), listOf(1), listOf(1), listOf(2), 2),
            real(2, 4),
            real(2, 1, 3),
            label = "no batch, stride, padding, dilation, groups",
            finite = true,
        ),
        sized(convTranspose2dOp, spread(2), "widths", lengths) { listOf(real(1, 2, 2, it), real(2, 2, 2, 3), real(2)) },
        sample(
            convTranspose2dOp,
            TransposedConvolutionAttributes(listOf(2, 1), listOf(1, 0), listOf(1, 2), listOf(1, 3), 2),
            real(2, 2, 2, 3),
            real(2, 1, 3, 2),
            real(2),
            label = "output padding above the stride",
            finite = true,
        ),
        sample(convTranspose2dOp, spread(2), real(0, 2, 3, 4), real(2, 3, 2, 2), label = "empty batch"),
    )

private fun transposedVolumes(): List<Sample<*>> =
    listOf(
        sized(convTranspose3dOp, spread(3), "widths", listOf(3, 15, 17)) { listOf(real(1, 2, 2, 2, it), real(2, 2, 2, 1, 2), real(2)) },
        sample(
            convTranspose3dOp,
            TransposedConvolutionAttributes(listOf(2, 1, 2), listOf(1, 0, 1), listOf(2, 0, 1), listOf(3, 1, 1), 2),
            real(2, 2, 2, 2),
            real(2, 1, 2, 1, 2),
            label = "no batch, stride, padding, dilation, groups",
            finite = true,
        ),
        sample(convTranspose3dOp, spread(3), real(0, 2, 2, 2, 3), real(2, 3, 2, 2, 2), label = "empty batch"),
    )

private fun windows(): List<Sample<*>> {
    val plain = UnfoldAttributes(listOf(2, 3), ones(2), zeros(2), ones(2))
    val odd = UnfoldAttributes(listOf(2, 3), listOf(2, 1), listOf(1, 2), listOf(1, 2))
    return listOf(
        sized(unfoldOp, plain, "widths", lengths) { listOf(real(2, 2, 3, it)) },
        sample(unfoldOp, odd, real(2, 4, 3), label = "no batch, dilation, padding, stride"),
        sample(unfoldOp, plain, real(0, 2, 3, 4), label = "empty batch"),
        sized(foldOp, FoldAttributes(3, 4, plain), "channels", listOf(1, 2, 15, 17)) { listOf(real(2, 6 * it, 4)) },
        sample(foldOp, FoldAttributes(4, 3, odd), real(12, 12), label = "no batch, dilation, padding, stride"),
        sample(foldOp, FoldAttributes(3, 4, plain), real(0, 6, 4), label = "empty batch"),
    )
}
