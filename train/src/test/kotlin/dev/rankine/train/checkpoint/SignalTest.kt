package dev.rankine.train

import io.kotest.core.spec.style.FunSpec
import io.kotest.engine.spec.tempdir
import io.kotest.matchers.collections.shouldContain
import io.kotest.matchers.collections.shouldNotContain
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldContain
import io.kotest.matchers.string.shouldMatch
import java.io.File
import java.nio.file.Files
import java.nio.file.Path
import java.util.concurrent.TimeUnit

/** How a process ended and what it printed. */
private class Ended(val status: Int, val lines: List<String>)

/** Runs [main] in [folder] and sends it the [signals] after ten steps. */
private fun train(folder: Path, mode: String, vararg signals: String): Ended {
    val java = File(System.getProperty("java.home"), "bin/java").path
    val classes = System.getProperty("surefire.test.class.path") ?: System.getProperty("java.class.path")
    val process =
        ProcessBuilder(
            java,
            "-cp",
            classes,
            "dev.rankine.train.SlowTrainingKt",
            "$folder",
            mode,
        ).redirectErrorStream(true).start()
    try {
        val lines = ArrayList<String>()
        process.inputStream.bufferedReader().forEachLine { line ->
            lines += line
            if (!line.endsWith("step 10")) return@forEachLine
            for (signal in signals) ProcessBuilder("kill", "-$signal", "${process.pid()}").start().waitFor() shouldBe 0
        }
        process.waitFor(20, TimeUnit.SECONDS) shouldBe true
        return Ended(process.exitValue(), lines)
    } finally {
        process.destroyForcibly()
    }
}

internal class SignalTest :
    FunSpec({
        /** The run that goes on in [folder] for an epoch and a half ends as one that was never disturbed. */
        fun endsAsUndisturbed(folder: Path) {
            val resumed = TinyRun(slowRecipe, 2)
            resumed.trainer.resume(folder.resolve("last.safetensors"))
            val epochs = resumed.trainer.finishedEpochs + 2
            resumed.trainer.optimizer.steps shouldBe resumed.trainer.finishedEpochs * 4 + resumed.trainer.position.batches / 2
            val losses = resumed.fit(2)
            val whole = TinyRun(slowRecipe, 1)
            whole.fit(epochs).takeLast(2) shouldBe losses
            Checkpoint.save(folder.resolve("resumed"), resumed.trainer)
            Checkpoint.save(folder.resolve("whole"), whole.trainer)
            Files.mismatch(folder.resolve("resumed"), folder.resolve("whole")) shouldBe -1
        }

        fun leftovers(folder: Path) = folder.toFile().list()!!.filter { it.endsWith(".part") }

        for ((signal, status) in listOf("INT" to 130, "TERM" to 143)) {
            test("SIG$signal while training: the step is finished, saved, told, and nothing is lost") {
                val folder = tempdir().toPath()
                val ended = train(folder, "lines", signal, signal) // twice: nobody is patient
                ended.status shouldBe status
                ended.lines.last() shouldMatch Regex("stopped in epoch \\d+ after step \\d/7; saved .*last.safetensors")
                ended.lines shouldNotContain "fit has returned"
                leftovers(folder) shouldBe emptyList()
                endsAsUndisturbed(folder)
            }
        }

        test("a bar on a terminal is cleared, and the line stays") {
            val folder = tempdir().toPath()
            val ended = train(folder, "live", "INT")
            ended.status shouldBe 130
            ended.lines.joinToString("\n") shouldContain Regex("stopped in epoch \\d+ after step \\d/7; saved .*last.safetensors")
            endsAsUndisturbed(folder)
        }

        test("System.exit on another thread") {
            val folder = tempdir().toPath()
            train(folder, "exit").status shouldBe 3
            endsAsUndisturbed(folder)
        }

        test("a step that hangs puts the end off, but not for ever") {
            val ended = train(tempdir().toPath(), "hang", "TERM")
            ended.status shouldBe 143
            ended.lines shouldContain "asked to stop"
        }
    })
