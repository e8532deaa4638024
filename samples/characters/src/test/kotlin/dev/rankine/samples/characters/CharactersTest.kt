package dev.rankine.samples.characters

import dev.rankine.ops.toDoubleArray
import io.kotest.core.spec.style.FunSpec
import io.kotest.engine.spec.tempdir
import io.kotest.matchers.collections.shouldBeStrictlyDecreasing
import io.kotest.matchers.doubles.shouldBeLessThan
import io.kotest.matchers.shouldBe
import io.kotest.matchers.shouldNotBe
import io.kotest.matchers.string.shouldContain
import io.kotest.matchers.string.shouldStartWith
import java.nio.file.Files
import java.util.Locale
import kotlin.math.ln

/** The scores of every place of [text]. */
private fun scores(model: Gpt, text: IntArray): List<Double> =
    model(Windows(text + 0, text.size, 1).batch(intArrayOf(0)).inputs).value.toDoubleArray().toList()

internal class CharactersTest :
    FunSpec({
        val folder = tempdir().toPath()
        val small = arrayOf<Any>("--layers", 1, "--width", 32, "--heads", 2, "--context", 32, "--lr", 0.01, "--generate", 60)

        test("the loss falls on the built-in text, and the saved model writes the same for the same seed") {
            val file = folder.resolve("model.safetensors")
            val learning = Program.run(*small, "--steps", 90, "--every", 30, "--save", file)
            learning.error shouldBe ""
            learning.status shouldBe 0
            learning.out shouldContain "text         the built-in text: 8,012 characters, "
            learning.out shouldContain "model        1 layers of 32 features and 2 heads, a context of 32: "
            learning.out shouldContain "\nsaved        $file (${"%,d".format(Locale.ROOT, Files.size(file))} bytes)\n"
            learning.losses.size shouldBe 4
            learning.losses.take(3).shouldBeStrictlyDecreasing()
            learning.losses[2] shouldBeLessThan 2.7 // guessing among the characters costs ln 46 = 3.8
            learning.written.length shouldBe 1 + 60 + 1

            val loaded = Program.run("--load", file, "--generate", 60)
            loaded.status shouldBe 0
            loaded.written shouldBe learning.written
            Program.run("--load", file, "--generate", 60, "--seed", 1).written shouldNotBe learning.written
            Program.run("--load", file, "--generate", 5, "--prompt", "The harbour").written shouldStartWith "The harbour"
            Program.run("--load", file, "--prompt", "größe~").error shouldBe
                "characters: the prompt: characters that the text to learn from does not have: ö, ß, ~\n" +
                "  hint: it has ${"${Text.builtIn().alphabet}".replace("\n", "\\n")}\n"
        }
        test("the same seed gives the same model, another seed another one") {
            fun bytes(seed: Int): ByteArray {
                val file = folder.resolve("seed$seed.safetensors")
                Program.run(*small, "--steps", 3, "--seed", seed, "--save", file).status shouldBe 0
                return Files.readAllBytes(file)
            }
            val first = bytes(1)
            bytes(1).contentEquals(first) shouldBe true
            bytes(2).contentEquals(first) shouldBe false
        }
        test("a model that has learnt nothing expects every character alike") {
            val text = Text.builtIn()
            val model = Gpt(Settings(16, 1, 1, 8), text.alphabet.size)
            judge(model, text.validation, 16) shouldBeLessThan ln(text.alphabet.size.toDouble()) + 0.5
        }
        test("no place sees what comes later") {
            val model = Gpt(Settings(8, 2, 2, 16), 5)
            val text = intArrayOf(0, 1, 2, 3, 4, 0, 1)
            val other = text.copyOf().also { it[6] = 3 }
            val (a, b) = listOf(text, other).map { scores(model, it) }
            a.take(6 * 5) shouldBe b.take(6 * 5)
            a.drop(6 * 5) shouldNotBe b.drop(6 * 5)
        }
        test("time ends training too") {
            val file = folder.resolve("short.safetensors")
            val program = Program.run(*small, "--minutes", 0.01, "--save", file)
            program.status shouldBe 0
            Files.exists(file) shouldBe true
        }
    })
