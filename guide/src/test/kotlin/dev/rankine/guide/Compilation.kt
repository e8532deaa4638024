package dev.rankine.guide

import com.tschuchort.compiletesting.KotlinCompilation
import com.tschuchort.compiletesting.SourceFile
import dev.rankine.plugin.ShapesRegistrar
import org.jetbrains.kotlin.compiler.plugin.ExperimentalCompilerApi
import java.io.OutputStream

/**
 * What the compiler says.
 *
 * @property line the line of the page; 0 if it is none of the page.
 * @property text the message without its place.
 * @property isError whether it is more than a warning.
 */
internal class Message(val line: Int, val text: String, val isError: Boolean)

/**
 * What became of some sources, compiled in one call.
 *
 * @property messages errors and warnings by source.
 * @property loader loads the classes; null if there was an error.
 */
internal class Compilation(val messages: Map<Source, List<Message>>, val loader: ClassLoader?)

private val PLACE = Regex("""^([ew]): \S*?(\w+)\.kt:(\d+):\d+ """)

/** Compiles [sources] in one call, with the plugin that checks shapes if [plugin]. */
@OptIn(ExperimentalCompilerApi::class)
internal fun compile(sources: List<Source>, plugin: Boolean): Compilation {
    val compilation = KotlinCompilation()
    if (plugin) compilation.compilerPluginRegistrars = listOf(ShapesRegistrar())
    compilation.sources = sources.map { SourceFile.kotlin("${it.name}.kt", it.text) }
    compilation.inheritClassPath = true
    compilation.jvmTarget = "17"
    compilation.messageOutputStream = OutputStream.nullOutputStream()
    val result = compilation.compile()
    val byName = sources.associateBy { it.name }
    val messages = sources.associateWith { ArrayList<Message>() }
    for (text in result.messages.split(Regex("(?m)^(?=[ewi]: )"))) {
        val place = PLACE.find(text)
        val source = place?.let { byName[it.groupValues[2]] }
        if (place == null || source == null) {
            check(!text.startsWith("e: ")) { "the compiler refused more than the pages: $text" }
            continue
        }
        val line = source.origin(place.groupValues[3].toInt())
        messages.getValue(source) += Message(line, text.substring(place.value.length).trim(), place.groupValues[1] == "e")
    }
    return Compilation(messages, if (result.exitCode == KotlinCompilation.ExitCode.OK) result.classLoader else null)
}
