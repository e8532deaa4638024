package dev.rankine.ops.loss

import dev.rankine.ops.Value
import dev.rankine.ops.binaryCrossEntropy
import dev.rankine.ops.binaryCrossEntropyWithLogits
import dev.rankine.ops.cosineEmbeddingLoss
import dev.rankine.ops.crossEntropy
import dev.rankine.ops.ctcLoss
import dev.rankine.ops.gaussianNllLoss
import dev.rankine.ops.hingeEmbeddingLoss
import dev.rankine.ops.huberLoss
import dev.rankine.ops.klDiv
import dev.rankine.ops.l1Loss
import dev.rankine.ops.lossOps
import dev.rankine.ops.marginRankingLoss
import dev.rankine.ops.mseLoss
import dev.rankine.ops.multiLabelMarginLoss
import dev.rankine.ops.multiLabelSoftMarginLoss
import dev.rankine.ops.multiMarginLoss
import dev.rankine.ops.nllLoss
import dev.rankine.ops.ones
import dev.rankine.ops.poissonNllLoss
import dev.rankine.ops.sigmoidFocalLoss
import dev.rankine.ops.smoothL1Loss
import dev.rankine.ops.softMarginLoss
import dev.rankine.ops.tripletMarginLoss
import dev.rankine.shapes.DType
import dev.rankine.shapes.Sizes
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.shouldBe

private fun numbers(vararg sizes: Int): Value = ones(Sizes.of(*sizes))

private fun classes(vararg sizes: Int): Value = ones(Sizes.of(*sizes), DType.I64)

