package dev.rankine.samples.finetuning

import dev.rankine.io.ModelFile
import dev.rankine.nn.Linear
import dev.rankine.nn.relu
import dev.rankine.nn.then
import dev.rankine.shapes.RankineException
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.engine.spec.tempdir
import io.kotest.matchers.doubles.shouldBeGreaterThan
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldContain
import java.io.ByteArrayOutputStream
import java.io.PrintStream
import java.nio.file.Path

/** What the program prints. */
private fun printed(tuning: FineTuning, file: Path?): String {
    val before = System.out
    val bytes = ByteArrayOutputStream()
    System.setOut(PrintStream(bytes, true))
    try {
        tuning.run(file)
    } finally {
        System.setOut(before)
    }
    return bytes.toString().replace(System.lineSeparator(), "\n")
}

/** The percentage in the line called [what]. */
private fun percent(text: String, what: String): Double =
    Regex("""^$what +(?:\S+: )?([0-9.]+) %""", RegexOption.MULTILINE).find(text)!!.groupValues[1].toDouble()

internal class FineTuningTest :
    FunSpec({
        test("what the body has learnt helps the new task, and so does learning on") {
            val text = printed(FineTuning(many = 4_000), null)
            percent(text, "digits") shouldBeGreaterThan 90.0
            percent(text, "head trained") shouldBeGreaterThan percent(text, "new head") + 20
            percent(text, "fine-tuned") shouldBeGreaterThan percent(text, "head trained")
            percent(text, "fine-tuned") shouldBeGreaterThan percent(text, "from scratch") + 2
            text shouldContain "parameters     201,474 (787.0 KiB), of which 200,960 are frozen"
        }
        test("a file that is given is loaded; one of another model is refused") {
            val file = tempdir().toPath().resolve("digits.safetensors")
            ModelFile.save(file, Linear(Pixels, Feature).relu() then Linear(Feature, Digit))
            percent(printed(FineTuning(few = 20), file), "loaded") shouldBeGreaterThan 0.0
            ModelFile.save(file, Linear(Pixels, Digit))
            shouldThrow<RankineException> { printed(FineTuning(), file) }.message!! shouldContain "missing"
            shouldThrow<RankineException> { printed(FineTuning(), file.resolveSibling("nowhere")) }
        }
        test("the new task") {
            val images = digits(10, 3)
            val odd = images.mirroredParities()
            odd.classes shouldBe 2
            for (column in 0..27) odd.pixel(4, 13, column) shouldBe images.pixel(4, 13, 27 - column)
            List(10) { odd.label(it) } shouldBe List(10) { images.label(it) % 2 }
        }
    })
