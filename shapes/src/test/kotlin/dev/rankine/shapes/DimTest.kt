package dev.rankine.shapes

import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.shouldBe

internal class DimTest :
    FunSpec({
        test("a dim is called like its object unless it says otherwise") {
            Batch.name shouldBe "Batch"
            Pixels.toString() shouldBe "Pixels"
            Renamed.name shouldBe "another name"
            Dyn.name shouldBe "Dyn"
        }

        test("a size is declared or unknown, never negative") {
            Batch.size shouldBe null
            Pixels.size shouldBe 784

            class Negative : Dim<Negative>(-3)
            shouldThrow<ShapeException> { Negative() }.message shouldBe "dim: a size cannot be negative: -3"
        }

        test("a product has the product of the sizes where both are known") {
            val merged = Heads * HeadDim
            merged.name shouldBe "Heads*HeadDim"
            merged.size shouldBe 64
            (Batch * Heads).size shouldBe null
            (Heads * Batch).size shouldBe null
        }

        test("a sum has the sum of the sizes where both are known") {
            val joined = Heads + HeadDim
            joined.toString() shouldBe "Heads+HeadDim"
            joined.size shouldBe 20
            (Batch + Heads).size shouldBe null
            (Heads + Batch).size shouldBe null
        }

        test("different dims have different names: sums are in parentheses inside products") {
            ((Batch + Heads) * HeadDim).name shouldBe "(Batch+Heads)*HeadDim"
            (HeadDim * (Batch + Heads)).name shouldBe "HeadDim*(Batch+Heads)"
            (Batch + Heads * HeadDim).name shouldBe "Batch+Heads*HeadDim"
            (Batch + Heads + HeadDim).name shouldBe "Batch+Heads+HeadDim"
        }

        test("products and sums are equal when their parts are") {
            Heads * HeadDim shouldBe Heads * HeadDim
            (Heads * HeadDim).hashCode() shouldBe (Heads * HeadDim).hashCode()
            Heads + HeadDim shouldBe Heads + HeadDim
            (Heads + HeadDim).hashCode() shouldBe (Heads + HeadDim).hashCode()
            (Heads * HeadDim).equals(HeadDim * Heads) shouldBe false
            (Heads + HeadDim).equals(HeadDim + Heads) shouldBe false
            (Heads * HeadDim).equals(Heads + HeadDim) shouldBe false
        }

        test("a size that does not fit in an Int is refused with numbers") {
            shouldThrow<ShapeException> { Vast * Heads }.message shouldBe
                "dim: size of Vast*Heads is too large: 1073741824 * 4 exceeds 2147483647"
            shouldThrow<ShapeException> { Vast + Vast }.message shouldBe
                "dim: size of Vast+Vast is too large: 1073741824 + 1073741824 exceeds 2147483647"
        }
    })
