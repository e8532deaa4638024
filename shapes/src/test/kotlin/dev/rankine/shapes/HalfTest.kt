package dev.rankine.shapes

import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.shouldBe

internal class HalfTest :
    FunSpec({
        test("half of a dim has half of its size, where that is known") {
            HeadDim.half.size shouldBe HeadDim.size!! / 2
            Batch.half.size shouldBe null
            Pixels.half.half.size shouldBe 196
        }

        test("halves are called by what they are half of") {
            Batch.half.toString() shouldBe "Batch/2"
            Batch.half.half.half.name shouldBe "Batch/8"
            (Batch * Heads).half.name shouldBe "(Batch*Heads)/2"
            (Batch + Heads).half.half.name shouldBe "(Batch+Heads)/4"
        }

        test("halves are equal when the whole is") {
            Batch.half shouldBe Batch.half
            Batch.half.hashCode() shouldBe Batch.half.hashCode()
            Batch.half.equals(Heads.half) shouldBe false
            Batch.half.equals(Batch.half.half) shouldBe false
        }

        test("an odd size has no half") {
            shouldThrow<ShapeException> { Third.half }.message shouldBe "dim: Third has no half: 3 is odd"
        }
    })

private object Third : Dim<Third>(3)
