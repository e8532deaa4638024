package dev.rankine.conformance.samples

import dev.rankine.conformance.Draw
import dev.rankine.conformance.Operand
import dev.rankine.conformance.Sample
import dev.rankine.conformance.distinct
import dev.rankine.conformance.positive
import dev.rankine.conformance.real
import dev.rankine.conformance.sample
import dev.rankine.conformance.sized
import dev.rankine.ops.AdaptiveSizesAttributes
import dev.rankine.ops.AvgPoolAttributes
import dev.rankine.ops.FractionalPoolAttributes
import dev.rankine.ops.LPPoolAttributes
import dev.rankine.ops.PoolWindows
import dev.rankine.ops.UnpoolAttributes
import dev.rankine.ops.adaptiveAvgPool1dOp
import dev.rankine.ops.adaptiveAvgPool3dOp
import dev.rankine.ops.adaptiveMaxPool1dOp
import dev.rankine.ops.adaptiveMaxPool2dOp
import dev.rankine.ops.adaptiveMaxPool3dOp
import dev.rankine.ops.avgPool1dOp
import dev.rankine.ops.avgPool3dOp
import dev.rankine.ops.fractionalMaxPool2dOp
import dev.rankine.ops.fractionalMaxPool3dOp
import dev.rankine.ops.lpPool1dOp
import dev.rankine.ops.lpPool2dOp
import dev.rankine.ops.lpPool3dOp
import dev.rankine.ops.maxPool1dOp
import dev.rankine.ops.maxPool3dOp
import dev.rankine.ops.maxUnpool1dOp
import dev.rankine.ops.maxUnpool2dOp
import dev.rankine.ops.maxUnpool3dOp
import dev.rankine.shapes.DType
import dev.rankine.shapes.Sizes

private val lengths = listOf(4, 6, 15, 17, 33)
private val halves = windows(1, 2, 2)
private val overlapping = PoolWindows(listOf(3), listOf(2), listOf(1), listOf(1), true)
private val cubes = windows(3, 2, 2)
private val uneven = PoolWindows(listOf(2, 3, 2), listOf(1, 2, 1), listOf(1, 1, 0), listOf(1, 1, 1), true)

private fun windows(directions: Int, kernel: Int, stride: Int): PoolWindows =
    PoolWindows(List(directions) { kernel }, List(directions) { stride }, List(directions) { 0 }, List(directions) { 1 }, false)

/** Sample calls of the rows of pools over lines and volumes, adaptive, fractional and of norms, and of unpooling. */
internal val poolSamples: List<Sample<*>> = lineAndVolumeMaxima() + lineAndVolumeMeans() + norms() + adaptive() + fractional() + unpooling()

private fun lineAndVolumeMaxima(): List<Sample<*>> =
    listOf(
        sized(maxPool1dOp, halves, "lengths", lengths) { listOf(distinct(2, 3, it)) },
        sample(maxPool1dOp, overlapping, distinct(2, 6), label = "overlapping, last window incomplete"),
        sized(maxPool3dOp, cubes, "widths", lengths) { listOf(distinct(1, 2, 2, 4, it)) },
        sample(maxPool3dOp, uneven, distinct(2, 3, 4, 3), label = "overlapping, last window incomplete"),
        sample(
            maxPool3dOp,
            PoolWindows(listOf(2, 2, 2), listOf(1, 1, 1), listOf(1, 1, 0), listOf(2, 2, 1), false),
            distinct(1, 2, 3, 3),
            label = "dilation",
        ),
    )

