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

        fun run(only: String, backend: String = "plain"): Printed =
            runGolden("--backend", backend, "--verbose", "--only", only, zip.toString())

        for (backend in BACKENDS) {
            test("$backend: layers with parameters give PyTorch's results, gradients and buffers") {
                val printed = run("^(Linear|Conv2d|BatchNorm1d|BatchNorm2d|LayerNorm)$", backend)
                printed.lines.filter { it.startsWith("  ") } shouldBe emptyList()
                printed.lines.last() shouldBe "77 passed, 0 failed, 0 absent"
                printed.status shouldBe 0
            }

            test("$backend: pools and what moves elements give PyTorch's results and gradients") {
                val printed = run("^(MaxPool2d|AvgPool2d|AdaptiveAvgPool2d|Flatten|Dropout|Identity)$", backend)
                printed.lines.filter { it.startsWith("  ") } shouldBe emptyList()
                printed.lines.last() shouldBe "26 passed, 0 failed, 0 absent"
            }

            test("$backend: an embedding has no sparse gradients") {
                val printed = run("^Embedding$", backend)
                printed.lines.filter { it.startsWith("  ") } shouldBe listOf("  Embedding#1 absent: sparse")
                printed.lines.last() shouldBe "2 passed, 0 failed, 1 absent"
            }

            test("$backend: attention gives PyTorch's results, weights and gradients") {
                val printed = run("^MultiheadAttention$", backend)
                printed.lines.filter { it.startsWith("  ") } shouldBe emptyList()
                printed.lines.last() shouldBe "104 passed, 0 failed, 0 absent"
            }

            test("$backend: transformers give PyTorch's results and gradients, with and without masks") {
                val printed = run("^Transformer((En|De)coder(Layer)?)?$", backend)
                printed.lines.filter { it.startsWith("  ") } shouldBe emptyList()
                printed.lines.last() shouldBe "120 passed, 0 failed, 0 absent"
            }

            test("$backend: activations give PyTorch's results and gradients") {
                val printed =
                    run(
                        "^(ReLU6?|GELU|SiLU|Sigmoid|Tanh|LeakyReLU|[ESC]ELU|Mish|Soft(max|min|plus|sign|shrink)|Hard\\w+|Threshold)$",
                        backend,
                    )
                printed.lines.filter { it.startsWith("  ") } shouldBe emptyList()
                printed.status shouldBe 0
            }
        }

        test("modules that Rankine does not have are absent") {
            val printed = run("^Bilinear$")
            printed.lines[1] shouldBe "  Bilinear#0 absent: no module Bilinear"
            printed.status shouldBe 0
        }

        for ((module, tensor, words) in listOf(
            Triple("BatchNorm2d", "#0/after/running_var", "running_var after the call element 1"),
            Triple("BatchNorm2d", "#0/after/num_batches_tracked", "num_batches_tracked after the call element 0"),
            Triple("BatchNorm2d", "#0/gstate/bias", "gradient of bias element 1"),
            Triple("Conv2d", "#2/gin0", "gradient of input 1 element 1"),
            Triple("Conv2d", "#2/out0", "result 0 element 1"),
        )) {
            test("a changed number in $tensor of $module is found") {
                val original =
                    ZipFile(zip.toFile()).use { archive ->
                        val bytes = archive.getInputStream(archive.getEntry("$module.safetensors")).use { it.readBytes() }
                        SafetensorsFile.of(bytes, module)
                    }
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
