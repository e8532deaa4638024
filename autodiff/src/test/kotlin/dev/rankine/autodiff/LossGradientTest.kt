package dev.rankine.autodiff

import dev.rankine.ops.Value
import dev.rankine.ops.ctcLoss
import dev.rankine.ops.focalLoss
import dev.rankine.ops.gaussianNllLoss
import dev.rankine.ops.gradient
import dev.rankine.ops.item
import dev.rankine.ops.observing
import dev.rankine.ops.requireGradient
import dev.rankine.ops.sigmoidFocalLoss
import dev.rankine.ops.toDoubleArray
import dev.rankine.ops.valueOf
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.doubles.plusOrMinus
import io.kotest.matchers.shouldBe
import kotlin.math.ln

/** Gradients of losses where their formula bends or ends. */
internal class LossGradientTest :
    FunSpec({
        fun gradient(x: Value, loss: (Value) -> Value): DoubleArray {
            loss(x.requireGradient()).backward()
            return x.gradient!!.toDoubleArray()
        }

        test("the gradient of a variance below eps is that at eps") {
            val (input, target) = valueOf(doubleArrayOf(1.0, 1.0), 2) to valueOf(doubleArrayOf(1.5, 1.5), 2)
            val found = gradient(valueOf(doubleArrayOf(0.0, 0.25), 2)) { gaussianNllLoss(input, target, it, eps = 0.1) }
            // (1/v - (input - target)^2 / v^2) / 2, the mean of two
            found[0] shouldBe ((10 - 25.0) / 4 plusOrMinus 1e-12)
            found[1] shouldBe ((4 - 4.0) / 4 plusOrMinus 1e-12)
        }
        for (gamma in listOf(0.0, 0.25, 0.5, 1.0, 1.5, 2.0)) {
            test("a target that is surely met gives the focal loss no gradient: gamma $gamma") {
                val one = valueOf(doubleArrayOf(1.0), 1)
                gradient(valueOf(doubleArrayOf(1000.0), 1)) { sigmoidFocalLoss(it, one, gamma = gamma) }.toList() shouldBe listOf(0.0)
                val scores = valueOf(doubleArrayOf(1000.0, 0.0), 1, 2)
                gradient(scores) { focalLoss(it, valueOf(longArrayOf(0), 1), gamma) }.forEach { it shouldBe (0.0 plusOrMinus 0.0) }
            }
        }
        test("the gradient of a loss of many steps costs nothing for the square of their number") {
            val steps = 1024
            val scores = valueOf(DoubleArray(steps * 2), steps, 1, 2).requireGradient()
            val loss = ctcLoss(scores, valueOf(longArrayOf(1), 1, 1), valueOf(longArrayOf(1024), 1), valueOf(longArrayOf(1), 1))
            // runs of ones of any length at any place are as likely: 1024 * 1025 / 2 of 2^1024
            loss.item() shouldBe (1024 * ln(2.0) - ln(512.0 * 1025) plusOrMinus 1e-9)
            var made = 0L
            observing({ _, outputs -> made += outputs.sumOf { it.elements } }) { loss.backward() }
            // three places a step; the square would be at least this many twice
            (made in 3L * steps..3L * steps * steps / 2) shouldBe true
            scores.gradient!!.toDoubleArray().sum() shouldBe (0.0 plusOrMinus 1e-9)
        }
        test("the focal loss of several classes is that of two by a sigmoid") {
            val found = gradient(valueOf(doubleArrayOf(0.3, -0.9), 1, 2)) { focalLoss(it, valueOf(longArrayOf(1), 1), 0.7) }
            val zero = valueOf(doubleArrayOf(0.0), 1)
            val sigmoid = gradient(valueOf(doubleArrayOf(1.2), 1)) { sigmoidFocalLoss(it, zero, null, 0.7) }
            found[0] shouldBe (sigmoid[0] plusOrMinus 1e-12)
            found[1] shouldBe (-sigmoid[0] plusOrMinus 1e-12)
        }
    })
