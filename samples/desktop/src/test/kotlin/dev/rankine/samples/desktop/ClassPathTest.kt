package dev.rankine.samples.desktop

import dev.rankine.ops.Recorder
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.collections.shouldContainExactlyInAnyOrder
import io.kotest.matchers.shouldBe
import java.io.File

internal class ClassPathTest :
    FunSpec({
        test("a program that runs a model has neither gradients nor optimizers nor trainers on its class path") {
            val path = System.getProperty("surefire.test.class.path") ?: System.getProperty("java.class.path")
            val root = File(System.getProperty("rankine.root")).canonicalPath
            val modules =
                path
                    .split(File.pathSeparator)
                    .map { File(it).canonicalFile.invariantSeparatorsPath }
                    .filter { it.startsWith(root) || "/dev/rankine/" in it }
                    .map { it.substringBefore("/target/").substringBeforeLast("/0.").substringAfterLast("/") }
                    .toSet()
            modules shouldContainExactlyInAnyOrder listOf("desktop", "io", "nn", "tensor-dsl", "ops", "shapes")
        }
        test("what they have cannot be loaded, and nothing records") {
            val absent = listOf("autodiff.Tape", "optim.Adam", "data.DataLoader", "train.Trainer").map { "dev.rankine.$it" }
            absent.filter { runCatching { Class.forName(it) }.isSuccess } shouldBe emptyList()
            Recorder.installed shouldBe null
        }
    })
