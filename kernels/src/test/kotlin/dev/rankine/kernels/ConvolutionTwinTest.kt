package dev.rankine.kernels

import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.shouldBe
import java.io.File

/**
 * The float64 kernels of convolutions are the float32 files with other words, apart from how lines are broken; ConvolutionLoopI64 is one
 * more of them. `-Dgenerate=true` writes them anew, to be formatted.
 */
internal class ConvolutionTwinTest :
    FunSpec({
        val folder = File("src/main/java/dev/rankine/kernels/lanes")

        fun check(name: String, words: List<Pair<Regex, String>>, to: String, word: String) {
            val source = File(folder, "${name}F32.java").readText()
            val renamed = words.fold(source) { text, (from, other) -> from.replace(text, Regex.escapeReplacement(other)) }
            val text = LEGEND.replaceFirst(renamed, Regex.escapeReplacement("\n/** As ${name}F32, for $word. */\n"))
            val file = File(folder, "$name$to.java")
            if (System.getProperty("generate") == "true") file.writeText(text)
            bare(file.readText()) shouldBe bare(text)
        }

        for (name in TWINS) {
            test("${name}F64.java is ${name}F32.java with the words of float64") { check(name, FLOAT64, "F64", "float64") }
        }

        test("ConvolutionLoopI64.java is ConvolutionLoopF32.java with the words of int64") {
            check("ConvolutionLoop", INT64, "I64", "int64")
        }
    })

private fun bare(text: String) = text.replace(Regex("\\s+"), "")

private val TWINS =
    listOf(
        "AveragedRows",
        "Convolution",
        "ConvolutionLoop",
        "ConvolutionTile",
        "Depthwise",
        "DepthwiseGradient",
        "Finite",
        "PlaneProducts",
        "Rows",
    )

/** The comment over a class: its figures are those of float32. */
private val LEGEND = Regex("\n/\\*\\*\n( \\*.*\n)+? \\*/\n|\n/\\*\\* .* \\*/\n(?=final class)")

private val FLOAT64 =
    listOf(
        Regex("\\(float\\) sum") to "sum",
        Regex("OfFloat") to "OfDouble",
        Regex("\\bFLOAT\\b") to "DOUBLE",
        Regex("F32") to "F64",
        Regex("FloatVector") to "DoubleVector",
        Regex("JAVA_FLOAT") to "JAVA_DOUBLE",
        Regex("<Float>") to "<Double>",
        Regex("Float\\.") to "Double.",
        Regex("\\bfloat\\b") to "double",
    )

private val INT64 =
    listOf(
        Regex("\\(float\\) sum") to "sum",
        Regex("    private static final ValueLayout.OfFloat FLOAT.*\n") to "",
        Regex("\\bFLOAT\\b") to "LONG",
        Regex("F32") to "I64",
        Regex("Float\\.") to "Long.",
        Regex("\\bdouble\\b") to "long",
    )
