package dev.rankine.autodiff

import dev.rankine.ops.Value
import dev.rankine.ops.amax
import dev.rankine.ops.batchNormTraining
import dev.rankine.ops.crossEntropy
import dev.rankine.ops.div
import dev.rankine.ops.gradient
import dev.rankine.ops.layerNorm
import dev.rankine.ops.logsumexp
import dev.rankine.ops.plus
import dev.rankine.ops.prod
import dev.rankine.ops.requireGradient
import dev.rankine.ops.reshape
import dev.rankine.ops.std
import dev.rankine.ops.sum
import dev.rankine.ops.times
import dev.rankine.ops.toDoubleArray
import dev.rankine.ops.valueOf
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.doubles.plusOrMinus
import io.kotest.matchers.shouldBe

/** Gradients at the places that central differences of smooth samples do not reach. */
internal class ReductionGradientTest :
    FunSpec({
        test("elements that tie share the gradient of their maximum") {
            val x = valueOf(doubleArrayOf(2.0, 5.0, 5.0, 1.0), 4).requireGradient()
            amax(x).backward()
            x.numbers() shouldBe listOf(0.0, 0.5, 0.5, 0.0)
        }
        test("a product with zeros: no division, in second order neither") {
            val x = valueOf(doubleArrayOf(2.0, 0.0, 3.0), 3).requireGradient()
            val (first) = gradients(prod(x), listOf(x), createGraph = true)
            first.toDoubleArray().toList() shouldBe listOf(0.0, 6.0, 0.0)
            val (second) = gradients(sum(first * valueOf(doubleArrayOf(1.0, 10.0, 100.0), 3)), listOf(x))
            second.toDoubleArray().toList() shouldBe listOf(30.0, 203.0, 20.0)
        }
        test("the deviation of equal elements has gradient zero, not NaN") {
            val x = valueOf(doubleArrayOf(4.0, 4.0, 4.0), 3).requireGradient()
            std(x).backward()
            x.numbers() shouldBe listOf(0.0, 0.0, 0.0)
        }
        test("logsumexp of minus infinities has gradient zero, not NaN") {
            val x = valueOf(DoubleArray(2) { Double.NEGATIVE_INFINITY }, 2).requireGradient()
            logsumexp(x).backward()
            x.numbers() shouldBe listOf(0.0, 0.0)
        }
        test("targets that are ignored leave their scores alone, even if all are") {
            val x = valueOf(doubleArrayOf(1.0, 2.0, 3.0, 4.0), 2, 2).requireGradient()
            crossEntropy(x, valueOf(longArrayOf(-100, -100), 2)).backward()
            x.numbers() shouldBe listOf(0.0, 0.0, 0.0, 0.0)
            val y = valueOf(doubleArrayOf(0.0, 0.0, 3.0, 4.0), 2, 2).requireGradient()
            crossEntropy(y, valueOf(longArrayOf(0, -100), 2)).backward()
            y.numbers() shouldBe listOf(-0.5, 0.5, 0.0, 0.0)
        }
        test("gradients flow through the batch's statistics, too") {
            val numbers = doubleArrayOf(0.3, -1.0, 2.0, 0.5, 1.5, -0.7)
            val loss = { x: Value ->
                batchNormTraining(x, eps = 0.1).let {
                    sum(it.y * it.y * it.y) + sum(it.mean * it.mean) +
                        sum(it.variance * 3.0)
                }
            }
            checkDifferences(numbers) { loss(valueOfRows(it)) }
        }
        test("weighted, smoothed cross entropy with an ignored target") {
            val weight = valueOf(doubleArrayOf(0.5, 2.0), 2)
            val target = valueOf(longArrayOf(1, 0, 7), 3)
            checkDifferences(doubleArrayOf(0.3, -1.0, 2.0, 0.5, 1.5, -0.7)) {
                crossEntropy(valueOfRows(it), target, weight, ignoreIndex = 7, labelSmoothing = 0.3)
            }
        }
        test("layer norm with weight and bias, second order") {
            val weight = valueOf(doubleArrayOf(0.5, 2.0), 2)
            checkDifferences(doubleArrayOf(0.3, -1.0, 2.0, 0.5, 1.5, -0.7)) { x ->
                val rows = valueOfRows(x)
                val y = layerNorm(rows, listOf(2), weight, eps = 0.4)
                val (slope) = gradients(sum(y * y / 3.0), listOf(x), createGraph = true)
                sum(slope * slope)
            }
        }
    })

private fun Value.numbers(): List<Double> = gradient!!.toDoubleArray().toList()

private fun valueOfRows(x: Value): Value = reshape(x, -1, 2)

/** The gradient of [loss] at [numbers] against central differences. */
private fun checkDifferences(numbers: DoubleArray, loss: (Value) -> Value) {
    val x = valueOf(numbers, numbers.size).requireGradient()
    val (found) = gradients(loss(x), listOf(x))
    val step = 1e-5
    for (i in numbers.indices) {
        val (up, down) =
            listOf(step, -step).map { shift ->
                val moved = numbers.copyOf().also { it[i] += shift }
                loss(valueOf(moved, moved.size).requireGradient()).toDoubleArray()[0]
            }
        found.toDoubleArray()[i] shouldBe ((up - down) / (2 * step) plusOrMinus 1e-7)
    }
}
