package dev.rankine.golden.ops

import dev.rankine.ops.binaryCrossEntropy
import dev.rankine.ops.binaryCrossEntropyWithLogits
import dev.rankine.ops.crossEntropy
import dev.rankine.ops.huberLoss
import dev.rankine.ops.klDiv
import dev.rankine.ops.l1Loss
import dev.rankine.ops.mseLoss
import dev.rankine.ops.nllLoss
import dev.rankine.ops.smoothL1Loss

internal fun AdapterTable.losses() {
    op("nn.functional.mse_loss", PAIR) { mseLoss(tensor("input"), tensor("target"), reduction()) }
    op("nn.functional.l1_loss", PAIR) { l1Loss(tensor("input"), tensor("target"), reduction()) }
    op("nn.functional.smooth_l1_loss", PAIR) { smoothL1Loss(tensor("input"), tensor("target"), reduction(), double("beta", 1.0)) }
    op("nn.functional.huber_loss", PAIR) { huberLoss(tensor("input"), tensor("target"), reduction(), double("delta", 1.0)) }
    op("nn.functional.kl_div", PAIR) { klDiv(tensor("input"), tensor("target"), reduction(), flag("log_target", false)) }
    op("nn.functional.binary_cross_entropy", "input target weight") {
        binaryCrossEntropy(tensor("input"), tensor("target"), tensorOrNull("weight"), reduction())
    }
    op("nn.functional.binary_cross_entropy_with_logits", "input target weight") {
        binaryCrossEntropyWithLogits(tensor("input"), tensor("target"), tensorOrNull("weight"), tensorOrNull("pos_weight"), reduction())
    }
    op("nn.functional.cross_entropy", "input target weight") {
        crossEntropy(
            tensor("input"),
            tensor("target"),
            tensorOrNull("weight"),
            int("ignore_index", -100).toLong(),
            reduction(),
            double("label_smoothing", 0.0),
        )
    }
    op("nn.functional.nll_loss", "input target weight") {
        nllLoss(tensor("input"), tensor("target"), tensorOrNull("weight"), int("ignore_index", -100).toLong(), reduction())
    }
}

private const val PAIR = "input target"
