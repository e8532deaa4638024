package dev.rankine.corpus

import dev.rankine.ops.manualSeed
import java.lang.reflect.InvocationTargetException

/**
 * A file for the compiler: one of the two programs of [case], in a package of its own, at the same lines as in the file of the case.
 *
 * @property function its function, `wrong` or `right`.
 */
internal class Program(val case: Case, private val function: String, lines: List<String>) {
    private val packet = "$function.${case.path.replace('-', '_').replace('/', '.')}"

    /** The name of the file, as the file of the case, and a folder for the two programs. */
    val file: String = "$function/${case.path}.kt"

    val text: String =
        (listOf("@file:JvmName(\"$MAIN\") package $packet") + lines.drop(1)).joinToString("\n", postfix = "\n")

    /** Runs the program that [loader] has: what it throws, or null. */
    fun run(loader: ClassLoader): Throwable? {
        manualSeed(0)
        val entry = loader.loadClass("$packet.$MAIN").getMethod(function)
        return try {
            entry.invoke(null)
            null
        } catch (e: InvocationTargetException) {
            e.targetException
        }
    }
}

private const val MAIN = "Program"
