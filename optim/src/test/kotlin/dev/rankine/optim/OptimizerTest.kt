package dev.rankine.optim

import dev.rankine.autodiff.backward
import dev.rankine.nn.Module
import dev.rankine.nn.Parameter
import dev.rankine.ops.Evaluator
import dev.rankine.ops.ReleasedException
import dev.rankine.ops.Value
import dev.rankine.ops.gradient
import dev.rankine.ops.ones
import dev.rankine.ops.plus
import dev.rankine.ops.scope
import dev.rankine.ops.sum
import dev.rankine.ops.times
import dev.rankine.ops.toDoubleArray
import dev.rankine.ops.valueOf
import dev.rankine.shapes.DType
import dev.rankine.shapes.Sizes
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.collections.shouldContainExactly
import io.kotest.matchers.doubles.plusOrMinus
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldStartWith

private class Two : Module() {
    val a = addParameter("a", valueOf(doubleArrayOf(1.0, 2.0), 2))
    val b = addParameter("b", valueOf(doubleArrayOf(3.0), 1))
}

private fun numbers(value: Value): List<Double> = value.toDoubleArray().toList()

private fun numbers(parameter: Parameter<*>): List<Double> = numbers(parameter.value)

/** Gives the parameters of [model] the gradients 1, 2 and 4. */
private fun give(model: Two) {
    model.a.value.gradient = valueOf(doubleArrayOf(1.0, 2.0), 2)
    model.b.value.gradient = valueOf(doubleArrayOf(4.0), 1)
}

private fun message(block: () -> Unit): String? = shouldThrow<OptimizerException> { block() }.message

