package dev.rankine.tensor

import dev.rankine.ops.valueOf
import dev.rankine.shapes.Cube
import dev.rankine.shapes.DType
import dev.rankine.shapes.Mat
import dev.rankine.shapes.Rank4
import dev.rankine.shapes.ShapeException
import dev.rankine.shapes.Vec
import dev.rankine.shapes.of
import dev.rankine.shapes.times
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.doubles.plusOrMinus
import io.kotest.matchers.shouldBe

/** The typed functions at run time: numbers by hand, and the names of the result's axes. */
internal class TensorTest :
    FunSpec({
        val x = tensor(Batch of 2, Width) { i, j -> i * 3 + j }
        val row = tensorOf(floatArrayOf(10f, 20f, 30f), Width)

        fun Tensor<*>.numbers() = toDoubleArray().toList()

        test("operators broadcast both ways") {
            (x + row).numbers() shouldBe listOf(10.0, 21.0, 32.0, 13.0, 24.0, 35.0)
            (row - x).numbers() shouldBe listOf(10.0, 19.0, 28.0, 7.0, 16.0, 25.0)
            (x.sumKeep(Width) * row).numbers() shouldBe listOf(30.0, 60.0, 90.0, 120.0, 240.0, 360.0)
            (row / 10 - 1).numbers() shouldBe listOf(0.0, 1.0, 2.0)
            (60 / row).numbers() shouldBe listOf(6.0, 3.0, 2.0)
            (-row).pow(2).numbers() shouldBe listOf(100.0, 400.0, 900.0)
            (x + row).sizes.toString() shouldBe "[Batch = 2, Width = 3]"
        }

        test("comparisons and logic give bool") {
            (x gt 2).dtype shouldBe DType.BOOL
            (x gt 2).numbers() shouldBe listOf(0.0, 0.0, 0.0, 1.0, 1.0, 1.0)
            ((x gt 0) logicalAnd (x lt 4)).numbers() shouldBe listOf(0.0, 1.0, 1.0, 1.0, 0.0, 0.0)
            (row eq x).any().item() shouldBe 0.0
            row.maximum(15).numbers() shouldBe listOf(15.0, 20.0, 30.0)
            row.remainder(scalar(7f)).numbers() shouldBe listOf(3.0, 6.0, 2.0)
        }

        test("in place") {
            val y = tensor(Batch of 2, Width) { i, j -> i * 3 + j }
            y += row
            y -= scalar(10f)
            y *= 2
            y.numbers() shouldBe listOf(0.0, 22.0, 44.0, 6.0, 28.0, 50.0)
            y /= 2
            y -= 1
            y.numbers() shouldBe listOf(-1.0, 10.0, 21.0, 2.0, 13.0, 24.0)
        }

        test("reductions name the axis") {
            x.sum(Width).numbers() shouldBe listOf(3.0, 12.0)
            x.sum(Batch).numbers() shouldBe listOf(3.0, 5.0, 7.0)
            x.sum(Batch).sizes.toString() shouldBe "[Width = 3]"
            x.mean().item() shouldBe 2.5
            x.amaxKeep(Width).sizes.toString() shouldBe "[Batch = 2, 1]"
            x.argmax(Width).toLongArray().toList() shouldBe listOf(2L, 2L)
            x.variance(Batch, correction = 0).numbers() shouldBe listOf(2.25, 2.25, 2.25)
            x.prod(Batch).numbers() shouldBe listOf(0.0, 4.0, 10.0)
            x.sumLast().numbers() shouldBe listOf(3.0, 12.0)
            x.cumsum(Width).numbers() shouldBe listOf(0.0, 1.0, 3.0, 3.0, 7.0, 12.0)
            x.softmax(Batch).sum(Batch).numbers() shouldBe listOf(1.0, 1.0, 1.0)
        }

        test("products") {
            val w = tensor(Width, Digit) { i, j -> if (i == j) 1 else 0 }
            (x matmul w).numbers() shouldBe listOf(0.0, 1.0, 2.0, 0.0, 3.0, 4.0, 5.0, 0.0)
            (x matmul w).sizes.toString() shouldBe "[Batch = 2, Digit = 4]"
            (row matmul w).numbers() shouldBe listOf(10.0, 20.0, 30.0, 0.0)
            val cube = x.unsqueeze(Batch).squeezeFirst().broadcastTo(Time of 2, Batch of 2, Width)
            (cube bmm cube.t()).numbers() shouldBe listOf(5.0, 14.0, 14.0, 50.0, 5.0, 14.0, 14.0, 50.0)
        }

        test("axes merge, split, swap") {
            val y = tensor(Time of 2, Heads * Width) { i, j -> i * 6 + j }
            val parts: Tensor<Cube<Time, Heads, Width>> = y.split(Heads, Width)
            parts.sizes.toString() shouldBe "[Time = 2, Heads = 2, Width = 3]"
            parts.merge().sizes.toString() shouldBe "[Time = 2, Heads*Width = 6]"
            parts.merge().numbers() shouldBe y.numbers()
            parts.mergeFirst().sizes.toString() shouldBe "[Time*Heads = 4, Width = 3]"
            parts.transpose(Time, Heads).numbers() shouldBe listOf(0, 1, 2, 6, 7, 8, 3, 4, 5, 9, 10, 11).map { it.toDouble() }
            parts.transpose(Time, Heads).sizes.toString() shouldBe "[Heads = 2, Time = 2, Width = 3]"
            shouldThrow<ShapeException> { y.split(Heads, Width of 3).mergeFirst().splitFirst(Time of 3, Heads) }.problem shouldBe
                "reshape: number of elements differs: 12 != 18"
        }

        test("a last axis is cut into several") {
            val y = tensor(Time of 2, Pixels) { i, j -> i * 12 + j }
            val parts: Tensor<Rank4<Time, Heads, Width, Batch>> = y.unflatten(Heads, Width, Batch of 2)
            parts.sizes.toString() shouldBe "[Time = 2, Heads = 2, Width = 3, Batch = 2]"
            parts.numbers() shouldBe y.numbers()
            shouldThrow<ShapeException> { y.unflatten(Heads, Width) }.message shouldBe
                """
                unflatten: [Heads = 2, Width = 3] does not make the last axis: 6 != 12
                  input  [Time = 2, Pixels = 12]
                """.trimIndent()
        }

        test("parts and wholes") {
            x.select(Batch, -1).numbers() shouldBe listOf(3.0, 4.0, 5.0)
            x.narrow(Width, 1, Time of 2).numbers() shouldBe listOf(1.0, 2.0, 4.0, 5.0)
            x.narrow(Width, 1, Time of 2).sizes.toString() shouldBe "[Batch = 2, Time = 2]"
            val wide = x.cat(tensor(Batch of 2, Heads) { i, j -> -i - j })
            wide.numbers() shouldBe listOf(0.0, 1.0, 2.0, 0.0, -1.0, 3.0, 4.0, 5.0, -1.0, -2.0)
            wide.sizes.toString() shouldBe "[Batch = 2, Width+Heads = 5]"
            x.catFirst(x).sizes.toString() shouldBe "[Batch+Batch = 4, Width = 3]"
            listOf(row, row).stack(Time of 2).sizes.toString() shouldBe "[Time = 2, Width = 3]"
            shouldThrow<ShapeException> { listOf(row).stack(Time of 2) }.problem shouldBe
                "stack: number of tensors differs: 1 given for Time of 2"
            vec(Time, 1, 0, 1).embedding(x).numbers() shouldBe listOf(3.0, 4.0, 5.0, 0.0, 1.0, 2.0, 3.0, 4.0, 5.0)
            vec(Batch, 2, 0).oneHot(Digit).numbers() shouldBe listOf(0.0, 0.0, 1.0, 0.0, 1.0, 0.0, 0.0, 0.0)
            x.gather(Width, mat(Batch, Time, listOf(listOf(2), listOf(0)))).numbers() shouldBe listOf(2.0, 3.0)
        }

        test("choices") {
            x.where(x gt 2, -row).numbers() shouldBe listOf(-10.0, -20.0, -30.0, 3.0, 4.0, 5.0)
            x.maskedFill(row gt 15, 7).numbers() shouldBe listOf(0.0, 7.0, 7.0, 3.0, 7.0, 7.0)
            x.clamp(1, 3).numbers() shouldBe listOf(1.0, 1.0, 2.0, 3.0, 3.0, 3.0)
            x.dropout(0.5, training = false).numbers() shouldBe x.numbers()
            x.tril().numbers() shouldBe listOf(0.0, 0.0, 0.0, 3.0, 4.0, 0.0)
        }

        test("losses") {
            mseLoss(x, row.broadcastTo(Batch of 2, Width)).item() shouldBe (listOf(100, 361, 784, 49, 256, 625).average() plusOrMinus 1e-4)
            crossEntropy(zeros(Batch of 2, Digit), vec(Batch, 0, 3)).item() shouldBe (Math.log(4.0) plusOrMinus 1e-6)
        }

        test("typed checks rank and sizes") {
            val y = valueOf(floatArrayOf(1f, 2f, 3f, 4f, 5f, 6f), 2, 3)
            val typed: Tensor<Mat<Batch, Width>> = y.typed(Batch of 2, Width)
            typed.sizes.toString() shouldBe "[Batch = 2, Width = 3]"
            typed.untyped().typed(Batch of 2, Width).numbers() shouldBe typed.numbers()
            shouldThrow<ShapeException> { y.typed(Width) }.message shouldBe
                "typed: rank differs: 2 != 1\n  value  [2, 3]\n  type   [Width = 3]"
            shouldThrow<ShapeException> { y.typed(Batch of 2, Digit) }.message shouldBe
                "typed: size of axis 1 (Digit) differs: 3 != 4\n  value  [2, 3]\n  type   [Batch = 2, Digit = 4]"
            shouldThrow<ShapeException> { y.typed(Batch, Width) }.message shouldBe
                "axis: Batch declares no size\n  hint: write `Batch of n`"
        }

        test("creation") {
            zeros(Batch of 2, Width).sizes.toString() shouldBe "[Batch = 2, Width = 3]"
            full(Width, number = 7, dtype = DType.I64).toLongArray().toList() shouldBe listOf(7L, 7L, 7L)
            vec(Time, 1, 2).dtype shouldBe DType.I64
            vec(Time, 1, 2.5).dtype shouldBe DType.F32
            tensorOf(booleanArrayOf(true, false), Heads).numbers() shouldBe listOf(1.0, 0.0)
            mat(Batch, Width, listOf(listOf(1, 2, 3), listOf(4, 5, 6))).numbers() shouldBe listOf(1.0, 2.0, 3.0, 4.0, 5.0, 6.0)
            shouldThrow<ShapeException> { mat(Batch, Time, listOf(listOf(1, 2), listOf(3))) }.problem shouldBe
                "mat: rows are not equally long: row 1 has 1 elements, row 0 has 2"
            shouldThrow<ShapeException> { vec(Width, 1, 2) }.problem shouldBe "axis: Width was declared with size 3: 2 given"
            uniform(Batch of 100, Width, low = 2.0, high = 3.0).let { it.amin().item() >= 2 && it.amax().item() < 3 } shouldBe true
        }

        test("reading") {
            x.read { elements -> (0 until elements.count).sumOf { elements.double(it) } } shouldBe 15.0
            val part: Tensor<Vec<Batch>> = x.select(Width, 1)
            part.toFloatArray().toList() shouldBe listOf(1f, 4f)
            part.toString() shouldBe "tensor([1., 4.], shape [Batch = 2], float32)"
        }
    })
