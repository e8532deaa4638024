package dev.rankine.io

import dev.rankine.nn.LayerNorm
import dev.rankine.ops.toFloatArray
import io.kotest.assertions.withClue
import io.kotest.core.spec.style.FunSpec
import io.kotest.engine.spec.tempdir
import io.kotest.matchers.collections.shouldContain
import io.kotest.matchers.collections.shouldContainExactly
import io.kotest.matchers.ints.shouldBeAtLeast
import io.kotest.matchers.ints.shouldBeAtMost
import io.kotest.matchers.shouldBe
import java.nio.file.Files
import java.nio.file.Path
import java.util.ArrayDeque
import kotlin.random.Random

internal class KilledSaveTest :
    FunSpec({
        fun names(folder: Path): List<String> = Files.list(folder).use { files -> files.map { "${it.fileName}" }.sorted().toList() }

        /** The version of the file at [path], which must be whole. */
        fun version(path: Path): Int {
            val file = SafetensorsFile.open(path)
            val version = file.metadata.getValue("version").toInt()
            val values = file.readAll()
            values.keys shouldBe setOf("weight", "bias")
            for (value in values.values) withClue(value) { value.toFloatArray().all { it == version.toFloat() } shouldBe true }
            return version
        }

        test("fifty saves are killed: the file is always whole, the version before or the one after") {
            val folder = tempdir().toPath()
            val path = folder.resolve("model.safetensors")
            SaveLoop.save(path, LayerNorm(Lengthy), 1)
            val random = Random(1)
            var last = 1
            var litter = 0
            // Processes are started ahead: while one saves, the next are on their way.
            val waiting = ArrayDeque(List(AHEAD) { SaveLoop.start(path) })
            try {
                repeat(KILLS) { round ->
                    val process = waiting.poll()
                    if (round < KILLS - AHEAD) waiting += SaveLoop.start(path)
                    val said = process.inputStream.bufferedReader()
                    said.readLine() shouldBe "ready"
                    process.outputStream.use { it.write("$last\n".toByteArray()) }
                    // One save is waited for, to know how long they take today; the kill comes in one of the next.
                    val start = System.nanoTime()
                    last = said.readLine().toInt()
                    Thread.sleep(random.nextLong(1 + (System.nanoTime() - start) / 2_000_000))
                    // The handle's kill leaves the pipe open: what was said before it can still be read.
                    process.toHandle().destroyForcibly()
                    process.waitFor()
                    val saved =
                        said
                            .readText()
                            .substringBeforeLast('\n', "")
                            .lines()
                            .lastOrNull { it.isNotEmpty() }
                            ?.toInt() ?: last
                    val found = version(path)
                    withClue("kill $round") {
                        listOf(saved, saved + 1) shouldContain found
                        val parts = names(folder).count { it.endsWith(".part") }
                        parts shouldBeAtMost 1
                        litter += parts
                    }
                    last = found
                }
            } finally {
                waiting.forEach { it.destroyForcibly() }
            }
            println("killed $KILLS times, $litter times with an unfinished file beside; ${last - 1} versions were saved")
            litter shouldBeAtLeast KILLS / 5
            SaveLoop.save(path, LayerNorm(Lengthy), 0)
            names(folder) shouldContainExactly listOf("model.safetensors")
        }

        test("a disk that takes no more: a sentence, the old file is whole and nothing is beside it").config(enabled = HAS_SHELL) {
            val folder = tempdir().toPath()
            val path = folder.resolve("model.safetensors")
            SaveLoop.save(path, LayerNorm(Lengthy), 1)
            val process = SaveLoop.start(path, "once", before = "ulimit -f 2000")
            process.outputStream.use { it.write("1\n".toByteArray()) }
            val said = process.inputStream.bufferedReader().readLines()
            process.waitFor() shouldBe 0
            said shouldContainExactly listOf("ready", "$path: cannot be written: File too large")
            version(path) shouldBe 1
            names(folder) shouldContainExactly listOf("model.safetensors")
        }
    })

private const val KILLS = 50
private const val AHEAD = 2

/** `ulimit` limits the size of files; Windows has nothing like it. */
private val HAS_SHELL = !System.getProperty("os.name").startsWith("Windows")
