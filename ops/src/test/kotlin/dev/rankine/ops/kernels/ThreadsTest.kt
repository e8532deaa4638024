package dev.rankine.ops.kernels

import dev.rankine.ops.BatchNormAttributes
import dev.rankine.ops.Conv2dAttributes
import dev.rankine.ops.Conv2dGradientAttributes
import dev.rankine.ops.Evaluator
import dev.rankine.ops.GeluAttributes
import dev.rankine.ops.LayerNormAttributes
import dev.rankine.ops.Op
import dev.rankine.ops.ReduceAttributes
import dev.rankine.ops.SoftmaxAttributes
import dev.rankine.ops.Value
import dev.rankine.ops.batchNormGradientOp
import dev.rankine.ops.batchNormOp
import dev.rankine.ops.conv2dInputGradient
import dev.rankine.ops.conv2dOp
import dev.rankine.ops.conv2dWeightGradient
import dev.rankine.ops.geluBackward
import dev.rankine.ops.geluOp
import dev.rankine.ops.layerNormGradientOp
import dev.rankine.ops.layerNormOp
import dev.rankine.ops.layerNormWeightGradientOp
import dev.rankine.ops.linearOp
import dev.rankine.ops.matmulOp
import dev.rankine.ops.ones
import dev.rankine.ops.plain.Workers
import dev.rankine.ops.softmaxOp
import dev.rankine.ops.sumOp
import dev.rankine.ops.toFloatArray
import dev.rankine.shapes.DType
import dev.rankine.shapes.Sizes
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.shouldBe
import java.util.Random

/** A range inside a range runs on one thread: what it gives must be what all threads give, bit for bit. */
internal class ThreadsTest :
    FunSpec({
        val random = Random(1)

        fun random(vararg sizes: Int): Value = operand(random, DType.F32, Sizes.of(*sizes))

        fun <A : Any> check(op: Op<A>, attributes: A, vararg inputs: Value) {
            fun bits(): List<Int> = Evaluator.apply(op, attributes, arrayOf(*inputs))[0].toFloatArray().map { it.toRawBits() }
            val alone = arrayOfNulls<List<Int>>(2)
            Workers.range(2, 1) { from, to -> for (i in from until to) alone[i] = bits() }
            val shared = bits()
            alone[0] shouldBe shared
            alone[1] shouldBe shared
        }
        test("products of matrices") {
            check(matmulOp, Unit, random(190, 530), random(530, 410))
            check(matmulOp, Unit, random(640, 300), random(300, 10))
            check(matmulOp, Unit, random(9, 70, 30), random(9, 30, 70))
        }
        test("convolutions") {
            val attributes = Conv2dAttributes(listOf(1, 1), listOf(1, 1, 1, 1), listOf(1, 1), 1)
            check(conv2dOp, attributes, random(3, 8, 20, 20), random(40, 8, 3, 3), random(40))
            check(conv2dInputGradient, Conv2dGradientAttributes(attributes, 20, 20), random(1, 40, 20, 20), random(40, 8, 3, 3))
            check(conv2dWeightGradient, Conv2dGradientAttributes(attributes, 3, 3), random(3, 8, 20, 20), random(3, 40, 20, 20))
            check(conv2dWeightGradient, Conv2dGradientAttributes(attributes, 3, 3), random(3, 2, 20, 20), random(3, 40, 20, 20))
        }
        test("batch normalization") {
            val attributes = BatchNormAttributes(1e-5)
            check(batchNormOp, attributes, random(30, 3, 40, 41))
            val variance = ones(Sizes.of(3), backend = kernelsBackend)
            check(batchNormGradientOp, attributes, random(30, 3, 40, 41), random(30, 3, 40, 41), random(3), variance)
        }
        test("affine maps and layer norm") {
            val attributes = LayerNormAttributes(1, 1e-5, hasWeight = true)
            check(linearOp, Unit, random(500, 130), random(70, 130), random(70))
            check(layerNormOp, attributes, random(500, 130), random(130))
            check(layerNormGradientOp, attributes, random(500, 130), random(500, 130), random(130))
            check(layerNormWeightGradientOp, LayerNormAttributes(1, 1e-5), random(500, 130), random(500, 130))
        }
        test("softmax and gelu") {
            check(softmaxOp, SoftmaxAttributes(1), random(500, 130))
            check(geluOp, GeluAttributes("none"), random(500, 130))
            check(geluBackward, GeluAttributes("none"), random(500, 130), random(500, 130))
        }
        test("sums") {
            check(sumOp, ReduceAttributes(listOf(0, 1), false), random(400, 1001))
            check(sumOp, ReduceAttributes(listOf(0), false), random(400, 1001))
            check(sumOp, ReduceAttributes(listOf(1), false), random(400, 1001))
        }
    })
