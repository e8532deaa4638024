package dev.rankine.tensor

import dev.rankine.shapes.ShapeException
import dev.rankine.shapes.of
import dev.rankine.shapes.plus
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.shouldBe

/** Tensors put together along an axis that has a name. */
internal class JoinTest :
    FunSpec({
        fun Tensor<*>.numbers() = toDoubleArray().toList()

        val x = tensor(Batch of 2, Heads, Width) { i, j, k -> 100 * i + 10 * j + k }
        val y = tensor(Batch of 2, Digit, Width) { i, j, k -> -(100 * i + 10 * j + k) }

        test("the axis in the middle") {
            val both = x.cat(y, over = Heads)
            both.sizes.toString() shouldBe "[Batch = 2, Heads+Digit = 6, Width = 3]"
            both.numbers() shouldBe
                (0..1).flatMap { i ->
                    (0..5).flatMap { j -> (0..2).map { k -> if (j < 2) 100.0 * i + 10 * j + k else 0.0 - (100 * i + 10 * (j - 2) + k) } }
                }
            val (left, right) = both.split(Heads, Digit)
            left.numbers() shouldBe x.numbers()
            right.numbers() shouldBe y.numbers()
            right.sizes.toString() shouldBe "[Batch = 2, Digit = 4, Width = 3]"
        }

        test("the first axis and the last") {
            x.cat(x, over = Batch).numbers() shouldBe x.catFirst(x).numbers()
            x.cat(x, over = Batch).sizes.toString() shouldBe "[Batch+Batch = 4, Heads = 2, Width = 3]"
            val wide = tensor(Batch of 2, Heads, Time of 1) { i, j, _ -> i + j }
            x.cat(wide, over = Width).numbers() shouldBe x.cat(wide).numbers()
            x.cat(wide, over = Width).sizes.toString() shouldBe "[Batch = 2, Heads = 2, Width+Time = 4]"
        }

        test("what is joined again") {
            val three = x.cat(y, over = Heads).cat(x, over = Heads + Digit)
            three.sizes.toString() shouldBe "[Batch = 2, Heads+Digit+Heads = 8, Width = 3]"
            three
                .split(Heads + Digit, Heads)
                .second
                .numbers() shouldBe x.numbers()
        }

        test("sizes that differ beside the axis") {
            shouldThrow<ShapeException> { x.cat(zeros(Batch of 3, Digit, Width), over = Heads) }.problem shouldBe
                "cat: sizes differ beside axis 1: [Batch = 2, Heads = 2, Width = 3] and [Batch = 3, Digit = 4, Width = 3]"
        }

        test("a new axis that is not the first") {
            val pair = listOf(x, x + 1)
            val stacked = pair.stack(Time of 2, before = Width)
            stacked.sizes.toString() shouldBe "[Batch = 2, Heads = 2, Time = 2, Width = 3]"
            stacked[Time, 1].numbers() shouldBe x.numbers().map { it + 1 }
            pair.stack(Time of 2, before = Batch).numbers() shouldBe pair.stack(Time of 2).numbers()
            val last = pair.stackLast(Time of 2)
            last.sizes.toString() shouldBe "[Batch = 2, Heads = 2, Width = 3, Time = 2]"
            last[Time, 0].numbers() shouldBe x.numbers()
            shouldThrow<ShapeException> { pair.stackLast(Time of 3) }.problem shouldBe
                "stack: number of tensors differs: 2 given for Time of 3"
        }
    })
