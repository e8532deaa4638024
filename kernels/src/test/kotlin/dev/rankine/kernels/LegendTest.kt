package dev.rankine.kernels

import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.collections.shouldBeEmpty
import io.kotest.matchers.collections.shouldContain
import io.kotest.matchers.collections.shouldNotContain
import java.io.File

/**
 * Whoever changes a kernel finds in its file what its letters mean and how fast it was: every Java file with a loop, and every Kotlin file
 * that cuts work for them, has a measured figure in a comment or names, as a link, a file that has it.
 */
internal class LegendTest :
    FunSpec({
        val java = files("java", "java")
        val drivers = files("kotlin", "kt").filterValues { DRIVER.containsMatchIn(it.code) }
        val all = java + drivers
        val kernels = java.filterValues { LOOP.containsMatchIn(it.code) }

        test("what is looked at are the kernels") {
            kernels.keys.toList().let {
                it shouldContain "AddSlices"
                it shouldContain "BlockF32"
                it shouldNotContain "Lanes"
            }
            drivers.keys.toList() shouldContain "StridedCopy"
        }
        test("every kernel has a class comment") {
            kernels.filterValues { it.head.isBlank() }.keys.shouldBeEmpty()
        }
        test("every kernel and driver has a figure, or names the file that has it") {
            (kernels + drivers).keys.filter { !hasFigure(it, all) }.shouldBeEmpty()
        }
        test("letters that a kernel takes are in its comments, or in those of the file that it names") {
            kernels
                .mapValues { (_, kernel) -> kernel.letters - words(kernel, java, 2) }
                .filterValues { it.isNotEmpty() }
                .map { (name, letters) -> "$name: $letters" }
                .shouldBeEmpty()
        }
        test("nothing is left to be filled in") {
            all
                .filterValues { PLACEHOLDER.containsMatchIn(it.comments) }
                .keys
                .shouldBeEmpty()
        }
    })

private val LOOP = Regex("""\b(for|while)\s*\(|\bdo\s*\{""")
private val DRIVER = Regex("""Workers\.range|\bRangeBody\b|\) : VectorKernel<|: VectorKernel<\w+>\(\)""")
private val FIGURE = Regex("""\d[\d.,]*\s+(ns|us|ms|GB/s|GFLOP/s)\b|GFLOP/s\b[^/]*\d""")
private val PLACEHOLDER = Regex("""\bFIGURES?\b|\b[Ff]igures? in\b|\bTODO\b""")
private val LINK = Regex("""\{@link (\w+)\}|\[(\w+)]|\bAs (\w+)\b""")
private val COMMENT = Regex("""/\*.*?\*/|//[^\n]*""", RegexOption.DOT_MATCHES_ALL)
private val TAKEN = Regex("""\n {4}static [^;={(]+\(([^)]*)\) \{""")

/** A text of [code] and [comments]; the first are those over its class. */
private class Source(text: String) {
    val comments = COMMENT.findAll(text).joinToString("\n") { it.value }
    val code = COMMENT.replace(text, "")
    val head = COMMENT.findAll(text.substringBefore("\nfinal class ")).joinToString("\n") { it.value }
    val links = LINK.findAll(comments).map { match -> match.groupValues.drop(1).first { it.isNotEmpty() } }.toSet()

    /** Parameters of one letter, with or without a number or a second letter: words say themselves what they are. */
    val letters: Set<String> =
        TAKEN
            .findAll(code)
            .flatMap { it.groupValues[1].split(",") }
            .map { it.trim().substringAfterLast(' ') }
            .filter { it.length in 1..2 }
            .toSet() - "to"
}

private fun files(language: String, extension: String): Map<String, Source> =
    File("src/main/$language/dev/rankine/kernels/lanes")
        .walk()
        .filter { it.extension == extension }
        .associate { it.nameWithoutExtension to Source(it.readText()) }

private fun hasFigure(name: String, all: Map<String, Source>, seen: Set<String> = emptySet()): Boolean {
    val source = all[name] ?: return false
    return FIGURE.containsMatchIn(source.comments) || source.links.any { it !in seen && hasFigure(it, all, seen + name) }
}

/** The words of the comments of [kernel] and of the files that it names, [depth] steps far. */
private fun words(kernel: Source, all: Map<String, Source>, depth: Int): Set<String> {
    val own = Regex("\\w+").findAll(kernel.comments).map { it.value }.toSet()
    return if (depth == 0) own else kernel.links.mapNotNull { all[it] }.fold(own) { words, other -> words + words(other, all, depth - 1) }
}
