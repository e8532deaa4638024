package dev.rankine.gates

import org.jetbrains.kotlin.abi.tools.AbiFilters
import org.jetbrains.kotlin.abi.tools.AbiTools
import java.io.File

/** The public names of the class files below [classes] and their types, sorted. */
internal fun publicApi(classes: File): String {
    val files = classes.walk().filter { it.extension == "class" }.toList()
    check(files.isNotEmpty()) { "no class files below $classes: compile the module first" }
    return StringBuilder().also { AbiTools.getInstance().printJvmDump(it, files, AbiFilters.EMPTY) }.toString()
}

/** The lines in which [actual] differs from the file [recorded] and the command that records them, or null if they are the same. */
internal fun difference(recorded: File, actual: String): String? {
    val before = if (recorded.isFile) recorded.readText() else ""
    if (before == actual) return null
    val written = File.createTempFile("actual", ".api").apply { writeText(actual) }
    val empty = File.createTempFile("none", ".api")
    try {
        val lines = AbiTools.getInstance().filesDiff(if (recorded.isFile) recorded else empty, written) ?: return null
        return "${recorded.name}: the public API differs from the recorded one:\n$lines\n  hint: mvn test -Dgenerate=true records it anew"
    } finally {
        written.delete()
        empty.delete()
    }
}
