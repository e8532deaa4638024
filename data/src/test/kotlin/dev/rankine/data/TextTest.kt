package dev.rankine.data

import dev.rankine.shapes.FormatException
import dev.rankine.shapes.ShapeException
import dev.rankine.shapes.of
import dev.rankine.tensor.tensorOf
import dev.rankine.tensor.toDoubleArray
import dev.rankine.tensor.toFloatArray
import dev.rankine.tensor.toLongArray
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.engine.spec.tempdir
import io.kotest.matchers.doubles.plusOrMinus
import io.kotest.matchers.shouldBe
import kotlinx.coroutines.flow.toList
import java.nio.file.Files

internal class TextTest :
    FunSpec({
        val root = tempdir().toPath()

        fun file(text: String) = Files.write(root.resolve("t.txt"), text.toByteArray())

        test("a text, its lines, and its lines one after another") {
            for ((text, lines) in listOf(
                "a\nb\r\n\nç" to listOf("a", "b", "", "ç"),
                "a\n" to listOf("a"),
                "" to emptyList(),
                "\n" to listOf(""),
            )) {
                TextFile.read(file(text)) shouldBe text
                TextFile.readLines(file(text)) shouldBe lines
                TextFile.lines(file(text)).epoch(0).toList() shouldBe lines
            }
            TextFile.read(file("\uFEFFa\uFEFF\n")) shouldBe "a\uFEFF\n"
        }
        test("what is no text") {
            val nowhere = root.resolve("nowhere")
            shouldThrow<FormatException> { TextFile.read(nowhere) }.message shouldBe
                "nowhere: there is no such file\n  hint: looked for $nowhere"
            val cut = Files.write(root.resolve("cut"), byteArrayOf(97, 10, 98, -61))
            shouldThrow<FormatException> { TextFile.read(cut) }.message shouldBe "cut: line 2 is not UTF-8"
            shouldThrow<FormatException> { TextFile.lines(cut).epoch(0).toList() }.message shouldBe "cut: line 2 is not UTF-8"
            val pipe = root.resolve("pipe")
            ProcessBuilder("mkfifo", "$pipe").start().waitFor() shouldBe 0
            shouldThrow<FormatException> { TextFile.readLines(pipe) }.message shouldBe "pipe: is no regular file\n  hint: looked at $pipe"
        }
        test("a vocabulary of words, and of characters beyond 16 bits") {
            val words = Vocabulary.of(listOf("b", "a", "b", "10"))
            words.words shouldBe listOf("10", "a", "b")
            words.encode(listOf("b", "10")).toList() shouldBe listOf(2L, 0L)
            words.decode(longArrayOf(1, 1)) shouldBe listOf("a", "a")
            ("a" in words) shouldBe true
            ("c" in words) shouldBe false
            (words == Vocabulary(listOf("10", "a", "b"))) shouldBe true
            words.hashCode() shouldBe Vocabulary(listOf("10", "a", "b")).hashCode()
            Vocabulary.of(listOf("-2", "10", "9")).words shouldBe listOf("-2", "9", "10")
            val characters = Vocabulary.ofCharacters("banana \uD834\uDD1E\n")
            characters.size shouldBe 6
            characters.encodeCharacters("nab\uD834\uDD1E").toList() shouldBe listOf<Long>(4, 2, 3, 5)
            characters.decodeCharacters(longArrayOf(4, 2, 3, 5)) shouldBe "nab\uD834\uDD1E"
            "$characters" shouldBe "Vocabulary(\\n   a b n \uD834\uDD1E)"
            val strange = shouldThrow<UnknownWordException> { characters.encodeCharacters("x\u0007yx") }
            strange.unknown shouldBe listOf("x", "\u0007", "y")
            strange.message shouldBe
                "vocabulary: words that it does not have: \"x\", \"U+0007\", \"y\"\n  hint: it has \"\\n\", \" \", \"a\", \"b\", \"n\", \"\uD834\uDD1E\""
            val many = Vocabulary.of((0 until 30).map { "$it" })
            shouldThrow<UnknownWordException> { many.encode(listOf("x")) }.message!!.takeLast(28) shouldBe
                "\"17\", \"18\", \"19\" and 10 more"
            shouldThrow<IllegalArgumentException> { words.decode(longArrayOf(3)) }.message shouldBe
                "vocabulary: there is no such word: number 3 is not in 0..2"
            shouldThrow<IllegalArgumentException> { Vocabulary(listOf("a", "b", "a")) }.message shouldBe
                "vocabulary: a word stands twice: \"a\" is number 0 and 2"
        }
        test("windows are stretches of the text, their targets one character later") {
            val windows = LongArray(20) { it.toLong() * it }.windows(Row, Step, length = 4, step = 5)
            windows.size shouldBe 4
            val (text, next) = windows.batch(intArrayOf(3, 0))
            text.toLongArray().toList() shouldBe listOf<Long>(225, 256, 289, 324, 0, 1, 4, 9)
            next.toLongArray().toList() shouldBe listOf<Long>(256, 289, 324, 361, 1, 4, 9, 16)
            text.sizes.toString() shouldBe "[Row = 2, Step = 4]"
            LongArray(5).windows(Row, Step, 4).size shouldBe 1
            LongArray(4).windows(Row, Step, 4).size shouldBe 0
            LongArray(9).windows(Row, Step, 4).size shouldBe 2
            LongArray(9).windows(Row, Step, 4, step = 1).size shouldBe 5
            shouldThrow<IllegalArgumentException> { LongArray(9).windows(Row, Step, 0) }.message shouldBe
                "windows: a stretch needs at least one place: length 0"
            shouldThrow<IllegalArgumentException> { LongArray(9).windows(Row, Step, 1, 0) }.message shouldBe
                "windows: stretches begin at different places: step 0"
            shouldThrow<ShapeException> { LongArray(9).windows(Row, Five, 4) }.message shouldBe
                "axis: Five was declared with size 5: 4 given"
        }
        test("standardized rows have mean 0 and deviation 1, constant ones 0; other rows the same change") {
            val rows = tensorOf(floatArrayOf(1f, 0.1f, 3f, 0.1f, 5f, 0.1f, 7f, 0.1f), Row of 4, Two)
            val standardization = Standardization.of(rows)
            standardization.mean.toDoubleArray()[0] shouldBe (4.0 plusOrMinus 1e-12)
            standardization.deviation.toDoubleArray().toList() shouldBe listOf(Math.sqrt(5.0), 1.0)
            standardization.mean.sizes.toString() shouldBe "[Two = 2]"
            val result = standardization(rows)
            result.sizes.toString() shouldBe "[Row = 4, Two = 2]"
            result.toFloatArray().toList() shouldBe listOf(-3, 0, -1, 0, 1, 0, 3, 0).map { (it / Math.sqrt(5.0)).toFloat() }
            standardization(tensorOf(floatArrayOf(4f, 1.1f), Row of 1, Two)).toFloatArray().toList() shouldBe listOf(0f, 1f)
            standardization.heldValues().size shouldBe 2
            shouldThrow<IllegalArgumentException> { Standardization.of(tensorOf(FloatArray(0), Row of 0, Two)) }.message shouldBe
                "standardization: there are no rows: [Row = 0, Two = 2]"
            shouldThrow<IllegalArgumentException> {
                Standardization.of(
                    tensorOf(floatArrayOf(1f, 2f, 3f, Float.NaN), Row of 2, Two),
                )
            }.message shouldBe
                "standardization: a number is not finite: row 1 of feature 1 is NaN"
        }
    })
