package dev.rankine.ops.norm

import dev.rankine.ops.Value
import dev.rankine.ops.cosineSimilarity
import dev.rankine.ops.glu
import dev.rankine.ops.groupNorm
import dev.rankine.ops.instanceNorm
import dev.rankine.ops.instanceNormTraining
import dev.rankine.ops.localResponseNorm
import dev.rankine.ops.normalize
import dev.rankine.ops.ones
import dev.rankine.ops.pairwiseDistance
import dev.rankine.ops.rmsNorm
import dev.rankine.ops.to
import dev.rankine.ops.toDoubleArray
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
import kotlin.math.pow
import kotlin.math.sqrt

private fun Value.numbers(): List<Double> = toDoubleArray().toList()

private fun problem(block: () -> Unit): String = shouldThrow<ShapeException> { block() }.message!!.lines().first()

internal class ChannelNormTest :
    FunSpec({
        val x = valueOf(doubleArrayOf(1.0, 3.0, 2.0, 6.0), 1, 2, 2)

        test("group norm: groups of channels, weight and bias per channel") {
            groupNorm(x, 2, eps = 0.0).numbers() shouldBe listOf(-1.0, 1.0, -1.0, 1.0)
            val weight = valueOf(doubleArrayOf(2.0, 3.0), 2)
            groupNorm(x, 2, weight, weight, 0.0).numbers() shouldBe listOf(0.0, 4.0, 0.0, 6.0)
            groupNorm(valueOf(doubleArrayOf(1.0, 3.0), 1, 2), 1, eps = 0.0).numbers() shouldBe listOf(-1.0, 1.0)
            groupNorm(to(x, DType.F16), 2).dtype shouldBe DType.F16
            groupNorm(zeros(Sizes.of(0, 4)), 2).sizes shouldBe Sizes.of(0, 4)
            problem { groupNorm(x, 3) } shouldBe "group_norm: the channels do not divide into groups: 2, 3 groups"
            problem { groupNorm(x, 0) } shouldBe "group_norm: the channels do not divide into groups: 2, 0 groups"
            problem { groupNorm(ones(Sizes.of(3)), 1) } shouldBe "group_norm: needs at least two axes, batch and channels: 1 given"
            problem { groupNorm(x, 2, ones(Sizes.of(3), DType.F64)) } shouldBe "group_norm: weight has other sizes than [2]: [3]"
            shouldThrow<DTypeException> { groupNorm(to(x, DType.I64), 1) }.message!!.lines().first() shouldBe
                "group_norm: does not take int64"
        }

        test("instance norm: with its own statistics, or the running ones") {
            instanceNorm(x, eps = 0.0).numbers() shouldBe listOf(-1.0, 1.0, -1.0, 1.0)
            val (mean, variance) = valueOf(doubleArrayOf(1.0, 2.0), 2) to valueOf(doubleArrayOf(4.0, 16.0), 2)
            instanceNorm(x, mean, variance, useInputStats = false, eps = 0.0).numbers() shouldBe listOf(0.0, 1.0, 0.0, 1.0)
            val result = instanceNormTraining(x, mean, variance, momentum = 0.5)
            result.runningMean!!.numbers() shouldBe listOf(1.5, 3.0)
            result.runningVar!!.numbers() shouldBe listOf(3.0, 12.0)
            instanceNormTraining(x).runningMean shouldBe null
            instanceNorm(zeros(Sizes.of(0, 2, 3))).sizes shouldBe Sizes.of(0, 2, 3)
            problem { instanceNorm(ones(Sizes.of(2, 2, 1))) } shouldBe
                "instance_norm: a channel of an example needs more than one element: 1 given"
            problem { instanceNorm(x, valueOf(doubleArrayOf(1.0), 1), variance) } shouldBe
                "instance_norm: running mean has other sizes than [2]: [1]"
            problem { instanceNorm(x, useInputStats = false) } shouldBe
                "batch_norm: needs running statistics when not training: none given"
        }

        test("local response norm of what does not fit") {
            problem { localResponseNorm(ones(Sizes.of(2, 3)), 2) } shouldBe "local_response_norm: needs at least three axes: 2 given"
            problem { localResponseNorm(x, 0) } shouldBe "local_response_norm: the size must be at least 1: 0"
            localResponseNorm(to(x, DType.BF16), 2).dtype shouldBe DType.BF16
        }

        test("RMS norm: the default eps is the step behind 1 of the type") {
            val tiny = doubleArrayOf(3e-4, 4e-4)
            val square = 12.5e-8
            for ((dtype, step) in listOf(DType.F64 to 2.0.pow(-52), DType.F32 to 2.0.pow(-23))) {
                rmsNorm(to(valueOf(tiny, 2), dtype), listOf(2)).numbers()[0] shouldBe (3e-4 / sqrt(square + step) plusOrMinus 1e-6)
            }
            for ((dtype, step) in listOf(DType.F16 to 2.0.pow(-10), DType.BF16 to 2.0.pow(-7))) {
                rmsNorm(to(valueOf(doubleArrayOf(0.0, 0.125), 2), dtype), listOf(2)).numbers()[1] shouldBe
                    (0.125 / sqrt(1.0 / 128 + step) plusOrMinus 4e-3)
            }
            rmsNorm(valueOf(doubleArrayOf(1.0, 7.0), 2), listOf(2), valueOf(doubleArrayOf(1.0, 2.0), 2), 39.0).numbers() shouldBe
                listOf(0.125, 1.75)
            problem { rmsNorm(x, listOf()) } shouldBe "rms_norm: needs at least one axis to normalize: []"
            problem { rmsNorm(x, listOf(3)) } shouldBe "rms_norm: the last axes are not the normalized ones: [2] != [3]"
            problem { rmsNorm(x, listOf(2), ones(Sizes.of(3), DType.F64)) } shouldBe "rms_norm: weight has other sizes than [2]: [3]"
        }

        test("glu of what has no halves") {
            problem { glu(ones(Sizes.of(2, 3))) } shouldBe "glu: the axis has no halves: axis 1 of size 3"
            problem { glu(ones(Sizes.SCALAR)) } shouldBe "glu: a scalar has no halves"
            problem { glu(x, 3) } shouldBe "glu: axis out of range: 3 is not in [-3, 2]"
            shouldThrow<DTypeException> { glu(to(x, DType.I64)) }.message!!.lines().first() shouldBe "glu: does not take int64"
        }

        test("lengths of zero are no numbers to divide by") {
            normalize(valueOf(doubleArrayOf(3.0, 4.0, 0.0, 0.0), 2, 2)).numbers() shouldBe listOf(0.6, 0.8, 0.0, 0.0)
            cosineSimilarity(zeros(Sizes.of(1, 2)), ones(Sizes.of(1, 2))).numbers() shouldBe listOf(0.0)
            pairwiseDistance(ones(Sizes.of(2)), ones(Sizes.of(2)), eps = 0.0).numbers() shouldBe listOf(0.0)
            pairwiseDistance(valueOf(doubleArrayOf(2.0, 0.0), 2), zeros(Sizes.of(2), DType.F64), 0.0, 0.0).numbers() shouldBe listOf(1.0)
            pairwiseDistance(valueOf(doubleArrayOf(2.0, 0.0), 2), zeros(Sizes.of(2), DType.F64), -1.0, 0.0).numbers() shouldBe listOf(0.0)
            problem { pairwiseDistance(ones(Sizes.SCALAR), ones(Sizes.SCALAR)) } shouldBe "pairwise_distance: a scalar is no vector"
        }
    })
