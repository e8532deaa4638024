package dev.rankine.samples.names

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

        /** What the program says on standard error; it must end with status 2. */
        fun refusal(vararg arguments: Any): String {
            val program = Program.run("--save", folder.resolve("never.safetensors"), *arguments)
            program.status shouldBe 2
            return program.error.removePrefix("char-lstm: ").trimEnd()
        }

        test("impossible numbers") {
            refusal("--epochs", 0) shouldBe "invalid value for --epochs: must be at least 1"
            refusal("--width", 0) shouldBe "invalid value for --width: must be in 1..4096"
            refusal("--dropout", 1) shouldBe "invalid value for --dropout: must be at least 0 and below 1"
            refusal("--lr", "NaN") shouldBe "invalid value for --lr: must be a finite number above 0"
            refusal("--count", -1) shouldBe "invalid value for --count: must not be negative"
            refusal("--temperature", -1) shouldBe "invalid value for --temperature: must be a finite number, not negative"
        }
        test("names that are missing, are none, or are too few") {
            val nowhere = folder.resolve("nowhere.txt")
            refusal("--names", nowhere) shouldBe "$nowhere: does not exist"
            refusal("--names", folder) shouldBe "$folder: is not a file"
            val latin = file("latin.txt", byteArrayOf(72, 101, -28, 33))
            refusal("--names", latin) shouldBe "$latin: is not UTF-8"
            val few = file("few.txt", "ann\nbob\nann\n".toByteArray())
            refusal("--names", few) shouldBe "$few: has too few names, one a line: 2 < 10"
        }
        test("a start of other letters, before anything is learnt") {
            refusal("--start", "j0") shouldBe
                "the start: characters that no name has: 0\n  hint: names have abcdefghijklmnopqrstuvwxyz"
        }
        test("a checkpoint that is not there, and a model file that is no use") {
            refusal("--resume", "--checkpoints", folder.resolve("none")) shouldContain "does not exist"
            val nowhere = folder.resolve("nowhere.safetensors")
            refusal("--load", nowhere) shouldStartWith "$nowhere: does not exist"
            val settings = Settings(1, 4)
            val other = folder.resolve("other.safetensors")
            ModelFile.save(other, NameModel(settings, 3))
            refusal("--load", other) shouldBe "$other: its metadata do not say the size of the model: layers is missing"
            ModelFile.save(other, NameModel(settings, 3), settings.toMetadata())
            refusal("--load", other) shouldBe "$other: its metadata do not say which letters it knows: letters is missing"
            ModelFile.save(other, NameModel(settings, 3), settings.toMetadata() + mapOf("letters" to "ab", "width" to "-1"))
            refusal("--load", other) shouldBe "$other: its metadata are damaged: width is not in 1..4096: -1"
            ModelFile.save(other, NameModel(settings, 3), settings.toMetadata() + mapOf("letters" to "abc"))
            refusal("--load", other) shouldContain "mismatched  features.weight [3, 2], the model has [Letter = 4, Features = 2]"
        }
        test("help lists every option") {
            val program = Program.run("--help")
            program.status shouldBe 0
            val options = "names epochs batch layers width dropout lr seed save checkpoints resume load count start temperature help"
            for (option in options.split(' ')) program.out shouldContain "--$option"
        }
    })
