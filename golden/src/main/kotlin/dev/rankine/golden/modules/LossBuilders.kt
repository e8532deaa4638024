package dev.rankine.golden.modules

import dev.rankine.golden.absent
import dev.rankine.golden.ops.Arguments
import dev.rankine.golden.ops.reduction
import dev.rankine.nn.AdaptiveLogSoftmaxWithLoss
import dev.rankine.nn.Module
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
import dev.rankine.ops.marginRankingLoss
import dev.rankine.ops.mseLoss
import dev.rankine.ops.multiLabelMarginLoss
import dev.rankine.ops.multiLabelSoftMarginLoss
import dev.rankine.ops.multiMarginLoss
import dev.rankine.ops.nllLoss
import dev.rankine.ops.poissonNllLoss
import dev.rankine.ops.smoothL1Loss
import dev.rankine.ops.softMarginLoss
import dev.rankine.ops.tripletMarginLoss
import dev.rankine.ops.tripletMarginWithDistanceLoss
import dev.rankine.ops.zeros
import dev.rankine.shapes.Sizes

/** PyTorch's modules of losses, which are functions here: the module only keeps the weights, as PyTorch's state_dict does. */
internal val lossBuilders: Map<String, Arguments.() -> Built> =
    buildMap {
        loss("L1Loss") { reduction().let { by -> { (x, y) -> l1Loss(x, y, by) } } }
        loss("MSELoss") { reduction().let { by -> { (x, y) -> mseLoss(x, y, by) } } }
        loss("SoftMarginLoss") { reduction().let { by -> { (x, y) -> softMarginLoss(x, y, by) } } }
        loss("MultiLabelMarginLoss") { reduction().let { by -> { (x, y) -> multiLabelMarginLoss(x, y, by) } } }
        loss("SmoothL1Loss") {
            val (by, beta) = reduction() to double("beta", 1.0)
            return@loss { (x, y) -> smoothL1Loss(x, y, by, beta) }
        }
        loss("HuberLoss") {
            val (by, delta) = reduction() to double("delta", 1.0)
            return@loss { (x, y) -> huberLoss(x, y, by, delta) }
        }
        loss("KLDivLoss") {
            val (by, logTarget) = reduction() to flag("log_target", false)
            return@loss { (x, y) -> klDiv(x, y, by, logTarget) }
        }
        loss("HingeEmbeddingLoss") {
            val (by, margin) = reduction() to double("margin", 1.0)
            return@loss { (x, y) -> hingeEmbeddingLoss(x, y, margin, by) }
        }
        loss("MarginRankingLoss") {
            val (by, margin) = reduction() to double("margin", 0.0)
            return@loss { (a, b, y) -> marginRankingLoss(a, b, y, margin, by) }
        }
        loss("CosineEmbeddingLoss") {
            val (by, margin) = reduction() to double("margin", 0.0)
            return@loss { (a, b, y) -> cosineEmbeddingLoss(a, b, y, margin, by) }
        }
        loss("TripletMarginLoss") {
            val (by, margin, p) = Triple(reduction(), double("margin", 1.0), double("p", 2.0))
            val (eps, swap) = double("eps", 1e-6) to flag("swap", false)
            return@loss { (a, b, c) -> tripletMarginLoss(a, b, c, margin, p, eps, swap, by) }
        }
        loss("TripletMarginWithDistanceLoss") {
            needs("distance_function", !has("distance_function"))
            val (by, margin, swap) = Triple(reduction(), double("margin", 1.0), flag("swap", false))
            return@loss { (a, b, c) -> tripletMarginWithDistanceLoss(a, b, c, margin, swap, by) }
        }
        loss("PoissonNLLLoss") {
            val (by, logInput) = reduction() to flag("log_input", true)
            val (full, eps) = flag("full", false) to double("eps", 1e-8)
            return@loss { (x, y) -> poissonNllLoss(x, y, logInput, full, eps, by) }
        }
        loss("GaussianNLLLoss") {
            val (by, full, eps) = Triple(reduction(), flag("full", false), double("eps", 1e-6))
            return@loss { (x, y, v) -> gaussianNllLoss(x, y, v, full, eps, by) }
        }
        loss("CTCLoss") {
            val (by, blank, zero) = Triple(reduction(), int("blank", 0).toLong(), flag("zero_infinity", false))
            return@loss { (x, y, inputs, targets) -> ctcLoss(x, y, inputs, targets, blank, by, zero) }
        }
        put("AdaptiveLogSoftmaxWithLoss") {
            val softmax =
                AdaptiveLogSoftmaxWithLoss(
                    axis("in_features"),
                    int("n_classes"),
                    ints("cutoffs"),
                    double("div_value", 4.0),
                    flag("head_bias", false),
                )
            Built(softmax) { (x, target), _ -> softmax.call(x, target).toList() }
        }
        weighted("BCELoss") { reduction().let { by -> { (x, y), w -> binaryCrossEntropy(x, y, w["weight"], by) } } }
        weighted("BCEWithLogitsLoss") {
            val by = reduction()
            return@weighted { (x, y), w -> binaryCrossEntropyWithLogits(x, y, w["weight"], w["pos_weight"], by) }
        }
        weighted("MultiLabelSoftMarginLoss") {
            reduction().let { by -> { (x, y), w -> multiLabelSoftMarginLoss(x, y, w["weight"], by) } }
        }
        weighted("MultiMarginLoss") {
            val (by, p, margin) = Triple(reduction(), int("p", 1), double("margin", 1.0))
            return@weighted { (x, y), w -> multiMarginLoss(x, y, p, margin, w["weight"], by) }
        }
        weighted("NLLLoss") {
            val (by, ignored) = reduction() to int("ignore_index", -100).toLong()
            return@weighted { (x, y), w -> nllLoss(x, y, w["weight"], ignored, by) }
        }
        weighted("CrossEntropyLoss") {
            val (by, ignored, smoothing) = Triple(reduction(), int("ignore_index", -100).toLong(), double("label_smoothing", 0.0))
            return@weighted { (x, y), w -> crossEntropy(x, y, w["weight"], ignored, by, smoothing) }
        }
    }

