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
import java.util.zip.ZipFile

internal class GoldenOptimTest :
    FunSpec({
        val folder = tempdir().toPath()
        val zip = goldenZip("optim.zip", folder)

        for (backend in BACKENDS) {
            test("$backend: SGD, Adam and AdamW follow PyTorch in every configuration") {
                val printed = runGolden("--backend", backend, "--verbose", "--only", "^(SGD|Adam|AdamW)$", zip.toString())
                printed.lines.filter { it.startsWith("  ") } shouldBe emptyList()
                printed.lines.last() shouldBe "36 passed, 0 failed, 0 absent"
                printed.status shouldBe 0
            }
        }

        test("optimizers that Rankine does not have are absent") {
            val printed = runGolden("--backend", "plain", "--verbose", "--only", "LBFGS#0f", zip.toString())
            printed.lines.last() shouldBe "0 passed, 0 failed, 1 absent"
            printed.lines[1] shouldContain "absent: optimizer LBFGS"
        }

        val original =
            ZipFile(zip.toFile()).use { archive ->
                val bytes = archive.getInputStream(archive.getEntry("Adam.safetensors")).use { it.readBytes() }
                SafetensorsFile.of(bytes, "Adam")
            }

        for ((tensor, words) in listOf(
            "traj/V" to "V after step 1 element 3",
            "grads/b" to "b after step 2 element 0",
            "init/c" to "c after step 1 element 1",
            "state/W/exp_avg" to "state exp_avg of W element 3",
            "state/W/max_exp_avg_sq" to "state max_exp_avg_sq of W element 3",
            "state/W/step" to "state step of W element 0",
        )) {
            test("a changed number in $tensor is found") {
                val name = "Adam#3f/$tensor"
                val value = original.read(name)
                val changed = original.readAll() + (name to shifted(value, minOf(3, value.elements - 1)))
                val path = folder.resolve("${tensor.replace('/', '-')}.safetensors")
                Safetensors.save(path, changed, original.metadata)
                val printed = runGolden("--backend", "plain", "--only", "Adam#3f", path.toString())
                printed.status shouldBe 1
                printed.lines[1] shouldContain words
            }
        }
    })

/** [value] with 1 added to element [index]. */
private fun shifted(value: Value, index: Int): Value {
    val numbers = value.toDoubleArray().also { it[index] += 1.0 }
    return valueOf(FloatArray(numbers.size) { numbers[it].toFloat() }, value.dtype, value.sizes)
}
