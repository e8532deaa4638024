package dev.rankine.kernels.lanes

import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldContain
import io.kotest.matchers.string.shouldNotContain
import java.io.File

/**
 * The float64 kernels are the float32 files with other words: two texts that cannot drift apart. `-Dgenerate=true` writes them anew.
 * Numbers of bytes are written `4L` and `4 * ` there, and nothing else is.
 */
internal class Float64TwinTest :
    FunSpec({
        val folder = File("src/main/java/dev/rankine/kernels/lanes")

        fun source(name: String): String = File(folder, "$name.java").readText()

        if (System.getProperty("generate") == "true") {
            TWINS.forEach { File(folder, "${it}F64.java").writeText(float64(it, source("${it}F32"))) }
        }

        for (name in TWINS) {
            test("${name}F64.java is ${name}F32.java with the words of float64") {
                source("${name}F64") shouldBe float64(name, source("${name}F32"))
            }
        }

        test("no word of float32 is left") {
            for (name in TWINS) {
                source("${name}F64").replace(Regex("// As .*"), "") shouldNotContain Regex("F32|[Ff]loat(?!64)|\\b0f\\b|\\b4L|\\b4 \\*")
            }
        }

        test("every word is used") {
            val all = TWINS.joinToString("\n") { source("${it}F32") }
            WORDS.forEach { (from, _) -> all shouldContain from }
        }
    })

private val TWINS = listOf("Block", "Dots", "Finish", "Pack", "Row", "Tile", "Tile12", "Tile2", "Tile4", "Tile6", "Tile8")

/** What becomes of the words of float32, in this order. */
private val WORDS =
    listOf(
        "DEPTH = 384" to "DEPTH = 192",
        "DEPTH = 8192" to "DEPTH = 4096",
        "4L" to "8L",
        "4 * " to "8 * ",
        "0f" to "0.0",
        "FLOAT" to "DOUBLE",
        "Float" to "Double",
        "float32" to "float64",
        "float " to "double ",
        "F32" to "F64",
    )

/** A comment over the code of a file: its figures are those of float32. */
private val COMMENT = Regex("\n/\\*\n( \\*.*\n)+? \\*/\n")

private fun float64(name: String, text: String): String {
    val words = WORDS.fold(text) { now, (from, to) -> now.replace(from, to) }
    return COMMENT.replaceFirst(words, "\n// As ${name}F32, for float64.\n")
}
