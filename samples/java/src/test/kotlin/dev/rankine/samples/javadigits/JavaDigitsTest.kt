package dev.rankine.samples.javadigits

import io.kotest.core.spec.style.FunSpec
import io.kotest.engine.spec.tempdir
import io.kotest.matchers.doubles.shouldBeGreaterThan
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldStartWith
import java.io.ByteArrayOutputStream
import java.io.PrintStream
import java.nio.file.Files

internal class JavaDigitsTest :
    FunSpec({
        test("a model trained in Java reads 97 of 100 digits, as trained and as loaded") {
            val file = tempdir().toPath().resolve("model.safetensors")
            val printed = ByteArrayOutputStream()
            PrintStream(printed).use { JavaDigits.run(file, it) }
            val text = printed.toString().replace(System.lineSeparator(), "\n")
            text shouldStartWith "Mlp(\n  (hidden): Linear(784 -> 128)\n  (output): Linear(128 -> 10)\n)\nepoch 1/5  loss "
            val losses = Regex("""loss (\S+)""").findAll(text).map { it.groupValues[1].toDouble() }.toList()
            losses.size shouldBe 5
            losses.zipWithNext().all { (before, after) -> after < before } shouldBe true
            val (trained, loaded) = Regex("""accuracy (\S+) %""").findAll(text).map { it.groupValues[1].toDouble() }.toList()
            trained shouldBeGreaterThan 97.0
            loaded shouldBe trained
            text.lines()[10] shouldBe "saved      $file (%,d bytes)".format(java.util.Locale.ROOT, Files.size(file))
            text.trim().lines().last() shouldBe "loaded     accuracy %.2f %%, language Java".format(java.util.Locale.ROOT, loaded)
        }
    })
