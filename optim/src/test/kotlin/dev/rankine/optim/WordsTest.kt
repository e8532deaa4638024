package dev.rankine.optim

import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.doubles.plusOrMinus
import io.kotest.matchers.shouldBe

internal class WordsTest :
    FunSpec({
        fun same(words: Schedule, schedule: Schedule) {
            for (step in 0..20) {
                words.learningRate(step, 0.5) shouldBe schedule.learningRate(step, 0.5)
                words.momentum(step) shouldBe schedule.momentum(step)
            }
            words.length shouldBe schedule.length
        }

        test("each word is its class") {
            same(constant(5, 0.5), ConstantSchedule(0.5, 5))
            same(linear(5, 0.1, 0.9), LinearSchedule(0.1, 0.9, 5))
            same(polynomial(5, 2.0), PolynomialSchedule(5, 2.0))
            same(exponential(0.9), ExponentialSchedule(0.9))
            same(every(3, 0.5), StepSchedule(3, 0.5))
            same(at(3, 7, gamma = 0.5), MultiStepSchedule(listOf(3, 7), 0.5))
            same(factors { 1.0 / (it + 1) }, LambdaSchedule { 1.0 / (it + 1) })
            same(products { 0.9 }, MultiplicativeSchedule { 0.9 })
            same(restarts(3, 2, 0.01), CosineAnnealingWarmRestartsSchedule(3, 2, 0.01))
            same(oneCycle(0.3, 30), OneCycleSchedule(0.3, 30))
            same(cycles(0.1, 0.3, 4), CyclicSchedule(listOf(0.1), listOf(0.3), 4))
            same(swa(0.05, 8), SwaSchedule(0.05, 8))
        }

        test("any schedules follow each other, those without an end by saying how long they last") {
            val all = warmup(2) then constant(2) then (exponential(0.5) lasting 3) then (restarts(2) lasting 2) then linear(4, 1.0, 0.0)
            all.length shouldBe 13
            List(14) { all.learningRate(it, 1.0) }.zip(
                listOf(1.0 / 3, 2.0 / 3, 1.0, 1.0, 1.0, 0.5, 0.25, 1.0, 0.5, 1.0, 0.75, 0.5, 0.25, 0.0),
            ) { a, b -> a shouldBe (b plusOrMinus 1e-12) }
            ((exponential(0.5) lasting 3) * constant(2, 0.5)).length shouldBe 3
            refusal { cosine(3) lasting 0 } shouldBe "lasting: impossible number of steps: 0"
            refusal { exponential(0.5) lasting 0 } shouldBe "lasting: impossible number of steps: 0"
        }

        test("to the rate at which weights are averaged, along a cosine or straight, one for all groups or one for each") {
            val straight = SwaSchedule(0.2, 4, Annealing.LINEAR)
            List(
                6,
            ) { straight.learningRate(it, 1.0) }.zip(listOf(1.0, 0.8, 0.6, 0.4, 0.2, 0.2)) { a, b -> a shouldBe (b plusOrMinus 1e-12) }
            SwaSchedule(0.2, 4).learningRate(2, 1.0) shouldBe (0.6 plusOrMinus 1e-12)
            SwaSchedule(0.2, 0).learningRate(0, 1.0) shouldBe 0.2
            SwaSchedule(listOf(0.2, 0.3), 1).learningRate(1, 1.0, 1) shouldBe 0.3
            refusal { SwaSchedule(emptyList()) } shouldBe "swa schedule: impossible number of learning rates: 0"
            refusal { SwaSchedule(-0.1) } shouldBe "swa schedule: impossible learning rate: -0.1"
            refusal { SwaSchedule(0.1, -1) } shouldBe "swa schedule: impossible number of steps: -1"
            refusal { SwaSchedule(listOf(0.2, 0.3)).learningRate(1, 1.0, 2) } shouldBe
                "swa schedule: settings for 2 groups, none for group 2"
        }
    })
