package dev.rankine.optim

import dev.rankine.nn.BatchNorm1d
import dev.rankine.nn.Linear
import dev.rankine.nn.Module
import dev.rankine.ops.Value
import dev.rankine.ops.fillInPlace
import dev.rankine.ops.noGrad
import dev.rankine.ops.ones
import dev.rankine.ops.toDoubleArray
import dev.rankine.ops.valueOf
import dev.rankine.ops.zeros
import dev.rankine.shapes.DType
import dev.rankine.shapes.Dyn
import dev.rankine.shapes.Sizes
import dev.rankine.shapes.of
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.doubles.plusOrMinus
import io.kotest.matchers.shouldBe

private class Normed(momentum: Double?) : Module() {
    val first by Linear(Dyn of 2, Dyn of 3)
    val norm by BatchNorm1d(Dyn of 3, momentum = momentum)

    fun run(x: Value): Value = norm.call(first.call(x))
}

private class Empty : Module()

/** Sets the only parameter to [number]. */
private fun Numbers.set(number: Double) {
    noGrad { all.single().value.fillInPlace(number) }
}

private fun batches(): List<Value> = List(3) { valueOf(FloatArray(8) { i -> wave(8, it.toDouble())[i].toFloat() }, 4, 2) }

internal class AveragedModelTest :
    FunSpec({
        test("the mean of all, from a start on, of every second") {
            val model = Numbers(listOf(1))
            val average = AveragedModel(model, start = 1, every = 2)
            for (x in listOf(100.0, 1.0, 50.0, 3.0, 70.0, 8.0)) {
                model.set(x)
                average.update()
            }
            average.averaged shouldBe 3
            average.updates shouldBe 6
            average.use {
                model.all
                    .single()
                    .numbers()
                    .single()
            } shouldBe 4.0
            model.all
                .single()
                .numbers()
                .single() shouldBe 8.0
        }

        test("the exponential moving average") {
            val model = Numbers(listOf(1))
            val average = exponentialMovingAverage(model, 0.75)
            average.use {
                model.all
                    .single()
                    .numbers()
                    .single()
            } shouldBe wave(1, 0.0).single() // no mean yet
            for (x in listOf(8.0, 4.0, 16.0)) {
                model.set(x)
                average.update()
            }
            average.use {
                model.all
                    .single()
                    .numbers()
                    .single()
            } shouldBe (0.75 * (0.75 * 8 + 0.25 * 4) + 0.25 * 16 plusOrMinus 1e-12)
        }

        test("swapped in, nothing is averaged; swapped out, parameters and buffers are as before") {
            val model = Normed(0.1)
            val average = AveragedModel(model)
            average.update()
            model.run(batches()[0])
            noGrad {
                model.first.weight.value
                    .fillInPlace(7.0)
            }
            val before = model.stateDict().mapValues { it.value.toDoubleArray().toList() }
            average.swapIn()
            average.swapIn()
            refusal { average.update() } shouldBe
                "averaged model: the parameters hold the mean\n  hint: call swapOut() before training goes on"
            updateBatchNorm(model, batches()) { model.run(it) }
            average.swapOut()
            average.swapOut()
            model.stateDict().mapValues { it.value.toDoubleArray().toList() } shouldBe before
        }

        test("a state goes on where another stood, swapped in too; one of another model is refused") {
            val model = Numbers(listOf(2), listOf(3))
            val average = AveragedModel(model)
            average.update()
            average.swapIn()
            val other = AveragedModel(model)
            other.loadStateDict(average.stateDict(), average.updates, average.averaged)
            other.isSwappedIn shouldBe true
            other.averaged shouldBe 1
            other.swapOut()
            other.stateDict().keys shouldBe setOf("mean.p0", "mean.p1")
            refusal { other.loadStateDict(mapOf("mean.p0" to ones(Sizes.of(5), DType.F64), "mean.q" to ones(Sizes.of(1))), 1, 1) } shouldBe
                "averaged model: the state is of another model\n" +
                "  missing     mean.p1 [3]\n" +
                "  unexpected  mean.q  [1]\n" +
                "  mismatched  mean.p0 [5], the model has [2]"
            refusal { other.loadStateDict(emptyMap(), 1, 2) } shouldBe "averaged model: impossible counts: 2 of 1 updates"
            other.averaged shouldBe 1
        }

        test("a model whose parameters changed after the mean began is refused, and nothing is changed") {
            class Growing : Module() {
                val first = addParameter("first", ones(Sizes.of(2), DType.F64))

                fun grow() = addParameter("late", ones(Sizes.of(3), DType.F64))
            }
            val model = Growing()
            val average = AveragedModel(model)
            average.update()
            noGrad { model.first.value.fillInPlace(7.0) }
            model.grow()
            refusal { average.swapIn() } shouldBe
                "averaged model: there is no mean of parameters that changed after it began: late [3]"
            average.isSwappedIn shouldBe false
            model.first.numbers().toList() shouldBe listOf(7.0, 7.0)
        }

        test("impossible settings") {
            val model = Numbers(listOf(1))
            refusal { AveragedModel(model, decay = 1.5) } shouldBe "averaged model: impossible decay: 1.5"
            refusal { AveragedModel(model, start = -1) } shouldBe "averaged model: impossible start: -1"
            refusal { AveragedModel(model, every = 0) } shouldBe "averaged model: impossible number of updates for each that counts: 0"
            refusal { AveragedModel(Empty()) } shouldBe "averaged model: there is no parameter to average"
        }

        for (momentum in listOf(0.1, 1.0, 0.0, null)) {
            test("batch statistics are computed anew with momentum $momentum: the mean of those of all batches") {
                val model = Normed(momentum)
                model.run(valueOf(FloatArray(8) { 100f * it }, 4, 2))
                model.eval()
                updateBatchNorm(model, batches()) { model.run(it) }
                model.isTraining shouldBe false
                model.norm.momentum shouldBe momentum
                val inner = noGrad { batches().map { model.first.call(it).toDoubleArray() } }
                val means = inner.map { x -> DoubleArray(3) { c -> (0..3).sumOf { x[it * 3 + c] } / 4 } }
                val expected = DoubleArray(3) { c -> means.sumOf { it[c] } / 3 }
                val variances =
                    DoubleArray(3) { c ->
                        inner.indices.sumOf { b ->
                            (0..3).sumOf { (inner[b][it * 3 + c] - means[b][c]).let { d -> d * d } } /
                                3
                        } /
                            3
                    }
                model.norm.runningMean!!
                    .value
                    .toDoubleArray()
                    .zip(expected)
                    .forEach { (a, b) -> a shouldBe (b plusOrMinus 1e-5) }
                model.norm.runningVariance!!
                    .value
                    .toDoubleArray()
                    .zip(variances)
                    .forEach { (a, b) -> a shouldBe (b plusOrMinus 1e-5) }
                model.norm.batchesTracked!!
                    .value
                    .toDoubleArray()
                    .single() shouldBe 3.0
            }
        }

        test("batch statistics that cannot be computed, and a model that has none") {
            val model = Normed(0.1)
            val before =
                model.norm.runningVariance!!
                    .value
                    .toDoubleArray()
            refusal { updateBatchNorm(model, emptyList<Value>()) { model.run(it) } } shouldBe "updateBatchNorm: there is no batch"
            model.norm.runningVariance!!
                .value
                .toDoubleArray() shouldBe before
            updateBatchNorm(Numbers(listOf(1)), listOf(zeros(Sizes.of(1)))) { error("not called") }
        }
    })
