package dev.rankine.train

import dev.rankine.ops.Backends
import dev.rankine.ops.rankineVersion
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldContain
import io.kotest.matchers.string.shouldMatch
import io.kotest.matchers.string.shouldStartWith

internal class EnvironmentTest :
    FunSpec({
        test("the version is that of the build") {
            rankineVersion shouldMatch Regex("""\d+\.\d+\.\d+(-\w+)?""")
        }
        test("the machine in one line") {
            Environment.machine() shouldContain "Kotlin ${KotlinVersion.CURRENT}, Java ${System.getProperty("java.version")} ("
            Environment.machine().lines().size shouldBe 1
        }
        test("the backend, and what is absent") {
            Environment.backend() shouldStartWith Backends.description()
            val absent = mapOf("vector" to "dev.rankine:kernels is not on the class path", "cuda" to "not part of this version")
            for ((name, why) in absent) ("; $name: $why" in Environment.backend()) shouldBe (name !in Backends.names)
        }
    })
