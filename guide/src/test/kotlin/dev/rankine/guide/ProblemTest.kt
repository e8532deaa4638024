package dev.rankine.guide

import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.collections.shouldContainExactly
import io.kotest.matchers.shouldBe

/** A page as it is written; `~~~` stands for a fence, `^^^` for one of tildes. */
private fun page(name: String, text: String): Page =
    Page(
        name,
        text
            .trimIndent()
            .replace("~~~", "```")
            .replace("^^^", "~~~")
            .lines(),
    )

/** What is wrong is found, and said with page and line. */
internal class ProblemTest :
    FunSpec({
        val good =
            page(
                "good",
                """
                <!-- kotlin
                import kotlin.math.abs
                val hidden = 1
                -->
                ~~~kotlin
                val first = Named.size + hidden
                object Named {
                    val size = 2
                }
                ~~~
                Declarations are seen by what follows.
                ~~~kotlin
                println("first = ${'$'}{abs(-first)}")
                println()
                println("last")
                ~~~
                ~~~text
                first = 3

                last
                ~~~
                ~~~kotlin throws
                val local = listOf(first)
                print("before ")
                require(local.isEmpty()) { "too many: ${'$'}first" }
                ~~~
                ~~~text
                before IllegalArgumentException: too many: 3
                ~~~
                ~~~kotlin error
                val text: String = first
                text.nothing()
                ~~~
                ~~~text
                Initializer type mismatch: expected 'String', actual 'Int'.
                ...
                ~~~
                ~~~kotlin any output: the time
                println(System.nanoTime())
                ~~~
                ~~~kotlin not compiled: a sketch
                val x = ...
                ~~~
                ~~~bash
                mvn verify
                ~~~

                | Python | Rankine | note |
                | --- | --- | --- |
                | `x` | `first or 1`, `"a\|b".length` | |
                | `y` | ``val `a b` = first`` | |
                """,
            )
        val output =
            page(
                "output",
                """
                ~~~kotlin
                for (i in 1..3) println(i)
                ~~~
                ~~~text
                1
                22
                3
                ~~~
                ~~~kotlin
                println("nobody shows this")
                ~~~
                """,
            )
        val thrown =
            page(
                "thrown",
                """
                ~~~kotlin throws
                val fine = 1
                ~~~
                ~~~text
                ~~~

                | Rankine |
                | --- |
                | `check(fineness > 1) { "too low" }` |
                | `fineness + 1` |
                ~~~kotlin
                val fineness = 1
                ~~~
                """,
            )
        val ended =
            page(
                "ended",
                """
                ~~~kotlin
                val number = 1

                error("gone")
                ~~~
                """,
            )
        val returned =
            page(
                "returned",
                """
                ~~~kotlin
                if (1 + 1 == 2) return
                ~~~
                ~~~kotlin
                println("never")
                ~~~

                | Rankine |
                | --- |
                | `1` |
                """,
            )
        val uncompilable =
            page(
                "uncompilable",
                """
                ~~~kotlin
                val number = 1
                val text: String = number
                ~~~

                | NumPy | Rankine |
                | --- | --- |
                | `a` | `number` |
                | `b` | `nothing` |
                """,
            )
        val warning =
            page(
                "warning",
                """
                ~~~kotlin
                val number = 1!!
                ~~~
                """,
            )
        val refused =
            page(
                "refused",
                """
                ~~~kotlin error
                val number = 1
                ~~~
                ~~~text
                anything
                ~~~
                ~~~kotlin error
                val text: String = 1
                ~~~
                ~~~text
                Type mismatch.
                ~~~
                ~~~kotlin error
                val other: String = 2
                ~~~
                ~~~text
                ...
                ~~~
                ~~~kotlin error plugin
                import dev.rankine.ops.*
                import dev.rankine.shapes.Sizes
                val fits = matmul(zeros(Sizes.of(2, 3)), zeros(Sizes.of(3, 5)))
                ~~~
                ~~~text
                anything
                ~~~
                ~~~kotlin error plugin
                val clash = matmul(zeros(Sizes.of(2, 3)), zeros(Sizes.of(4, 5)))
                ~~~
                ~~~text
                anything
                ~~~
                """,
            )
        val malformed =
            page(
                "malformed",
                """
                ~~~kotlin eror
                ~~~
                ~~~kotlin not compiled
                ~~~
                ~~~kotlin any output:
                ~~~
                ~~~Kotlin
                ~~~
                ~~~
                ~~~
                ~~~text
                ~~~
                ~~~kotlin throws
                error("shown")
                ~~~

                | Rankine |
                | --- |
                | nothing |

                | Python |
                | --- |
                ^^^kotlin
                ~~~kotlin
                """,
            )
        val guide = Guide(listOf(good, output, thrown, ended, returned, uncompilable, warning, refused, malformed))
        val problems = guide.check().groupBy({ it.page }, { "${it.line}: ${it.text}" })

        test("a good page has none") { problems["good"] shouldBe null }

        test("output that differs, or that the page does not show") {
            problems["output"].orEmpty() shouldContainExactly
                listOf(
                    "6: the output differs (- page, + found):\n  - 22\n  + 2",
                    "10: the output differs (- page, + found):\n  + nobody shows this",
                )
        }
        test("a block that must throw and does not; blocks and rows that throw") {
            problems["thrown"].orEmpty() shouldContainExactly
                listOf("1: runs to its end, but must throw", "9: throws IllegalStateException: too low\n  at line 9")
            problems["ended"].orEmpty() shouldContainExactly listOf("1: throws IllegalStateException: gone\n  at line 4")
        }
        test("what is never reached") {
            problems["returned"].orEmpty() shouldContainExactly listOf("4: is not reached", "10: is not reached")
        }
        test("code that does not compile, in blocks and tables") {
            problems["uncompilable"].orEmpty() shouldContainExactly
                listOf(
                    "3: does not compile: Initializer type mismatch: expected 'String', actual 'Int'.",
                    "9: does not compile: Unresolved reference 'nothing'.",
                )
        }
        test("code that the compiler warns of") {
            problems["warning"].orEmpty() shouldContainExactly
                listOf("2: warning: Unnecessary non-null assertion (!!) on a non-null receiver of type 'Int'.")
        }
        test("blocks that must not compile, but do, or with another message") {
            problems["refused"].orEmpty() shouldContainExactly
                listOf(
                    "1: compiles, but must not (or an error of syntax in another such block hides why)",
                    "11: the compiler's message differs (- page, + found):\n  - Type mismatch.\n" +
                        "  + Initializer type mismatch: expected 'String', actual 'Int'.",
                    "17: the compiler's message differs (- page, + found):\n  - ...\n" +
                        "  + Initializer type mismatch: expected 'String', actual 'Int'.",
                    "19: compiles, but must not (or an error of syntax in another such block hides why)",
                    "31: the compiler's message differs (- page, + found):\n  - anything\n" +
                        "  + shape: matmul: inner differs: 3 != 4; left [2, 3], right [4, 5]",
                )
        }
        test("blocks and tables that would be passed over in silence") {
            problems["malformed"].orEmpty() shouldContainExactly
                listOf(
                    "1: kotlin \"eror\" means nothing: known are error, error plugin, throws, any output: REASON, not compiled: REASON",
                    "3: \"not compiled\" needs a reason: `not compiled: REASON`",
                    "5: \"any output\" needs a reason: `any output: REASON`",
                    "7: \"Kotlin\" is no language of these pages: kotlin, text, bash, console, python, xml",
                    "9: \"\" is no language of these pages: kotlin, text, bash, console, python, xml",
                    "11: the output belongs to no block of kotlin",
                    "13: no output block says what the message is",
                    "14: the output differs (- page, + found):\n  + IllegalStateException: shown",
                    "19: the row has no code in column Rankine",
                    "21: the table has no column Rankine, other tables of this page have one",
                    "23: a fence is made of ```",
                    "24: the block that begins here has no end",
                )
        }
        test("outputs are written where they differ") {
            guide.rewritten(good) shouldBe good.lines
            guide.rewritten(output).joinToString("\n").replace("```", "~~~") shouldBe
                """
                ~~~kotlin
                for (i in 1..3) println(i)
                ~~~
                ~~~text
                1
                2
                3
                ~~~
                ~~~kotlin
                println("nobody shows this")
                ~~~

                ~~~text
                nobody shows this
                ~~~
                """.trimIndent()
        }
    })
