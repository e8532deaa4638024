package dev.rankine.golden

import dev.rankine.io.Safetensors
import dev.rankine.io.SafetensorsFile
import dev.rankine.ops.Value
import dev.rankine.ops.toDoubleArray
import dev.rankine.ops.valueOf
import dev.rankine.shapes.DType
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
            test("$backend: optimizers follow PyTorch in every configuration") {
                val printed = runGolden("--backend", backend, "--verbose", zip.toString())
                printed.lines.filter { it.startsWith("  ") } shouldBe emptyList()
                printed.lines.last() shouldBe "118 passed, 0 failed, 0 absent"
                printed.status shouldBe 0
            }
        }

        fun read(optimizer: String): SafetensorsFile =
            ZipFile(zip.toFile()).use { archive ->
                val bytes = archive.getInputStream(archive.getEntry("$optimizer.safetensors")).use { it.readBytes() }
                SafetensorsFile.of(bytes, optimizer)
            }

        val original = read("Adam")

        test("optimizers and settings that Rankine does not have are absent") {
            for ((pattern, replacement, reason) in listOf(
                Triple(""""optimizer": ?"Adam"""", """"optimizer":"Other"""", "optimizer Other"),
                Triple(""""amsgrad"""", """"other"""", "Adam with other"),
            )) {
                val cases = original.metadata.getValue("cases").replace(Regex(pattern), replacement)
                val path = folder.resolve("other.safetensors")
                Safetensors.save(path, original.readAll(), original.metadata + ("cases" to cases))
                val printed = runGolden("--backend", "plain", "--verbose", "--only", "Adam#0f", path.toString())
                printed.lines.last() shouldBe "0 passed, 0 failed, 1 absent"
                printed.lines[1] shouldContain "absent: $reason"
            }
        }

        for ((tensor, words) in listOf("traj/V" to "V after step 1 element 3", "loss" to "loss element 3")) {
            test("a changed number in $tensor of an optimizer that computes the loss itself is found") {
                val lbfgs = read("LBFGS")
                val name = "LBFGS#5d/$tensor"
                val numbers = lbfgs.read(name).toDoubleArray().also { it[3] += 1e-6 }
                val changed = lbfgs.readAll() + (name to valueOf(numbers, DType.F64, lbfgs.read(name).sizes))
                val path = folder.resolve("lbfgs.safetensors")
                Safetensors.save(path, changed, lbfgs.metadata)
                val printed = runGolden("--backend", "plain", "--only", "LBFGS#5d", path.toString())
                printed.status shouldBe 1
                printed.lines[1] shouldContain words
            }
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
