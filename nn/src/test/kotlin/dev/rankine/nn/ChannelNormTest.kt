package dev.rankine.nn

import dev.rankine.ops.Value
import dev.rankine.ops.item
import dev.rankine.ops.ones
import dev.rankine.ops.scope
import dev.rankine.ops.toDoubleArray
import dev.rankine.ops.valueOf
import dev.rankine.shapes.Cube
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Mat
import dev.rankine.shapes.Rank4
import dev.rankine.shapes.Rank5
import dev.rankine.shapes.ShapeException
import dev.rankine.shapes.Sizes
import dev.rankine.shapes.of
import dev.rankine.tensor.Tensor
import dev.rankine.tensor.ones
import dev.rankine.tensor.untyped
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.collections.shouldBeEmpty
import io.kotest.matchers.doubles.plusOrMinus
import io.kotest.matchers.shouldBe
import kotlin.math.pow
import kotlin.math.sqrt

private object Herd : Dim<Herd>()

private object Bands : Dim<Bands>(4)

private object Ticks : Dim<Ticks>(3)

private object Duo : Dim<Duo>(2)

private object Unsized : Dim<Unsized>()

private fun problem(block: () -> Unit): String = shouldThrow<ShapeException> { block() }.message!!.lines().first()

private fun Value.numbers(): List<Double> = toDoubleArray().toList()

private infix fun List<Double>.near(expected: List<Double>) {
    size shouldBe expected.size
    zip(expected) { a, b -> a shouldBe (b plusOrMinus 1e-6) }
}

