package dev.rankine.golden

import dev.rankine.io.Safetensors
import dev.rankine.io.SafetensorsFile
import dev.rankine.ops.reshape
import dev.rankine.ops.to
import dev.rankine.ops.toDoubleArray
import dev.rankine.ops.valueOf
import io.kotest.core.spec.style.FunSpec
import io.kotest.engine.spec.tempdir
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldContain
import java.util.zip.ZipFile

internal class GoldenModulesTest :
    FunSpec({
        val folder = tempdir().toPath()
        val zip = goldenZip("modules.zip", folder)

        fun read(module: String): SafetensorsFile =
            ZipFile(zip.toFile()).use { archive ->
                val bytes = archive.getInputStream(archive.getEntry("$module.safetensors")).use { it.readBytes() }
                SafetensorsFile.of(bytes, module)
            }

        test("modules and settings that Rankine does not have are absent") {
            for ((key, word, other, reason) in listOf(
                listOf("module", "EmbeddingBag", "Trilinear", "no module Trilinear"),
                listOf("cases", "\"sum\"", "\"most\"", "mode most"),
            )) {
                val original = read("EmbeddingBag")
                val changed = original.metadata + (key to original.metadata.getValue(key).replace(word, other))
                val path = folder.resolve("other.safetensors")
                Safetensors.save(path, original.readAll(), changed)
                val printed = runGolden("--backend", "plain", "--verbose", "--only", "EmbeddingBag#2$", path.toString())
                printed.lines[1] shouldBe "  EmbeddingBag#2 absent: $reason"
                printed.lines.last() shouldBe "0 passed, 0 failed, 1 absent"
                printed.status shouldBe 0
            }
        }

        for ((module, tensor, words) in listOf(
            Triple("BatchNorm2d", "#0/after/running_var", "running_var after the call element 1"),
            Triple("BatchNorm2d", "#0/after/num_batches_tracked", "num_batches_tracked after the call element 0"),
            Triple("BatchNorm2d", "#0/gstate/bias", "gradient of bias element 1"),
            Triple("Conv2d", "#2/gin0", "gradient of input 1 element 1"),
            Triple("Conv2d", "#2/out0", "result 0 element 1"),
        )) {
            test("a changed number in $tensor of $module is found") {
                val original = read(module)
                val value = original.read(module + tensor)
                val numbers = value.toDoubleArray().also { it[minOf(1, it.size - 1)] += 1.0 }
                val shifted = to(reshape(valueOf(numbers, numbers.size), value.sizes), value.dtype)
                val changed = original.readAll() + (module + tensor to shifted)
                val path = folder.resolve("changed.safetensors")
                Safetensors.save(path, changed, original.metadata)
                val printed = runGolden("--backend", "plain", "--only", "$module${tensor.substringBefore('/')}$", path.toString())
                printed.status shouldBe 1
                printed.lines[1] shouldContain words
            }
        }
    })
