package dev.rankine.kernels

import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.shouldBe
import java.io.File

/** The float64 kernels of attention are the float32 files with other words, apart from how lines are broken. `-Dgenerate=true` writes them anew, to be formatted. */
internal class AttentionTwinTest :
    FunSpec({
        val folder = File("src/main/java/dev/rankine/kernels/lanes")

        for (name in TWINS) {
            test("${name}F64.java is ${name}F32.java with the words of float64") {
                val source = File(folder, "${name}F32.java").readText()
                val text = FLOAT64.fold(source) { now, (from, to) -> from.replace(now, Regex.escapeReplacement(to)) }
                val file = File(folder, "${name}F64.java")
                if (System.getProperty("generate") == "true") file.writeText(text)
                bare(file.readText()) shouldBe bare(text)
            }
        }
    })

private fun bare(text: String) = text.replace(Regex("\\s+"), "")

private val TWINS =
    listOf("Attention", "AttentionGradient", "RowsOf", "Scores", "Shades")

private val FLOAT64 =
    listOf(
        Regex("\\(float\\) ") to "",
        Regex("OfFloat") to "OfDouble",
        Regex("\\bFLOAT\\b") to "DOUBLE",
        Regex("\\bfloat32\\b") to "float64",
        Regex("F32") to "F64",
        Regex("FloatVector") to "DoubleVector",
        Regex("JAVA_FLOAT") to "JAVA_DOUBLE",
        Regex("<Float>") to "<Double>",
        Regex("Float\\.") to "Double.",
        Regex("\\bfloat\\b") to "double",
    )