private fun lineAndVolumeMeans(): List<Sample<*>> =
    listOf(
        sized(avgPool1dOp, AvgPoolAttributes(halves, true, null), "lengths", lengths) { listOf(real(2, 3, it)) },
        sample(avgPool1dOp, AvgPoolAttributes(overlapping, false, null), real(2, 6), label = "overlapping, without padding"),
        sized(avgPool3dOp, AvgPoolAttributes(cubes, true, null), "widths", lengths) { listOf(real(1, 2, 2, 4, it)) },
        sample(avgPool3dOp, AvgPoolAttributes(uneven, true, null), real(2, 3, 4, 3), label = "overlapping"),
        sample(avgPool3dOp, AvgPoolAttributes(uneven, false, null), real(2, 3, 4, 3), label = "overlapping, without padding"),
        sample(avgPool3dOp, AvgPoolAttributes(uneven, true, 5), real(2, 3, 4, 3), label = "divisor"),
    )

private fun norms(): List<Sample<*>> =
    listOf(
        sized(lpPool1dOp, LPPoolAttributes(1.5, halves), "lengths", lengths) { listOf(positive(2, 3, it)) },
        sample(lpPool2dOp, LPPoolAttributes(2.0, windows(2, 2, 1)), real(2, 3, 4)),
        sample(lpPool3dOp, LPPoolAttributes(3.5, cubes), positive(2, 2, 4, 2)),
    )

private fun adaptive(): List<Sample<*>> =
    listOf(
        sized(adaptiveAvgPool1dOp, AdaptiveSizesAttributes(listOf(3)), "lengths", lengths) { listOf(real(2, 2, it)) },
        sample(adaptiveAvgPool3dOp, AdaptiveSizesAttributes(listOf(2, 1, 3)), real(2, 3, 2, 5), label = "no batch"),
        sample(adaptiveAvgPool3dOp, AdaptiveSizesAttributes(listOf(1, 2, 2)), real(1, 2, 2, 3, 2)),
        sized(adaptiveMaxPool1dOp, AdaptiveSizesAttributes(listOf(3)), "lengths", lengths) { listOf(distinct(2, 2, it)) },
        sample(adaptiveMaxPool2dOp, AdaptiveSizesAttributes(listOf(2, 3)), distinct(2, 3, 5)),
        sample(adaptiveMaxPool3dOp, AdaptiveSizesAttributes(listOf(2, 1, 3)), distinct(1, 2, 3, 2, 2)),
    )

private fun fractional(): List<Sample<*>> =
    listOf(
        sample(fractionalMaxPool2dOp, FractionalPoolAttributes(listOf(2, 3), listOf(3, 2)), distinct(1, 2, 5, 6), starts(1, 2, 2)),
        sample(
            fractionalMaxPool2dOp,
            FractionalPoolAttributes(listOf(2, 2), listOf(1, 3)),
            distinct(2, 4, 5),
            starts(1, 2, 2),
            label = "no batch",
        ),
        sample(fractionalMaxPool3dOp, FractionalPoolAttributes(listOf(2, 1, 2), listOf(2, 2, 1)), distinct(1, 2, 4, 3, 3), starts(1, 2, 3)),
    )

/** Samples that say where windows start; nothing is differentiated by them. */
private fun starts(vararg sizes: Int): Operand = Operand(Sizes.of(*sizes), Draw.between(0.1, 0.9), DType.F32)

private fun unpooling(): List<Sample<*>> =
    listOf(
        sample(maxUnpool1dOp, UnpoolAttributes(listOf(6)), real(2, 3), places(0, 3, 4, 1, 2, 5, sizes = listOf(2, 3))),
        sample(maxUnpool2dOp, UnpoolAttributes(listOf(3, 4)), real(1, 2, 2), places(1, 7, 8, 11, sizes = listOf(1, 2, 2))),
        sample(maxUnpool3dOp, UnpoolAttributes(listOf(2, 2, 2)), real(1, 1, 1, 1, 2), places(3, 6, sizes = listOf(1, 1, 1, 1, 2))),
    )

private fun places(vararg places: Int, sizes: List<Int>): Operand =
    Operand(Sizes.of(sizes), Draw.exactly(*places.map { it.toDouble() }.toDoubleArray()), DType.I64)
