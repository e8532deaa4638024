package dev.rankine.train

import dev.rankine.ops.valueOf
import dev.rankine.shapes.Scalar
import dev.rankine.shapes.ShapeException
import dev.rankine.tensor.UncheckedShape
import dev.rankine.tensor.unchecked
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.doubles.plusOrMinus
import io.kotest.matchers.shouldBe
import java.util.Random
import kotlin.math.ln
import kotlin.math.sqrt

@OptIn(UncheckedShape::class)
internal class RegressionMetricsTest :
    FunSpec({
        test("the examples of scikit-learn's pages mean_absolute_error, mean_squared_error, root_mean_squared_error, r2_score") {
            val metrics = Metrics()
            for ((y, said) in listOf(vector(3.0, -0.5) to vector(2.5, 0.0), vector(2.0) to vector(2.0), vector(7.0) to vector(8.0))) {
                metrics.mae(said, y)
                metrics.mse(said, y)
                metrics.rmse(said, y)
                metrics.r2(said, y)
            }
            metrics.values.getValue("mae") shouldBe 0.5
            metrics.values.getValue("mse") shouldBe 0.375
            metrics.values.getValue("rmse") shouldBe (sqrt(0.375) plusOrMinus 1e-12) // 0.612...
            metrics.values.getValue("r2") shouldBe (0.9486081370449679 plusOrMinus 1e-12) // 0.948...
        }
        test("several outputs: the same pages, and r2_score with uniform_average, 0.936...") {
            val y = matrix(doubleArrayOf(0.5, 1.0), doubleArrayOf(-1.0, 1.0), doubleArrayOf(7.0, -6.0))
            val said = matrix(doubleArrayOf(0.0, 2.0), doubleArrayOf(-1.0, 2.0), doubleArrayOf(8.0, -5.0))
            val metrics = Metrics()
            metrics.mae(said, y)
            metrics.mse(said, y)
            metrics.r2(said, y)
            metrics.values.getValue("mae") shouldBe 0.75
            metrics.values.getValue("mse") shouldBe (0.7083333333333334 plusOrMinus 1e-12)
            metrics.values.getValue("r2") shouldBe (0.936 plusOrMinus 1e-3)
        }
        test("targets far from zero lose nothing") {
            val random = Random(1)
            val y = DoubleArray(500) { 1e8 + random.nextGaussian() }
            val said = DoubleArray(500) { y[it] + 0.1 * random.nextGaussian() }
            val metrics = Metrics()
            for (i in 0 until 500 step 50) metrics.r2(vector(*said.copyOfRange(i, i + 50)), vector(*y.copyOfRange(i, i + 50)))
            val mean = y.average()
            val expected = 1 - y.indices.sumOf { (y[it] - said[it]).let { d -> d * d } } / y.sumOf { (it - mean) * (it - mean) }
            metrics.values.getValue("r2") shouldBe (expected plusOrMinus 1e-6)
        }
        test("targets that are all equal: 1 without error, else 0; one example says nothing") {
            val metrics = Metrics()
            metrics.r2(vector(2.0), vector(2.0))
            metrics.values.getValue("r2").isNaN() shouldBe true
            metrics.r2(vector(2.0), vector(2.0))
            metrics.values shouldBe mapOf("r2" to 1.0)
            metrics.r2(vector(3.0), vector(2.0))
            metrics.values shouldBe mapOf("r2" to 0.0)
        }
        test("perplexity is the exponential of the mean over tokens, not the mean of exponentials") {
            val metrics = Metrics()
            metrics.perplexity(valueOf(doubleArrayOf(ln(4.0))).unchecked<Scalar>(), 30) // as unsure as of 4
            metrics.values.getValue("perplexity") shouldBe (4.0 plusOrMinus 1e-12)
            metrics.perplexity(valueOf(doubleArrayOf(ln(256.0))).unchecked<Scalar>(), 10)
            metrics.values.getValue("perplexity") shouldBe (4.0 * sqrt(8.0) plusOrMinus 1e-9) // 2^((30 * 2 + 10 * 8) / 40)
        }
        test("other sizes are refused") {
            shouldThrow<ShapeException> { Metrics().mae(vector(1.0, 2.0), vector(1.0)) }.message shouldBe
                "mae: sizes differ\n  predictions  [2]\n  targets      [1]"
            shouldThrow<ShapeException> { Metrics().r2(vector(1.0, 2.0), vector(1.0)) }.message shouldBe
                "r2: sizes differ\n  predictions  [2]\n  targets      [1]"
        }
    })
