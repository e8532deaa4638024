package dev.rankine.samples.desktop

import dev.rankine.io.ModelFile
import dev.rankine.nn.Linear
import dev.rankine.shapes.of
import io.kotest.core.spec.style.FunSpec
import io.kotest.engine.spec.tempdir
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldContain
import io.kotest.matchers.string.shouldStartWith
import java.awt.image.BufferedImage
import java.nio.file.Files
import javax.imageio.ImageIO

internal class SentencesTest :
    FunSpec({
        val folder = tempdir().toPath()
        val blank =
            folder.resolve("blank.png").also { ImageIO.write(BufferedImage(30, 30, BufferedImage.TYPE_BYTE_GRAY), "png", it.toFile()) }

        /** What the program says on standard error; it must say nothing else and end with status 2. */
        fun refusal(vararg arguments: Any): String {
            val said = StringBuilder()
            desktop(arguments.map { "$it" }, { error("printed: $it") }) { said.append(it) } shouldBe 2
            return said.toString().removePrefix("desktop: ")
        }

        test("no display") {
            refusal() shouldBe
                "there is no display for a window\n  hint: --image FILE.png says what a picture is taken for, without a window"
        }
        test("options") {
            refusal("--picture", "x") shouldBe "no such option: --picture\n  hint: --help lists all"
            refusal("--image") shouldBe "--image needs a file"
            val lines = ArrayList<String>()
            desktop(listOf("--help"), lines::add) { error(it) } shouldBe 0
            for (option in listOf("--image", "--model", "--time", "--help")) lines.single() shouldContain option
        }
        test("pictures that are none") {
            refusal("--image", folder.resolve("no.png")) shouldBe "${folder.resolve("no.png")}: does not exist"
            refusal("--image", folder) shouldBe "$folder: is a folder, not a file"
            val text = Files.write(folder.resolve("text.png"), "seven".toByteArray())
            refusal("--image", text) shouldBe "$text: is no picture that Java can read\n  hint: make it a PNG"
            refusal("--image", blank) shouldBe "$blank: there is nothing to read: the picture is of one colour"
            val cut = Files.write(folder.resolve("cut.png"), Files.readAllBytes(blank).copyOf(40))
            refusal("--image", cut) shouldStartWith "$cut: "
        }
        test("models that are none") {
            val model = folder.resolve("m.safetensors")
            refusal("--model", model, "--image", blank) shouldBe "$model: does not exist"
            ModelFile.save(model, Linear(Pixels, Digit))
            refusal("--model", model, "--image", blank) shouldBe
                "$model: its metadata do not say how pixels are normalized: mean is missing"
            ModelFile.save(model, Linear(Pixels, Digit), mapOf("mean" to "0.1", "deviation" to "wide"))
            refusal("--model", model, "--image", blank) shouldBe "$model: its metadata are damaged: deviation is not a number: wide"
            ModelFile.save(model, Linear(Pixels, Digit), mapOf("mean" to "0.1", "deviation" to "0"))
            refusal("--model", model, "--image", blank) shouldBe "$model: its metadata are damaged: deviation 0.0"
            ModelFile.save(model, Linear(Picture of 3, Digit), mapOf("mean" to "0.1", "deviation" to "1"))
            refusal("--model", model, "--image", blank) shouldStartWith "$model: loadStateDict: the state is of another model: "
        }
        test("a linear classifier of the user's own, and the time it takes") {
            val model = folder.resolve("own.safetensors")
            ModelFile.save(model, Linear(Pixels, Digit), mapOf("mean" to "0.1", "deviation" to "0.3"))
            val dot = BufferedImage(30, 30, BufferedImage.TYPE_BYTE_GRAY).apply { setRGB(4, 4, 0xffffff) }
            val file = folder.resolve("dot.png").also { ImageIO.write(dot, "png", it.toFile()) }
            val lines = ArrayList<String>()
            desktop(listOf("--model", "$model", "--image", "$file", "--time"), lines::add) { error(it) } shouldBe 0
            lines.size shouldBe 2
            lines[0] shouldStartWith "$file  "
            Regex(
                """first answer \d+ ms after main began \(\d+ ms after Java was started\); a warm one takes [\d.]+ ms""",
            ).matches(lines[1]) shouldBe
                true
        }
    })
