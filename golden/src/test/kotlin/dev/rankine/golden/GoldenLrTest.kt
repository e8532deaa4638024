package dev.rankine.golden

import dev.rankine.golden.lr.formula
import dev.rankine.io.Safetensors
import dev.rankine.io.SafetensorsFile
import dev.rankine.ops.toDoubleArray
import dev.rankine.ops.valueOf
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.engine.spec.tempdir
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldStartWith
import java.util.zip.ZipFile

internal class GoldenLrTest :
    FunSpec({
        val folder = tempdir().toPath()
        val zip = goldenZip("lr.zip", folder)

        val original =
            ZipFile(zip.toFile()).use { archive ->
                val bytes = archive.getInputStream(archive.getEntry("OneCycleLR.safetensors")).use { it.readBytes() }
                SafetensorsFile.of(bytes, "OneCycleLR")
            }
        for (tensor in listOf("lr", "momentum")) {
            test("a changed $tensor is found") {
                val name = "OneCycleLR#2/$tensor"
                val value = original.read(name)
                val numbers = value.toDoubleArray().also { it[77] += 1e-6 }
                val path = folder.resolve("$tensor.safetensors")
                Safetensors.save(path, original.readAll() + (name to valueOf(numbers, value.dtype, value.sizes)), original.metadata)
                val printed = runGolden("--backend", "plain", "--only", "#2", path.toString())
                printed.status shouldBe 1
                printed.lines[1] shouldStartWith "OneCycleLR  1 failed: OneCycleLR#2 $tensor element 77"
            }
        }

        test("formulas are read as Python reads them") {
            for ((text, value) in listOf(
                "1/(1+0.5*e)" to 1 / 4.5,
                "0.5**e" to 0.0078125,
                "-2**2" to -4.0,
                "2**-1" to 0.5,
                "2**3**2" to 512.0,
                "e//2 - e%4" to 0.0,
                "-e//2" to -4.0,
                "1e-1*10" to 1.0,
                "1.0 if e < 5 else 0.25 if e>=7 else 0.5" to 0.25,
                "10 - 3 - 2" to 5.0,
            )) {
                formula(text)(7) shouldBe value
            }
            for (text in listOf("math.cos(e)", "e+", "(e", "e e", "x", "1 if e")) shouldThrow<AbsentException> { formula(text)(1) }
        }
    })
