package dev.rankine.ops.norm

import dev.rankine.ops.Value
import dev.rankine.ops.batchNorm
import dev.rankine.ops.batchNormTraining
import dev.rankine.ops.layerNorm
import dev.rankine.ops.logSoftmax
import dev.rankine.ops.ones
import dev.rankine.ops.softmax
import dev.rankine.ops.softmin
import dev.rankine.ops.sum
import dev.rankine.ops.to
import dev.rankine.ops.toDoubleArray
import dev.rankine.ops.transpose
import dev.rankine.ops.valueOf
import dev.rankine.ops.zeros
import dev.rankine.shapes.DType
import dev.rankine.shapes.DTypeException
import dev.rankine.shapes.ShapeException
import dev.rankine.shapes.Sizes
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.doubles.plusOrMinus
import io.kotest.matchers.shouldBe

private const val INF = Double.POSITIVE_INFINITY

internal class NormTest :
    FunSpec({
        test("softmax without overflow, over infinities, over any axis") {
            val x = valueOf(doubleArrayOf(1000.0, 1000.0, -INF, 0.0, -INF, -INF), 3, 2)
            val y = softmax(x, 1).numbers()
            y.take(4) shouldBe listOf(0.5, 0.5, 0.0, 1.0)
            y[4].isNaN() shouldBe true
            logSoftmax(x, -1).numbers()[0] shouldBe (-Math.log(2.0) plusOrMinus 1e-15)
            logSoftmax(x, -1).numbers()[2] shouldBe -INF
            softmax(transpose(x, 0, 1), 0).numbers().take(2) shouldBe listOf(0.5, 0.0)
            softmax(valueOf(doubleArrayOf(4.0)), 0).numbers() shouldBe listOf(1.0)
            softmin(valueOf(doubleArrayOf(Math.log(3.0), 0.0), 2), 0).numbers()[0] shouldBe (0.25 plusOrMinus 1e-15)
        }
        test("softmax: float32 kernel, float16, integers") {
            val x = valueOf(FloatArray(3 * 1000) { (it % 17) / 3f }, 3, 1000)
            for (total in sum(softmax(x, 1), listOf(1)).numbers()) total shouldBe (1.0 plusOrMinus 1e-6)
            softmax(to(x, DType.F16), 1).dtype shouldBe DType.F16
            softmax(zeros(Sizes.of(2, 0)), 1).sizes shouldBe Sizes.of(2, 0)
            shouldThrow<DTypeException> { softmax(valueOf(longArrayOf(1), 1), 0) }.message shouldBe
                "softmax: does not take int64\n  hint: convert with to(dtype)"
            softmax(valueOf(longArrayOf(1), 1), 0, DType.F64).dtype shouldBe DType.F64
        }
        test("layer norm") {
            val x = valueOf(doubleArrayOf(1.0, 3.0, 2.0, 6.0), 2, 2)
            layerNorm(x, listOf(2), eps = 0.0).numbers() shouldBe listOf(-1.0, 1.0, -1.0, 1.0)
            val weight = valueOf(doubleArrayOf(2.0, 3.0), 2)
            val bias = valueOf(doubleArrayOf(10.0, 20.0), 2)
            layerNorm(x, listOf(2), weight, bias, eps = 0.0).numbers() shouldBe listOf(8.0, 23.0, 8.0, 23.0)
            layerNorm(x, listOf(2), bias = bias, eps = 3.0).numbers() shouldBe
                listOf(9.5, 20.5, 10 - 2 / Math.sqrt(7.0), 20 + 2 / Math.sqrt(7.0))
        }
        test("layer norm of what does not fit") {
            val x = ones(Sizes.of(2, 3))
            shouldThrow<ShapeException> { layerNorm(x, listOf(2)) }.message shouldBe
                "layer_norm: the last axes are not the normalized ones: [3] != [2]\n  input  [2, 3]"
            shouldThrow<ShapeException> { layerNorm(x, listOf(3), ones(Sizes.of(2))) }.message shouldBe
                "layer_norm: weight has other sizes than [3]: [2]\n  input   [2, 3]\n  weight  [2]"
            shouldThrow<DTypeException> { layerNorm(x, listOf(3), ones(Sizes.of(3), DType.F64)) }.message shouldBe
                "layer_norm: weight has another type than the input: float64 != float32\n  hint: convert with to(dtype)"
        }
        test("batch norm while training: the batch's statistics, and what the running ones become") {
            val x = valueOf(doubleArrayOf(1.0, 10.0, 3.0, 10.0, 5.0, 10.0), 3, 2)
            val result =
                batchNormTraining(x, valueOf(doubleArrayOf(1.0, 0.0), 2), valueOf(doubleArrayOf(1.0, 1.0), 2), momentum = 0.5, eps = 1.0)
            result.mean.numbers() shouldBe listOf(3.0, 10.0)
            result.variance.numbers()[0] shouldBe (8.0 / 3 plusOrMinus 1e-15)
            result.runningMean!!.numbers() shouldBe listOf(2.0, 5.0)
            result.runningVar!!.numbers() shouldBe listOf(2.5, 0.5)
            result.y.numbers()[4] shouldBe (2 / Math.sqrt(11.0 / 3) plusOrMinus 1e-15)
            batchNorm(x, null, null, training = true, eps = 1.0).numbers() shouldBe result.y.numbers()
        }
        test("batch norm otherwise: the running statistics") {
            val x = valueOf(doubleArrayOf(1.0, 10.0, 3.0, 10.0), 2, 2)
            val mean = valueOf(doubleArrayOf(1.0, 8.0), 2)
            val variance = valueOf(doubleArrayOf(4.0, 1.0), 2)
            batchNorm(
                x,
                mean,
                variance,
                valueOf(doubleArrayOf(1.0, 2.0), 2),
                valueOf(doubleArrayOf(0.0, 5.0), 2),
                eps = 0.0,
            ).numbers() shouldBe
                listOf(0.0, 9.0, 1.0, 9.0)
        }
        test("batch norm of what does not fit") {
            val x = ones(Sizes.of(1, 3))
            shouldThrow<ShapeException> { batchNorm(x, null, null, training = true) }.message shouldBe
                "batch_norm: a channel needs more than one element while training: 1 given\n  input  [1, 3]"
            shouldThrow<ShapeException> { batchNorm(x, null, null) }.message shouldBe
                "batch_norm: needs running statistics when not training: none given\n  input  [1, 3]"
            shouldThrow<ShapeException> { batchNorm(ones(Sizes.of(3)), null, null) }.message shouldBe
                "batch_norm: needs at least two axes, batch and channels: 1 given\n  input  [3]"
        }
    })

private fun Value.numbers(): List<Double> = toDoubleArray().toList()