/** Input that each loss refuses, and the first line of what it says; a loss may stand here more than once. */
private val refusals: List<Triple<String, String, () -> Value>> =
    listOf(
        Triple("nll_loss", "nll_loss: n differs: 2 != 4") { nllLoss(numbers(2, 3), classes(4)) },
        Triple("nll_loss", "nll_loss: targets are class numbers, integers: float32 given") { nllLoss(numbers(2, 3), numbers(2)) },
        Triple("cross_entropy", "cross_entropy: n differs: 2 != 4") { crossEntropy(numbers(2, 3), classes(4)) },
        Triple("cross_entropy", "cross_entropy: target is no class: 1 at [0] is not in [0, 0]") { crossEntropy(numbers(2, 1), classes(2)) },
        Triple(
            "cross_entropy",
            "cross_entropy: weight has other sizes than [3]: [4]",
        ) { crossEntropy(numbers(2, 3), classes(2), numbers(4)) },
        Triple("cross_entropy", "cross_entropy: input and target have different sizes: [2, 3] != [2, 4]") {
            crossEntropy(numbers(2, 3), numbers(2, 4))
        },
        Triple("cross_entropy", "cross_entropy: label smoothing is a share from 0 to 1: 2.0") {
            crossEntropy(numbers(2, 3), classes(2), labelSmoothing = 2.0)
        },
        Triple("mse_loss", "mse_loss: input and target have different sizes: [3] != [2]") { mseLoss(numbers(3), numbers(2)) },
        Triple("l1_loss", "l1_loss: input and target have different sizes: [3] != [3, 1]") { l1Loss(numbers(3), numbers(3, 1)) },
        Triple(
            "smooth_l1_loss",
            "smooth_l1_loss: input and target have different sizes: [3] != [2]",
        ) { smoothL1Loss(numbers(3), numbers(2)) },
        Triple("smooth_l1_loss", "smooth_l1_loss: beta cannot be negative: -1.0") { smoothL1Loss(numbers(3), numbers(3), beta = -1.0) },
        Triple("huber_loss", "huber_loss: input and target have different sizes: [3] != [2]") { huberLoss(numbers(3), numbers(2)) },
        Triple("huber_loss", "huber_loss: delta must be positive: 0.0") { huberLoss(numbers(3), numbers(3), delta = 0.0) },
        Triple("binary_cross_entropy", "binary_cross_entropy: input and target have different sizes: [3] != [2]") {
            binaryCrossEntropy(numbers(3), numbers(2))
        },
        Triple("binary_cross_entropy", "binary_cross_entropy: sizes do not broadcast: 3 against 2 on axis -1") {
            binaryCrossEntropy(numbers(3), numbers(3), numbers(2))
        },
        Triple("binary_cross_entropy_with_logits", "binary_cross_entropy_with_logits: input and target have different sizes: [3] != [2]") {
            binaryCrossEntropyWithLogits(numbers(3), numbers(2))
        },
        Triple("binary_cross_entropy_with_logits", "binary_cross_entropy_with_logits: sizes do not broadcast: 3 against 2 on axis -1") {
            binaryCrossEntropyWithLogits(numbers(3), numbers(3), posWeight = numbers(2))
        },
        Triple("kl_div", "kl_div: input and target have different sizes: [3] != [2]") { klDiv(numbers(3), numbers(2)) },
        Triple("hinge_embedding_loss", "hinge_embedding_loss: input and target have different sizes: [3] != [2]") {
            hingeEmbeddingLoss(numbers(3), numbers(2))
        },
        Triple("margin_ranking_loss", "margin_ranking_loss: first and second have different sizes: [3] != [2]") {
            marginRankingLoss(numbers(3), numbers(2), numbers(3))
        },
        Triple("cosine_embedding_loss", "cosine_embedding_loss: first and second have different sizes: [2, 3] != [2, 4]") {
            cosineEmbeddingLoss(numbers(2, 3), numbers(2, 4), numbers(2))
        },
        Triple("soft_margin_loss", "soft_margin_loss: input and target have different sizes: [3] != [2]") {
            softMarginLoss(numbers(3), numbers(2))
        },
        Triple("multilabel_soft_margin_loss", "multilabel_soft_margin_loss: input and target have different sizes: [2, 3] != [2, 2]") {
            multiLabelSoftMarginLoss(numbers(2, 3), numbers(2, 2))
        },
        Triple("multi_margin_loss", "multi_margin_loss: n differs: 2 != 3") { multiMarginLoss(numbers(2, 3), classes(3)) },
        Triple("multilabel_margin_loss", "multilabel_margin_loss: input and target have different sizes: [2, 3] != [2, 2]") {
            multiLabelMarginLoss(numbers(2, 3), classes(2, 2))
        },
        Triple("triplet_margin_loss", "triplet_margin_loss: anchor and positive have different sizes: [2, 3] != [2, 4]") {
            tripletMarginLoss(numbers(2, 3), numbers(2, 4), numbers(2, 3))
        },
        Triple("poisson_nll_loss", "poisson_nll_loss: input and target have different sizes: [3] != [2]") {
            poissonNllLoss(numbers(3), numbers(2))
        },
        Triple("gaussian_nll_loss", "gaussian_nll_loss: sizes do not broadcast: 3 against 2 on axis -1") {
            gaussianNllLoss(numbers(3), numbers(2), numbers(3))
        },
        Triple("sigmoid_focal_loss", "sigmoid_focal_loss: input and target have different sizes: [3] != [2]") {
            sigmoidFocalLoss(numbers(3), numbers(2))
        },
        Triple("ctc_loss", "ctc_loss: there is not one length per sequence: [3], [2], not [2]") {
            ctcLoss(numbers(4, 2, 3), classes(2, 2), classes(3), classes(2))
        },
    )

internal class EveryLossRefusesTest :
    FunSpec({
        test("every loss refuses something") {
            lossOps.map { it.name }.filter { !it.endsWith("_gradient") && !it.endsWith("_backward") }.toSet() shouldBe
                refusals.map { it.first }.toSet()
        }
        for ((i, refusal) in refusals.withIndex()) {
            test("${refusal.first} $i") {
                shouldThrow<Exception> { refusal.third() }.message!!.lines().first() shouldBe refusal.second
            }
        }
    })
