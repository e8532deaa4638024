package dev.rankine.kernels

import dev.rankine.conformance.BackendConformance
import dev.rankine.conformance.Lengths
import dev.rankine.conformance.Sample
import dev.rankine.conformance.real
import dev.rankine.conformance.sample
import dev.rankine.conformance.sized
import dev.rankine.ops.linearOp
import dev.rankine.ops.matmulOp

private val SIZES = Lengths.MATRICES + listOf(31, 32, 64, 130)

/** Larger products than those of every backend: edges of tiles, parts of the inner axis, batches above and below the grain. */
private val products: List<Sample<*>> =
    listOf(
        sized(matmulOp, Unit, "rows", SIZES) { listOf(real(it, 20), real(20, 37)) },
        sized(matmulOp, Unit, "columns", SIZES) { listOf(real(13, 20), real(20, it)) },
        sized(matmulOp, Unit, "inner", SIZES) { listOf(real(13, it), real(it, 33)) },
        sized(matmulOp, Unit, "batch", SIZES) { listOf(real(it, 5, 7), real(it, 7, 6)) },
        sample(matmulOp, real(3, 40, 50), real(3, 50, 120), label = "large batch"),
        sample(matmulOp, real(2, 3, 4, 5), real(5, 6), label = "one right matrix"),
        sample(matmulOp, real(4, 5), real(2, 3, 5, 6), label = "one left matrix"),
        sample(matmulOp, real(2, 1, 20, 30), real(4, 30, 20), label = "batches"),
        sized(linearOp, Unit, lengths = SIZES) { listOf(real(3, it), real(5, it), real(5)) },
        sized(linearOp, Unit, "outputs", SIZES) { listOf(real(14, 20), real(it, 20), real(it)) },
        sample(linearOp, real(2, 3, 4, 6), real(5, 6), real(5), label = "batch"),
        sample(linearOp, real(20, 300), real(10, 300), real(10), label = "few outputs"),
        sample(linearOp, real(1, 300), real(40, 300), real(40), label = "one row"),
    )

/** Products on vectors of 512, 256 and 128 bits against the rows. */
internal class MatmulConformanceTest : BackendConformance(Exactness.backends, samples = products)
