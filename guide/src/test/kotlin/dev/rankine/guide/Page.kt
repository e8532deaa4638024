package dev.rankine.guide

import java.io.File

/**
 * A page of Markdown as a program: its blocks of Kotlin in order, then the code of its tables.
 *
 * @property name the path that messages print.
 */
internal class Page(val name: String, val lines: List<String>) {
    private val found = ArrayList<Problem>()

    /** What is wrong before anything is compiled. */
    val problems: List<Problem> get() = found

    val blocks: List<Block> = blocks(fences(lines, ::problem))

    /** The blocks that run. */
    val running: List<Block> get() = blocks.filter { it.fate !in setOf(Fate.REFUSED, Fate.REFUSED_BY_PLUGIN, Fate.NOT_COMPILED) }

    /** The blocks of [fate], which must not compile. */
    fun refused(fate: Fate): List<Block> = blocks.filter { it.fate == fate }

    val rows: List<Row> = rows(lines, ::problem)

    private fun problem(line: Int, text: String) {
        found += Problem(name, line, text)
    }

    private fun blocks(fences: List<Fence>): List<Block> {
        val blocks = ArrayList<Block>()
        for ((i, fence) in fences.withIndex()) {
            when (fence.language) {
                "kotlin" -> fate(fence.words) { problem(fence.line, it) }?.let { blocks += block(it, fence, fences.getOrNull(i + 1)) }
                "text" -> if (fences.getOrNull(i - 1)?.language != "kotlin") problem(fence.line, "the output belongs to no block of kotlin")
                !in OTHERS -> problem(fence.line, "\"${fence.info}\" is no language of these pages: kotlin, text, ${OTHERS.joinToString()}")
            }
        }
        return blocks
    }

    private fun block(fate: Fate, code: Fence, next: Fence?): Block {
        val output = next?.takeIf { it.language == "text" }
        if (output == null &&
            fate in setOf(Fate.THROWS, Fate.REFUSED, Fate.REFUSED_BY_PLUGIN)
        ) {
            problem(code.line, "no output block says what the message is")
        }
        return Block(fate, code, output)
    }

    companion object {
        /** Languages of blocks that are only shown. */
        private val OTHERS = listOf("bash", "console", "python", "xml")

        fun of(root: File, path: String): Page = Page(path, File(root, path).readLines())
    }
}
