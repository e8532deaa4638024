package dev.rankine.corpus

import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.collections.shouldBeEmpty
import io.kotest.matchers.collections.shouldContainExactly
import io.kotest.matchers.shouldBe
import java.io.File

/** What the page of the guide shows of the corpus is the corpus's; `-Dcorpus.write=true` in `CorpusTest` writes it. */
internal class PageTest :
    FunSpec({
        val root = File(System.getProperty("rankine.root"))
        val cases = Case.all(File(root, "corpus/src/programs"))
        val lines = File(root, PAGE).readLines()

        test("programs, messages and shares are those of the corpus") {
            rendered(lines, cases) shouldContainExactly lines
        }
        test("all code is that of cases, and every kind is shown, wrong and right") {
            strangers(lines).shouldBeEmpty()
            val kinds = Kind.entries.map { it.folder }
            for (word in listOf("wrong", "right")) {
                val folders = shown(lines).filter { it.second == word }.map { it.first.substringBefore('/') }
                folders.distinct() shouldContainExactly kinds
            }
            lines.filter { it.startsWith("## ") }.map { it.drop(3).lowercase() }.filter { head ->
                Kind.entries.any {
                    it.title.lowercase() ==
                        head
                }
            } shouldBe
                Kind.entries.map { it.title.lowercase() }
        }
    })

/** The page of the guide that shows the corpus. */
internal const val PAGE: String = "docs/guide/when-shapes-clash.md"
