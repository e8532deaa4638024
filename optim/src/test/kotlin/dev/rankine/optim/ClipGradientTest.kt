package dev.rankine.optim

import dev.rankine.nn.Module
import dev.rankine.ops.Evaluator
import dev.rankine.ops.gradient
import dev.rankine.ops.scope
import dev.rankine.ops.toDoubleArray
import dev.rankine.ops.valueOf
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.collections.shouldContainExactly
import io.kotest.matchers.doubles.plusOrMinus
import io.kotest.matchers.shouldBe
import kotlin.math.cbrt

private class Three : Module() {
    val a = addParameter("a", valueOf(doubleArrayOf(0.0, 0.0), 2))
    val b = addParameter("b", valueOf(doubleArrayOf(0.0), 1))
    val none = addParameter("none", valueOf(doubleArrayOf(0.0), 1))

    fun give(vararg numbers: Double): Three {
        a.value.gradient = valueOf(doubleArrayOf(numbers[0], numbers[1]), 2)
        b.value.gradient = valueOf(doubleArrayOf(numbers[2]), 1)
        return this
    }

    val gradients: List<Double> get() = parameters().mapNotNull { it.gradient }.flatMap { it.toDoubleArray().toList() }
}

private fun message(block: () -> Unit): String? = shouldThrow<OptimizerException> { block() }.message

internal class ClipGradientTest :
    FunSpec({
        test("the norm over all gradients is clipped") {
            val model = Three().give(2.0, -3.0, 6.0)
            scope { clipGradientNorm(model.parameters(), 3.5) } shouldBe 7.0
            val factor = 3.5 / (7 + 1e-6)
            model.gradients shouldContainExactly listOf(2 * factor, -3 * factor, 6 * factor)
        }

        test("a norm below the largest changes nothing") {
            val model = Three().give(2.0, -3.0, 6.0)
            clipGradientNorm(model.parameters(), 7.1) shouldBe 7.0
            model.gradients shouldContainExactly listOf(2.0, -3.0, 6.0)
            clipGradientNorm(listOf(model.none), 1.0) shouldBe 0.0
        }

        test("in place: who holds a gradient sees it") {
            val model = Three().give(2.0, -3.0, 6.0)
            val held = model.b.gradient!!
            clipGradientNorm(model.parameters(), 0.0)
            held.toDoubleArray().single() shouldBe 0.0
            Evaluator.store(held) shouldBe Evaluator.store(model.b.gradient!!)
        }

        test("other norms") {
            fun norm(type: Double) = clipGradientNorm(Three().give(2.0, -3.0, 6.0).parameters(), 1.0, type)
            norm(1.0) shouldBe 11.0
            norm(Double.POSITIVE_INFINITY) shouldBe 6.0
            norm(3.0) shouldBe (cbrt(8.0 + 27 + 216) plusOrMinus 1e-12)
        }

        test("norms that are not finite") {
            for (bad in listOf(Double.NaN, Double.POSITIVE_INFINITY)) {
                for (type in listOf(2.0, Double.POSITIVE_INFINITY)) {
                    val model = Three().give(bad, -3.0, 6.0)
                    message { clipGradientNorm(model.parameters(), 1.0, type, errorIfNotFinite = true) } shouldBe
                        "clipGradientNorm: the norm of the gradients is not finite: $bad\n  hint: pass errorIfNotFinite = false to go on"
                    model.gradients shouldContainExactly listOf(bad, -3.0, 6.0)
                    "${clipGradientNorm(model.parameters(), 1.0, type)}" shouldBe "$bad"
                    val rest = if (bad.isNaN()) Double.NaN else 0.0
                    model.gradients.map { (it + 0.0).toString() } shouldContainExactly listOf(Double.NaN, rest, rest).map { it.toString() }
                }
            }
        }

        test("each element is clipped") {
            val model = Three().give(2.0, -3.0, 0.5)
            scope { clipGradientValue(model.parameters(), 1.5) }
            model.gradients shouldContainExactly listOf(1.5, -1.5, 0.5)
        }

        test("impossible settings") {
            val parameters = Three().parameters()
            message { clipGradientNorm(parameters, -1.0) } shouldBe "clipGradientNorm: impossible largest norm: -1.0"
            message { clipGradientNorm(parameters, Double.NaN) } shouldBe "clipGradientNorm: impossible largest norm: NaN"
            message { clipGradientNorm(parameters, 1.0, 0.0) } shouldBe "clipGradientNorm: impossible type of norm: 0.0"
            message { clipGradientValue(parameters, -0.5) } shouldBe "clipGradientValue: impossible value: -0.5"
        }
    })
