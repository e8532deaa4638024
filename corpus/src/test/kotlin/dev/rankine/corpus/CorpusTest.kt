package dev.rankine.corpus

import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldBeEmpty
import org.jetbrains.kotlin.compiler.plugin.CompilerPluginRegistrar
import org.jetbrains.kotlin.compiler.plugin.ExperimentalCompilerApi
import java.io.File
import java.util.ServiceLoader

/** Every wrong program is caught as its file says. `-Dcorpus.write=true` writes what was found into the files: look at the difference. */
@OptIn(ExperimentalCompilerApi::class)
internal class CorpusTest :
    FunSpec({
        val root = File(System.getProperty("rankine.root"))
        val folder = File(root, "corpus/src/programs")
        val plugins = ServiceLoader.load(CompilerPluginRegistrar::class.java).filter { it.javaClass.name.startsWith("dev.rankine.") }

        val corpus = Corpus(Case.all(folder), plugins)
        val problems = corpus.check()
        println("corpus: ${corpus.cases.size} cases, compiled in %.1f s, ran in %.1f s".format(corpus.seconds.first, corpus.seconds.second))
        if (System.getProperty("corpus.write") == "true") {
            for ((case, finding) in corpus.findings) {
                File(folder, "${case.path}.kt").writeText(case.rewritten(finding).joinToString("\n", postfix = "\n"))
            }
            val page = File(root, PAGE)
            page.writeText(rendered(page.readLines(), Case.all(folder)).joinToString("\n", postfix = "\n"))
        }

        println(shares(Case.all(folder)).joinToString("\n"))

        for (case in corpus.cases) {
            test(case.path) { problems[case].orEmpty().joinToString("\n").shouldBeEmpty() }
        }
        test("the plugin is on the class path") { plugins.size shouldBe 1 }
        test("every kind has cases, and many were reported elsewhere") {
            Kind.entries.filter { kind -> corpus.cases.count { it.kind == kind } < 3 } shouldBe emptyList()
            (corpus.cases.size >= 60) shouldBe true
            (corpus.cases.count { it.sources.isNotEmpty() } >= 25) shouldBe true
        }
    })
