package dev.rankine.benchmarks

import com.github.ajalt.clikt.core.CliktError
import dev.rankine.nn.Layer
import dev.rankine.ops.Value
import dev.rankine.plugin.ShapesRegistrar
import dev.rankine.shapes.Dim
import dev.rankine.tensor.Tensor
import java.nio.file.Files
import java.nio.file.Path
import kotlin.io.path.ExperimentalPathApi
import kotlin.io.path.deleteRecursively
import kotlin.io.path.div
import kotlin.io.path.readText
import kotlin.io.path.writeText

/** The Kotlin compiler in a new Java process for each program, which sees the libraries and nothing else. */
internal object KotlinCompiler {
    private val libraries = listOf(Dim::class, Value::class, Tensor::class, Layer::class, Unit::class).joinToString(":") { jar(it.java) }

    /** Switches the compiler plugin on. */
    private val plugin = "-Xplugin=${jar(ShapesRegistrar::class.java)},${jar(Dim::class.java)}"

    /** What it costs to compile [files]. */
    fun cost(files: List<ProgramFile>, plugin: Boolean): Cost {
        val (output, messages) = run(files, options(plugin))
        val words = output.trim().substringAfterLast('\n').split(' ')
        if (words.size != 3 || words[0] != "OK") throw CliktError("the program does not compile: $output\n$messages", statusCode = 2)
        return Cost(words[1].toLong(), words[2].toLong())
    }

    /** What the compiler says to [files]. */
    fun messages(files: List<ProgramFile>, plugin: Boolean = false): String = run(files, options(plugin)).second

    private fun options(plugin: Boolean): List<String> = if (plugin) listOf(this.plugin) else emptyList()

    @OptIn(ExperimentalPathApi::class)
    private fun run(files: List<ProgramFile>, options: List<String>): Pair<String, String> {
        val folder = Files.createTempDirectory("rankine-compile")
        try {
            val sources = folder / "sources"
            Files.createDirectory(sources)
            files.forEach { (sources / it.name).writeText(it.text) }
            val compiler =
                listOf("-no-stdlib", "-no-reflect", "-nowarn", "-cp", libraries, "-d", "${folder / "classes"}") + options + "$sources"
            val java = Path.of(System.getProperty("java.home"), "bin", "java")
            val quiet = listOf("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow")
            val command =
                listOf("$java", "-Xmx1g") + quiet +
                    listOf("-cp", System.getProperty("java.class.path"), "dev.rankine.benchmarks.OneCompilationKt") + compiler
            val output = folder / "output"
            val messages = folder / "messages"
            ProcessBuilder(command)
                .redirectOutput(output.toFile())
                .redirectError(messages.toFile())
                .start()
                .waitFor()
            return output.readText() to messages.readText()
        } finally {
            folder.deleteRecursively()
        }
    }

    private fun jar(type: Class<*>): String =
        Path
            .of(
                type.protectionDomain.codeSource.location
                    .toURI(),
            ).toString()
}
