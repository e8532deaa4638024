package dev.rankine.ops.loss

import dev.rankine.ops.Reduction
import dev.rankine.ops.Value
import dev.rankine.ops.cosineEmbeddingLoss
import dev.rankine.ops.cosineSimilarity
import dev.rankine.ops.crossEntropy
import dev.rankine.ops.focalLoss
import dev.rankine.ops.gaussianNllLoss
import dev.rankine.ops.hingeEmbeddingLoss
import dev.rankine.ops.item
import dev.rankine.ops.klDiv
import dev.rankine.ops.marginRankingLoss
import dev.rankine.ops.multiLabelMarginLoss
import dev.rankine.ops.multiLabelSoftMarginLoss
import dev.rankine.ops.multiMarginLoss
import dev.rankine.ops.pairwiseDistance
import dev.rankine.ops.poissonNllLoss
import dev.rankine.ops.reshape
import dev.rankine.ops.sigmoidFocalLoss
import dev.rankine.ops.softMarginLoss
import dev.rankine.ops.toDoubleArray
import dev.rankine.ops.tripletMarginLoss
import dev.rankine.ops.tripletMarginWithDistanceLoss
import dev.rankine.ops.valueOf
import dev.rankine.ops.zeros
import dev.rankine.shapes.DTypeException
import dev.rankine.shapes.ShapeException
import dev.rankine.shapes.Sizes
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.doubles.plusOrMinus
import io.kotest.matchers.shouldBe
import kotlin.math.exp
import kotlin.math.ln
import kotlin.math.pow
import kotlin.math.sqrt

