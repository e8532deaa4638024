package dev.rankine.optim

import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.collections.shouldContainExactly
import io.kotest.matchers.doubles.plusOrMinus
import io.kotest.matchers.shouldBe
import kotlin.math.sqrt

private fun message(block: () -> Unit): String? = shouldThrow<OptimizerException> { block() }.message

/** The rates of the first [steps] steps from an initial rate of 1. */
private fun Schedule.rates(steps: Int): List<Double> = List(steps) { learningRate(it, 1.0) }

private infix fun List<Double>.shouldBeNear(expected: List<Double>) {
    size shouldBe expected.size
    for (i in indices) this[i] shouldBe (expected[i] plusOrMinus 1e-15)
}

/** Factors by hand; whole curves against PyTorch are in the golden suite `lr`. */
internal class ScheduleTest :
    FunSpec({
        test("steps") {
            StepSchedule(2, 0.5).rates(6) shouldContainExactly listOf(1.0, 1.0, 0.5, 0.5, 0.25, 0.25)
            MultiStepSchedule(listOf(4, 1, 1), 0.5).rates(6) shouldContainExactly listOf(1.0, 0.25, 0.25, 0.25, 0.125, 0.125)
            MultiStepSchedule(emptyList()).rates(2) shouldContainExactly listOf(1.0, 1.0)
            MultiStepSchedule(listOf(0), 0.5).rates(2) shouldContainExactly listOf(0.5, 0.5)
            ExponentialSchedule(0.5).rates(4) shouldContainExactly listOf(1.0, 0.5, 0.25, 0.125)
            ExponentialSchedule(0.0).rates(3) shouldContainExactly listOf(1.0, 0.0, 0.0)
        }

        test("ways that end") {
            ConstantSchedule(0.25, 2).rates(4) shouldContainExactly listOf(0.25, 0.25, 1.0, 1.0)
            LinearSchedule(0.0, 1.0, 4).rates(6) shouldContainExactly listOf(0.0, 0.25, 0.5, 0.75, 1.0, 1.0)
            LinearSchedule(1.0, 0.0, 2).rates(4) shouldContainExactly listOf(1.0, 0.5, 0.0, 0.0)
            PolynomialSchedule(4, 2.0).rates(6) shouldContainExactly listOf(1.0, 0.5625, 0.25, 0.0625, 0.0, 0.0)
            warmup(3).rates(5) shouldBeNear listOf(0.25, 0.5, 0.75, 1.0, 1.0)
        }

        test("cosines") {
            val half = (1 + sqrt(0.5)) / 2
            CosineAnnealingSchedule(4).rates(9) shouldBeNear listOf(1.0, half, 0.5, 1 - half, 0.0, 1 - half, 0.5, half, 1.0)
            CosineAnnealingSchedule(2, 0.5).rates(3) shouldBeNear listOf(1.0, 0.75, 0.5)
            CosineAnnealingWarmRestartsSchedule(1, 2).rates(8) shouldBeNear listOf(1.0, 1.0, 0.5, 1.0, half, 0.5, 1 - half, 1.0)
            CosineAnnealingWarmRestartsSchedule(2).rates(5) shouldBeNear listOf(1.0, 0.5, 1.0, 0.5, 1.0)
        }

        test("functions, one for all groups or one for each") {
            LambdaSchedule { 1.0 / (1 + it) }.rates(3) shouldContainExactly listOf(1.0, 0.5, 1.0 / 3)
            val two = LambdaSchedule(listOf({ _ -> 0.5 }, { _ -> 0.25 }))
            listOf(two.factor(0, 0), two.factor(0, 1)) shouldContainExactly listOf(0.5, 0.25)
            message { two.factor(0, 2) } shouldBe "lambda schedule: settings for 2 groups, none for group 2"
            message { LambdaSchedule { -1.0 }.factor(3) } shouldBe "lambda schedule: impossible factor at step 3: -1.0"

            var calls = 0
            val product = MultiplicativeSchedule { step -> step.toDouble().also { calls++ } }
            product.rates(6) shouldContainExactly listOf(1.0, 1.0, 2.0, 6.0, 24.0, 120.0)
            calls shouldBe 5
            product.factor(3) shouldBe 6.0
            message { MultiplicativeSchedule { Double.NaN }.factor(1) } shouldBe "multiplicative schedule: impossible factor at step 1: NaN"
        }

        test("one after another") {
            (warmup(3) then cosine(2)).rates(6) shouldBeNear listOf(0.25, 0.5, 0.75, 1.0, 0.5, 0.0)
            val three = LinearSchedule(0.5, 1.0, 2) then ConstantSchedule(0.25, 1) then ExponentialSchedule(0.5)
            three.rates(6) shouldContainExactly listOf(0.5, 0.75, 0.25, 1.0, 0.5, 0.25)
            (warmup(3) then cosine(2)).length shouldBe 5
            val long: Schedule = warmup(500) then cosine(10_000)
            long.length shouldBe 10_500
            long.rates(10_501).let { listOf(it[0], it[499], it[500], it[5_500], it[10_500]) } shouldBeNear
                listOf(1.0 / 501, 500.0 / 501, 1.0, 0.5, 0.0)
            three.length shouldBe null
            message { three then cosine(2) } shouldBe
                "then: the first schedule has no end\n  hint: say when the second begins: SequentialSchedule(listOf(a, b), listOf(step))"
        }

        test("several at once") {
            (ConstantSchedule(0.5, 2) * ExponentialSchedule(0.5)).rates(4) shouldContainExactly listOf(0.5, 0.25, 0.25, 0.125)
            (ConstantSchedule(0.5, 2) * ExponentialSchedule(0.5)).length shouldBe null
            (ConstantSchedule(0.5, 2) * LinearSchedule(totalSteps = 7)).length shouldBe 7
        }

        test("one cycle: the ends, the top, three phases, and what lies past the end") {
            // 2.5 steps up to step 0.5 * 7 - 1, and down to step 6
            val cycle = OneCycleSchedule(1.0, 7, 0.5, Annealing.LINEAR, divFactor = 4.0, finalDivFactor = 2.0)
            cycle.rates(8) shouldBeNear
                listOf(0.25, 0.55, 0.85) + List(4) { 1 - 0.875 * (it + 0.5) / 3.5 } + 0.125
            listOf(0, 6, 7).map { cycle.momentum(it)!! } shouldBeNear listOf(0.95, 0.95, 0.95)
            cycle.momentum(2)!! shouldBe (0.95 - 0.1 * 0.8 plusOrMinus 1e-15)
            message { cycle.learningRate(8, 1.0) } shouldBe "one cycle: there is no step 8: made for 7 steps"

            val three = OneCycleSchedule(1.0, 8, 0.375, Annealing.LINEAR, divFactor = 2.0, finalDivFactor = 4.0, threePhase = true)
            three.rates(8) shouldBeNear listOf(0.5, 0.75, 1.0, 0.75, 0.5, 0.5 - 0.125, 0.25, 0.125)
            listOf(2, 4, 7).map { three.momentum(it)!! } shouldBeNear listOf(0.85, 0.95, 0.95)

            OneCycleSchedule(1.0, 1).learningRate(0, 0.3).isFinite() shouldBe true
            OneCycleSchedule(1.0, 1, 1.0).learningRate(0, 0.3) shouldBe 1.0
            OneCycleSchedule(1.0, 9, cycleMomentum = false).momentum(3) shouldBe null
            val groups = OneCycleSchedule(listOf(1.0, 2.0), 9, divFactor = 4.0)
            listOf(groups.learningRate(0, 9.0, 0), groups.learningRate(0, 9.0, 1)) shouldBeNear listOf(0.25, 0.5)
        }

        test("cycles") {
            val cycle = CyclicSchedule(listOf(0.0), listOf(1.0), 2, 4, scaling = { cycle, _ -> 1.0 / cycle })
            cycle.rates(10) shouldContainExactly listOf(0.0, 0.5, 1.0, 0.75, 0.5, 0.25, 0.0, 0.25, 0.5, 0.375)
            cycle.momentum(2)!! shouldBe (0.8 plusOrMinus 1e-15)
        }

        test("a momentum stays where an earlier schedule has left it") {
            val sequence = OneCycleSchedule(1.0, 4, maxMomentum = 0.5) then ExponentialSchedule(0.5)
            sequence.momentum(9) shouldBe sequence.momentum(3)
            sequence.momentum(9)!! shouldBe (0.5 plusOrMinus 1e-15)
            (warmup(2) then OneCycleSchedule(1.0, 4)).momentum(1) shouldBe null
        }

        test("impossible settings") {
            message { StepSchedule(0) } shouldBe "step schedule: impossible step size: 0"
            message { StepSchedule(1, -1.0) } shouldBe "step schedule: impossible gamma: -1.0"
            message { MultiStepSchedule(listOf(1, -2)) } shouldBe "multi-step schedule: impossible milestone: -2"
            message { ExponentialSchedule(Double.NaN) } shouldBe "exponential schedule: impossible gamma: NaN"
            message { ConstantSchedule(1.5) } shouldBe "constant schedule: impossible factor: 1.5"
            message { ConstantSchedule(0.5, 0) } shouldBe "constant schedule: impossible number of steps: 0"
            message { LinearSchedule(-0.1) } shouldBe "linear schedule: impossible start factor: -0.1"
            message { LinearSchedule(endFactor = 1.1) } shouldBe "linear schedule: impossible end factor: 1.1"
            message { warmup(0) } shouldBe "warmup: impossible number of steps: 0"
            message { PolynomialSchedule(5, 0.0) } shouldBe "polynomial schedule: impossible power: 0.0"
            message { LambdaSchedule(emptyList()) } shouldBe "lambda schedule: impossible number of functions: 0"
            message { MultiplicativeSchedule(emptyList()) } shouldBe "multiplicative schedule: impossible number of functions: 0"
            message { CosineAnnealingSchedule(0) } shouldBe "cosine annealing: impossible number of steps: 0"
            message { cosine(3, -1.0) } shouldBe "cosine annealing: impossible smallest learning rate: -1.0"
            message { CosineAnnealingWarmRestartsSchedule(3, 0) } shouldBe "cosine annealing with warm restarts: impossible growth: 0"
            message { CyclicSchedule(listOf(0.1), emptyList()) } shouldBe "cyclic schedule: impossible number of learning rates: 0"
            message { CyclicSchedule(listOf(0.1), listOf(1.0), 0) } shouldBe "cyclic schedule: impossible number of steps up: 0"
            message { OneCycleSchedule(1.0, 0) } shouldBe "one cycle: impossible number of steps: 0"
            message { OneCycleSchedule(-1.0, 3) } shouldBe "one cycle: impossible largest learning rate: -1.0"
            message { OneCycleSchedule(1.0, 3, 1.5) } shouldBe "one cycle: impossible rising part: 1.5"
            message { OneCycleSchedule(1.0, 3, 0.6, threePhase = true) } shouldBe "one cycle: impossible rising part for three phases: 0.6"
            message { OneCycleSchedule(1.0, 3, baseMomentum = 1.0) } shouldBe "one cycle: impossible base momentum: 1.0"
            message { OneCycleSchedule(1.0, 3, divFactor = 0.0) } shouldBe "one cycle: impossible div factor: 0.0"
            message { SequentialSchedule(emptyList(), emptyList()) } shouldBe "sequential schedule: impossible number of schedules: 0"
            message { SequentialSchedule(listOf(warmup(1)), listOf(1)) } shouldBe
                "sequential schedule: 1 schedules need one milestone less: 1 given"
            message { SequentialSchedule(List(3) { warmup(1) }, listOf(4, 4)) } shouldBe
                "sequential schedule: impossible milestones, which must rise: [4, 4]"
            message { ChainedSchedule(emptyList()) } shouldBe "chained schedule: impossible number of schedules: 0"
        }
    })
