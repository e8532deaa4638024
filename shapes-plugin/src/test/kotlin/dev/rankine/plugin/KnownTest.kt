package dev.rankine.plugin

import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.shouldBe

internal class KnownTest :
    FunSpec({
        fun shape(vararg sizes: Int?) = Shaped(sizes.map { Extent(it) })

        test("text") {
            Extent(784, "Pixels").toString() shouldBe "Pixels = 784"
            Shaped(listOf(Extent(null, "Batch"), Extent(3), Extent(null))).toString() shouldBe "[Batch, 3, ?]"
            Items(listOf(Extent(3), null)).toString() shouldBe "[3, ?]"
        }
        test("of several values, what they agree on") {
            common(listOf(shape(2, 3), shape(2, 3))) shouldBe shape(2, 3)
            common(listOf(shape(2, 3), shape(2, 4), shape(2, 3))) shouldBe shape(2, null)
            common(listOf(shape(2, 3), shape(2))) shouldBe null
            common(listOf(shape(2, 3), null)) shouldBe null
            common(listOf(null, shape(2, 3))) shouldBe null
            common(emptyList()) shouldBe null
            common(listOf(Extent(2, "A"), Extent(2, "B"))) shouldBe Extent(2)
            common(listOf(Items(listOf(Extent(2), null)), Items(listOf(Extent(2), Extent(3))))) shouldBe Items(listOf(Extent(2), null))
            common(listOf(Extent(2), shape(2))) shouldBe null
        }
        test("a value and its type complete each other") {
            joined(shape(2, null), Shaped(listOf(Extent(null, "Batch"), Extent(784, "Pixels")))) shouldBe
                Shaped(listOf(Extent(2, "Batch"), Extent(784, "Pixels")))
            joined(null, shape(2)) shouldBe shape(2)
            joined(shape(2), null) shouldBe shape(2)
            joined(Extent(32), Extent(null, "Batch")) shouldBe Extent(32, "Batch")
        }
        test("a value and its type that contradict each other are unknown") {
            joined(shape(2, 3), shape(2, 4)) shouldBe null
            joined(shape(2, 3), shape(2)) shouldBe null
            joined(Extent(2), Extent(3)) shouldBe null
        }
    })
