package dev.rankine.tensor

import dev.rankine.shapes.DType
import dev.rankine.shapes.ShapeException
import dev.rankine.shapes.of
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.shouldBe

internal class NestedListsTest :
    FunSpec({
        test("lists of every depth, in row-major order") {
            tensorOf(listOf(1, 2, 3), Width).toLongArray().toList() shouldBe listOf(1L, 2L, 3L)
            val cube = tensorOf(listOf(listOf(listOf(1, 2, 3), listOf(4, 5, 6))), Batch of 1, Heads, Width)
            cube.sizes.toString() shouldBe "[Batch = 1, Heads = 2, Width = 3]"
            cube.dtype shouldBe DType.I64
            cube.toLongArray().toList() shouldBe listOf(1L, 2L, 3L, 4L, 5L, 6L)
            val five = tensorOf(listOf(listOf(listOf(listOf(listOf(1, 2.5, 3))))), Batch of 1, Time of 1, Batch of 1, Time of 1, Width)
            five.dtype shouldBe DType.F32
            five.toDoubleArray().toList() shouldBe listOf(1.0, 2.5, 3.0)
            tensorOf(listOf(listOf(listOf(listOf(7L)))), Batch of 1, Time of 1, Batch of 1, Time of 1).item() shouldBe 7.0
        }
        test("an axis of a vector says that it is one") { vec(Batch, 1, 2).sizes.axis(0)!!.origin shouldBe "a vector of 2 numbers" }
        test("a list that does not fit is named by its place") {
            shouldThrow<ShapeException> { tensorOf(listOf(1, 2), Width) }.message shouldBe "tensorOf: the list has 2 elements: Width = 3"
            shouldThrow<ShapeException> { tensorOf(listOf(listOf(1, 2, 3), listOf(1, 2)), Heads, Width) }.message shouldBe
                "tensorOf: the list at [1] has 2 elements: Width = 3"
            shouldThrow<ShapeException> {
                tensorOf(
                    listOf(listOf(listOf(1)), listOf(listOf(1, 2))),
                    Heads,
                    Batch of 1,
                    Time of 1,
                )
            }.message shouldBe
                "tensorOf: the list at [1, 0] has 2 elements: Time = 1"
        }
    })
