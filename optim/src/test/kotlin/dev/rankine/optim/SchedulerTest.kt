package dev.rankine.optim

import dev.rankine.nn.Module
import dev.rankine.nn.Parameter
import dev.rankine.ops.Value
import dev.rankine.ops.gradient
import dev.rankine.ops.toDoubleArray
import dev.rankine.ops.valueOf
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.collections.shouldContainExactly
import io.kotest.matchers.doubles.plusOrMinus
import io.kotest.matchers.shouldBe

private class Pair : Module() {
    val a = addParameter("a", valueOf(doubleArrayOf(1.0), 1))
    val b = addParameter("b", valueOf(doubleArrayOf(1.0), 1))
}

private class Still(parameters: List<Parameter<*>>) : ParameterGroup("still", parameters, 1.0) {
    override val settings: Map<String, Any> get() = emptyMap()

    override fun update(value: Value, gradient: Value, state: ParameterState) = Unit
}

private fun message(block: () -> Unit): String? = shouldThrow<OptimizerException> { block() }.message

internal class SchedulerTest :
    FunSpec({
        test("groups keep their proportions, and the optimizer uses what is set") {
            val model = Pair()
            val optimizer = SGD(listOf(SGD.Group(listOf(model.a), 0.5), SGD.Group(listOf(model.b), 0.25)))
            val scheduler = Scheduler(optimizer, ConstantSchedule(0.5, 1))
            optimizer.groups.map { it.learningRate } shouldContainExactly listOf(0.25, 0.125)
            repeat(2) {
                model.parameters().forEach { it.value.gradient = valueOf(doubleArrayOf(1.0), 1) }
                optimizer.step()
                scheduler.step()
            }
            optimizer.groups.map { it.learningRate } shouldContainExactly listOf(0.5, 0.25)
            model.parameters().map { it.value.toDoubleArray().single() } shouldContainExactly listOf(0.25, 0.625)
            scheduler.initialLearningRates shouldContainExactly listOf(0.5, 0.25)
        }

        test("going on from a step is the same as walking there") {
            val schedules =
                listOf(
                    { warmup(3) then cosine(9) },
                    { OneCycleSchedule(0.3, 12) then ExponentialSchedule(0.9) },
                    { MultiplicativeSchedule { 1 - 1.0 / (it + 1) } },
                    { CyclicSchedule(listOf(0.1), listOf(0.4), 3) },
                )
            for (schedule in schedules) {
                fun rates(first: Int): List<List<Double>> {
                    val optimizer = Adam(Pair().parameters(), 0.1)
                    val scheduler = Scheduler(optimizer, schedule())
                    scheduler.steps = first
                    val group = optimizer.groups.single() as Adam.Group
                    return List(20 - first) {
                        listOf(group.learningRate, group.momentum).also { scheduler.step() }
                    }
                }
                rates(7) shouldBe rates(0).drop(7)
            }
        }

        test("momentum of SGD and beta1 of Adam and AdamW move") {
            val parameters = Pair().parameters()
            for (optimizer in listOf(SGD(parameters, momentum = 0.9), Adam(parameters), AdamW(parameters))) {
                val scheduler = Scheduler(optimizer, OneCycleSchedule(1.0, 10, risingPart = 0.5))
                scheduler.steps = 4
                (optimizer.groups.single() as MomentumGroup).momentum shouldBe (0.85 plusOrMinus 1e-15)
            }
            val nesterov = SGD(parameters, momentum = 0.9, nesterov = true)
            message { (nesterov.groups.single() as MomentumGroup).momentum = 0.0 } shouldBe
                "sgd: impossible momentum for nesterov, which needs one: 0.0"
            message { (Adam(parameters).groups.single() as MomentumGroup).momentum = 1.0 } shouldBe "adam: impossible beta1: 1.0"
        }

        test("what cannot be followed") {
            val parameters = Pair().parameters()
            val still = object : Optimizer("still", listOf(Still(parameters))) {}
            message { Scheduler(still, OneCycleSchedule(0.5, 3)) } shouldBe
                "scheduler: group 0 has no momentum to move\n  hint: pass cycleMomentum = false to the schedule"
            still.learningRate shouldBe 1.0
            val scheduler = Scheduler(still, OneCycleSchedule(0.5, 3, cycleMomentum = false))
            repeat(3) { scheduler.step() }
            message { scheduler.step() } shouldBe "one cycle: there is no step 4: made for 3 steps"
            scheduler.steps shouldBe 3
            message { scheduler.steps = -1 } shouldBe "scheduler: impossible number of steps: -1"
        }
    })
