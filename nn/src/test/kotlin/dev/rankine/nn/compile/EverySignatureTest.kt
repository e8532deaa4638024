package dev.rankine.nn.compile

import com.tschuchort.compiletesting.KotlinCompilation
import com.tschuchort.compiletesting.SourceFile
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.collections.shouldBeEmpty
import io.kotest.matchers.collections.shouldContainAll
import io.kotest.matchers.ints.shouldBeGreaterThan
import io.kotest.matchers.shouldBe
import org.jetbrains.kotlin.compiler.plugin.ExperimentalCompilerApi
import java.io.File
import java.io.OutputStream

private const val CALLS_A_FILE = 400
private const val IMPORTS = "import dev.rankine.nn.*\nimport dev.rankine.ops.*\nimport dev.rankine.shapes.*\nimport dev.rankine.tensor.*\n"

/** What the compiler says where types do not fit; anything else it refuses would be a mistake of the programs. */
private val CLASH =
    Regex("""type mismatch|None of the following candidates is applicable|Overload resolution ambiguity|is deprecated\. shape: """)

/** Declared as no function may be: the first widens to `Dim<*>` what clashes, the second gives a type that says nothing. */
private const val LOOSE = """
@JvmName("loose2")
public fun <A : Dim<*>, B : Dim<*>> Tensor<out Mat<A, B>>.loose(other: Tensor<out Mat<A, B>>): Tensor<Mat<A, B>> = error("never run")

public fun <A : Dim<*>> Tensor<Vec<A>>.vague(): Tensor<Vec<Dim<*>>> = error("never run")
"""

/** The first error in each of [calls], or null; all are compiled in one run. */
@OptIn(ExperimentalCompilerApi::class)
private fun errors(calls: List<Call>): List<String?> {
    val dims = (List(DIMS) { dimName(it) } + WRONG).joinToString("") { "object $it : Dim<$it>()\n" }
    val files =
        calls.chunked(CALLS_A_FILE).mapIndexed { i, part ->
            val functions = part.withIndex().joinToString("") { (k, call) -> "fun call$k${call.code}\n" }
            SourceFile.kotlin("Calls$i.kt", "package calls$i\n${IMPORTS}import calls.*\n$functions")
        }
    val compilation = KotlinCompilation()
    compilation.sources = files + SourceFile.kotlin("Dims.kt", "package calls\n$IMPORTS$dims$LOOSE")
    compilation.inheritClassPath = true
    compilation.kotlincArguments = listOf("-nowarn")
    compilation.messageOutputStream = OutputStream.nullOutputStream()
    val found = arrayOfNulls<String>(calls.size)
    val place = Regex("""^e: \S*Calls(\d+)\.kt:(\d+):\d+ """)
    val before = IMPORTS.count { it == '\n' } + 3
    for (message in compilation.compile().messages.split(Regex("(?m)^(?=[ewi]: )"))) {
        if (!message.startsWith("e: ")) continue
        val at = place.find(message) ?: error("the compiler refused more than the calls: $message")
        val call = at.groupValues[1].toInt() * CALLS_A_FILE + at.groupValues[2].toInt() - before
        if (found[call] == null) found[call] = message.substring(at.value.length).trim()
    }
    return found.asList()
}

/**
 * Every typed function of `tensor-dsl` and `nn`, found in their sources, at every rank: what fits is accepted and has exactly the type that the
 * declaration says; with one wrong axis it is refused. A new function is tested without being named here.
 */
internal class EverySignatureTest :
    FunSpec({
        val folders = listOf("tensor-dsl", "nn").map { File(System.getProperty("rankine.root"), "$it/src/main/kotlin") }
        val all = folders.flatMap { signatures(it) }
        // shapes that are asserted, not inferred: the caller has to opt in
        val typed = all.filter { it.isTyped && !it.refused && !it.optIn }
        val loose = SignatureReader(LOOSE, "Loose.kt").signatures()
        val calls = (typed + loose).flatMap { SignaturePrograms(it).calls() }
        val mistakes =
            calls.zip(errors(calls)).filter { (call, error) ->
                if (call.fits) {
                    error != null
                } else {
                    error == null ||
                        !CLASH.containsMatchIn(error)
                }
            }
        val byFunction = calls.groupBy { it.signature }

        for ((family, overloads) in typed.groupBy { it.name }) {
            test("$family: ${overloads.size} declared, ${overloads.sumOf { byFunction.getValue(it).size }} programs") {
                mistakes
                    .filter { it.first.signature in overloads }
                    .map { (call, error) ->
                        "${call.signature}: ${call.code} $error"
                    }.shouldBeEmpty()
                overloads.filter { one -> byFunction.getValue(one).count { it.fits } == 0 }.shouldBeEmpty()
                overloads.filter { one -> byFunction.getValue(one).none { !it.fits } && one.result != "Unit" }.shouldBeEmpty()
            }
        }

        test("no function gives a type that says nothing") {
            typed.filter { one -> "*" in one.result && one.parameters.none { "*" in it.type } }.shouldBeEmpty()
        }
        test("a function that widens, and one that gives a type that says nothing, are noticed") {
            mistakes.map { it.first.signature.name } shouldContainAll listOf("loose")
            loose.filter { "*" in it.result }.map { it.name } shouldBe listOf("vague")
        }
        test("every public function is read") {
            val declaration = Regex("""(?m)^\s*public (?!.*\boverride\b)[a-z ]*\bfun (?!interface)""")
            val lines = folders.flatMap { it.walk() }.filter { it.extension == "kt" }.sumOf { declaration.findAll(it.readText()).count() }
            all.size shouldBe lines
            all.size shouldBeGreaterThan 900
        }
        test("layers at each rank, and what follows them, are among them") {
            typed.count { it.receiver == "Layer<I, O>" && it.name == "invoke" && "AnyShape" !in it.result } shouldBeGreaterThan 3
            typed.count { it.receiver.orEmpty().startsWith("Net<In, ") && it.name == "then" } shouldBeGreaterThan 4
            typed.count { it.receiver == "Layer<I, O>" && it.name == "then" } shouldBe 1
        }
    })
