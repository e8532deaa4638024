package dev.rankine.kernels

import dev.rankine.ops.OutOfStorageException
import dev.rankine.shapes.DType
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.shouldBe

/** Takes storages of 1 MiB and drops them, as often as its argument says. */
internal object Dropping {
    @JvmStatic
    fun main(arguments: Array<String>) {
        val backend = VectorBackend()
        try {
            repeat(arguments[0].toInt()) { backend.allocate(DType.F32, 1 shl 18) }
            println("${backend.memory.reserved shr 20} MiB, ${backend.memory.collections > 0}")
        } catch (e: OutOfStorageException) {
            println(e.message)
        }
    }
}

internal class MemoryLimitTest :
    FunSpec({
        fun output(vararg flags: String): String {
            val process = startJava(Dropping::class.java, "500", "-Xmx64m", "-Drankine.memory=200m", *flags)
            return process.inputStream
                .bufferedReader()
                .readText()
                .trim()
                .also { process.waitFor() shouldBe 0 }
        }

        test("storages that were dropped come back long before the limit") {
            output() shouldBe "64 MiB, true"
        }
        test("where Java does not let itself be asked, it goes on to the limit, and then a sentence") {
            output("-XX:+DisableExplicitGC") shouldBe
                "vector: no room for 262144 elements of float32: 1024 KiB wanted, 200 MiB in use and 0 KiB free in other sizes, " +
                "the limit is 200 MiB\n  hint: wrap steps in scope { }, use smaller batches, or set -Drankine.memory if the machine has more"
        }
        test("a limit that is none is a sentence where the backend is chosen") {
            val before = System.getProperty(Budget.PROPERTY)
            System.setProperty(Budget.PROPERTY, "much")
            try {
                Start.problem() shouldBe "rankine.memory is no number of bytes such as 512m or 8g: much"
            } finally {
                if (before == null) System.clearProperty(Budget.PROPERTY) else System.setProperty(Budget.PROPERTY, before)
            }
            Start.problem() shouldBe null
        }
    })
