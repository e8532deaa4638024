package dev.rankine.train

import dev.rankine.io.Safetensors
import dev.rankine.io.SafetensorsFile
import dev.rankine.nn.StateException
import dev.rankine.ops.ones
import dev.rankine.optim.AveragedModel
import dev.rankine.optim.ReduceOnPlateau
import dev.rankine.optim.SGD
import dev.rankine.shapes.FormatException
import dev.rankine.shapes.Sizes
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.engine.spec.tempdir
import io.kotest.matchers.shouldBe

private val recipe =
    Recipe("both", plateau = { ReduceOnPlateau(it) }, average = { AveragedModel(it) }, isValidated = true) {
        SGD(it.parameters(), 0.1, momentum = 0.5)
    }

internal class DamagedAverageTest :
    FunSpec({
        val folder = tempdir().toPath()
        val whole = folder.resolve("whole")
        TinyRun(recipe, 1).also { it.fit(1) }.let { Checkpoint.save(whole, it.trainer) }
        val file = SafetensorsFile.open(whole)
        val text = file.metadata.getValue("checkpoint")
        val path = folder.resolve("damaged")
        val run = TinyRun(recipe, 2)

        for ((pattern, replacement, message) in listOf(
            Triple(""""averaged":7""", """"averaged":9""", "average.averaged is 9 of 7 updates"),
            Triple(""""averaged":7""", """"averaged":-1""", "average.averaged is not from 0 to 2147483647: -1"),
            Triple(""","average":\{[^}]*\}""", "", "average is missing"),
            Triple(""""waited":0""", """"waited":"0"""", "plateau.waited is no whole number: \"0\""),
            Triple(""""best":[^,"]*,"waited"""", """"best":"NaN","waited"""", "plateau.best is NaN"),
            Triple(""","plateau":\{[^}]*\}""", "", "plateau is missing"),
        )) {
            test(message) {
                val damaged = text.replace(Regex(pattern), replacement)
                (damaged != text) shouldBe true
                Safetensors.save(path, file.readAll(), file.metadata + ("checkpoint" to damaged))
                val problem =
                    try {
                        run.trainer.resume(path)
                        null
                    } catch (refused: FormatException) {
                        refused.message
                    } catch (refused: StateException) {
                        // without its counts no tensor of the average is expected
                        "${refused.message!!.lines().size} lines"
                    }
                problem shouldBe if (replacement == "" && "average" in pattern) "9 lines" else "$path: checkpoint is damaged: $message"
                run.trainer.average!!.updates shouldBe 0
                run.trainer.plateau!!
                    .state.steps shouldBe 0
            }
        }

        test("tensors of the average that are too many, or of other sizes") {
            val name = ".average.mean.first.bias"
            Safetensors.save(path, file.readAll() + mapOf(name to ones(Sizes.of(2))), file.metadata)
            shouldThrow<StateException> { run.trainer.resume(path) }.message!!.lines()[1] shouldBe
                "  mismatched  mean.first.bias [2], the model has [Wide = 8]"
            Safetensors.save(path, file.readAll() + mapOf(".average.mean.x" to ones(Sizes.of(2))), file.metadata)
            shouldThrow<StateException> { run.trainer.resume(path) }.message!!.lines()[1] shouldBe "  unexpected  mean.x [2]"
            Safetensors.save(
                path,
                file.readAll(),
                file.metadata + ("checkpoint" to text.replace(Regex(""""averaged":7,"tensors":\d+"""), """"averaged":7,"tensors":3""")),
            )
            shouldThrow<FormatException> { run.trainer.resume(path) }.message shouldBe
                "$path: checkpoint is damaged: average.tensors are 3, the file has 8"
        }
    })
