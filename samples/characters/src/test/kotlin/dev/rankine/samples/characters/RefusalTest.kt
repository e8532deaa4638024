package dev.rankine.samples.characters

import dev.rankine.io.ModelFile
import io.kotest.core.spec.style.FunSpec
import io.kotest.engine.spec.tempdir
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldContain
import io.kotest.matchers.string.shouldStartWith
import java.nio.file.Files
import java.nio.file.Path

internal class RefusalTest :
    FunSpec({
        val folder = tempdir().toPath()

        fun file(name: String, bytes: ByteArray): Path = Files.write(folder.resolve(name), bytes)

        /** What the program says on standard error; it must say nothing else and end with status 2. */
        fun refusal(vararg arguments: Any): String {
            val program = Program.run("--save", folder.resolve("never.safetensors"), *arguments)
            program.status shouldBe 2
            program.out shouldBe ""
            return program.error.removePrefix("characters: ").trimEnd()
        }

        test("impossible numbers") {
            refusal("--steps", 0) shouldBe "invalid value for --steps: must be at least 1"
            refusal("--minutes", "NaN") shouldBe "invalid value for --minutes: must be a finite number above 0"
            refusal("--lr", -1) shouldBe "invalid value for --lr: must be a finite number above 0"
            refusal("--width", 0) shouldBe "invalid value for --width: must be in 1..65536"
            refusal("--temperature", -1) shouldBe "invalid value for --temperature: must be a finite number, not negative"
            refusal("--generate", -1) shouldBe "invalid value for --generate: must not be negative"
            refusal("--prompt", "") shouldBe "invalid value for --prompt: must have a character"
            refusal("--heads", 3) shouldBe "attention: the features do not divide into heads: Model of 128, 3 heads"
        }
        test("a text that is missing, is none, or is too short") {
            val nowhere = folder.resolve("nowhere.txt")
            refusal("--text", nowhere) shouldBe "$nowhere: does not exist"
            refusal("--text", folder) shouldBe "$folder: is not a file"
            val latin = file("latin.txt", byteArrayOf(72, 101, -28, 33))
            refusal("--text", latin) shouldBe "$latin: is not UTF-8: no character begins at byte 2"
            val cut = file("cut.txt", byteArrayOf(72, -61))
            refusal("--text", cut) shouldBe "$cut: is not UTF-8: no character begins at byte 1"
            val short = file("short.txt", "abc ".repeat(75).toByteArray())
            refusal("--text", short) shouldBe
                "$short: is too short: the last tenth of its 300 characters has 30, a context of 64 needs 65\n  hint: --context 29 fits"
            val empty = file("empty.txt", ByteArray(0))
            refusal("--text", empty) shouldStartWith "$empty: is too short: the last tenth of its 0 characters has 0, "
        }
        test("a prompt of other characters, before anything is trained") {
            refusal("--prompt", "50 %") shouldStartWith
                "the prompt: characters that the text to learn from does not have: 5, 0, %\n  hint: it has \\n "
        }
        test("a model file that is no use") {
            val nowhere = folder.resolve("nowhere.safetensors")
            refusal("--load", nowhere) shouldStartWith "$nowhere: does not exist"
            val settings = Settings(8, 1, 1, 4)
            val other = folder.resolve("other.safetensors")
            ModelFile.save(other, Gpt(settings, 3))
            refusal("--load", other) shouldBe "$other: its metadata do not say the size of the model: context is missing"
            ModelFile.save(other, Gpt(settings, 3), settings.toMetadata())
            refusal("--load", other) shouldBe "$other: its metadata do not say which characters it knows: vocabulary is missing"
            ModelFile.save(other, Gpt(settings, 3), settings.toMetadata() + mapOf("vocabulary" to "abc", "layers" to "-1"))
            refusal("--load", other) shouldBe "$other: its metadata are damaged: layers is not in 1..65536: -1"
            ModelFile.save(other, Gpt(settings, 3), settings.toMetadata() + mapOf("vocabulary" to "abcd"))
            refusal("--load", other) shouldContain "mismatched  characters.weight [3, 4], the model has [Vocabulary = 4, Model = 4]"
        }
        test("a learning rate that ends in NaN") {
            val program = Program.run("--lr", "1e30", "--width", 8, "--layers", 1, "--save", folder.resolve("never.safetensors"))
            program.status shouldBe 2
            program.error shouldContain "  hint: lower the learning rate (--lr)\n"
            Files.exists(folder.resolve("never.safetensors")) shouldBe false
        }
        test("help lists every option") {
            val program = Program.run("--help")
            program.status shouldBe 0
            val options = "text steps minutes every batch context layers heads width lr seed save load prompt generate temperature help"
            for (option in options.split(' ')) program.out shouldContain "--$option"
        }
    })
