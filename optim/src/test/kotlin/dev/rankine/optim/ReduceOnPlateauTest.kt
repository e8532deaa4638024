package dev.rankine.optim

import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.shouldBe

/** The rates after each of [numbers]. */
private fun ReduceOnPlateau.rates(vararg numbers: Double): List<Double> =
    numbers.map {
        step(it)
        optimizer.groups.first().learningRate
    }

internal class ReduceOnPlateauTest :
    FunSpec({
        fun sgd(rate: Double = 1.0) = SGD(Numbers(listOf(1)).all, rate)

        test("falls after more than patience steps that are not better; cooling steps do not count") {
            ReduceOnPlateau(sgd(), 0.5, patience = 1, cooldown = 2).rates(5.0, 4.0, 4.0, 4.0, 4.0, 4.0, 4.0, 4.0, 1.0, 1.0) shouldBe
                listOf(1.0, 1.0, 1.0, 0.5, 0.5, 0.5, 0.5, 0.25, 0.25, 0.25)
        }

        test("highest is best; thresholds as part and as difference") {
            ReduceOnPlateau(sgd(), 0.5, patience = 0, isHighestBest = true, threshold = 0.0).rates(1.0, 2.0, 2.0, 3.0) shouldBe
                listOf(1.0, 1.0, 0.5, 0.5)
            ReduceOnPlateau(sgd(), 0.5, patience = 0, threshold = 0.1).rates(10.0, 9.5, 8.9) shouldBe listOf(1.0, 0.5, 0.5)
            ReduceOnPlateau(sgd(), 0.5, patience = 0, threshold = 0.1, isThresholdAbsolute = true).rates(10.0, 9.5, 9.45) shouldBe
                listOf(1.0, 1.0, 0.5)
        }

        test("nan and infinity are never better") {
            val plateau = ReduceOnPlateau(sgd(), 0.5, patience = 0)
            plateau.rates(Double.NaN, Double.POSITIVE_INFINITY, 3.0, Double.NaN, 2.0) shouldBe listOf(0.5, 0.25, 0.25, 0.125, 0.125)
            plateau.state.best shouldBe 2.0
            val highest = ReduceOnPlateau(sgd(), 0.5, patience = 0, isHighestBest = true)
            highest.rates(Double.NEGATIVE_INFINITY, 1.0) shouldBe listOf(0.5, 0.5)
        }

        test("rates have a smallest, one for all groups or one for each, and do not fall by less than epsilon") {
            val groups = listOf(SGD.Group(Numbers(listOf(1)).all, 1.0), SGD.Group(Numbers(listOf(2)).all, 0.5))
            val plateau = ReduceOnPlateau(SGD(groups), 0.1, patience = 0, minLearningRates = listOf(0.2, 0.3))
            repeat(3) { plateau.step(1.0) }
            groups.map { it.learningRate } shouldBe listOf(0.2, 0.3)
            ReduceOnPlateau(sgd(1e-9), 0.5, patience = 0).rates(1.0, 1.0) shouldBe listOf(1e-9, 1e-9)
        }

        test("goes on where another stood") {
            val (one, other) = ReduceOnPlateau(sgd(), 0.5, 2) to ReduceOnPlateau(sgd(), 0.5, 2)
            one.rates(3.0, 3.0)
            other.state = one.state
            one.rates(3.0, 3.0, 3.0) shouldBe other.rates(3.0, 3.0, 3.0)
            other.state.steps shouldBe 5
        }

        test("impossible settings and states") {
            refusal { ReduceOnPlateau(sgd(), 1.0) } shouldBe "reduce on plateau: impossible factor, which is below 1: 1.0"
            refusal { ReduceOnPlateau(sgd(), patience = -1) } shouldBe "reduce on plateau: impossible patience: -1"
            refusal { ReduceOnPlateau(sgd(), threshold = -1.0) } shouldBe "reduce on plateau: impossible threshold: -1.0"
            refusal { ReduceOnPlateau(sgd(), cooldown = -1) } shouldBe "reduce on plateau: impossible cooldown: -1"
            refusal { ReduceOnPlateau(sgd(), epsilon = Double.NaN) } shouldBe "reduce on plateau: impossible epsilon: NaN"
            refusal { ReduceOnPlateau(sgd(), minLearningRates = listOf(-1.0)) } shouldBe
                "reduce on plateau: impossible smallest learning rate: -1.0"
            refusal { ReduceOnPlateau(sgd(), minLearningRates = listOf(0.1, 0.2)) } shouldBe
                "reduce on plateau: 2 smallest learning rates for 1 groups"
            val plateau = ReduceOnPlateau(sgd())
            refusal { plateau.state = ReduceOnPlateau.State(-1, null, 0, 0) } shouldBe
                "reduce on plateau: impossible state: [-1, 0, 0, null]"
            plateau.settings.keys shouldBe
                setOf(
                    "factor",
                    "patience",
                    "threshold",
                    "isThresholdAbsolute",
                    "cooldown",
                    "minLearningRates",
                    "epsilon",
                    "isHighestBest",
                    "metric",
                )
            plateau.initialLearningRates shouldBe listOf(1.0)
        }
    })
