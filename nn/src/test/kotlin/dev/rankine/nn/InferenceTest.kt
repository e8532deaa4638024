package dev.rankine.nn

import dev.rankine.autodiff.backward
import dev.rankine.ops.Value
import dev.rankine.ops.item
import dev.rankine.ops.manualSeed
import dev.rankine.ops.sum
import dev.rankine.ops.toFloatArray
import dev.rankine.shapes.Cube
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Mat
import dev.rankine.shapes.Rank4
import dev.rankine.shapes.Rank5
import dev.rankine.shapes.Vec
import dev.rankine.shapes.of
import dev.rankine.tensor.Tensor
import dev.rankine.tensor.normal
import dev.rankine.tensor.ones
import dev.rankine.tensor.requiresGradient
import dev.rankine.tensor.untyped
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.shouldBe
import io.kotest.matchers.shouldNotBe
import kotlin.concurrent.thread

private object Examples : Dim<Examples>()

private object Signals : Dim<Signals>(4)

private object Answers : Dim<Answers>(3)

private object Steps : Dim<Steps>(2)

private class Classifying : Net<Mat<Examples, Signals>, Mat<Examples, Answers>>() {
    val norm by BatchNorm1d(Signals)
    val dropout by Dropout(0.5)
    val head by Linear(Signals, Answers)

    /** What [isTraining] was when [forward] ran last. */
    var seen: Boolean? = null

    override fun forward(x: Tensor<Mat<Examples, Signals>>): Tensor<Mat<Examples, Answers>> {
        seen = dropout.isTraining
        return head(dropout(norm(x)))
    }
}

private fun Tensor<*>.numbers(): List<Float> = value.toFloatArray().toList()

private fun Buffer?.numbers(): List<Float> = this!!.value.toFloatArray().toList()

internal class InferenceTest :
    FunSpec({
        test("a net that learns is asked in evaluation mode, and goes on learning") {
            manualSeed(3)
            val net = Classifying()
            val x = normal(Examples of 5, Signals)
            net(x)
            val asked = net.forInference()
            val statistics = net.norm.runningMean.numbers()
            val y: Tensor<Mat<Examples, Answers>> = asked(x)
            y.numbers() shouldBe asked(x).numbers()
            net.seen shouldBe false
            net.isTraining shouldBe true
            net.dropout.isTraining shouldBe true
            net.norm.runningMean.numbers() shouldBe statistics
            net.norm.batchesTracked!!
                .value
                .item() shouldBe 1.0
            net(x).numbers() shouldNotBe y.numbers()
            net.seen shouldBe true
            net.norm.runningMean.numbers() shouldNotBe statistics
            net.eval()
            net(x).numbers() shouldBe asked(x).numbers()
        }

        test("nothing is recorded, and a graph that is being built is not disturbed") {
            manualSeed(4)
            val net = Classifying()
            val x = normal(Examples of 5, Signals)
            val loss = sum(net(x).value)
            net.forInference()(x).requiresGradient shouldBe false
            net(x).requiresGradient shouldBe true
            loss.backward()
            net.head.weight.gradient shouldNotBe null
        }

        test("a layer is asked at any rank") {
            manualSeed(5)
            val layer = Linear(Signals, Answers).dropout(0.9)
            val asked = layer.forInference()
            val vector: Tensor<Vec<Answers>> = asked(ones(Signals))
            val matrix: Tensor<Mat<Examples, Answers>> = asked(ones(Examples of 1, Signals))
            val cube: Tensor<Cube<Examples, Steps, Answers>> = asked(ones(Examples of 1, Steps, Signals))
            val rank4: Tensor<Rank4<Examples, Steps, Steps, Answers>> = asked(ones(Examples of 1, Steps, Steps, Signals))
            val rank5: Tensor<Rank5<Examples, Steps, Steps, Steps, Answers>> = asked(ones(Examples of 1, Steps, Steps, Steps, Signals))
            val untyped = asked(ones(Examples of 1, Signals).untyped())
            for (y in listOf(vector, matrix, cube, rank4, rank5, untyped)) {
                y.requiresGradient shouldBe false
                y.numbers().take(3) shouldBe vector.numbers()
            }
            layer.isTraining shouldBe true
            "$asked" shouldBe "Inference of $layer"
        }

        test("any modules are asked without types") {
            manualSeed(6)
            val model = Sequential(Linear(Signals, Signals), Dropout(0.9), Linear(Signals, Answers))
            val asked = model.forInference()
            val x = ones(Examples of 2, Signals).untyped()
            asked(x).numbers() shouldBe asked(x).numbers()
            "$asked" shouldBe "Inference of $model"
        }

        test("another thread goes on training meanwhile") {
            val modes = ArrayList<Boolean>()
            val inner = Dropout(0.5)
            val layer =
                Activation("look") { x: Value ->
                    modes += inner.isTraining
                    thread { modes += inner.isTraining }.join()
                    x
                }
            layer.forInference()(ones(Signals).untyped())
            modes shouldBe listOf(false, true)
        }

        test("after a failure, and in a call within a call, the mode is right") {
            val inner = Dropout(0.5)
            val modes = ArrayList<Boolean>()
            val nested = Activation("nested") { it.also { modes += inner.isTraining } }.forInference()
            val outer =
                Activation("outer") { x ->
                    nested(ones(Signals).untyped())
                    modes += inner.isTraining
                    error("no result for ${x.sizes}")
                }.forInference()
            shouldThrow<IllegalStateException> { outer(ones(Signals).untyped()) }.message shouldBe "no result for [Signals = 4]"
            modes shouldBe listOf(false, false)
            inner.isTraining shouldBe true
        }
    })
