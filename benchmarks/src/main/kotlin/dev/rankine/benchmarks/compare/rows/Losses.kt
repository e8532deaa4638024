package dev.rankine.benchmarks.compare.rows

import dev.rankine.benchmarks.compare.Inputs
import dev.rankine.benchmarks.compare.Ours
import dev.rankine.benchmarks.compare.Row
import dev.rankine.ops.Value
import dev.rankine.ops.binaryCrossEntropyWithLogits
import dev.rankine.ops.crossEntropy
import dev.rankine.ops.l1Loss
import dev.rankine.ops.logSoftmax
import dev.rankine.ops.mseLoss
import dev.rankine.ops.nllLoss
import dev.rankine.ops.noGrad
import dev.rankine.ops.sigmoid

/** Losses, alone and with the gradient of what was predicted. */
internal val losses: List<Row> =
    listOf(
        listOf(listOf(128, 10), listOf(4096, 1000)).flatMap { sizes ->
            pair("cross_entropy", sizes, "torch.cross_entropy_loss(X, x1)", target = ::classes) { (x, target) -> crossEntropy(x, target) } +
                pair("log_softmax and nll_loss", sizes, "torch.nll_loss(torch.log_softmax(X, 1), x1)", target = ::classes) { (x, target) ->
                    nllLoss(logSoftmax(x, 1), target)
                }
        },
        listOf(listOf(16, 21, 64, 64)).flatMap { sizes ->
            pair("cross_entropy", sizes, "torch.cross_entropy_loss(X, x1)", target = ::classes) { (x, target) -> crossEntropy(x, target) }
        },
        listOf(listOf(128, 10), listOf(1024, 1024)).flatMap { sizes ->
            pair("mse_loss", sizes, "torch.mse_loss(X, x1)", target = ::numbers) { (x, target) -> mseLoss(x, target) } +
                pair("l1_loss", sizes, "torch.l1_loss(X, x1)", target = ::numbers) { (x, target) -> l1Loss(x, target) } +
                pair(
                    "binary_cross_entropy_with_logits",
                    sizes,
                    "torch.binary_cross_entropy_with_logits(X, x1)",
                    target = ::shares,
                ) { (x, target) ->
                    binaryCrossEntropyWithLogits(x, target)
                }
        },
    ).flatten()

private fun classes(inputs: Inputs, sizes: List<Int>): Value = inputs.below(sizes[1], *(sizes.take(1) + sizes.drop(2)).toIntArray())

private fun numbers(inputs: Inputs, sizes: List<Int>): Value = inputs.uniform(*sizes.toIntArray())

private fun shares(inputs: Inputs, sizes: List<Int>): Value = sigmoid(inputs.uniform(*sizes.toIntArray()))

private fun pair(
    name: String,
    sizes: List<Int>,
    script: String,
    target: (Inputs, List<Int>) -> Value,
    ours: (List<Value>) -> Value,
): List<Row> {
    val what = "$name ${sizes.joinToString(" x ")}"
    val inputs = { Inputs().let { listOf(it.normal(*sizes.toIntArray()), target(it, sizes)) } }
    return listOf(
        Row("losses", what, 1.2, "return [${script.replace("X", "x0")}]") {
            val values = inputs()
            Ours(values) { noGrad { listOf(ours(values)) } }
        },
        Row("losses", "$what, with gradient", 1.2, recordedScript(script.replace("X", "w0"), 1, 2, isNumber = true)) {
            recorded(inputs(), 1, isNumber = true, forward = ours)
        },
    )
}
