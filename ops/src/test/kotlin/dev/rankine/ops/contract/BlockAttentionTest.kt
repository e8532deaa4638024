package dev.rankine.ops.contract

import dev.rankine.ops.AttentionAttributes
import dev.rankine.ops.BlockAttentionAttributes
import dev.rankine.ops.Value
import dev.rankine.ops.blockAttentionOp
import dev.rankine.ops.manualSeed
import dev.rankine.ops.normal
import dev.rankine.ops.ones
import dev.rankine.ops.scaledDotProductAttention
import dev.rankine.ops.scaledDotProductAttentionWithWeights
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

internal class BlockAttentionTest :
    FunSpec({
        fun draw(vararg sizes: Int): Value = normal(Sizes.of(*sizes), dtype = DType.F64)

        infix fun Value.shouldBeNear(other: Value) {
            sizes shouldBe other.sizes
            dtype shouldBe other.dtype
            toDoubleArray().zip(other.toDoubleArray()).forEach { (found, right) -> found shouldBe (right plusOrMinus 1e-12) }
        }

        test("any blocks give what all keys at once give") {
            manualSeed(1)
            val (q, k, v) = listOf(draw(2, 5, 3), draw(2, 7, 3), draw(2, 7, 4))
            val masks =
                listOf(
                    null,
                    draw(5, 7),
                    draw(2, 5, 1),
                    draw(2, 1, 7),
                    draw(1),
                    valueOf(BooleanArray(35) { it % 3 != 0 || it % 7 == 0 }, 5, 7),
                )
            for (mask in masks) {
                for (isCausal in listOf(false, true)) {
                    val right = scaledDotProductAttentionWithWeights(q, k, v, mask, isCausal, scale = 0.3).first
                    for (block in listOf(1, 2, 3, 7, 8)) {
                        val attributes = BlockAttentionAttributes(AttentionAttributes(isCausal, 0.3), block)
                        blockAttentionOp(attributes, listOfNotNull(q, k, v, mask))[0] shouldBeNear right
                    }
                }
            }
        }
        test("a place that may look nowhere finds zeros, either way") {
            manualSeed(2)
            val (q, k, v) = listOf(draw(3, 2), draw(4, 2), draw(4, 2))
            val mask = valueOf(BooleanArray(12) { it >= 4 }, 3, 4)
            val (found, weights) = scaledDotProductAttentionWithWeights(q, k, v, mask)
            (found.toDoubleArray().take(2) + weights.toDoubleArray().take(4)).all { it == 0.0 } shouldBe true
            for (block in listOf(1, 3, 4)) {
                blockAttentionOp(BlockAttentionAttributes(AttentionAttributes(false), block), listOf(q, k, v, mask))[0] shouldBeNear found
            }
        }
        test("scores of any size do not overflow, and 16 bits are enough for the result") {
            manualSeed(3)
            val (q, k, v) = listOf(draw(3, 2), draw(300, 2), draw(300, 2))
            val sharp = scaledDotProductAttention(q, k, v, scale = 1e6)
            sharp shouldBeNear scaledDotProductAttentionWithWeights(q, k, v, scale = 1e6).first
            val half = scaledDotProductAttention(to(q, DType.F16), to(k, DType.F16), to(v, DType.F16))
            half.dtype shouldBe DType.F16
            half.toDoubleArray().zip(scaledDotProductAttention(q, k, v).toDoubleArray()).forEach { (found, right) ->
                found shouldBe (right plusOrMinus 2e-3)
            }
        }
        test("weights of many keys are dropped, and drawn anew at every call") {
            manualSeed(4)
            val (q, k) = zeros(Sizes.of(40, 2)) to zeros(Sizes.of(600, 2))
            val ones = ones(Sizes.of(600, 1))
            val means = List(2) { scaledDotProductAttention(q, k, ones, dropoutP = 0.5).toDoubleArray() }
            means[0].average() shouldBe (1.0 plusOrMinus 0.03)
            (means[0].toList() == means[1].toList()) shouldBe false
            (means[0].distinct().size > 10) shouldBe true
        }
        test("what does not fit is said as it is for few keys") {
            val (q, k) = zeros(Sizes.of(3, 2)) to zeros(Sizes.of(300, 2))
            val name = "scaled_dot_product_attention"
            shouldThrow<ShapeException> { scaledDotProductAttention(q, k, zeros(Sizes.of(299, 2))) }.problem shouldBe
                "$name: s differs: 300 != 299"
            shouldThrow<ShapeException> { scaledDotProductAttention(q, k, k, zeros(Sizes.of(2, 3, 300))) }.problem shouldBe
                "$name: the mask has more axes or elements than the scores: [2, 3, 300] does not broadcast to [3, 300]"
            shouldThrow<DTypeException> { scaledDotProductAttention(q, to(k, DType.F64), k) }.message shouldBe
                "$name: element types differ: float32, float64, float32\n  hint: convert with to(dtype)"
            shouldThrow<IllegalArgumentException> { scaledDotProductAttention(q, k, k, dropoutP = 2.0) }.message shouldBe
                "$name: the probability must be in [0, 1]: 2.0"
        }
    })