private typealias Loss = (List<Value>) -> Value

private typealias WeightedLoss = (List<Value>, Map<String, Value>) -> Value

private fun MutableMap<String, Arguments.() -> Built>.loss(name: String, function: Arguments.() -> Loss) {
    put(name) {
        olderReduction()
        val loss = function()
        Built(Weights(emptyMap())) { inputs, _ -> listOf(loss(inputs)) }
    }
}

private fun MutableMap<String, Arguments.() -> Built>.weighted(name: String, function: Arguments.() -> WeightedLoss) {
    put(name) {
        olderReduction()
        val weights = listOf("weight", "pos_weight").mapNotNull { word -> tensorOrNull(word)?.let { word to it } }.toMap()
        val module = Weights(weights)
        val loss = function()
        Built(module) { inputs, _ -> listOf(loss(inputs, module.values())) }
    }
}

/** What `reduction` was called before PyTorch 0.4.1. */
private fun Arguments.olderReduction() {
    for (word in listOf("size_average", "reduce")) if (flagOrNull(word) != null) absent(word)
}

/** The weights of a loss under their names in the state_dict. */
private class Weights(given: Map<String, Value>) : Module() {
    private val weight by optional("weight" in given, buffer(given["weight"] ?: NONE))
    private val positive by optional("pos_weight" in given, buffer(given["pos_weight"] ?: NONE, "pos_weight"))

    fun values(): Map<String, Value> =
        listOfNotNull(weight?.let { "weight" to it.value }, positive?.let { "pos_weight" to it.value }).toMap()
}

private val NONE = zeros(Sizes.SCALAR)