internal class MarginLossTest :
    FunSpec({
        val rows = zeros(Sizes.of(2, 3))
        val three = zeros(Sizes.of(3))

        fun refused(text: String, call: () -> Value) =
            test(text.substringBefore('\n')) { shouldThrow<ShapeException>(call).message shouldBe text }

        fun illegal(text: String, call: () -> Value) = test(text) { shouldThrow<IllegalArgumentException>(call).message shouldBe text }

        for ((op, call) in mapOf(
            "hinge_embedding_loss" to { hingeEmbeddingLoss(rows, three) },
            "soft_margin_loss" to { softMarginLoss(rows, three) },
            "multilabel_soft_margin_loss" to { multiLabelSoftMarginLoss(rows, three) },
            "multilabel_margin_loss" to { multiLabelMarginLoss(rows, three) },
            "poisson_nll_loss" to { poissonNllLoss(rows, three) },
            "sigmoid_focal_loss" to { sigmoidFocalLoss(rows, three) },
        )) {
            val hint = "hint: broadcastTo gives one the sizes of the other"
            refused("$op: input and target have different sizes: [2, 3] != [3]\n  input   [2, 3]\n  target  [3]\n  $hint", call)
        }
        refused(
            "margin_ranking_loss: first and target have different sizes: [2, 3] != [3]\n" +
                "  first   [2, 3]\n  second  [2, 3]\n  target  [3]\n  hint: broadcastTo gives one the sizes of the other",
        ) { marginRankingLoss(rows, rows, three) }
        refused(
            "triplet_margin_loss: anchor and positive have different sizes: [2, 3] != [3]\n  anchor    [2, 3]\n  positive  [3]\n" +
                "  negative  [2, 3]\n  hint: broadcastTo gives one the sizes of the other",
        ) { tripletMarginLoss(rows, three, rows) }
        refused(
            "cosine_embedding_loss: needs vectors and one target, or one row and one target per pair\n" +
                "  first   [2, 3]\n  second  [2, 3]\n  target  [3]",
        ) { cosineEmbeddingLoss(rows, rows, three) }
        refused("triplet_margin_loss: a vector needs an axis\n  anchor  []") { zeros(Sizes.SCALAR).let { tripletMarginLoss(it, it, it) } }
        refused("pairwise_distance: a scalar is no vector\n  a  []\n  b  []") { zeros(Sizes.SCALAR).let { pairwiseDistance(it, it) } }
        refused("multilabel_soft_margin_loss: a scalar has no classes\n  input  []") {
            zeros(Sizes.SCALAR).let { multiLabelSoftMarginLoss(it, it) }
        }
        refused(
            "multilabel_soft_margin_loss: the weight has more axes or elements than the input: [2, 3] does not broadcast to [3]\n" +
                "  input   [3]\n  weight  [2, 3]",
        ) { multiLabelSoftMarginLoss(three, three, rows) }
        refused("multi_margin_loss: needs `[N, C]` or `[C]`: 3 axes given\n  input   [1, 2, 3]\n  target  [1]") {
            multiMarginLoss(zeros(Sizes.of(1, 2, 3)), valueOf(longArrayOf(0), 1))
        }
        refused("multi_margin_loss: target is no class: 3 at [1] is not in [0, 2]\n  target  [2]") {
            multiMarginLoss(rows, valueOf(longArrayOf(0, 3), 2))
        }
        refused("multi_margin_loss: weight has other sizes than [3]: [2]\n  input   [2, 3]\n  weight  [2]") {
            multiMarginLoss(rows, valueOf(longArrayOf(0, 1), 2), weight = zeros(Sizes.of(2)))
        }
        refused("multilabel_margin_loss: needs `[N, C]` or `[C]`: 3 axes given\n  input  [1, 1, 2]") {
            multiLabelMarginLoss(zeros(Sizes.of(1, 1, 2)), valueOf(longArrayOf(0, 1), 1, 1, 2))
        }
        refused(
            "gaussian_nll_loss: the variance is neither per element nor per row: [2] for [3]\n" +
                "  input     [3]\n  target    [3]\n  variance  [2]",
        ) { gaussianNllLoss(three, three, zeros(Sizes.of(2))) }
        refused(
            "gaussian_nll_loss: the target has more axes or elements than the input: [2, 3], [3]\n  input     [3]\n  target    [2, 3]\n" +
                "  variance  [3]",
        ) { gaussianNllLoss(three, rows, three) }

        refused("multilabel_margin_loss: target is no class: 3 at [1, 1] is not in [0, 2]\n  target  [2, 3]") {
            multiLabelMarginLoss(rows, valueOf(longArrayOf(0, -1, 9, 1, 3, 0), 2, 3))
        }

        refused("reduction BATCH_MEAN: the losses have no axis of examples\n  losses  []") {
            softMarginLoss(zeros(Sizes.SCALAR), zeros(Sizes.SCALAR), Reduction.BATCH_MEAN)
        }

        illegal("multi_margin_loss: the power is 1 or 2: 3") { multiMarginLoss(rows, valueOf(longArrayOf(0, 1), 2), p = 3) }
        illegal("cosine_embedding_loss: the margin is a cosine, from -1 to 1: 2.0") { cosineEmbeddingLoss(rows, rows, three, 2.0) }
        illegal("triplet_margin_loss: the margin must be positive: 0.0") { tripletMarginLoss(rows, rows, rows, 0.0) }
        illegal("triplet_margin_loss: the power of a norm must be positive: 0.0") { tripletMarginLoss(rows, rows, rows, p = 0.0) }
        illegal("triplet_margin_with_distance_loss: the margin must be positive: -1.0") {
            tripletMarginWithDistanceLoss(rows, rows, rows, -1.0)
        }
        illegal("poisson_nll_loss: eps must be positive: 0.0") { poissonNllLoss(rows, rows, eps = 0.0) }
        illegal("gaussian_nll_loss: eps must be positive: -1.0") { gaussianNllLoss(rows, rows, rows, eps = -1.0) }
        illegal("gaussian_nll_loss: a variance is negative") { gaussianNllLoss(three, three, valueOf(doubleArrayOf(1.0, -1.0, 0.0), 3)) }
        illegal("sigmoid_focal_loss: alpha is a share from 0 to 1: 1.5") { sigmoidFocalLoss(rows, rows, 1.5) }
        illegal("focal_loss: gamma cannot be negative: -1.0") { focalLoss(rows, valueOf(longArrayOf(0, 1), 2), -1.0) }
        illegal("sigmoid_focal_loss: gamma cannot be negative: -1.0") { sigmoidFocalLoss(rows, rows, gamma = -1.0) }

        test("class numbers are integers") {
            val text = "targets are class numbers, integers: float32 given\n  hint: convert with to(dtype)"
            shouldThrow<DTypeException> { multiMarginLoss(rows, zeros(Sizes.of(2))) }.message shouldBe "multi_margin_loss: $text"
            shouldThrow<DTypeException> { multiLabelMarginLoss(rows, rows) }.message shouldBe "multilabel_margin_loss: $text"
        }
        test("what a label after the first negative number is, does not matter") {
            val x = valueOf(doubleArrayOf(0.1, 0.2, 0.4, 0.8), 4)
            val losses = listOf(longArrayOf(3, 0, -1, 1), longArrayOf(3, 0, -1, -7)).map { multiLabelMarginLoss(x, valueOf(it, 4)).item() }
            // (1 - (0.8 - 0.2)) + (1 - (0.8 - 0.4)) + (1 - (0.1 - 0.2)) + (1 - (0.1 - 0.4)), over 4
            losses.forEach { it shouldBe (0.85 plusOrMinus 1e-15) }
        }
        test("the mean over the batch") {
            val p = valueOf(doubleArrayOf(0.5, 0.5, 0.2, 0.8), 2, 2)
            val q = valueOf(doubleArrayOf(ln(0.5), ln(0.5), ln(0.5), ln(0.5)), 2, 2)
            klDiv(q, p, Reduction.BATCH_MEAN).item() shouldBe (klDiv(q, p, Reduction.SUM).item() / 2 plusOrMinus 1e-15)
            val classes = valueOf(longArrayOf(1, -100), 2)
            crossEntropy(p, classes, reduction = Reduction.BATCH_MEAN).item() shouldBe
                (crossEntropy(p, classes, reduction = Reduction.SUM).item() / 2 plusOrMinus 1e-15)
        }
        test("focal loss is the paper's formula") {
            val x = doubleArrayOf(-2.0, 0.5, 3.0)
            val t = doubleArrayOf(1.0, 0.0, 1.0)
            val found = sigmoidFocalLoss(valueOf(x, 3), valueOf(t, 3), 0.3, 1.5, Reduction.NONE).toDoubleArray()
            for (i in 0..2) {
                val p = 1 / (1 + exp(-x[i]))
                val (q, alpha) = if (t[i] == 1.0) p to 0.3 else 1 - p to 0.7
                found[i] shouldBe (-alpha * (1 - q).pow(1.5) * ln(q) plusOrMinus 1e-14)
            }
            sigmoidFocalLoss(valueOf(doubleArrayOf(-1000.0), 1), valueOf(doubleArrayOf(1.0), 1), null).item() shouldBe 1000.0
        }
        test("focal loss of several classes") {
            val x = valueOf(doubleArrayOf(1.0, -2.0, 0.5, 0.0, 3.0, -1.0), 2, 3)
            val target = valueOf(longArrayOf(2, 1), 2)
            val q = listOf(exp(0.5) / (exp(1.0) + exp(-2.0) + exp(0.5)), exp(3.0) / (exp(0.0) + exp(3.0) + exp(-1.0)))
            val found = focalLoss(x, target, 1.5, reduction = Reduction.NONE).toDoubleArray()
            for (i in 0..1) found[i] shouldBe (-(1 - q[i]).pow(1.5) * ln(q[i]) plusOrMinus 1e-14)
            val weight = valueOf(doubleArrayOf(9.0, 3.0, 0.5), 3)
            focalLoss(x, target, 1.5, weight).item() shouldBe ((found[0] * 0.5 + found[1] * 3) / 3.5 plusOrMinus 1e-14)
            focalLoss(x, target, 0.0, weight).item() shouldBe (crossEntropy(x, target, weight).item() plusOrMinus 1e-14)
            focalLoss(x, target, 1.5, ignoreIndex = 2).item() shouldBe (found[1] plusOrMinus 1e-14)
            val one =
                focalLoss(valueOf(doubleArrayOf(1.0, -2.0, 0.5), 3), valueOf(longArrayOf(2), 1).let { reshape(it, Sizes.SCALAR) }, 1.5)
            one.sizes shouldBe Sizes.SCALAR
            one.item() shouldBe (found[0] plusOrMinus 1e-14)
        }
        test("labels of many classes need no memory for all pairs of classes") {
            val classes = 200_000
            val labels = LongArray(classes) { -1 }.also { it[0] = 7 }
            val x = DoubleArray(classes).also { it[7] = 0.5 }
            // (1 - 0.5) for each class but the right one
            multiLabelMarginLoss(valueOf(x, classes), valueOf(labels, classes)).item() shouldBe
                (0.5 * (classes - 1) / classes plusOrMinus 1e-9)
        }
        test("no labels, no loss") { multiLabelMarginLoss(rows, valueOf(LongArray(6) { -1 }, 2, 3)).item() shouldBe 0.0 }
        test("distances and cosines") {
            val a = valueOf(doubleArrayOf(3.0, 4.0, 0.0, 0.0), 2, 2)
            val b = valueOf(doubleArrayOf(0.0, 0.0, 0.0, 0.0), 2, 2)
            pairwiseDistance(a, b, eps = 0.0).toDoubleArray().toList() shouldBe listOf(5.0, 0.0)
            pairwiseDistance(a, b, Double.POSITIVE_INFINITY, 0.0, keepDim = true).sizes shouldBe Sizes.of(2, 1)
            val c = valueOf(doubleArrayOf(1.0, 1.0, 1.0, 0.0), 2, 2)
            cosineSimilarity(a, c).toDoubleArray()[0] shouldBe (7 / (5 * sqrt(2.0)) plusOrMinus 1e-15)
            cosineSimilarity(a, c).toDoubleArray()[1] shouldBe 0.0
        }
    })
