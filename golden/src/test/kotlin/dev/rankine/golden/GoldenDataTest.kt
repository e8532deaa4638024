package dev.rankine.golden

import io.kotest.core.spec.style.FunSpec
import io.kotest.engine.spec.tempdir
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldContain
import java.nio.file.Path
import java.nio.file.Paths

/** A zip file of golden data: how many cases it has, and which of them Rankine cannot run, each with its reason. */
private class Archive(val name: String, val cases: Int, val absent: Map<String, String> = emptyMap())

/**
 * What must pass as a whole. `Embedding#1` and `EmbeddingBag#7` are among it, though they say `sparse=True`: that is how PyTorch stores a gradient;
 * Rankine's is dense and has the same numbers.
 */
private val WHOLE = listOf(Archive("modules.zip", 1031), Archive("optim.zip", 118), Archive("lr.zip", 39), Archive("train.zip", 14))

/** All golden data: on the plain backend, and with vectors of every width in a process of its own, which must print the same. */
internal class GoldenDataTest :
    FunSpec({
        val folder = tempdir().toPath()
        val zips = (listOf("ops.zip") + WHOLE.map { it.name }).associateWith { goldenZip(it, folder) }
        val plain = HashMap<String, List<String>>()

        /** What is printed for the archive [name] on the plain backend, without its first line. */
        fun plain(name: String): List<String> =
            plain.getOrPut(
                name,
            ) { runGolden("--backend", "plain", "--verbose", "${zips.getValue(name)}").lines.drop(1).filterNot(::isRemark) }

        test("plain: no op disagrees with PyTorch; those that Rankine does not have are absent") {
            plain("ops.zip").filter { " failed: " in it } shouldBe emptyList()
            plain("ops.zip").last() shouldContain ", 0 failed, "
        }

        for (archive in WHOLE) {
            test("plain: all of ${archive.name} agrees with PyTorch, and what is absent is named") {
                val lines = plain(archive.name)
                val absent = archive.absent.map { (case, reason) -> "  $case absent: $reason" }
                lines.filter { it.startsWith("  ") } shouldBe absent
                lines.last() shouldBe "${archive.cases - absent.size} passed, 0 failed, ${absent.size} absent"
            }
        }

        for (bits in if (HAS_VECTORS) listOf(128, 256, 512) else emptyList()) {
            test("vectors of $bits bits: every case ends as on the plain backend") {
                val lines = process(bits, zips.values).filter { "Using incubator" !in it }
                val rest = lines.drop(1).filterNot(::isRemark)
                lines.first() shouldContain "vector: vectors of $bits bits"
                rest.dropLast(1) shouldBe zips.keys.flatMap { plain(it).dropLast(1) }
                rest.last() shouldContain ", 0 failed, "
            }
        }
    })

/** How much of a case that passed was compared, which may differ between backends. */
private fun isRemark(line: String): Boolean = line.startsWith("  ") && " passed: " in line

/** What the command prints of [zips] in a new process with vectors of [bits]. */
private fun process(bits: Int, zips: Collection<Path>): List<String> {
    val java = Paths.get(System.getProperty("java.home"), "bin", "java").toString()
    val flags = listOf("--add-modules", "jdk.incubator.vector", "--enable-native-access=ALL-UNNAMED", "-Xmx2g", "-Drankine.lanes=$bits")
    val command =
        listOf(java) + flags +
            listOf("-cp", System.getProperty("java.class.path"), "dev.rankine.golden.GoldenCommandKt", "--backend", "vector", "--verbose")
    val process = ProcessBuilder(command + zips.map { "$it" }).redirectErrorStream(true).start()
    process.outputStream.close()
    return process.inputStream
        .bufferedReader()
        .readLines()
        .also { process.waitFor() }
}
