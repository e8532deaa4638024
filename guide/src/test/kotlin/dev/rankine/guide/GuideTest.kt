package dev.rankine.guide

import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldBeEmpty
import java.io.File

/** Every page says what its code does. `-Dguide.write=true` writes what the code does into the pages: look at the difference. */
internal class GuideTest :
    FunSpec({
        val root = File(System.getProperty("rankine.root"))
        val files = File(root, "docs/guide").walk().filter { it.extension == "md" }
        val names = listOf("README.md") + files.map { it.relativeTo(root).invariantSeparatorsPath }.sorted()
        val write = System.getProperty("guide.write") == "true"

        val pages = names.map { Page.of(root, it) }
        val guide = Guide(pages)
        val problems = guide.check()
        println("guide: ${guide.summary}; compiled in %.1f s, ran in %.1f s".format(guide.seconds.first, guide.seconds.second))
        if (write) pages.forEach { File(root, it.name).writeText(guide.rewritten(it).joinToString("\n", postfix = "\n")) }

        for (page in pages) {
            test(page.name) { problems.filter { it.page == page.name }.joinToString("\n").shouldBeEmpty() }
        }
        test("the index lists every page") {
            val index = File(root, "docs/guide/README.md").readText()
            val listed = names.map { it.removePrefix("docs/guide/") }.filter { it != "README.md" }
            listed.filter { "($it)" !in index } shouldBe emptyList()
        }
    })
