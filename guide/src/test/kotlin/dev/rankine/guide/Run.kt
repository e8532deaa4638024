package dev.rankine.guide

import java.io.ByteArrayOutputStream
import java.io.PrintStream
import java.lang.reflect.InvocationTargetException

/**
 * A run of a page's program: what each block printed, and what was thrown.
 *
 * @property printed standard output by the line of the block or row; an exception that a block must throw is its end.
 */
internal class Run private constructor() {
    val printed = LinkedHashMap<Int, String>()

    /** Blocks that had to throw and did not. */
    val unthrown = ArrayList<Int>()

    /** What blocks and rows threw that must not throw. */
    val thrown = LinkedHashMap<Int, Throwable>()

    /** Whether a block threw, so that what comes after it did not run. */
    var hasThrown: Boolean = false
        private set

    private val bytes = ByteArrayOutputStream()
    private var line = 0

    private fun enter(next: Int) {
        val text = bytes.toString("UTF-8").also { bytes.reset() }
        if (line > 0) printed[line] = printed[line].orEmpty() + text
        line = next
    }

    private fun attempt(next: Int, mustThrow: Set<Int>, code: () -> Any?) {
        enter(next)
        try {
            code()
            if (next in mustThrow) unthrown += next
        } catch (e: Throwable) {
            if (next in mustThrow) println(described(e)) else thrown[next] = e
        }
    }

    companion object {
        /** Runs the program of [page] that [loader] has under [name], with standard output caught. */
        fun of(page: Page, name: String, loader: ClassLoader): Run {
            val run = Run()
            val mustThrow =
                page.blocks
                    .filter { it.fate == Fate.THROWS }
                    .map { it.line }
                    .toSet()
            val enter = { line: Int -> run.enter(line) }
            val attempt = { line: Int, code: () -> Any? -> run.attempt(line, mustThrow, code) }
            val screen = System.out
            System.setOut(PrintStream(run.bytes, true, "UTF-8"))
            try {
                entry(loader.loadClass("$name.${name.replaceFirstChar(Char::uppercase)}Kt")).invoke(null, enter, attempt)
            } catch (e: InvocationTargetException) {
                run.thrown[run.line] = e.targetException
                run.hasThrown = true
            } finally {
                System.setOut(screen)
                run.enter(0)
            }
            return run
        }

        private fun entry(program: Class<*>) = program.methods.single { it.name == ENTRY }
    }
}

/** `ShapeException: matmul: ...`. */
internal fun described(e: Throwable): String = "${e::class.simpleName}: ${e.message}"
