package dev.rankine.corpus

import com.tschuchort.compiletesting.KotlinCompilation
import com.tschuchort.compiletesting.SourceFile
import org.jetbrains.kotlin.compiler.plugin.CompilerPluginRegistrar
import org.jetbrains.kotlin.compiler.plugin.ExperimentalCompilerApi
import java.io.OutputStream

/**
 * What became of some programs, compiled in one call.
 *
 * @property errors the compiler's errors by program, without their places.
 * @property warnings its warnings.
 * @property loader loads the classes; null if there was an error.
 */
internal class Compilation(val errors: Map<Program, List<String>>, val warnings: Map<Program, List<String>>, val loader: ClassLoader?)

private val PLACE = Regex("""^([ew]): \S*?((?:wrong|right)/[\w-]+/[\w-]+\.kt):\d+:\d+ """)

/** Compiles [programs] in one call, with [plugins]. */
@OptIn(ExperimentalCompilerApi::class)
internal fun compile(programs: List<Program>, plugins: List<CompilerPluginRegistrar> = emptyList()): Compilation {
    val compilation = KotlinCompilation()
    compilation.sources = programs.map { SourceFile.kotlin(it.file, it.text) }
    compilation.inheritClassPath = true
    compilation.jvmTarget = "17"
    compilation.compilerPluginRegistrars = plugins
    compilation.messageOutputStream = OutputStream.nullOutputStream()
    val result = compilation.compile()
    val byFile = programs.associateBy { it.file }
    val messages = listOf("e", "w").associateWith { programs.associateWith { ArrayList<String>() } }
    for (text in result.messages.split(Regex("(?m)^(?=[ewi]: )"))) {
        val place = PLACE.find(text)
        val program = place?.let { byFile[it.groupValues[2]] }
        if (place == null || program == null) {
            check(!text.startsWith("e: ")) { "the compiler refused more than the programs: $text" }
            continue
        }
        messages.getValue(place.groupValues[1]).getValue(program) += text.substring(place.value.length).trim()
    }
    val loader = if (result.exitCode == KotlinCompilation.ExitCode.OK) result.classLoader else null
    return Compilation(messages.getValue("e"), messages.getValue("w"), loader)
}
