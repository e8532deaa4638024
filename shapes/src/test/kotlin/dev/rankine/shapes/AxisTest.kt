package dev.rankine.shapes

import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.shouldBe
import io.kotest.matchers.types.shouldBeSameInstanceAs

internal class AxisTest :
    FunSpec({
        test("a dim is bound to a size") {
            val axis = Batch of 32
            axis.dim shouldBeSameInstanceAs Batch
            axis.size shouldBe 32
            axis.toString() shouldBe "Batch of 32"
            (Batch of 0).size shouldBe 0
            (Pixels of 784).size shouldBe 784
        }

        test("a declared size needs no number") {
            Pixels.axis().size shouldBe 784
            (Heads * HeadDim).axis().toString() shouldBe "Heads*HeadDim of 64"
        }

        test("a size must not be negative nor contradict the declared one") {
            shouldThrow<ShapeException> { Batch of -1 }.message shouldBe "axis: a size cannot be negative: Batch of -1"
            shouldThrow<ShapeException> { Pixels of 783 }.message shouldBe "axis: Pixels was declared with size 784: 783 given"
            shouldThrow<ShapeException> { Heads * HeadDim of 65 }.message shouldBe
                "axis: Heads*HeadDim was declared with size 64: 65 given"
        }

        test("a dim without a size cannot be an axis of its own") {
            shouldThrow<ShapeException> { Batch.axis() }.message shouldBe "axis: Batch declares no size\n  hint: write `Batch of n`"
        }
    })