internal class OptimizerTest :
    FunSpec({
        test("a parameter without a gradient is named where it is an error, and nothing is changed") {
            val model = Two()
            val optimizer = Adam(model.parameters()).also { it.isStrict = true }
            model.a.value.gradient = valueOf(doubleArrayOf(1.0, 2.0), 2)
            message { optimizer.step() } shouldBe
                "adam: received no gradient: b\n" +
                "  hint: call backward() first; a parameter that the loss does not use must be frozen (isTrainable = false)"
            numbers(model.a) shouldContainExactly listOf(1.0, 2.0)
            optimizer.steps shouldBe 0
            optimizer.stateDict() shouldBe emptyMap()
        }

        test("a gradient of other sizes, or one that is gone, is found before anything is changed") {
            val model = Two()
            val optimizer = SGD(model.parameters(), 0.5)
            give(model)
            model.b.value.gradient = ones(Sizes.of(3))
            message { optimizer.step() } shouldBe "sgd: the gradient of b has other sizes: [3] != [1]"
            model.b.value.gradient = valueOf(doubleArrayOf(4.0), 1)
            Evaluator.store(model.b.gradient!!).release("the test")
            shouldThrow<ReleasedException> { optimizer.step() }.message shouldStartWith
                "sgd step: a value was used after the test had ended"
            numbers(model.a) shouldContainExactly listOf(1.0, 2.0)
            numbers(model.b) shouldContainExactly listOf(3.0)
            optimizer.steps shouldBe 0
        }

        test("a frozen parameter needs no gradient and stays") {
            val model = Two()
            model.b.isTrainable = false
            val optimizer = AdamW(model.parameters(), 0.5, weightDecay = 0.1)
            model.a.value.gradient = valueOf(doubleArrayOf(1.0, 2.0), 2)
            optimizer.step()
            numbers(model.b) shouldContainExactly listOf(3.0)
            optimizer.stateDict().keys shouldBe setOf("a")
        }

        test("a parameter that was frozen counts its own steps") {
            val model = Two()
            val optimizer = Adam(model.parameters(), 0.25)
            model.b.isTrainable = false
            repeat(5) {
                model.a.value.gradient = valueOf(doubleArrayOf(1.0, 2.0), 2)
                optimizer.step()
            }
            model.b.isTrainable = true
            give(model)
            optimizer.step()
            // the first step of Adam is lr * sign(gradient), whatever the gradient
            numbers(model.b).single() shouldBe (2.75 plusOrMinus 1e-7)
            optimizer.stateDict().mapValues { numbers(it.value.getValue("step")).single() } shouldBe mapOf("a" to 6.0, "b" to 1.0)
        }

        test("impossible settings") {
            val p = Two().parameters()
            message { SGD(p, -1.0) } shouldBe "sgd: impossible learning rate: -1.0"
            message { SGD(p, Double.NaN) } shouldBe "sgd: impossible learning rate: NaN"
            message { SGD(p, momentum = Double.POSITIVE_INFINITY) } shouldBe "sgd: impossible momentum: Infinity"
            message { SGD(p, dampening = Double.NaN) } shouldBe "sgd: impossible dampening: NaN"
            message { SGD(p, weightDecay = -0.1) } shouldBe "sgd: impossible weight decay: -0.1"
            message { SGD(p, nesterov = true) } shouldBe "sgd: impossible momentum for nesterov, which needs one: 0.0"
            message { SGD(p, momentum = 0.9, dampening = 0.1, nesterov = true) } shouldBe
                "sgd: impossible dampening for nesterov, which needs none: 0.1"
            message { Adam(p, beta1 = 1.0) } shouldBe "adam: impossible beta1: 1.0"
            message { Adam(p, beta2 = -0.1) } shouldBe "adam: impossible beta2: -0.1"
            message { AdamW(p, epsilon = -1.0) } shouldBe "adamw: impossible epsilon: -1.0"
            message { AdamW(p, weightDecay = Double.NaN) } shouldBe "adamw: impossible weight decay: NaN"
            message { SGD(p).learningRate = Double.POSITIVE_INFINITY } shouldBe "sgd: impossible learning rate: Infinity"
        }

        test("no parameters, and one given twice") {
            val model = Two()
            message { Adam(listOf<Parameter<*>>()) } shouldBe "adam: there is no parameter to optimise\n  hint: pass model.parameters()"
            message { SGD(model.parameters() + model.a) } shouldBe "sgd: a parameter is given twice: a"
            message { SGD(listOf(SGD.Group(listOf(model.a)), SGD.Group(listOf(model.b, model.a)))) } shouldBe
                "sgd: a parameter is given twice: a"
        }

        test("the learning rate may change between steps") {
            val model = Two()
            val optimizer = SGD(model.parameters(), 0.5)
            give(model)
            optimizer.step()
            numbers(model.a) + numbers(model.b) shouldContainExactly listOf(0.5, 1.0, 1.0)
            optimizer.learningRate = 0.25
            optimizer.step()
            numbers(model.a) + numbers(model.b) shouldContainExactly listOf(0.25, 0.5, 0.0)
            optimizer.steps shouldBe 2
        }

        test("groups have settings of their own") {
            val model = Two()
            val groups = listOf(SGD.Group(listOf(model.a), 0.5), SGD.Group(listOf(model.b), 0.25, maximize = true))
            val optimizer = SGD(groups)
            optimizer.parameters shouldContainExactly model.parameters()
            give(model)
            optimizer.step()
            numbers(model.a) + numbers(model.b) shouldContainExactly listOf(0.5, 1.0, 4.0)
            message { optimizer.learningRate = 1.0 } shouldBe
                "sgd: groups have different learning rates: 0.5, 0.25\n  hint: set that of each of the groups"
            groups[1].learningRate = 0.5
            optimizer.learningRate = 0.125
            groups.map { it.learningRate } shouldContainExactly listOf(0.125, 0.125)
        }

        test("the state made inside a scope lives on, with and without scopes around the steps") {
            fun trained(inScopes: Boolean): List<Double> {
                val model = Two()
                val optimizer = Adam(model.parameters(), 0.1, amsgrad = true)
                val momentum = SGD(model.parameters(), 0.01, momentum = 0.9)

                fun step() {
                    optimizer.zeroGradients()
                    (sum(model.a.value * model.a.value) + sum(model.b.value * model.b.value)).backward()
                    optimizer.step()
                    momentum.step()
                }
                if (inScopes) {
                    repeat(3) { scope { step() } }
                    scope { repeat(3) { step() } }
                } else {
                    repeat(6) { step() }
                }
                val state = optimizer.stateDict().values.flatMap { it.values } + momentum.stateDict().values.flatMap { it.values }
                return (model.stateDict().values + state).flatMap { numbers(it) }
            }
            trained(inScopes = true) shouldContainExactly trained(inScopes = false)
        }

        test("parameters of one name keep states of their own") {
            val (first, second) = Two() to Two()
            val optimizer = SGD(first.parameters() + second.parameters(), momentum = 0.5)
            give(first)
            give(second)
            optimizer.step()
            optimizer.stateDict().keys.toList() shouldContainExactly listOf("a", "b", "a (2)", "b (2)")
        }

        test("a state goes on where another optimizer stood") {
            val whole = Two()
            val straight = Adam(whole.parameters(), 0.1)
            repeat(4) { give(whole).also { straight.step() } }

            val part = Two()
            val before = Adam(part.parameters(), 0.1)
            repeat(2) { give(part).also { before.step() } }
            val after = Adam(part.parameters(), 0.1)
            scope { after.loadStateDict(before.stateDict(), before.steps) }
            repeat(2) { give(part).also { after.step() } }
            after.steps shouldBe 4
            numbers(part.a) + numbers(part.b) shouldContainExactly numbers(whole.a) + numbers(whole.b)
            before
                .stateDict()
                .getValue("a")
                .getValue("step")
                .toDoubleArray()
                .single() shouldBe 2.0

            message { after.loadStateDict(mapOf("c" to emptyMap()), 1) } shouldBe "adam: the state is of other parameters: c"
            val wrong = mapOf("a" to mapOf("exp_avg" to ones(Sizes.of(5))))
            message { after.loadStateDict(wrong, 1) } shouldBe
                "adam: the state is of other parameters: exp_avg of a is float32 [5], needed: [2]"
            val half = mapOf("a" to mapOf("step" to valueOf(doubleArrayOf(0.5), 1)))
            message { after.loadStateDict(half, 1) } shouldBe
                "adam: the state is of other parameters: step of a is no whole number from 0"
            message { after.loadStateDict(emptyMap(), -1) } shouldBe "adam: the number of steps cannot be negative: -1"
            after.steps shouldBe 4
        }

        test("counts of steps are exact, in float32 as long as it holds them") {
            val model = Two()
            for ((count, dtype) in listOf(1 shl 24 to DType.F32, (1 shl 24) + 1 to DType.F64, Int.MAX_VALUE to DType.F64)) {
                val optimizer = SGD(model.parameters(), 0.1, momentum = 0.9)
                val state = mapOf("step" to valueOf(doubleArrayOf(count.toDouble()), 1), "momentum_buffer" to ones(Sizes.of(2), DType.F64))
                optimizer.loadStateDict(mapOf("a" to state), 0)
                val step = optimizer.stateDict().getValue("a").getValue("step")
                step.dtype shouldBe dtype
                numbers(step) shouldBe listOf(count.toDouble())
            }
        }

        test("a group's settings are all but what moves") {
            val parameters = Two().parameters()
            SGD(parameters, 0.1, 0.9, weightDecay = 0.5, nesterov = true).groups.single().settings shouldBe
                mapOf("dampening" to 0.0, "weightDecay" to 0.5, "nesterov" to true, "maximize" to false)
            Adam(parameters).groups.single().settings shouldBe
                mapOf("beta2" to 0.999, "epsilon" to 1e-8, "weightDecay" to 0.0, "amsgrad" to false, "maximize" to false)
            AdamW(parameters, amsgrad = true).groups.single().settings shouldBe
                mapOf("beta2" to 0.999, "epsilon" to 1e-8, "weightDecay" to 0.01, "amsgrad" to true, "maximize" to false)
        }
    })
