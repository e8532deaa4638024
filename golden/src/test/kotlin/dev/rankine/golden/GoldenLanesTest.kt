package dev.rankine.golden

import io.kotest.core.spec.style.FunSpec
import io.kotest.engine.spec.tempdir
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldContain
import java.nio.file.Path
import java.nio.file.Paths

/** All golden data at every width of vectors, each in a process of its own: the same counts as on the plain backend. */
internal class GoldenLanesTest :
    FunSpec({
        val folder = tempdir().toPath()
        val zips = listOf("ops.zip", "modules.zip", "optim.zip", "train.zip").map { goldenZip(it, folder) }
        val plain by lazy { runGolden("--backend", "plain", *zips.map { "$it" }.toTypedArray()).lines.drop(1) }

        for (bits in if ("vector" in BACKENDS) listOf(128, 256, 512) else emptyList()) {
            test("vectors of $bits bits agree with PyTorch wherever the plain backend does") {
                val (first, rest) = process(bits, zips).filter { "Using incubator" !in it }.let { it.first() to it.drop(1) }
                first shouldContain "vector: vectors of $bits bits"
                rest.last() shouldContain ", 0 failed, "
                rest shouldBe plain
            }
        }
    })

/** What the command prints in a new process with vectors of [bits]. */
private fun process(bits: Int, zips: List<Path>): List<String> {
    val java = Paths.get(System.getProperty("java.home"), "bin", "java").toString()
    val flags = listOf("--add-modules", "jdk.incubator.vector", "--enable-native-access=ALL-UNNAMED", "-Xmx2g", "-Drankine.lanes=$bits")
    val command =
        listOf(java) + flags +
            listOf("-cp", System.getProperty("java.class.path"), "dev.rankine.golden.GoldenCommandKt", "--backend", "vector")
    val process = ProcessBuilder(command + zips.map { "$it" }).redirectErrorStream(true).start()
    process.outputStream.close()
    return process.inputStream
        .bufferedReader()
        .readLines()
        .also { process.waitFor() }
}
