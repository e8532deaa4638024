package dev.rankine.shapes

import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.shouldBe

/** Whatever can give a tensor an axis. */
internal class SizedTest :
    FunSpec({
        test("a dim gives the axis that it declares") {
            val sized: Sized<Pixels> = Pixels
            sized.toAxis().toString() shouldBe "Pixels of 784"
            (Heads * HeadDim).toAxis().toString() shouldBe "Heads*HeadDim of 64"
        }

        test("an axis gives itself") {
            val axis = Batch of 3
            (axis.toAxis() === axis) shouldBe true
        }

        test("a dim without a size says what to write") {
            shouldThrow<ShapeException> { Batch.toAxis() }.message shouldBe "axis: Batch declares no size\n  hint: write `Batch of n`"
        }
    })
