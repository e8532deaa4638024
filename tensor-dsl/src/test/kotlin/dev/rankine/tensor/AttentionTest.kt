package dev.rankine.tensor

import dev.rankine.ops.manualSeed
import dev.rankine.shapes.DType
import dev.rankine.shapes.DTypeException
import dev.rankine.shapes.ShapeException
import dev.rankine.shapes.of
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.doubles.plusOrMinus
import io.kotest.matchers.shouldBe
import kotlin.math.sqrt

/** Attention and affine maps at run time. */
internal class AttentionTest :
    FunSpec({
        val query = tensor(Batch of 2, Time of 3, Width) { i, j, k -> (i * 5 + j * 3 + k * 2) % 7 - 3 }
        val key = tensor(Batch of 2, Digit, Width) { i, j, k -> (i * 3 + j * 5 + k) % 6 - 2 }
        val values = tensor(Batch of 2, Digit, Heads) { i, j, k -> i + j * 2 - k * 3 }

        fun Tensor<*>.numbers() = toDoubleArray().toList()

        infix fun Tensor<*>.shouldBeNear(other: Tensor<*>) {
            sizes shouldBe other.sizes
            numbers().zip(other.numbers()).forEach { (found, right) -> found shouldBe (right plusOrMinus 1e-5) }
        }

        test("a mean of the values, weighted by the softmax of the scaled products") {
            val weights = ((query bmm key.t()) / sqrt(3.0)).softmaxLast()
            val found = query.scaledDotProductAttention(key, values)
            found.sizes.toString() shouldBe "[Batch = 2, Time = 3, Heads = 2]"
            found shouldBeNear (weights bmm values)
            query[Batch, 0].scaledDotProductAttention(key[Batch, 0], values[Batch, 0]) shouldBeNear found[Batch, 0]
        }

        test("masks") {
            val first = query.scaledDotProductAttention(query, query, isCausal = true)[Time, 0]
            first.numbers() shouldBe query[Time, 0].numbers()
            val allowed = tensorOf(booleanArrayOf(true, false, false, false), Digit)
            query.scaledDotProductAttention(key, values, mask = allowed)[Time, 2].numbers() shouldBe values[Digit, 0].numbers()
            val added = tensorOf(floatArrayOf(0f, -1e30f, -1e30f, -1e30f), Digit)
            query.scaledDotProductAttention(key, values, mask = added)[Time, 1].numbers() shouldBe values[Digit, 0].numbers()
            val some = tensorOf(BooleanArray(12) { it >= 4 }, Time of 3, Digit)
            val nowhere = query.scaledDotProductAttention(key, values, mask = some)
            nowhere[Time, 0].numbers().all { it == 0.0 } shouldBe true
            nowhere[Time, 1].numbers() shouldBe query.scaledDotProductAttention(key, values)[Time, 1].numbers()
            val wrong = zeros(Batch of 2, Time of 2, Digit)
            shouldThrow<ShapeException> { query.scaledDotProductAttention(key, values, mask = wrong) }.problem shouldBe
                "scaled_dot_product_attention: sizes do not broadcast: 3 against 2 on axis -2"
        }

        test("dropout is drawn anew at every call, and not at all with probability 0") {
            manualSeed(3)
            val one = query.scaledDotProductAttention(key, values, dropoutP = 0.5)
            val other = query.scaledDotProductAttention(key, values, dropoutP = 0.5)
            (one eq other).all().item() shouldBe 0.0
            manualSeed(3)
            query.scaledDotProductAttention(key, values, dropoutP = 0.5).numbers() shouldBe one.numbers()
            shouldThrow<IllegalArgumentException> { query.scaledDotProductAttention(key, values, dropoutP = 2.0) }.message shouldBe
                "scaled_dot_product_attention: the probability must be in [0, 1]: 2.0"
        }

        test("sizes and types that do not fit") {
            shouldThrow<ShapeException> { query.scaledDotProductAttention(zeros(Batch of 3, Digit, Width), values) }.operands.size shouldBe
                3
            shouldThrow<DTypeException> { query.scaledDotProductAttention(key.to(DType.F64), values) }.problem shouldBe
                "scaled_dot_product_attention: element types differ: float32, float64, float32"
        }

        test("affine maps and products of vectors") {
            val weight = tensor(Digit, Width) { i, j -> i - j }
            val bias = tensorOf(floatArrayOf(1f, 2f, 3f, 4f), Digit)
            query.linear(weight, bias) shouldBeNear ((query matmul weight.t()) + bias)
            query.linear(weight, bias).sizes.toString() shouldBe "[Batch = 2, Time = 3, Digit = 4]"
            val v = tensorOf(floatArrayOf(1f, 2f, -1f), Width)
            (query mv v).sizes.toString() shouldBe "[Batch = 2, Time = 3]"
            (query mv v) shouldBeNear (query * v).sum(Width)
            (v dot v).item() shouldBe 6.0
            (v outer bias).numbers() shouldBe listOf(1.0, 2.0, 3.0, 4.0, 2.0, 4.0, 6.0, 8.0, -1.0, -2.0, -3.0, -4.0)
            (v outer bias).sizes.toString() shouldBe "[Width = 3, Digit = 4]"
            query
                .layerNorm(v)
                .mean(Width)
                .sizes
                .toString() shouldBe "[Batch = 2, Time = 3]"
        }
    })
