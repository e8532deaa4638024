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

        /** What is printed of the case [case] of LBFGS, with [change] added to element [index] of its [tensor]. */
        fun changed(case: String, tensor: String, index: Int, change: Double): Printed {
            val lbfgs = read("LBFGS")
            val name = "LBFGS#$case/$tensor"
            val value = lbfgs.read(name)
            val path = folder.resolve("lbfgs.safetensors")
            Safetensors.save(path, lbfgs.readAll() + (name to shifted(value, index, change)), lbfgs.metadata)
            return runGolden("--backend", "plain", "--verbose", "--only", "LBFGS#$case", path.toString())
        }

        for ((case, tensor, words) in listOf(
            Triple("5d", "traj/V", "V after step 1 element 3"),
            Triple("5d", "loss", "loss element 3"),
            Triple("4d", "traj/V", "V after step 1 element 3"),
            Triple("4d", "loss", "loss element 3"),
        )) {
            test("a changed number in $tensor of LBFGS#$case, which computes the loss itself, is found") {
                val printed = changed(case, tensor, 3, 1e-6)
                printed.status shouldBe 1
                printed.lines[1] shouldContain words
            }
        }

        test("the last step of a line search in float64 is compared as the first is") {
            val last = read("LBFGS").read("LBFGS#4d/traj/V").elements - 1
            changed("4d", "traj/V", last, 1e-6).lines[1] shouldContain "V after step 8 element"
        }

        test("a chaotic path is compared as far as roundings do not decide it, and how far is said") {
            changed("0f", "loss", 7, 0.0).lines[1] shouldBe "  LBFGS#0f passed: 3 of 8 steps compared, 1 without widening"
            changed("0f", "loss", 7, 1.0).status shouldBe 0
            changed("0f", "loss", 2, 1e-3).lines[1] shouldContain "loss element 2"
            changed("0f", "traj/c", 4, 0.1).lines[1] shouldContain "c after step 3 element 0"
        }

        test("a path that agrees with the usual tolerance at fewer steps than it must is refused") {
            changed("0f", "traj/c", 1, 4e-5).lines[1] shouldBe
                "  LBFGS#0f failed: only 3 of 8 steps compared, 0 without widening: expected at least 3, 1 of them"
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

/** [value] with [change] added to element [index]. */
private fun shifted(value: Value, index: Int, change: Double = 1.0): Value {
    val numbers = value.toDoubleArray().also { it[index] += change }
    val array: Any = if (value.dtype == DType.F64) numbers else FloatArray(numbers.size) { numbers[it].toFloat() }
    return valueOf(array, value.dtype, value.sizes)
}
