package dev.rankine.corpus

import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.collections.shouldContainExactly
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldContain

/** How files of cases and the page are read, and that nothing of them is passed over. */
internal class CaseTest :
    FunSpec({
        val good =
            """
            // A number where a text
            // is wanted.
            // source: https://example.org/1
            // caught: types

            import dev.rankine.shapes.*

            object Batch : Dim<Batch>()
            object Pixels : Dim<Pixels>(4)

            fun wrong() {
                val number = 1
                val text: String = number
            }

            fun right() {
                val number = 1
                val text: String = "one"
            }

            // message:
            // first
            //   second
            """.trimIndent()

        fun case(text: String, name: String = "text") = Case(Kind.CHANNELS, name, text.lines())

        fun problem(from: String, to: String): String {
            good shouldContain from
            return shouldThrow<IllegalArgumentException> { case(good.replace(from, to)) }.message!!
        }

        test("a case has a story, sources, a stage, two programs and a message") {
            val case = case(good)
            case.path shouldBe "channels/text"
            case.story shouldBe "A number where a text is wanted."
            case.sources shouldContainExactly listOf("https://example.org/1")
            case.stage shouldBe Stage.TYPES
            case.wrong shouldContainExactly listOf("val number = 1", "val text: String = number")
            case.right shouldContainExactly listOf("val number = 1", "val text: String = \"one\"")
            case.message shouldBe "first\n  second"
        }
        test("each program is the file without the other, line by line") {
            val (wrong, right) = case(good).programs
            val lines = good.lines()
            for ((program, without) in listOf(wrong to "right", right to "wrong")) {
                val text = program.text.lines()
                text.filter { it.contains("fun $without") }.size shouldBe 0
                lines.withIndex().drop(1).filter { (i, line) -> text[i] != line && text[i].isNotEmpty() } shouldBe emptyList()
            }
            wrong.file shouldBe "wrong/channels/text.kt"
        }
        test("what was found is written in its place") {
            val found = case(good).rewritten(Finding(Stage.RUN, "other\n\n  third"))
            val written = case(found.joinToString("\n"))
            written.stage shouldBe Stage.RUN
            written.message shouldBe "other\n\n  third"
            written.wrong shouldBe case(good).wrong
        }
        test("files of another form are refused") {
            problem("// A number where a text\n// is wanted.\n", "") shouldBe "channels/text.kt: the header does not say what goes wrong"
            problem("// caught: types", "// caught: luck") shouldContain "the header must have one line"
            problem("fun right() {", "fun left() {") shouldBe "channels/text.kt: must have one line `fun right() {`"
            problem("fun right() {", "val more = 1\n\nfun right() {") shouldContain "something stands between"
            problem("//   second", "second") shouldContain "the message must be comments"
        }
        test("the page shows dims, programs, messages and what differs") {
            val page =
                """
                ^^^kotlin not compiled: corpus channels/text wrong
                old
                ^^^

                ^^^text
                old
                ...
                ^^^

                ^^^kotlin not compiled: corpus channels/text right
                old
                ^^^

                <!-- shares -->

                | old |
                """.trimIndent().replace("^^^", "```")
            val lines = rendered(page.lines(), listOf(case(good)))
            lines.take(15).joinToString("\n").replace("```", "^^^") shouldBe
                """
                ^^^kotlin not compiled: corpus channels/text wrong
                // Batch, Pixels = 4
                val number = 1
                val text: String = number
                ^^^

                ^^^text
                first
                ...
                ^^^

                ^^^kotlin not compiled: corpus channels/text right
                val text: String = "one"
                ^^^

                """.trimIndent()
            lines.last() shouldBe "| all | 1 | 1 (100 %) | 0 (0 %) | 0 (0 %) |"
            rendered(lines, listOf(case(good))) shouldBe lines
            shouldThrow<IllegalArgumentException> { rendered(page.lines(), listOf(case(good, "other"))) }
        }
    })
