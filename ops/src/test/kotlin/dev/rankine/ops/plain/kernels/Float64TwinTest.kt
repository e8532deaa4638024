package dev.rankine.ops.plain.kernels

import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldContain
import io.kotest.matchers.string.shouldNotContain
import java.io.File

/**
 * The float64 kernels are the float32 files with other words: two texts that cannot drift apart, where one generic text would be slow.
 * `-Dgenerate=true` writes them anew.
 */
internal class Float64TwinTest :
    FunSpec({
        val folder = File("src/main/kotlin/dev/rankine/ops/plain/kernels")

        fun source(name: String): String = File(folder, "$name.kt").readText()

        if (System.getProperty("generate") == "true") {
            TWINS.forEach { File(folder, "${it}F64.kt").writeText(float64(it, source("${it}F32"))) }
        }

        for (name in TWINS) {
            test("${name}F64.kt is ${name}F32.kt with the words of float64") {
                source("${name}F64") shouldBe float64(name, source("${name}F32"))
            }
        }

        test("no word of float32 is left") {
            for (name in TWINS) {
                source("${name}F64").lines().drop(HEADER).joinToString("\n") shouldNotContain
                    Regex("F32|[Ff]loat(?!64)|0f\\b")
            }
        }

        test("every word is used") {
            val all = TWINS.joinToString("\n") { source("${it}F32") }
            WORDS.forEach { (from, _) -> all shouldContain from }
        }
    })

private val TWINS =
    listOf(
        "AdamStep",
        "BatchNorm",
        "Conv2dInputGradient",
        "Conv2dWeightGradient",
        "Convolution",
        "Gemm",
        "LayerNorm",
        "Pixels",
        "PlaneProducts",
        "Pool",
        "SgdStep",
    )

/** What becomes of the words of float32, in this order. */
private val WORDS =
    listOf(
        Regex.fromLiteral("(if (divisor == 0) total else total / divisor).toFloat()") to "if (divisor == 0) total else total / divisor",
        Regex.fromLiteral(".toFloat()") to "",
        Regex("]\\.toDouble\\(\\)") to "]",
        Regex("F32\\b") to "F64",
        Regex("\\bFloatArray\\b") to "DoubleArray",
        Regex("\\bFloatLanes\\b") to "DoubleLanes",
        Regex("\\bfloats\\(\\)") to "doubles()",
        Regex("\\bFloat\\b") to "Double",
        Regex("\\b0f\\b") to "0.0",
    )

/** A comment over the code of a file: its figures are those of float32. */
private val COMMENT = Regex("\n/\\*\n( \\*.*\n)+? \\*/\n")

/** The lines of a file before which float32 may be named. */
private const val HEADER = 16

private fun float64(name: String, text: String): String {
    val words = WORDS.fold(text) { now, (from, to) -> from.replace(now, Regex.escapeReplacement(to)) }
    return COMMENT.replaceFirst(words, "\n// As ${name}F32, for float64.\n")
}
