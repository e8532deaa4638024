package dev.rankine.tensor.compile

import com.tschuchort.compiletesting.KotlinCompilation
import com.tschuchort.compiletesting.SourceFile
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldEndWith
import io.kotest.matchers.string.shouldStartWith
import org.jetbrains.kotlin.compiler.plugin.ExperimentalCompilerApi
import java.io.OutputStream

/**
 * A line of a user's program.
 *
 * @property message what the compiler must say, or null if it must accept the line.
 */
internal class Program(val code: String, val message: String?)

/** The line must compile. */
internal fun accepts(code: String): Program = Program(code, null)

/** The line must be refused with [message]. */
internal fun refuses(code: String, message: String): Program = Program(code, message)

private const val PRELUDE = """
package prelude
import dev.rankine.shapes.*
import dev.rankine.tensor.*

object Batch : Dim<Batch>()
object Pixels : Dim<Pixels>(784)
object Hidden : Dim<Hidden>(512)
object Digit : Dim<Digit>(10)
object Heads : Dim<Heads>(4)
object Time : Dim<Time>()
object Width : Dim<Width>(16)
object Colors : Dim<Colors>(3)
object Features : Dim<Features>(8)
object Rows : Dim<Rows>(28)
object Columns : Dim<Columns>(28)
object Top : Dim<Top>(14)
object Side : Dim<Side>(14)

val x: Tensor<Mat<Batch, Pixels>> get() = error("compiled, never run")
val weight: Tensor<Mat<Pixels, Hidden>> get() = error("compiled, never run")
val last: Tensor<Mat<Hidden, Digit>> get() = error("compiled, never run")
val pixels: Tensor<Vec<Pixels>> get() = error("compiled, never run")
val digits: Tensor<Vec<Digit>> get() = error("compiled, never run")
val labels: Tensor<Vec<Batch>> get() = error("compiled, never run")
val column: Tensor<Mat<Batch, One>> get() = error("compiled, never run")
val number: Tensor<Scalar> get() = error("compiled, never run")
val tokens: Tensor<Cube<Batch, Time, Times<Heads, Width>>> get() = error("compiled, never run")
val query: Tensor<Rank4<Batch, Heads, Time, Width>> get() = error("compiled, never run")
val scores: Tensor<Rank4<Batch, Heads, Time, Time>> get() = error("compiled, never run")
val images: Tensor<Rank4<Batch, Colors, Rows, Columns>> get() = error("compiled, never run")
val image: Tensor<Cube<Colors, Rows, Columns>> get() = error("compiled, never run")
val kernels: Tensor<Rank4<Features, Colors, Dyn, Dyn>> get() = error("compiled, never run")
val bias: Tensor<Vec<Features>> get() = error("compiled, never run")
val words: Tensor<Mat<Batch, Time>> get() = error("compiled, never run")
val logits: Tensor<Cube<Batch, Time, Digit>> get() = error("compiled, never run")
val any: Tensor<AnyShape> get() = error("compiled, never run")
"""

/** What the compiler says to each of [programs], all compiled in one call; null where it accepts the line. */
@OptIn(ExperimentalCompilerApi::class)
internal fun compile(programs: List<Program>): List<String?> {
    val files =
        programs.mapIndexed { i, program ->
            SourceFile.kotlin(
                "Program$i.kt",
                "package program$i\nimport dev.rankine.shapes.*\nimport dev.rankine.tensor.*\nimport prelude.*\n${program.code}\n",
            )
        }
    val result =
        KotlinCompilation()
            .apply {
                sources = files + SourceFile.kotlin("Prelude.kt", PRELUDE)
                inheritClassPath = true
                messageOutputStream = OutputStream.nullOutputStream()
            }.compile()
    val said = result.messages.split(Regex("(?m)^(?=[ewi]: )")).filter { it.startsWith("e: ") }
    val place = Regex("""^e: \S*Program(\d+)\.kt:\d+:\d+ """)
    val found = arrayOfNulls<String>(programs.size)
    for (message in said) {
        val at = place.find(message) ?: error("compiler: $message")
        val program = at.groupValues[1].toInt()
        if (found[program] == null) found[program] = message.substring(at.value.length).trim()
    }
    return found.asList()
}

internal fun mismatch(actual: String, expected: String): String =
    "Argument type mismatch: actual type is '$actual', but '$expected' was expected."

internal fun initializer(expected: String, actual: String): String = "Initializer type mismatch: expected '$expected', actual '$actual'."

/** Compares messages; one that ends in `...` is the beginning of what was said, one that begins with it the end. */
internal infix fun String?.shouldSay(message: String?) {
    when {
        message == null -> this shouldBe null
        message.endsWith("...") -> this!! shouldStartWith message.dropLast(3)
        message.startsWith("...") -> this!! shouldEndWith message.drop(3)
        else -> this shouldBe message
    }
}
