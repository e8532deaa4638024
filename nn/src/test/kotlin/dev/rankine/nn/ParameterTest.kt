package dev.rankine.nn

import dev.rankine.autodiff.backward
import dev.rankine.ops.ReleasedException
import dev.rankine.ops.Value
import dev.rankine.ops.broadcastTo
import dev.rankine.ops.noGrad
import dev.rankine.ops.ones
import dev.rankine.ops.requireGradient
import dev.rankine.ops.scope
import dev.rankine.ops.subInPlace
import dev.rankine.ops.sum
import dev.rankine.ops.times
import dev.rankine.ops.toFloatArray
import dev.rankine.ops.uniform
import dev.rankine.ops.valueOf
import dev.rankine.ops.zeros
import dev.rankine.shapes.DType
import dev.rankine.shapes.Dim
import dev.rankine.shapes.ShapeException
import dev.rankine.shapes.Sizes
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.shouldBe
import io.kotest.matchers.shouldNotBe
import java.util.concurrent.Callable
import java.util.concurrent.CyclicBarrier
import java.util.concurrent.Executors

private object Input : Dim<Input>(20)

private object Middle : Dim<Middle>(33)

private object Output : Dim<Output>(7)

private class Statistics(start: Value) : Module() {
    val mean by buffer(start)
}

private class Repeated : Module() {
    val table = addParameter("table", broadcastTo(ones(Sizes.of(1, 3)), Sizes.of(2, 3)))
}

private class WrongSizes : Module() {
    private val input = Input.toAxis()
    val bias by parameter(input) { zeros(Sizes.of(3)) }
}

internal class ParameterTest :
    FunSpec({
        test("a state of another element type is converted") {
            val layer = Linear(Input, Output)
            val state = mapOf("weight" to ones(Sizes.of(7, 20), DType.F64) * 0.1, "bias" to ones(Sizes.of(7), DType.I64))
            layer.loadStateDict(state)
            layer.weight.value.dtype shouldBe DType.F32
            layer.weight.value
                .toFloatArray()
                .toSet() shouldBe setOf(0.1f)
            layer.bias!!
                .value
                .toFloatArray()
                .toSet() shouldBe setOf(1f)
        }

        test("the state shares the numbers and no gradient flows through it") {
            val layer = Linear(Input, Output)
            val state = layer.stateDict()
            state.getValue("weight").requiresGradient shouldBe false
            layer.weight.assign(zeros(Sizes.of(7, 20)))
            state.getValue("weight").toFloatArray().toSet() shouldBe setOf(0f)
        }

        test("a frozen parameter gets no gradient, and learns again later") {
            val layer = Linear(Input, Output)
            val x = ones(Sizes.of(2, 20))
            sum(layer.call(x)).backward()
            layer.weight.gradient shouldNotBe null
            layer.weight.isTrainable = false
            layer.weight.gradient shouldBe null
            layer.parameterCount() shouldBe 147
            layer.parameterCount(trainableOnly = true) shouldBe 7
            sum(layer.call(x)).backward()
            layer.weight.gradient shouldBe null
            layer.bias!!
                .gradient!!
                .toFloatArray()
                .toSet() shouldBe setOf(4f)
            layer.zeroGradients()
            layer.weight.isTrainable = true
            sum(layer.call(x)).backward()
            layer.weight.gradient!!
                .toFloatArray()
                .toSet() shouldBe setOf(2f)
        }

        test("a parameter that starts as repeated numbers has its own") {
            val table = Repeated().table
            noGrad { table.value.subInPlace(valueOf(floatArrayOf(0f, 1f, 0f, 0f, 0f, 0f), 2, 3)) }
            table.value.toFloatArray().toList() shouldBe listOf(1f, 0f, 1f, 1f, 1f, 1f)
        }

        test("first numbers of other sizes are refused") {
            shouldThrow<ShapeException> { WrongSizes() }
        }

        test("a buffer is kept without its history, beyond the scope that made it") {
            val model = Statistics(zeros(Sizes.of(2)))
            scope { model.mean.value = ones(Sizes.of(2)).requireGradient() * 3.0 }
            model.mean.value.requiresGradient shouldBe false
            model.mean.value
                .toFloatArray()
                .toList() shouldBe listOf(3f, 3f)
            model.loadStateDict(mapOf("mean" to ones(Sizes.of(2))))
            model.mean.value
                .toFloatArray()
                .toList() shouldBe listOf(1f, 1f)
        }

        test("without recording, what goes into a layer is returned when the layer is done") {
            var hidden: Value? = null
            var problem: Throwable? = null
            val net =
                Linear(Input, Middle)
                    .activation("keep") { it.also { hidden = it } }
                    .relu()
                    .relu()
                    .activation("look") { x -> x.also { problem = runCatching { hidden!!.toFloatArray() }.exceptionOrNull() } }
            noGrad { net.call(ones(Sizes.of(5, 20))).sizes } shouldBe Sizes.of(5, 33)
            (problem is ReleasedException) shouldBe true
        }

        test("four threads call one model in evaluation mode and get the same bits") {
            val net = (Linear(Input, Middle).relu() then Linear(Middle, Output)).dropout(0.5)
            net.eval()
            val x = uniform(Sizes.of(64, 20), -1.0, 1.0)
            val expected = noGrad { net.call(x).toFloatArray() }
            val barrier = CyclicBarrier(4)
            val pool = Executors.newFixedThreadPool(4)
            try {
                val calls =
                    List(4) {
                        Callable {
                            barrier.await()
                            List(50) { noGrad { scope { net.call(x).toFloatArray() } } }
                        }
                    }
                val results = pool.invokeAll(calls).flatMap { it.get() }
                results.size shouldBe 200
                results.count { !it.contentEquals(expected) } shouldBe 0
            } finally {
                pool.shutdownNow()
            }
        }
    })