internal class ChannelNormTest :
    FunSpec({
        test("groups of channels are standardized for each example") {
            val norm = GroupNorm(2, Bands, eps = 0.0)
            // the first group has mean 2, the second mean 6 and deviation 2
            norm.call(valueOf(floatArrayOf(1f, 3f, 4f, 8f), 1, 4)).numbers() near listOf(-1.0, 1.0, -1.0, 1.0)
            norm.stateDict().keys.toList() shouldBe listOf("weight", "bias")
            GroupNorm(2, Bands, affine = false).stateDict().keys shouldBe emptySet()
            "$norm" shouldBe "GroupNorm(2 groups of Bands = 4, eps = 0.0)"
            "${GroupNorm(4, Bands, affine = false)}" shouldBe "GroupNorm(4 groups of Bands = 4, eps = 1.0E-5, not affine)"
        }

        test("typed forms keep the shape") {
            val group = GroupNorm(2, Bands)
            val matrix: Tensor<Mat<Herd, Bands>> = group(ones(Herd of 2, Bands))
            val cube: Tensor<Cube<Herd, Bands, Ticks>> = group(ones(Herd of 2, Bands, Ticks))
            val planes: Tensor<Rank4<Herd, Bands, Ticks, Duo>> = group(ones(Herd of 2, Bands, Ticks, Duo))
            val volumes: Tensor<Rank5<Herd, Bands, Ticks, Duo, Duo>> = group(ones(Herd of 2, Bands, Ticks, Duo, Duo))
            group(matrix.untyped()).sizes.toList() shouldBe listOf(2, 4)
            cube.sizes.toString() shouldBe "[Herd = 2, Bands = 4, Ticks = 3]"
            val sequences: Tensor<Cube<Herd, Bands, Ticks>> = InstanceNorm1d(Bands)(cube)
            val sequence: Tensor<Mat<Bands, Ticks>> = InstanceNorm1d(Bands)(ones(Bands, Ticks))
            val flat: Tensor<Rank4<Herd, Bands, Ticks, Duo>> = InstanceNorm2d(Bands)(planes)
            val plane: Tensor<Cube<Bands, Ticks, Duo>> = InstanceNorm2d(Bands)(ones(Bands, Ticks, Duo))
            val full: Tensor<Rank5<Herd, Bands, Ticks, Duo, Duo>> = InstanceNorm3d(Bands)(volumes)
            val volume: Tensor<Rank4<Bands, Ticks, Duo, Duo>> = InstanceNorm3d(Bands)(ones(Bands, Ticks, Duo, Duo))
            listOf(sequences, sequence, flat, plane, full, volume).map { it.sizes.rank } shouldBe listOf(3, 2, 4, 3, 5, 4)
            sequence.sizes.toString() shouldBe "[Bands = 4, Ticks = 3]"
            InstanceNorm1d(Bands)(sequence.untyped()).sizes.toList() shouldBe listOf(4, 3)
            val batch: Tensor<Rank5<Herd, Bands, Ticks, Duo, Duo>> = BatchNorm3d(Bands)(volumes)
            batch.sizes.rank shouldBe 5
            problem { BatchNorm3d(Bands).call(ones(Sizes.of(2, 4, 2, 2))) } shouldBe
                "batch_norm: needs 5 axes, the second of size 4: [2, 4, 2, 2] given"
        }

        test("channels of an example are standardized alone") {
            val norm = InstanceNorm1d(Duo, eps = 0.0, affine = true)
            val x = valueOf(floatArrayOf(1f, 3f, 4f, 8f), 1, 2, 2)
            norm.call(x).numbers() near listOf(-1.0, 1.0, -1.0, 1.0)
            norm.stateDict().keys.toList() shouldBe listOf("weight", "bias")
            InstanceNorm1d(Duo).stateDict().keys shouldBe emptySet()
            "$norm" shouldBe "InstanceNorm1d(Duo = 2, momentum = 0.1, eps = 0.0, no running statistics)"
            "${InstanceNorm2d(Duo)}" shouldBe "InstanceNorm2d(Duo = 2, momentum = 0.1, eps = 1.0E-5, not affine, no running statistics)"
        }

        test("statistics of instances move while training, outlive the step, and serve in evaluation") {
            val norm = InstanceNorm1d(Duo, momentum = 0.5, eps = 0.0, trackRunningStatistics = true)
            norm.stateDict().keys.toList() shouldBe listOf("running_mean", "running_var", "num_batches_tracked")
            val x = valueOf(floatArrayOf(1f, 3f, 4f, 8f, 3f, 5f, 4f, 8f), 2, 2, 2)
            scope("step") { norm.call(x) }
            // means 2 and 4, 6 and 6; unbiased variances 2 and 2, 8 and 8; half of the way from 0 and 1
            norm.runningMean!!.value.numbers() near listOf(1.5, 3.0)
            norm.runningVariance!!.value.numbers() near listOf(1.5, 4.5)
            norm.batchesTracked!!.value.item() shouldBe 0.0
            norm.eval()
            norm.call(valueOf(floatArrayOf(1.5f, 3f, 3f, 3f), 1, 2, 2)).numbers() near listOf(0.0, 1.5 / sqrt(1.5), 0.0, 0.0)
            norm.runningMean!!.value.numbers() near listOf(1.5, 3.0)
            val still = InstanceNorm1d(Duo, momentum = null, trackRunningStatistics = true)
            still.call(x)
            still.runningMean!!.value.numbers() near listOf(0.0, 0.0)
        }

        test("the response of neighbouring channels") {
            val x = valueOf(doubleArrayOf(1.0, 2.0, 3.0, 4.0), 1, 4, 1)
            val norm = LocalResponseNorm(3, alpha = 3.0, beta = 0.5, k = 1.0)
            // sums of squares of a channel and both its neighbours: 5, 14, 29, 25
            norm.call(x).numbers() near listOf(1 / sqrt(6.0), 2 / sqrt(15.0), 3 / sqrt(30.0), 4 / sqrt(26.0))
            "$norm" shouldBe "LocalResponseNorm(3, alpha = 3.0, beta = 0.5, k = 1.0)"
            // an even number looks one further back: 1, 5, 13, 25
            LocalResponseNorm(2, 2.0, 1.0).call(x).numbers() near listOf(1.0 / 2, 2.0 / 6, 3.0 / 14, 4.0 / 26)
        }

        test("the older layer looks at as many channels on both sides") {
            val x = valueOf(doubleArrayOf(1.0, 2.0, 3.0, 4.0), 1, 4, 1, 1)
            CrossMapLRN2d(3, 3.0, 0.5).call(x).numbers() near LocalResponseNorm(3, 3.0, 0.5).call(x).numbers()
            CrossMapLRN2d(4, 4.0, 0.5).call(x).numbers() near listOf(1 / sqrt(6.0), 2 / sqrt(15.0), 3 / sqrt(30.0), 4 / sqrt(26.0))
            "${CrossMapLRN2d(5)}" shouldBe "CrossMapLRN2d(5, alpha = 1.0E-4, beta = 0.75, k = 1.0)"
        }

        test("the root mean square divides the last axes") {
            val norm = RMSNorm(Bands, eps = 0.0)
            val y: Tensor<Mat<Herd, Bands>> = norm(ones(Herd of 2, Bands))
            y.sizes.toString() shouldBe "[Herd = 2, Bands = 4]"
            val root = sqrt((1.0 + 4 + 9 + 16) / 4)
            norm.call(valueOf(floatArrayOf(1f, -2f, 3f, 4f), 4)).numbers() near listOf(1 / root, -2 / root, 3 / root, 4 / root)
            norm.stateDict().keys shouldBe setOf("weight")
            RMSNorm(Bands, affine = false).stateDict().keys shouldBe emptySet()
            val tiny = valueOf(FloatArray(4) { 1e-4f }, 4)
            RMSNorm(Bands).call(tiny).numbers()[0] shouldBe (1e-4 / sqrt(1e-8 + 2.0.pow(-23)) plusOrMinus 1e-6)
            "$norm" shouldBe "RMSNorm(Bands = 4, eps = 0.0)"
            "${RMSNorm(listOf(Ticks), Duo, affine = false)}" shouldBe "RMSNorm(Ticks = 3, Duo = 2, eps = null, not affine)"
            norm.outputAxis shouldBe norm.inputAxis
        }

        test("chains know the axes of norms") {
            val layer = Linear(Bands, 6).rmsNorm().linear(Duo)
            layer.stateDict().keys.toList() shouldBe listOf("0.weight", "0.bias", "1.weight", "2.weight", "2.bias")
            "${layer.children["1"]}" shouldBe "RMSNorm(Dyn = 6, eps = null)"
            problem { Sequential(Conv2d(Duo, Bands, 3), InstanceNorm2d(Duo)) } shouldBe
                "sequential: part 1 does not take the channels that part 0 gives: 2 != 4"
            Sequential(Conv2d(Duo, Bands, 3), GroupNorm(2, Bands), ReLU(), InstanceNorm2d(Bands)).parts.size shouldBe 4
        }

        test("channels without a size are refused") {
            problem { GroupNorm(1, Unsized) } shouldBe problem { LayerNorm(Unsized) }
        }
    })
