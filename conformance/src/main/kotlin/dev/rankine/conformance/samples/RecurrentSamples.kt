package dev.rankine.conformance.samples

import dev.rankine.conformance.Operand
import dev.rankine.conformance.Sample
import dev.rankine.conformance.mask
import dev.rankine.conformance.real
import dev.rankine.conformance.sample
import dev.rankine.conformance.sized
import dev.rankine.ops.GruAttributes
import dev.rankine.ops.LstmAttributes
import dev.rankine.ops.RnnAttributes
import dev.rankine.ops.gruCellGradientOp
import dev.rankine.ops.gruCellOp
import dev.rankine.ops.gruGradientOp
import dev.rankine.ops.gruOp
import dev.rankine.ops.lstmCellGradientOp
import dev.rankine.ops.lstmCellOp
import dev.rankine.ops.lstmGradientOp
import dev.rankine.ops.lstmOp
import dev.rankine.ops.rnnGradientOp
import dev.rankine.ops.rnnOp

private const val STEPS = 3

private val batches = listOf(2, 0, 1, 17)

/** Sample calls of the rows that walk along sequences. */
internal val recurrentSamples: List<Sample<*>> = rnnSamples() + lstmSamples() + gruSamples()

private fun masked(hasMask: Boolean, n: Int): List<Operand> = if (hasMask) listOf(mask(STEPS, n)) else emptyList()

private fun rnnSamples(): List<Sample<*>> =
    listOf(RnnAttributes(), RnnAttributes(relu = true, reverse = true), RnnAttributes(reverse = true, hasMask = true)).flatMap {
        val label = "$it".substringAfter('(').dropLast(1)
        listOf(
            sized(rnnOp, it, label, batches) { n -> listOf(real(STEPS, n, 2), real(2, 2), real(n, 2)) + masked(it.hasMask, n) },
            sized(rnnGradientOp, it, label, batches) { n ->
                listOf(real(STEPS, n, 2), real(STEPS, n, 2), real(2, 2)) + masked(it.hasMask, n)
            },
        )
    }

private fun lstmSamples(): List<Sample<*>> {
    val all =
        listOf(
            LstmAttributes(),
            LstmAttributes(reverse = true, hasMask = true),
            LstmAttributes(hasProjection = true, hasMask = true),
            LstmAttributes(keepsGates = true),
            LstmAttributes(reverse = true, hasProjection = true, hasMask = true, keepsGates = true),
        )
    return listOf(
        sized(lstmCellOp, Unit, "", batches + 500) { n -> listOf(real(n, 8), real(n, 8), real(n, 2)) },
        sample(lstmCellOp, Unit, real(20), real(20), real(5), label = "one sequence"),
        sized(lstmCellGradientOp, Unit, "", batches + 500) { n ->
            List(2) { real(n, 2) } + real(n, 8) + List(2) { real(n, 2) }
        },
    ) +
        all.flatMap {
            val label = "$it".substringAfter('(').dropLast(1)
            val r = if (it.hasProjection) 1 else 2
            val projection = if (it.hasProjection) listOf(real(1, 2)) else emptyList()
            listOf(
                sized(lstmOp, it, label, batches) { n ->
                    listOf(real(STEPS, n, 8), real(8, r), real(n, r), real(n, 2)) + projection + masked(it.hasMask, n)
                },
                sized(lstmGradientOp, it, label, batches) { n ->
                    val flows = listOf(real(STEPS, n, r), real(STEPS, n, 2), real(STEPS, n, 8), real(STEPS, n, 2))
                    val kept = if (it.keepsGates) listOf(real(STEPS, n, 8)) else emptyList()
                    flows + listOf(real(n, 2), real(8, r)) + projection + kept + masked(it.hasMask, n)
                },
            )
        }
}

private fun gruSamples(): List<Sample<*>> =
    listOf(
        sized(gruCellOp, Unit, "", batches + 500) { n -> listOf(real(n, 6), real(n, 6), real(n, 2)) },
        sized(gruCellGradientOp, Unit, "", batches + 500) { n -> listOf(real(n, 2), real(n, 6), real(n, 6), real(n, 2)) },
    ) +
        listOf(
            GruAttributes(),
            GruAttributes(hasBias = true),
            GruAttributes(reverse = true, hasBias = true, hasMask = true),
            GruAttributes(reverse = true, hasMask = true, keepsProducts = true),
            GruAttributes(hasBias = true, keepsProducts = true),
        ).flatMap {
            val label = "$it".substringAfter('(').dropLast(1)
            val bias = if (it.hasBias) listOf(real(6)) else emptyList()
            listOf(
                sized(gruOp, it, label, batches) { n ->
                    listOf(real(STEPS, n, 6), real(6, 2), real(n, 2)) + bias + masked(it.hasMask, n)
                },
                sized(gruGradientOp, it, label, batches) { n ->
                    val flows = listOf(real(STEPS, n, 2), real(STEPS, n, 6), real(STEPS, n, 6), real(STEPS, n, 2))
                    val kept = if (it.keepsProducts) listOf(real(STEPS, n, 6)) else emptyList()
                    flows + real(6, 2) + kept + masked(it.hasMask, n)
                },
            )
        }
