package dev.rankine.corpus

import java.io.File

private const val WRONG = "fun wrong() {"
private const val RIGHT = "fun right() {"
private const val CAUGHT = "// caught: "
private const val SOURCE = "// source: "
private const val MESSAGE = "// message:"

/**
 * A program that is wrong, its right twin, and what becomes of the wrong one. A file of `src/programs/KIND/`:
 *
 * ```
 * // What goes wrong.
 * // source: https://...
 * // caught: types
 *
 * (what both programs share: imports, dims)
 *
 * fun wrong() {
 * }
 *
 * fun right() {
 * }
 *
 * // message:
 * // Argument type mismatch: ...
 * ```
 *
 * @property name the file's name without `.kt`.
 * @throws IllegalArgumentException if the file is not of this form.
 */
internal class Case(val kind: Kind, val name: String, private val lines: List<String>) {
    private val header = lines.takeWhile { it.startsWith("//") }

    /** What goes wrong, in a sentence or two. */
    val story: String =
        header
            .filter { !it.startsWith(SOURCE) && !it.startsWith(CAUGHT) }
            .joinToString(" ") { it.removePrefix("//").trim() }
            .also { demand(it.isNotBlank()) { "the header does not say what goes wrong" } }

    /** Addresses of reports of such a mistake. */
    val sources: List<String> = header.filter { it.startsWith(SOURCE) }.map { it.removePrefix(SOURCE).trim() }

    /** Who catches the mistake, as the file says. */
    val stage: Stage = stage()

    private val wrongAt = only(WRONG)
    private val rightAt = only(RIGHT)
    private val messageAt = only(MESSAGE)
    private val wrongEnd = end(wrongAt, rightAt)
    private val rightEnd = end(rightAt, messageAt)

    /** What both programs share. */
    val shared: List<String> = lines.subList(header.size, wrongAt).trimmed()

    /** The statements of the wrong program. */
    val wrong: List<String> = body(wrongAt, wrongEnd)

    /** The statements of its right twin. */
    val right: List<String> = body(rightAt, rightEnd)

    /** What catches the mistake says, as the file says. */
    val message: String =
        lines
            .drop(messageAt + 1)
            .also { demand(it.all { line -> line.startsWith("//") }) { "the message must be comments to the end of the file" } }
            .joinToString("\n") { it.removePrefix("//").removePrefix(" ") }

    /** `swapped-dims/product`. */
    val path: String get() = "${kind.folder}/$name"

    /** The two programs. */
    val programs: Pair<Program, Program>
        get() =
            Program(this, "wrong", lines.blanked(rightAt..rightEnd)) to
                Program(this, "right", lines.blanked(wrongAt..wrongEnd))

    /** The lines of the file if [found] is what became of the wrong program. */
    fun rewritten(found: Finding): List<String> {
        val head = lines.take(messageAt + 1).map { if (it.startsWith(CAUGHT)) CAUGHT + found.stage.word else it }
        return head + found.message.lines().map { "// $it".trimEnd() }
    }

    private fun stage(): Stage {
        val words = header.filter { it.startsWith(CAUGHT) }.map { it.removePrefix(CAUGHT).trim() }
        val stages = words.mapNotNull { word -> Stage.entries.find { it.word == word } }
        demand(stages.size == 1 && words.size == 1) { "the header must have one line `${CAUGHT}types`, `plugin` or `run`: $words" }
        return stages.single()
    }

    private fun only(line: String): Int {
        demand(lines.count { it == line } == 1) { "must have one line `$line`" }
        return lines.indexOf(line)
    }

    private fun end(start: Int, next: Int): Int {
        val end = (start until next).firstOrNull { lines[it] == "}" } ?: -1
        demand(end > 0) { "`${lines[start]}` must end before `${lines[next]}`" }
        demand(
            lines.subList(end + 1, next).all { it.isBlank() },
        ) { "something stands between the end of `${lines[start]}` and `${lines[next]}`" }
        return end
    }

    private fun body(start: Int, end: Int): List<String> =
        lines
            .subList(start + 1, end)
            .joinToString("\n")
            .trimIndent()
            .lines()

    private inline fun demand(holds: Boolean, problem: () -> String) = require(holds) { "${kind.folder}/$name.kt: ${problem()}" }

    companion object {
        /** The cases in [folder], by kind. */
        fun all(folder: File): List<Case> {
            val folders = folder.listFiles().orEmpty().map { it.name }
            val unknown = folders - Kind.entries.map { it.folder }.toSet()
            require(unknown.isEmpty()) { "no kinds of mistakes: $unknown" }
            return Kind.entries.flatMap { kind ->
                val files = File(folder, kind.folder).listFiles().orEmpty().sortedBy { it.name }
                files.map { Case(kind, it.nameWithoutExtension, it.readLines()) }
            }
        }
    }
}

private fun List<String>.trimmed(): List<String> = dropWhile { it.isBlank() }.dropLastWhile { it.isBlank() }

private fun List<String>.blanked(range: IntRange): List<String> = mapIndexed { i, line -> if (i in range) "" else line }
