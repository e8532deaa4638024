package dev.rankine.shapes

import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldMatch

internal class OriginTest :
    FunSpec({
        test("an axis knows the line that bound it") {
            (Batch of 32).origin!! shouldMatch Regex("""OriginTest\.kt:1\d""")
        }

        test("an axis whose size is declared, that has no name, or that the library made, has no place") {
            (Pixels of 784).origin shouldBe null
            Pixels.axis().origin shouldBe null
            Axis(Batch, 3).origin shouldBe null
            (Dyn of 3).origin shouldBe null
        }

        test("the maker of an axis may say where its size comes from") {
            Axis(Batch, 17, "the last batch, 17 of 117 examples").origin shouldBe "the last batch, 17 of 117 examples"
        }

        test("where two sizes of a dim clash, the message tells both origins") {
            val left = Sizes.named(Batch of 32, Pixels.axis())
            val right = Sizes.named(Axis(Batch, 17, "the last batch"), Pixels.axis())
            val text = shouldThrow<ShapeException> { Sizes.broadcast("add", left, right) }.message!!
            text.replace(Regex("kt:\\d+"), "kt:LINE") shouldBe
                """
                add: sizes do not broadcast: 32 against 17 on axis -2
                  left         [Batch = 32, Pixels = 784]
                  right        [Batch = 17, Pixels = 784]
                  Batch of 32  OriginTest.kt:LINE
                  Batch of 17  the last batch
                """.trimIndent()
        }

        test("dims that agree, and axes without a name of their own, are not explained") {
            val left = Sizes.named(Batch of 2, Dyn of 3)
            val right = Sizes.named(Batch of 2, Dyn of 4)
            shouldThrow<ShapeException> { Sizes.broadcast("add", left, right) }.message shouldBe
                """
                add: sizes do not broadcast: 3 against 4 on axis -1
                  left   [Batch = 2, Dyn = 3]
                  right  [Batch = 2, Dyn = 4]
                """.trimIndent()
        }
    })
