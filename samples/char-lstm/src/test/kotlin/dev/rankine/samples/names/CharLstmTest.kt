package dev.rankine.samples.names

import dev.rankine.io.SafetensorsFile
import dev.rankine.ops.manualSeed
import dev.rankine.ops.toDoubleArray
import dev.rankine.shapes.of
import dev.rankine.tensor.tensorOf
import io.kotest.core.spec.style.FunSpec
import io.kotest.engine.spec.tempdir
import io.kotest.matchers.collections.shouldBeStrictlyDecreasing
import io.kotest.matchers.doubles.shouldBeLessThan
import io.kotest.matchers.shouldBe
import io.kotest.matchers.shouldNotBe
import io.kotest.matchers.string.shouldContain
import java.nio.file.Files
import kotlin.math.abs

internal class CharLstmTest :
    FunSpec({
        val folder = tempdir().toPath()
        val small = arrayOf<Any>("--width", 24, "--batch", 16, "--count", 4)

        test("the loss falls on the built-in names, and the saved model makes the same new names for the same seed") {
            val file = folder.resolve("model.safetensors")
            val learning = Program.run(*small, "--epochs", 3, "--save", file)
            learning.error shouldBe ""
            learning.status shouldBe 0
            learning.out shouldContain "names        the built-in names: 394 names, 26 different letters; a tenth is not learnt from\n"
            learning.out shouldContain "model        1 LSTM layers of 24, "
            learning.losses.size shouldBe 3
            learning.losses.shouldBeStrictlyDecreasing()
            learning.losses.last() shouldBeLessThan 2.9 // guessing among the letters costs ln 27 = 3.3
            learning.made.size shouldBe 4
            learning.made.any { it in NameList.builtIn().names } shouldBe false

            val loaded = Program.run("--load", file, "--count", 4)
            loaded.status shouldBe 0
            loaded.made shouldBe learning.made
            Program.run("--load", file, "--count", 4, "--seed", 1).made shouldNotBe learning.made
            Program.run("--load", file, "--count", 3, "--start", "jo").made.all { it.startsWith("jo") } shouldBe true
            // the likeliest name is one name
            Program.run("--load", file, "--count", 2, "--temperature", 0).made.size shouldBe 1
        }
        test("a training that goes on ends as one that was never stopped") {
            fun weights(name: String, vararg runs: List<Any>): Map<String, List<Double>> {
                val file = folder.resolve("$name.safetensors")
                val own = listOf("--save", file, "--checkpoints", folder.resolve(name))
                for (run in runs) Program.run(*small, *own.toTypedArray(), *run.toTypedArray()).error shouldBe ""
                return SafetensorsFile.open(file).readAll().mapValues { it.value.toDoubleArray().toList() }
            }
            val whole = weights("whole", listOf("--epochs", 2))
            weights("again", listOf("--epochs", 1), listOf("--epochs", 2, "--resume")) shouldBe whole
            weights("other", listOf("--epochs", 2, "--seed", 5)) shouldNotBe whole
        }
        test("the state carries what the places before gave") {
            manualSeed(8)
            val model = NameModel(Settings(2, 8), 5)
            val name = longArrayOf(0, 3, 1, 4)
            val whole = model(tensorOf(name, Batch of 1, Time of 4)).value.toDoubleArray().toList()
            var state: State? = null
            val steps =
                name.flatMap { letter ->
                    val (scores, next) = model.next(tensorOf(longArrayOf(letter), Batch of 1, Time of 1), state)
                    state = next
                    scores.value.toDoubleArray().toList()
                }
            steps.zip(whole).all { (a, b) -> abs(a - b) < 1e-5 } shouldBe true
        }
        test("names of one's own, a line each") {
            val list =
                Files.write(
                    folder.resolve("mine.txt"),
                    (List(12) { "ab".repeat(it + 1) } + "" + "ab").joinToString("\r\n").toByteArray(),
                )
            val program = Program.run(*small, "--names", list, "--epochs", 1, "--save", folder.resolve("mine.safetensors"), "--layers", 2)
            program.status shouldBe 0
            program.out shouldContain "names        $list: 12 names, 2 different letters; a tenth is not learnt from\n"
        }
    })
