package dev.rankine.golden.ops

import dev.rankine.golden.absent
import dev.rankine.ops.Reduction
import dev.rankine.ops.Value
import dev.rankine.ops.cosineEmbeddingLoss
import dev.rankine.ops.ctcLoss
import dev.rankine.ops.gaussianNllLoss
import dev.rankine.ops.hingeEmbeddingLoss
import dev.rankine.ops.marginRankingLoss
import dev.rankine.ops.multiLabelMarginLoss
import dev.rankine.ops.multiLabelSoftMarginLoss
import dev.rankine.ops.multiMarginLoss
import dev.rankine.ops.poissonNllLoss
import dev.rankine.ops.reshape
import dev.rankine.ops.softMarginLoss
import dev.rankine.ops.tripletMarginLoss
import dev.rankine.ops.tripletMarginWithDistanceLoss
import dev.rankine.ops.unsqueeze
import dev.rankine.ops.valueOf
import dev.rankine.shapes.Sizes

internal fun AdapterTable.marginLosses() {
    op("nn.functional.hinge_embedding_loss", PAIR) {
        hingeEmbeddingLoss(tensor("input"), tensor("target"), double("margin", 1.0), reduction())
    }
    op("nn.functional.soft_margin_loss", PAIR) { softMarginLoss(tensor("input"), tensor("target"), reduction()) }
    op("nn.functional.margin_ranking_loss", "input1 input2 target") {
        marginRankingLoss(tensor("input1"), tensor("input2"), tensor("target"), double("margin", 0.0), reduction())
    }
    op("nn.functional.cosine_embedding_loss", "input1 input2 target") {
        cosineEmbeddingLoss(tensor("input1"), tensor("input2"), tensor("target"), double("margin", 0.0), reduction())
    }
    op("nn.functional.multi_margin_loss", PAIR) {
        multiMarginLoss(classes("input"), oneTarget(), int("p", 1), double("margin", 1.0), tensorOrNull("weight"), reduction())
    }
    op("nn.functional.multilabel_margin_loss", PAIR) { multiLabelMarginLoss(classes("input"), classes("target"), reduction()) }
    op("nn.functional.multilabel_soft_margin_loss", "input target weight") {
        multiLabelSoftMarginLoss(classes("input"), classes("target"), tensorOrNull("weight"), reduction())
    }
    op("nn.functional.triplet_margin_loss", "anchor positive negative") {
        val p = double("p", 2.0)
        val eps = double("eps", 1e-6)
        tripletMarginLoss(
            tensor("anchor"),
            tensor("positive"),
            tensor("negative"),
            double("margin", 1.0),
            p,
            eps,
            flag("swap", false),
            reduction(),
        )
    }
    op("nn.functional.triplet_margin_with_distance_loss", "anchor positive negative") {
        if (has("distance_function")) absent("a distance function")
        val swap = flag("swap", false)
        tripletMarginWithDistanceLoss(
            tensor("anchor"),
            tensor("positive"),
            tensor("negative"),
            double("margin", 1.0),
            swap,
            reduction(),
        )
    }
    op("nn.functional.poisson_nll_loss", PAIR) {
        val eps = double("eps", 1e-8)
        poissonNllLoss(tensor("input"), tensor("target"), flag("log_input", true), flag("full", false), eps, reduction())
    }
    op("nn.functional.gaussian_nll_loss", "input target var") {
        gaussianNllLoss(tensor("input"), tensor("target"), tensor("var"), flag("full", false), double("eps", 1e-6), reduction())
    }
    op("nn.functional.ctc_loss", "log_probs targets input_lengths target_lengths") {
        ctcLoss(
            tensor("log_probs"),
            tensor("targets"),
            lengths("input_lengths"),
            lengths("target_lengths"),
            int("blank", 0).toLong(),
            reduction(),
            flag("zero_infinity", false),
        )
    }
}

private const val PAIR = "input target"

internal fun Arguments.reduction(): Reduction =
    when (val word = text("reduction", "mean")) {
        "none" -> Reduction.NONE
        "mean" -> Reduction.MEAN
        "sum" -> Reduction.SUM
        "batchmean" -> Reduction.BATCH_MEAN
        else -> absent("reduction $word")
    }

/** A scalar stands for the scores of one class. */
private fun Arguments.classes(name: String): Value = tensor(name).let { if (it.rank == 0) unsqueeze(it, 0) else it }

/** The target of one example may come as a list of one. */
private fun Arguments.oneTarget(): Value = if (tensor("input").rank < 2) reshape(tensor("target"), Sizes.SCALAR) else tensor("target")

private fun Arguments.lengths(name: String): Value =
    if (isTensor(name)) tensor(name) else ints(name).let { all -> valueOf(LongArray(all.size) { all[it].toLong() }, all.size) }
