package dev.rankine.nn.compile

import com.tschuchort.compiletesting.KotlinCompilation
import com.tschuchort.compiletesting.SourceFile
import org.jetbrains.kotlin.compiler.plugin.ExperimentalCompilerApi
import java.io.OutputStream

/** Code of a user, and all that the compiler must say to it: nothing if it must compile. */
internal class Program(val code: String, val messages: List<String>)

/** The code must compile. */
internal fun accepts(code: String): Program = Program(code, emptyList())

/** The code must be refused with [message] and nothing else. */
internal fun refuses(code: String, message: String): Program = Program(code, listOf(message))

private const val PRELUDE = """
package prelude
import dev.rankine.nn.*
import dev.rankine.shapes.*
import dev.rankine.tensor.*

object Batch : Dim<Batch>()
object Time : Dim<Time>()
object Heads : Dim<Heads>(4)
object Pixels : Dim<Pixels>(28 * 28)
object Hidden : Dim<Hidden>(256)
object Features : Dim<Features>(128)
object Digit : Dim<Digit>(10)

val layer: Layer<Pixels, Hidden> = Linear(Pixels, Hidden)
val pixels: Tensor<Vec<Pixels>> = zeros(Pixels)
val images: Tensor<Mat<Batch, Pixels>> = zeros(Batch of 3, Pixels)
val videos: Tensor<Cube<Batch, Time, Pixels>> = zeros(Batch of 3, Time of 2, Pixels)
val views: Tensor<Rank4<Batch, Time, Heads, Pixels>> = zeros(Batch of 3, Time of 2, Heads, Pixels)
val deep: Tensor<Rank5<Batch, Time, Heads, Digit, Pixels>> = zeros(Batch of 3, Time of 2, Heads, Digit, Pixels)
val digits: Tensor<Vec<Digit>> = zeros(Digit)
val scores: Tensor<Mat<Batch, Digit>> = zeros(Batch of 3, Digit)
val words: Tensor<Cube<Batch, Time, Digit>> = zeros(Batch of 3, Time of 2, Digit)
val attention: Tensor<Rank4<Batch, Time, Heads, Digit>> = zeros(Batch of 3, Time of 2, Heads, Digit)
val labels: Tensor<Vec<Batch>> = zeros(Batch of 3)
val anything: Tensor<AnyShape> = images.untyped()
"""

private const val IMPORTS = "import dev.rankine.nn.*\nimport dev.rankine.shapes.*\nimport dev.rankine.tensor.*\nimport prelude.*\n"

/** What the compiler says to each of [programs], all compiled in one call: errors and warnings. */
@OptIn(ExperimentalCompilerApi::class)
internal fun compile(programs: List<Program>): List<List<String>> {
    val files = programs.mapIndexed { i, program -> SourceFile.kotlin("Program$i.kt", "package program$i\n$IMPORTS${program.code}\n") }
    val compilation = KotlinCompilation()
    compilation.sources = files + SourceFile.kotlin("Prelude.kt", PRELUDE)
    compilation.inheritClassPath = true
    compilation.messageOutputStream = OutputStream.nullOutputStream()
    val messages = compilation.compile().messages.split(Regex("(?m)^(?=[ewi]: )"))
    val place = Regex("""^[ew]: \S*Program(\d+)\.kt:\d+:\d+ """)
    val said = List(programs.size) { ArrayList<String>() }
    for (message in messages) {
        val found = place.find(message)
        if (found != null) {
            said[found.groupValues[1].toInt()] += message.substring(found.value.length).trim()
        } else {
            check(!message.startsWith("e: ")) { "the compiler refused more than the programs: $message" }
        }
    }
    return said
}
