package dev.rankine.kernels.lanes

import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldContain
import io.kotest.matchers.string.shouldNotContain
import java.io.File

/**
 * The kernels of 8-byte numbers are the files of 4-byte ones with other words: two texts that cannot drift apart. `-Dgenerate=true` writes
 * them anew. Numbers of bytes are written `4L` and `4 * ` there, and nothing else is.
 */
internal class TwinTest :
    FunSpec({
        val folder = File("src/main/java/dev/rankine/kernels/lanes")

        fun source(name: String): String = File(folder, "$name.java").readText()

        for (twin in TWINS) {
            if (System.getProperty("generate") == "true") File(folder, "${twin.wide}.java").writeText(twin.text(source(twin.narrow)))
            test("${twin.wide}.java is ${twin.narrow}.java with other words") {
                source(twin.wide) shouldBe twin.text(source(twin.narrow))
            }
            test("no word of ${twin.narrow}.java is left in ${twin.wide}.java") {
                source(twin.wide).replace(Regex("// As .*"), "") shouldNotContain
                    Regex("F32|I32|[Ff]loat(?!64)|Int[eV]|\\b0f\\b|\\b4L|\\b4 \\*")
            }
        }

        test("every word is used") {
            for ((words, twins) in TWINS.groupBy { it.words }) {
                val all = twins.joinToString("\n") { source(it.narrow) }
                words.forEach { (from, _) -> all shouldContain from }
            }
        }
    })

/** What becomes of the words of float32, in this order. */
private val FLOAT64 =
    listOf(
        "DEPTH = 1024" to "DEPTH = 512",
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

/** What becomes of the words of float32 whose bits are moved as those of int32, in this order. */
private val MOVED =
    listOf(
        "4L" to "8L",
        "4 * " to "8 * ",
        "IntVector" to "LongVector",
        "Integer" to "Long",
        "Transpose32" to "Transpose64",
        "float32" to "float64",
        "I32" to "I64",
        "F32" to "F64",
    )

/** What becomes of the words of int32, in this order. */
private val INT64 =
    listOf(
        "DEPTH = 256" to "DEPTH = 128",
        "4L" to "8L",
        "JAVA_INT" to "JAVA_LONG",
        "INT" to "LONG",
        "OfInt" to "OfLong",
        "IntVector" to "LongVector",
        "Integer" to "Long",
        "int32" to "int64",
        "I32" to "I64",
    )

/** A comment over the code of a file: its figures are those of the narrow type. */
private val COMMENT = Regex("\n/\\*\n( \\*.*\n)+? \\*/\n")

private class Twin(val narrow: String, val words: List<Pair<String, String>>) {
    val wide = narrow.replace("32", "64")

    fun text(source: String): String {
        val words = words.fold(source) { now, (from, to) -> now.replace(from, to) }
        return COMMENT.replaceFirst(words, "\n// As $narrow, for ${if (wide.endsWith("F64")) "float64" else "int64"}.\n")
    }
}

private val TWINS =
    listOf(
        "Block",
        "DotTile",
        "Dots",
        "Finish",
        "Pack",
        "Row",
        "Small",
        "Unpacked",
        "Unpacked2",
        "Unpacked4",
        "Unpacked6",
        "Unpacked8",
        "Tile",
        "Tile2",
        "Tile4",
        "Tile6",
        "Tile8",
        "Turned",
    ).map { Twin("${it}F32", FLOAT64) } +
        Twin("TransposeF32", MOVED) +
        Twin("BlockI32", INT64)
