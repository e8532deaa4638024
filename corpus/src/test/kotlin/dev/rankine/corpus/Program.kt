package dev.rankine.corpus

import dev.rankine.ops.manualSeed
import java.lang.reflect.InvocationTargetException

/**
 * A file for the compiler: one of the two programs of [case].
 *
 * @property name the name of the file without `.kt`, and of its package.
 */
internal class Program(val case: Case, val name: String, private val function: String, lines: List<String>) {
    val text: String = (listOf("package $name") + lines).joinToString("\n", postfix = "\n")

    /** Runs the program that [loader] has: what it throws, or null. */
    fun run(loader: ClassLoader): Throwable? {
        manualSeed(0)
        val entry = loader.loadClass("$name.${name.replaceFirstChar(Char::uppercase)}Kt").getMethod(function)
        return try {
            entry.invoke(null)
            null
        } catch (e: InvocationTargetException) {
            e.targetException
        }
    }
}
