package dev.rankine.samples.characters

import dev.rankine.ops.toLongArray
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.matchers.doubles.shouldBeGreaterThan
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.doubles.plusOrMinus
import io.kotest.matchers.shouldBe
import java.util.Random

internal class PartsTest :
    FunSpec({
        test("an alphabet numbers the characters in their order, those beyond 16 bits too, and back") {
            val alphabet = Alphabet.of("banana \uD834\uDD1E\n")
            alphabet.size shouldBe 6
            alphabet.toString() shouldBe "\n abn\uD834\uDD1E"
            alphabet.encode("nab\uD834\uDD1E", "it").toList() shouldBe listOf(4, 2, 3, 5)
            alphabet.decode(intArrayOf(4, 2, 3, 5)) shouldBe "nab\uD834\uDD1E"
            alphabet.start.toList() shouldBe listOf(0)
            Alphabet.of(mapOf("vocabulary" to "$alphabet"), "file").toString() shouldBe "$alphabet"
            shouldThrow<AlphabetException> { alphabet.encode("x\u0007y", "it") }.message shouldBe
                "it: characters that the text to learn from does not have: x, U+0007, y\n  hint: it has \\n abn\uD834\uDD1E"
        }
        test("the built-in text comes back from its numbers") {
            val text = Text.builtIn()
            val all = text.training + text.validation
            text.alphabet.encode(text.alphabet.decode(all), "it").toList() shouldBe all.toList()
            text.validation.size shouldBe text.size / 10
        }
        test("windows are stretches of the text, their targets one character later") {
            val windows = Windows(IntArray(20) { it * it }, context = 4, step = 5)
            windows.size shouldBe 4
            val (text, next) = windows.batch(intArrayOf(3, 0))
            text.value.toLongArray().toList() shouldBe listOf<Long>(225, 256, 289, 324, 0, 1, 4, 9)
            next.value.toLongArray().toList() shouldBe listOf<Long>(256, 289, 324, 361, 1, 4, 9, 16)
            text.sizes.toString() shouldBe "[Batch = 2, Time = 4]"
            Windows(IntArray(5), context = 4, step = 9).size shouldBe 1
        }
        test("a draw follows the softmax of the scores, and its temperature") {
            val random = Random(1)
            val scores = doubleArrayOf(Math.log(1.0), Math.log(2.0), Math.log(5.0))

            fun share(temperature: Double): List<Double> {
                val counts = IntArray(3)
                repeat(20_000) { counts[draw(scores, temperature, random)]++ }
                return counts.map { it / 20_000.0 }
            }
            share(1.0).zip(listOf(0.125, 0.25, 0.625)) { found, wanted -> found shouldBe (wanted plusOrMinus 0.02) }
            share(0.25)[2] shouldBeGreaterThan 0.95
            share(0.0) shouldBe listOf(0.0, 0.0, 1.0)
        }
        test("the learning rate rises, falls to a tenth, and ends with steps or with time") {
            val pace = Pace(1000, null)
            pace.factor(0) shouldBe (1.0 / 101 plusOrMinus 1e-12)
            pace.factor(50) shouldBe (51.0 / 101 plusOrMinus 1e-12)
            pace.factor(1000) shouldBe (0.1 plusOrMinus 1e-12)
            pace.isOver(999) shouldBe false
            pace.isOver(1000) shouldBe true
            var now = 0L
            val timed = Pace(null, 2.0) { now }
            timed.isOver(1_000_000) shouldBe false
            now = 60_000_000_000
            timed.factor(500) shouldBe (0.55 plusOrMinus 1e-12)
            now = 120_000_000_000
            timed.isOver(0) shouldBe true
        }
    })
