package dev.rankine.kernels

import dev.rankine.conformance.Form
import dev.rankine.conformance.HostData
import dev.rankine.ops.AttentionAttributes
import dev.rankine.ops.BatchNormAttributes
import dev.rankine.ops.BlockAttentionAttributes
import dev.rankine.ops.CrossEntropyAttributes
import dev.rankine.ops.Evaluator
import dev.rankine.ops.GroupNormAttributes
import dev.rankine.ops.LayerNormAttributes
import dev.rankine.ops.Op
import dev.rankine.ops.ReduceAttributes
import dev.rankine.ops.Reduction
import dev.rankine.ops.SoftmaxAttributes
import dev.rankine.ops.amaxOp
import dev.rankine.ops.batchNormGradientOp
import dev.rankine.ops.batchNormOp
import dev.rankine.ops.blockAttentionGradientOp
import dev.rankine.ops.blockAttentionOp
import dev.rankine.ops.crossEntropyGradientOp
import dev.rankine.ops.crossEntropyOp
import dev.rankine.ops.groupNormGradientOp
import dev.rankine.ops.groupNormOp
import dev.rankine.ops.layerNormGradientOp
import dev.rankine.ops.layerNormOp
import dev.rankine.ops.layerNormWeightGradientOp
import dev.rankine.ops.logSoftmaxGradientOp
import dev.rankine.ops.logSoftmaxOp
import dev.rankine.ops.logsumexpOp
import dev.rankine.ops.prodOp
import dev.rankine.ops.softmaxGradientOp
import dev.rankine.ops.softmaxOp
import dev.rankine.ops.sumOp
import dev.rankine.ops.toFloatArray
import dev.rankine.shapes.DType
import dev.rankine.shapes.Sizes
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.shouldBe
import java.util.Random

/** A range inside a range runs on one thread: what it gives must be what all threads give, bit for bit. */
internal class RowThreadsTest :
    FunSpec({
        val random = Random(1)

        fun real(vararg sizes: Int): HostData = Exactness.normal(random, DType.F32, *sizes)

        fun <A : Any> check(op: Op<A>, attributes: A, vararg inputs: HostData) {
            val backend = Exactness.backends.last()
            val values = inputs.map { Form.DENSE.place(it, backend) }.toTypedArray()

            fun bits(): List<List<Int>> = Evaluator.apply(op, attributes, values).map { y -> y.toFloatArray().map { it.toRawBits() } }
            val alone = arrayOfNulls<List<List<Int>>>(2)
            Workers.range(2, 1) { from, to -> for (i in from until to) alone[i] = bits() }
            val shared = bits()
            alone[0] shouldBe shared
            alone[1] shouldBe shared
        }
        test("sums") {
            check(sumOp, ReduceAttributes(listOf(0, 1), false), real(400, 1001))
            check(sumOp, ReduceAttributes(listOf(0), false), real(400, 1001))
            check(sumOp, ReduceAttributes(listOf(0), false), real(7000, 65))
            check(sumOp, ReduceAttributes(listOf(0), false), real(70, 3001))
            check(sumOp, ReduceAttributes(listOf(1), false), real(400, 1001))
            check(sumOp, ReduceAttributes(listOf(0, 2), false), real(40, 33, 101))
        }
        test("products, largest numbers, logarithms of sums of exponentials") {
            for (axis in 0..1) {
                for (op in listOf(prodOp, amaxOp, logsumexpOp)) check(op, ReduceAttributes(listOf(axis), false), real(400, 1001))
            }
        }
        test("norms") {
            check(layerNormOp, LayerNormAttributes(1, 1e-5), real(500, 130))
            check(layerNormGradientOp, LayerNormAttributes(1, 1e-5), real(500, 130), real(500, 130))
            val weighted = LayerNormAttributes(1, 1e-5, hasWeight = true)
            check(layerNormGradientOp, weighted, real(500, 130), real(500, 130), real(130))
            check(layerNormGradientOp, weighted, real(50_000, 3), real(50_000, 3), real(3))
            check(layerNormWeightGradientOp, LayerNormAttributes(1, 1e-5), real(500, 130), real(500, 130))
            for (sizes in listOf(intArrayOf(30, 3, 40, 41), intArrayOf(300, 700), intArrayOf(200, 150, 7))) {
                check(batchNormOp, BatchNormAttributes(1e-5), real(*sizes))
                val one = Exactness.numbers(DType.F32, sizes[1]) { 1.0 }
                check(batchNormGradientOp, BatchNormAttributes(1e-5), real(*sizes), real(*sizes), one, one)
            }
        }
        test("attention") {
            for (isCausal in listOf(false, true)) {
                val attributes = BlockAttentionAttributes(AttentionAttributes(isCausal), 256)
                val operands = arrayOf(real(3, 200, 32), real(3, 300, 32), real(3, 300, 32))
                check(blockAttentionOp, attributes, *operands)
                check(blockAttentionGradientOp, attributes, real(3, 200, 32), real(3, 200), real(3, 200), *operands)
            }
        }
        test("group norm") {
            check(groupNormOp, GroupNormAttributes(4, 1e-5), real(60, 12, 15, 17))
            check(groupNormGradientOp, GroupNormAttributes(4, 1e-5), real(60, 12, 15, 17), real(60, 12, 15, 17))
        }
        test("cross entropy of planes") {
            val attributes = CrossEntropyAttributes(-100, Reduction.MEAN)
            val target = HostData.of(DType.I64, Sizes.of(3, 1301)).also { for (i in 0 until 3 * 1301) it.set(i, (i % 90).toDouble()) }
            check(crossEntropyOp, attributes, real(3, 90, 1301), target)
            check(crossEntropyGradientOp, attributes, real(), real(3, 90, 1301), target)
        }
        test("softmax") {
            check(softmaxOp, SoftmaxAttributes(1), real(500, 130))
            check(softmaxOp, SoftmaxAttributes(1), real(5000, 10))
            check(softmaxGradientOp, SoftmaxAttributes(1), real(500, 130), real(500, 130))
            check(logSoftmaxGradientOp, SoftmaxAttributes(1), real(500, 130), real(500, 130))
            for (sizes in listOf(intArrayOf(9, 40, 49), intArrayOf(3, 90, 1301))) {
                check(softmaxOp, SoftmaxAttributes(1), real(*sizes))
                check(logSoftmaxOp, SoftmaxAttributes(1), real(*sizes))
                check(softmaxGradientOp, SoftmaxAttributes(1), real(*sizes), real(*sizes))
                check(logSoftmaxGradientOp, SoftmaxAttributes(1), real(*sizes), real(*sizes))
            }
        }
    })
