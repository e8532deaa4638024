package dev.rankine.train

import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.doubles.plusOrMinus
import io.kotest.matchers.shouldBe
import java.util.Random
import kotlin.math.exp
import kotlin.math.ln

/** The area by its definition: of all pairs, those in order, and half of those that are equal. */
private fun byPairs(scores: List<Double>, isOf: List<Boolean>): Double {
    val inside = scores.filterIndexed { i, _ -> isOf[i] }
    val outside = scores.filterIndexed { i, _ -> !isOf[i] }
    return inside.sumOf { a ->
        outside.sumOf { b ->
            if (a > b) {
                1.0
            } else if (a == b) {
                0.5
            } else {
                0.0
            }
        }
    } / (inside.size * outside.size)
}

internal class RankMetricsTest :
    FunSpec({
        test("the example of scikit-learn's page roc_curve and auc") {
            val metrics = Metrics()
            metrics.auc(vector(0.1, 0.4), classes(0, 0))
            metrics.auc(vector(0.35, 0.8), classes(1, 1))
            metrics.values shouldBe mapOf("auc" to 0.75)
            metrics.cheapValues shouldBe emptyMap()
        }
        test("room for scores doubles, up to what an array can have") {
            RankStatistic.capacity(0, 2) shouldBe 2
            RankStatistic.capacity(10, 12) shouldBe 20
            RankStatistic.capacity(1 shl 30, (1L shl 30) + 2) shouldBe Int.MAX_VALUE - 9
            shouldThrow<IllegalArgumentException> { RankStatistic.capacity(Int.MAX_VALUE - 9, 1L shl 31) }.message shouldBe
                "auc: all scores are kept, and these are too many: 2147483648 numbers, at most 2147483638"
        }
        test("ties count half, whatever the batches") {
            val random = Random(3)
            val scores = List(60) { random.nextInt(7) / 4.0 }
            val targets = List(60) { random.nextInt(2) }
            for (batch in listOf(60, 1, 17)) {
                val metrics = Metrics()
                for (from in 0 until 60 step batch) {
                    val part = from until minOf(from + batch, 60)
                    metrics.auc(vector(*scores.slice(part).toDoubleArray()), classes(*targets.slice(part).toIntArray()))
                }
                metrics.values.getValue("auc") shouldBe (byPairs(scores, targets.map { it == 1 }) plusOrMinus 1e-12)
            }
        }
        test("several classes: each against the rest by its probability, and their mean") {
            val random = Random(4)
            val logits = List(40) { DoubleArray(3) { random.nextGaussian() } }
            val targets = List(40) { random.nextInt(3) }
            val metrics = Metrics()
            metrics.auc(matrix(*logits.toTypedArray()), classes(*targets.toIntArray()))
            val expected =
                (0..2).sumOf { k ->
                    val chances = logits.map { row -> exp(row[k]) / row.sumOf(::exp) }
                    byPairs(chances, targets.map { it == k })
                } / 3
            metrics.values.getValue("auc") shouldBe (expected plusOrMinus 1e-12)
        }
        test("two classes are one against the other; logits that are large do not overflow") {
            val chances = listOf(0.1, 0.4, 0.35, 0.8)
            val metrics = Metrics()
            metrics.auc(matrix(*chances.map { doubleArrayOf(ln(1 - it) + 5000, ln(it) + 5000) }.toTypedArray()), classes(0, 0, 1, 1))
            metrics.values.getValue("auc") shouldBe (0.75 plusOrMinus 1e-12)
        }
        test("NaN where it is not defined") {
            val metrics = Metrics()
            metrics.auc(vector(0.1, 0.4), classes(0, 0))
            metrics.auc(vector(0.1, Double.NaN), classes(0, 1), name = "with NaN")
            metrics.values.values.map { it.isNaN() } shouldBe listOf(true, true)
            shouldThrow<IllegalArgumentException> { metrics.auc(matrix(doubleArrayOf(1.0)), classes(0)) }.message shouldBe
                "auc: one class cannot be told from the rest\n  hint: pass the scores as a vector"
        }
        test("what is known at one place does not change by what is added later") {
            val metrics = Metrics()
            metrics.auc(vector(0.1, 0.4, 0.35), classes(0, 0, 1))
            val before = metrics.state
            val other = Metrics(before)
            metrics.auc(vector(0.2), classes(1))
            other.auc(vector(0.8), classes(1))
            Metrics(before).values shouldBe mapOf("auc" to 0.5)
            metrics.values shouldBe mapOf("auc" to 0.5)
            other.values shouldBe mapOf("auc" to 0.75)
        }
    })
