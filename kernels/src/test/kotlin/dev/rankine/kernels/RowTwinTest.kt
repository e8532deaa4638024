package dev.rankine.kernels

import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldContain
import java.io.File

/**
 * The kernels of float64 are the files of float32 with other words, and those of smallest elements the files of largest ones: two texts that
 * cannot drift apart, where one generic text would be slow. Only line breaks may differ, which the formatter sets. `-Dgenerate=true` writes
 * them anew.
 */
internal class RowTwinTest :
    FunSpec({
        val folder = File("src/main/java/dev/rankine/kernels/lanes")

        fun source(name: String): String = File(folder, "$name.java").readText()

        if (System.getProperty("generate") == "true") {
            File(folder, "SmallestF32.java").writeText(words(source("LargestF32"), SMALLEST))
            TWINS.forEach { File(folder, "${it}F64.java").writeText(words(source("${it}F32"), FLOAT64)) }
        }

        test("SmallestF32.java is LargestF32.java with the words of smallest elements") {
            source("SmallestF32") shouldRead words(source("LargestF32"), SMALLEST)
        }
        for (name in TWINS) {
            test("${name}F64.java is ${name}F32.java with the words of float64") {
                source("${name}F64") shouldRead words(source("${name}F32"), FLOAT64)
            }
        }
        test("every word is used") {
            val all = TWINS.joinToString("\n") { source("${it}F32") }
            FLOAT64.forEach { (from, _) -> all shouldContain from }
            SMALLEST.forEach { (from, _) -> source("LargestF32") shouldContain from }
        }
    })

private val TWINS =
    listOf(
        "Sum",
        "Dot",
        "Largest",
        "Smallest",
        "Place",
        "Places",
        "Softmax",
        "SoftmaxGradient",
        "SoftmaxRows",
        "SoftmaxColumns",
        "Along",
        "Down",
        "Across",
        "Table",
        "Moments",
        "RowPair",
        "RowSums",
        "Lines",
        "Columns",
        "LayerNorm",
        "BatchNorm",
        "CrossEntropy",
        "CrossEntropyRows",
        "CrossEntropyColumns",
        "LogSumExp",
    )

private val SMALLEST =
    listOf(
        "Largest" to "Smallest",
        "largest" to "smallest",
        "NEGATIVE_INFINITY" to "POSITIVE_INFINITY",
        ".max(" to ".min(",
        "Operators.MAX" to "Operators.MIN",
        "Operators.GT" to "Operators.LT",
    ).map { (from, to) -> Regex.fromLiteral(from) to to }

/** What becomes of the words of float32, in this order. */
private val FLOAT64 =
    listOf(
        Regex.fromLiteral("(float) ") to "",
        Regex("\\bFloat(?=Vector\\b|\\.|>)") to "Double",
        Regex.fromLiteral("JAVA_FLOAT") to "JAVA_DOUBLE",
        Regex("\\bfloat32\\b") to "float64",
        Regex("\\bfloat\\b") to "double",
        Regex("F32\\b") to "F64",
    )

private infix fun String.shouldRead(text: String) {
    replace(SPACE, "") shouldBe text.replace(SPACE, "")
}

private val SPACE = Regex("\\s+")

private fun words(text: String, list: List<Pair<Regex, String>>): String =
    list.fold(text) { now, (from, to) -> from.replace(now, Regex.escapeReplacement(to)) }
