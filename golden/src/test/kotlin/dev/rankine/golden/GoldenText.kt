package dev.rankine.golden

import dev.rankine.io.Safetensors
import dev.rankine.ops.Value
import java.nio.file.Files
import java.nio.file.Path

/** What the command printed, and its status. */
internal class Printed(val status: Int, val lines: List<String>)

internal fun runGolden(vararg arguments: String): Printed {
    val lines = ArrayList<String>()
    val status = golden(arguments.toList()) { lines.add(it) }
    return Printed(status, lines)
}

/** Whether this Java can run the vector backend. */
internal val HAS_VECTORS: Boolean = Runtime.version().feature() >= 25

/** Writes a golden file of [op] with [cases], a JSON list without its brackets. */
internal fun writeGolden(path: Path, op: String, cases: String, tensors: Map<String, Value>): Path {
    Files.createDirectories(path.parent)
    Safetensors.save(path, tensors, mapOf("format" to "golden-1", "op" to op, "cases" to "[$cases]"))
    return path
}

/** The zip file [name] of the golden data that conformance carries, copied to [folder]. */
internal fun goldenZip(name: String, folder: Path): Path {
    val stream = checkNotNull(Printed::class.java.getResourceAsStream("/golden/$name")) { "golden/$name is not on the class path" }
    return folder.resolve(name).also { path -> stream.use { Files.copy(it, path) } }
}
