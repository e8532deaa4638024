package dev.rankine.nn

import dev.rankine.ops.item
import dev.rankine.ops.ones
import dev.rankine.ops.scope
import dev.rankine.ops.toDoubleArray
import dev.rankine.ops.valueOf
import dev.rankine.shapes.Cube
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Mat
import dev.rankine.shapes.Rank4
import dev.rankine.shapes.ShapeException
import dev.rankine.shapes.Sizes
import dev.rankine.shapes.of
import dev.rankine.tensor.Tensor
import dev.rankine.tensor.ones
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.doubles.plusOrMinus
import io.kotest.matchers.shouldBe

private object Sample : Dim<Sample>()

private object Channel : Dim<Channel>(2)

private object Tall : Dim<Tall>(3)

private object Broad : Dim<Broad>(2)

/** Channel 0 has mean 2 and variance 1 (unbiased 2), channel 1 has mean 10 and variance 4 (unbiased 8). */
private fun batch() = valueOf(floatArrayOf(1f, 8f, 3f, 12f), 2, 2)

private fun Buffer?.numbers(): List<Double> = this!!.value.toDoubleArray().toList()

private infix fun List<Double>.near(expected: List<Double>) {
    size shouldBe expected.size
    zip(expected) { a, b -> a shouldBe (b plusOrMinus 1e-6) }
}

internal class BatchNormTest :
    FunSpec({
        test("training moves the running statistics, which outlive the scope of the step") {
            val norm = BatchNorm1d(Channel, eps = 0.0)
            repeat(2) { scope("step") { norm.call(batch()).toDoubleArray().toList() near listOf(-1.0, -1.0, 1.0, 1.0) } }
            norm.runningMean.numbers() near listOf(0.38, 1.9)
            norm.runningVariance.numbers() near listOf(1.19, 2.33)
            norm.batchesTracked!!.value.item() shouldBe 2.0
            norm.runningMean!!.value.requiresGradient shouldBe false
        }

        test("without a momentum the running statistics are the mean of all batches") {
            val norm = BatchNorm1d(Channel, momentum = null)
            norm.call(batch())
            norm.runningMean.numbers() near listOf(2.0, 10.0)
            norm.call(valueOf(floatArrayOf(3f, 18f, 5f, 22f), 2, 2))
            norm.runningMean.numbers() near listOf(3.0, 15.0)
            norm.runningVariance.numbers() near listOf(2.0, 8.0)
        }

        test("evaluation takes the running statistics and leaves them alone") {
            val norm = BatchNorm1d(Channel, eps = 0.0)
            norm.runningMean!!.assign(valueOf(floatArrayOf(1f, 2f), 2))
            norm.runningVariance!!.assign(valueOf(floatArrayOf(4f, 9f), 2))
            norm.eval()
            norm.call(batch()).toDoubleArray().toList() near listOf(0.0, 2.0, 1.0, 10.0 / 3)
            norm.runningMean.numbers() near listOf(1.0, 2.0)
            norm.runningVariance.numbers() near listOf(4.0, 9.0)
            norm.batchesTracked!!.value.item() shouldBe 0.0
        }

        test("without statistics evaluation takes those of the batch") {
            val norm = BatchNorm1d(Channel, eps = 0.0, trackRunningStatistics = false)
            norm.eval()
            norm.call(batch()).toDoubleArray().toList() near listOf(-1.0, -1.0, 1.0, 1.0)
        }

        test("a failed step leaves the statistics as they were") {
            val norm = BatchNorm1d(Channel)
            shouldThrow<ShapeException> { norm.call(ones(Sizes.of(1, 2))) }.message!!.lines().first() shouldBe
                "batch_norm: a channel needs more than one element while training: 1 given"
            norm.batchesTracked!!.value.item() shouldBe 0.0
        }

        test("typed forms keep the shape") {
            val vectors: Tensor<Mat<Sample, Channel>> = BatchNorm1d(Channel)(ones(Sample of 3, Channel))
            vectors.sizes.toString() shouldBe "[Sample = 3, Channel = 2]"
            val sequences: Tensor<Cube<Sample, Channel, Broad>> = BatchNorm1d(Channel)(ones(Sample of 3, Channel, Broad))
            sequences.sizes.toString() shouldBe "[Sample = 3, Channel = 2, Broad = 2]"
            val planes: Tensor<Rank4<Sample, Channel, Tall, Broad>> = BatchNorm2d(Channel)(ones(Sample of 3, Channel, Tall, Broad))
            planes.sizes.toString() shouldBe "[Sample = 3, Channel = 2, Tall = 3, Broad = 2]"
        }

        test("other ranks and channels are refused") {
            shouldThrow<ShapeException> { BatchNorm2d(Channel).call(batch()) }.message shouldBe
                "batch_norm: needs 4 axes, the second of size 2: [2, 2] given"
            shouldThrow<ShapeException> { BatchNorm1d(Channel).call(ones(Sizes.of(2, 3))) }.message shouldBe
                "batch_norm: needs 2 or 3 axes, the second of size 2: [2, 3] given"
        }
    })
