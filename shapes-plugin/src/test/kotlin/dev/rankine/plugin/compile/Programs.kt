package dev.rankine.plugin.compile

import com.tschuchort.compiletesting.JvmCompilationResult
import com.tschuchort.compiletesting.KotlinCompilation
import com.tschuchort.compiletesting.PluginOption
import com.tschuchort.compiletesting.SourceFile
import dev.rankine.plugin.ShapesOptions
import dev.rankine.plugin.ShapesRegistrar
import io.kotest.matchers.ints.shouldBeGreaterThan
import io.kotest.matchers.shouldBe
import org.jetbrains.kotlin.compiler.plugin.CompilerPluginRegistrar
import org.jetbrains.kotlin.compiler.plugin.ExperimentalCompilerApi
import java.io.File
import java.io.OutputStream

/**
 * A program of a user.
 *
 * @property messages what the plugin must say, in order; nothing if it must accept the program.
 */
internal class Program(val code: String, val messages: List<String>)

/** The plugin must be silent. */
internal fun accepts(code: String): Program = Program(code, emptyList())

/** The plugin must refuse the program with exactly this message. */
internal fun refuses(code: String, vararg messages: String): Program = Program(code, messages.asList())

private val LIBRARY = listOf("Value", "Tensor", "Layers").map { SourceFile.new("$it.kt", resource("declarations/$it.kt")) }

private const val DIMS = """
package dims
import dev.rankine.shapes.*

object Batch : Dim<Batch>()
object Pixels : Dim<Pixels>(784)
object Hidden : Dim<Hidden>(512)
object Digit : Dim<Digit>(10)
"""

/** Dims of another module: only one says its size to those that do not see its source. */
private const val LIBRARY_DIMS = """
package librarydims
import dev.rankine.shapes.*

@KnownSize(256) object Known : Dim<Known>(256)
object Hushed : Dim<Hushed>(256)
"""

private val IMPORTS =
    listOf("dev.rankine.nn", "dev.rankine.ops", "dev.rankine.shapes", "dev.rankine.tensor", "dims", "librarydims").joinToString("") {
        "import $it.*\n"
    }

private fun resource(name: String): String = Program::class.java.getResource("/$name")!!.readText()

/** The declarations that stand for Rankine's, compiled once. */
private val libraryClasses: File by lazy {
    val result = compilation(LIBRARY + SourceFile.new("LibraryDims.kt", LIBRARY_DIMS)).compile()
    check(result.exitCode == KotlinCompilation.ExitCode.OK) { result.messages }
    result.outputDirectory
}

private fun compilation(files: List<SourceFile>): KotlinCompilation =
    KotlinCompilation().apply {
        sources = files
        inheritClassPath = true
        messageOutputStream = OutputStream.nullOutputStream()
    }

/** Compiles [files] against the library, with the plugin or without it. */
internal fun compileFiles(
    files: List<Pair<String, String>>,
    plugin: Boolean = true,
    options: Map<String, String> = emptyMap(),
    registrar: CompilerPluginRegistrar = ShapesRegistrar(),
): JvmCompilationResult =
    compilation((files + ("Dims.kt" to DIMS)).map { (name, text) -> SourceFile.new(name, text) })
        .apply {
            classpaths = listOf(libraryClasses)
            if (plugin) {
                compilerPluginRegistrars = listOf(registrar)
                commandLineProcessors = listOf(ShapesOptions())
                pluginOptions = options.map { (name, value) -> PluginOption("dev.rankine.shapes", name, value) }
            }
        }.compile()

/** The file of [program] with number [i]. */
internal fun file(program: Program, i: Int): Pair<String, String> =
    "Program$i.kt" to "package program$i\n$IMPORTS${program.code.trimIndent()}\n"

/** What the plugin says to each of [programs], all compiled in one call. */
internal fun compile(programs: List<Program>): List<List<String>> {
    val result = compileFiles(programs.mapIndexed { i, program -> file(program, i) })
    val said = result.messages.split(Regex("(?m)^(?=[ewi]: )")).filter { it.startsWith("e: ") || "shapes-plugin:" in it }
    val place = Regex("""^[ew]: \S*Program(\d+)\.kt:\d+:\d+ """)
    val found = List(programs.size) { ArrayList<String>() }
    for (message in said) {
        val at = place.find(message) ?: error("compiler: $message")
        found[at.groupValues[1].toInt()] += message.substring(at.value.length).trim()
    }
    return found
}

/**
 * Compiles [programs] and compares what is said to each. The plugin may only reject: all of them compile without it, to the same class
 * files as with it where clashes are warnings.
 */
internal fun check(vararg programs: Program) {
    val said = compile(programs.asList())
    programs.mapIndexed { i, program -> program.code.trimIndent() to said[i] } shouldBe
        programs.map { program -> program.code.trimIndent() to program.messages.map { "shape: $it" } }
    val files = programs.mapIndexed { i, program -> file(program, i) }
    val without = classes(compileFiles(files, plugin = false))
    without.keys.size shouldBeGreaterThan programs.size
    (classes(compileFiles(files, options = mapOf("severity" to "warning"))) == without) shouldBe true
}

private fun classes(result: JvmCompilationResult): Map<String, List<Byte>> {
    check(result.exitCode == KotlinCompilation.ExitCode.OK) { result.messages }
    val files = result.outputDirectory.walk().filter { it.extension == "class" }
    return files.associate { it.relativeTo(result.outputDirectory).path to it.readBytes().asList() }
}
