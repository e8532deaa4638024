package dev.rankine.io

import dev.rankine.nn.LayerNorm
import dev.rankine.ops.full
import dev.rankine.ops.scope
import dev.rankine.shapes.DType
import dev.rankine.shapes.Dim
import dev.rankine.shapes.FormatException
import java.nio.file.Path
import java.nio.file.Paths

internal object Lengthy : Dim<Lengthy>(1 shl 19)

/** A process that saves and is killed. */
internal object SaveLoop {
    /**
     * Says `ready`, waits for a number on standard input, and then saves four megabytes to the file of the first argument again and again,
     * all numbers being that number plus one, plus two ...; each is printed when it is saved. With the argument `once` it stops after one.
     */
    @JvmStatic
    fun main(arguments: Array<String>) {
        val model = LayerNorm(Lengthy)
        val path = Paths.get(arguments[0])
        println("ready")
        var version = readln().toInt()
        do {
            try {
                save(path, model, ++version)
                println(version)
            } catch (e: FormatException) {
                println(e.message)
            }
        } while ("once" !in arguments)
    }

    /** Saves [model] with all its numbers set to [version]. */
    fun save(path: Path, model: LayerNorm<Lengthy>, version: Int) {
        scope("version") { model.parameters().forEach { it.assign(full(it.value.sizes, version, DType.F32)) } }
        ModelFile.save(path, model, mapOf("version" to "$version"))
    }

    /** Starts the loop in a Java of its own that starts fast; [before] stands before it on a shell's command line. */
    fun start(path: Path, vararg more: String, before: String? = null): Process {
        val java = Paths.get(System.getProperty("java.home"), "bin", "java").toString()
        val flags = listOf("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx128m", "-Xshare:auto")
        val command =
            listOf(java) + flags + listOf("-cp", System.getProperty("java.class.path"), SaveLoop::class.java.name, "$path") + more
        val shell = if (before == null) emptyList() else listOf("sh", "-c", "$before; exec \"$@\"", "sh")
        return ProcessBuilder(shell + command).redirectError(ProcessBuilder.Redirect.INHERIT).start()
    }
}
