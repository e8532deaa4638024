package dev.rankine.kernels

import dev.rankine.ops.Backends
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldContain
import io.kotest.matchers.string.shouldNotContain
import io.kotest.matchers.string.shouldStartWith
import io.kotest.matchers.types.shouldBeInstanceOf
import java.io.File
import java.util.concurrent.TimeUnit

internal class VectorProviderTest :
    FunSpec({
        test("it is found, usable and the best here") {
            Backends["vector"].shouldBeInstanceOf<VectorBackend>().bits shouldBe LaneLoader.natural()
            Backends.best() shouldBe Backends["vector"]
            Backends.description(Backends["vector"]) shouldStartWith "vector: vectors of ${LaneLoader.natural()} bits, "
        }
        test("why it cannot be used, and how to cure it") {
            VectorProvider(17, "OpenJDK 64-Bit Server VM", true).whyUnusable() shouldBe
                "needs Java 25 or newer, and this is Java 17: start the program with a newer one"
            VectorProvider(25, "Eclipse OpenJ9 VM", true).whyUnusable() shouldBe
                "needs the HotSpot virtual machine, and this is Eclipse OpenJ9 VM: start the program with a JDK of OpenJDK's line"
            VectorProvider(25, "OpenJDK 64-Bit Server VM", false).whyUnusable() shouldBe
                "the module jdk.incubator.vector is not loaded: start Java with --add-modules jdk.incubator.vector"
            VectorProvider(25, "Java HotSpot(TM) 64-Bit Server VM", true).whyUnusable() shouldBe null
            Start.narrow(64) shouldBe "needs vectors of 128 bits, and this processor has 64: use the plain backend, or another machine"
            Start.narrow(128) shouldBe null
            Start.lanesProblem("64") shouldBe "rankine.lanes is not one of 128, 256, 512: 64"
            Start.lanesProblem("256") shouldBe null
        }
        test("a process without the module says so and runs on the plain backend") {
            fresh(25).let {
                it shouldContain "plain: "
                it shouldContain
                    "vector skipped: the module jdk.incubator.vector is not loaded: start Java with --add-modules jdk.incubator.vector"
            }
        }
        test("a process with it chooses the vector backend; a width that was asked for is used") {
            fresh(25, "--add-modules", "jdk.incubator.vector").let {
                it shouldContain "vector: vectors of ${LaneLoader.natural()} bits"
                it shouldNotContain "skipped"
            }
            fresh(25, "--add-modules", "jdk.incubator.vector", "-Drankine.lanes=128") shouldContain "vector: vectors of 128 bits"
            fresh(25, "--add-modules", "jdk.incubator.vector", "-Drankine.lanes=64") shouldContain
                "vector skipped: rankine.lanes is not one of 128, 256, 512: 64"
        }
        test("an older Java reads a sentence, not a class file version") {
            val home = olderJava() ?: return@test println("skipped: no Java from 17 to 24 beside this one")
            fresh(17, home = home) shouldContain
                "vector skipped: needs Java 25 or newer, and this is Java 17: start the program with a newer one"
        }
    })

/** What a process of [version] prints that asks for the description of the backends. */
private fun fresh(version: Int, vararg flags: String, home: File = File(System.getProperty("java.home"))): String {
    val command = listOf(File(home, "bin/java").path) + flags + listOf("-cp", System.getProperty("java.class.path"), MAIN)
    val process = ProcessBuilder(command).redirectErrorStream(true).start()
    process.outputStream.close()
    val text = process.inputStream.bufferedReader().readText()
    check(process.waitFor(1, TimeUnit.MINUTES)) { "Java $version does not end" }
    return text
}

/** A Java 17 that is installed beside the one that runs the tests. */
private fun olderJava(): File? =
    File(System.getProperty("java.home"))
        .parentFile
        .listFiles()
        .orEmpty()
        .firstOrNull { "17" in it.name && File(it, "bin/java").canExecute() }

private const val MAIN = "dev.rankine.kernels.DescribeMain"
