package dev.rankine.golden

import dev.rankine.io.Safetensors
import dev.rankine.io.SafetensorsFile
import dev.rankine.ops.Value
import dev.rankine.ops.toDoubleArray
import dev.rankine.ops.valueOf
import io.kotest.core.spec.style.FunSpec
import io.kotest.engine.spec.tempdir
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldContain
import io.kotest.matchers.string.shouldStartWith
import java.util.zip.ZipFile

internal class GoldenTrainTest :
    FunSpec({
        val folder = tempdir().toPath()
        val zip = goldenZip("train.zip", folder)

        fun lines(status: Int, vararg arguments: String): List<String> =
            runGolden("--backend", "plain", *arguments).also { it.status shouldBe status }.lines.drop(1)

        val original =
            ZipFile(zip.toFile()).use { archive ->
                val bytes = archive.getInputStream(archive.getEntry("mlp-adam.safetensors")).use { it.readBytes() }
                SafetensorsFile.of(bytes, "mlp-adam")
            }

        test("a run is absent if anything that it needs is, and the reason names all of it") {
            val cases =
                listOf(
                    """"Linear"""" to """"Dense"""",
                    """"Tanh"""" to """"Wave"""",
                    """"Adam"""" to """"Eve"""",
                    "cross_entropy" to "entropy",
                ).fold(original.metadata.getValue("cases")) { text, (word, other) -> text.replace(word, other) }
            val path = folder.resolve("absent.safetensors")
            Safetensors.save(path, original.readAll(), original.metadata + ("cases" to cases))
            lines(0, "--verbose", "--only", "mlp-adam#f", path.toString()).first() shouldBe
                "  mlp-adam#f absent: layer Dense, layer Wave, optimizer Eve, loss entropy(flattened)"
        }

        for ((tensor, word) in listOf(
            "loss_values" to "loss_values element 3",
            "grad_norms" to "grad_norms element 3",
            "lr" to "lr element 3",
            "g0/2.weight" to "first gradient of 2.weight element 3",
            "final/4.weight" to "final 4.weight element 3",
        )) {
            test("a changed number in $tensor is found") {
                val name = "mlp-adam#f/$tensor"
                val changed = original.readAll() + (name to shifted(original.read(name), 3))
                val path = folder.resolve("${tensor.replace('/', '-')}.safetensors")
                Safetensors.save(path, changed, original.metadata)
                val printed = lines(1, "--only", "mlp-adam#f", path.toString())
                printed[0] shouldStartWith "mlp-adam  1 failed: mlp-adam#f $word"
                printed[0] shouldContain "expected"
            }
        }

        for ((feature, setting, outcome) in listOf(
            Triple("scheduler", """{"name":"ExponentialLR","config":{"gamma":1.0}}""", "1 passed"),
            Triple("scheduler", """{"name":"ConstantLR","config":{"factor":0.5}}""", "1 failed: mlp-adam#d loss_values element 1"),
            Triple("clip_grad_norm", "1e9", "1 passed"),
            Triple("clip_grad_norm", "1e-3", "1 failed: mlp-adam#d loss_values element"),
        )) {
            test("the run follows $feature $setting") {
                val cases = original.metadata.getValue("cases").replace(Regex(""""$feature": ?null""")) { "\"$feature\":$setting" }
                cases shouldContain setting
                val path = folder.resolve("$feature-${setting.hashCode()}.safetensors")
                Safetensors.save(path, original.readAll(), original.metadata + ("cases" to cases))
                val printed = runGolden("--backend", "plain", "--only", "mlp-adam#d", path.toString())
                printed.lines[1] shouldStartWith "mlp-adam  $outcome"
            }
        }
    })

/** [value] with 0.01 added to element [index]. */
private fun shifted(value: Value, index: Int): Value {
    val numbers = value.toDoubleArray().also { it[index] += 0.01 }
    val array: Any = if (value.dtype.bytes == 8) numbers else FloatArray(numbers.size) { numbers[it].toFloat() }
    return valueOf(array, value.dtype, value.sizes)
}
