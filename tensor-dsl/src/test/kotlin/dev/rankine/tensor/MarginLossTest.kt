package dev.rankine.tensor

import dev.rankine.ops.Reduction
import dev.rankine.ops.item
import dev.rankine.shapes.of
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.doubles.plusOrMinus
import io.kotest.matchers.shouldBe
import dev.rankine.ops.cosineEmbeddingLoss as cosineEmbeddingLossOf
import dev.rankine.ops.crossEntropy as crossEntropyOf
import dev.rankine.ops.ctcLoss as ctcLossOf
import dev.rankine.ops.focalLoss as focalLossOf
import dev.rankine.ops.multiLabelMarginLoss as multiLabelMarginLossOf
import dev.rankine.ops.multiMarginLoss as multiMarginLossOf

/** Losses of margins, distances and sequences: what a reduction leaves, the names of the result, and that each calls its untyped function. */
internal class MarginLossTest :
    FunSpec({
        val x = tensor(Batch of 2, Time of 3) { i, j -> (i * 7 + j * 3) % 5 - 1.7 }
        val y = tensor(Batch of 2, Time of 3) { i, j -> ((i * 3 + j * 5) % 4 + 1) / 4.0 }
        val z = tensor(Batch of 2, Time of 3) { i, j -> (i + j) % 3 - 0.5 }
        val signs = tensorOf(doubleArrayOf(1.0, -1.0), Batch of 2)
        val classes = tensorOf(longArrayOf(2, 0), Batch of 2)
        val sum = Reduction.SUM

        fun check(name: String, each: Tensor<*>, mean: Tensor<*>, total: Tensor<*>, names: String = "[Batch = 2, Time = 3]") =
            test(name) {
                each.sizes.toString() shouldBe names
                val losses = each.toDoubleArray()
                mean.item() shouldBe (losses.average() plusOrMinus 1e-5)
                total.item() shouldBe (losses.sum() plusOrMinus 1e-5)
            }
        val rows = "[Batch = 2]"
        check("hinge", hingeEmbeddingLossEach(x, y), hingeEmbeddingLoss(x, y), hingeEmbeddingLoss(x, y, reduction = sum))
        check("soft margin", softMarginLossEach(x, y), softMarginLoss(x, y), softMarginLoss(x, y, sum))
        check("ranking", marginRankingLossEach(x, z, y), marginRankingLoss(x, z, y), marginRankingLoss(x, z, y, reduction = sum))
        check("poisson", poissonNllLossEach(x, y), poissonNllLoss(x, y), poissonNllLoss(x, y, reduction = sum))
        check("focal", sigmoidFocalLossEach(x, y), sigmoidFocalLoss(x, y), sigmoidFocalLoss(x, y, reduction = sum))
        check("gaussian", gaussianNllLossEach(x, z, y), gaussianNllLoss(x, z, y), gaussianNllLoss(x, z, y, reduction = sum))
        check(
            "probabilities",
            crossEntropyOfProbabilitiesEach(x, y),
            crossEntropyOfProbabilities(x, y),
            crossEntropyOfProbabilities(x, y, reduction = sum),
            rows,
        )
        val margins = multiMarginLossEach(x, classes)
        check("multi margin", margins, multiMarginLoss(x, classes), multiMarginLoss(x, classes, reduction = sum), rows)
        check("focal classes", focalLossEach(x, classes), focalLoss(x, classes), focalLoss(x, classes, reduction = sum), rows)
        check(
            "multi label soft",
            multiLabelSoftMarginLossEach(x, y),
            multiLabelSoftMarginLoss(x, y),
            multiLabelSoftMarginLoss(x, y, reduction = sum),
            rows,
        )
        check(
            "cosine",
            cosineEmbeddingLossEach(x, z, signs),
            cosineEmbeddingLoss(x, z, signs),
            cosineEmbeddingLoss(x, z, signs, reduction = sum),
            rows,
        )
        check("triplet", tripletMarginLossEach(x, y, z), tripletMarginLoss(x, y, z), tripletMarginLoss(x, y, z, reduction = sum), rows)
        val labels = mat(Batch, Time, listOf(listOf(2, -1, 0), listOf(1, 2, -1)))
        check("labels", multiLabelMarginLossEach(x, labels), multiLabelMarginLoss(x, labels), multiLabelMarginLoss(x, labels, sum), rows)

        test("what is typed calls what is not") {
            multiMarginLoss(x, classes, p = 2, margin = 0.5).item() shouldBe multiMarginLossOf(x.value, classes.value, 2, 0.5).item()
            focalLoss(x, classes, 1.5, ignoreIndex = 0).item() shouldBe focalLossOf(x.value, classes.value, 1.5, ignoreIndex = 0).item()
            multiLabelMarginLoss(x, labels).item() shouldBe multiLabelMarginLossOf(x.value, labels.value).item()
            cosineEmbeddingLoss(x, z, signs, 0.2).item() shouldBe cosineEmbeddingLossOf(x.value, z.value, signs.value, 0.2).item()
            crossEntropyOfProbabilities(x, y, 0.1).item() shouldBe crossEntropyOf(x.value, y.value, labelSmoothing = 0.1).item()
            tripletMarginWithDistanceLoss(x, y, z) { a, b -> a.pairwiseDistance(b) }.item() shouldBe tripletMarginLoss(x, y, z).item()
            x.cosineSimilarity(x, Time).toDoubleArray().forEach { it shouldBe (1.0 plusOrMinus 1e-6) }
        }
        test("sequences") {
            val scores = tensor(Time of 3, Batch of 2, Digit) { t, n, c -> (t * 5 + n * 3 + c * 7) % 6 * 0.5 }
            val targets = mat(Batch, Heads, listOf(listOf(1, 2), listOf(3, 0)))
            val steps = tensorOf(longArrayOf(3, 2), Batch of 2)
            val lengths = tensorOf(longArrayOf(2, 1), Batch of 2)
            val each = ctcLossEach(scores, targets, steps, lengths)
            each.sizes.toString() shouldBe rows
            ctcLoss(scores, targets, steps, lengths, reduction = sum).item() shouldBe (each.toDoubleArray().sum() plusOrMinus 1e-5)
            ctcLoss(scores, targets, steps, lengths).item() shouldBe
                ctcLossOf(scores.value, targets.value, steps.value, lengths.value).item()
        }
        test("a reduction that leaves more than a number") {
            shouldThrow<IllegalArgumentException> { softMarginLoss(x, y, Reduction.NONE) }.message shouldBe
                "soft_margin_loss: reduction NONE leaves more than one number\n  hint: the same name with Each gives them"
        }
    })
