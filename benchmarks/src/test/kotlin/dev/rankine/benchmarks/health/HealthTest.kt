package dev.rankine.benchmarks.health

import io.kotest.core.NamedTag
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.collections.shouldBeEmpty
import io.kotest.matchers.shouldBe

internal class HealthTest :
    FunSpec({
        /** Kernels that the build watches: a vector loop of most kinds. The command `health` looks at all, and at their rates. */
        val watched = "^(matmul 256 x 512 x 512|conv2d 1 x 1|softmax|layer_norm|add|gelu|sum|adam|sgd, momentum|copy of a transpose)$"

        // what a busy machine has not compiled yet looks like a kernel that allocates: asked for by -Dkotest.tags=Slow
        test("a fresh process: no method of ours is given up, no kernel allocates").config(tags = setOf(NamedTag("Slow"))) {
            val skipped = ArrayList<String>()
            val found = FreshProcess(training = 0.5, seconds = 0.02, watched).run(skipped)
            skipped.shouldBeEmpty()
            found.map { it.name } shouldBe Work.matching(watched).map { it.name }
            found.filter { it.grows }.map { "${it.name}: ${it.small} B, ${it.large} B" }.shouldBeEmpty()
        }

        test("what is wrong is said") {
            fun found(name: String, time: Double, small: Long, large: Long) = Found(name, time, small, large, 100)
            val usual = List(4) { listOf(found("sum", 1000.0, 500, 500), found("exp", 2000.0, 700, 700 + 100 + Found.SLACK)) }
            Diagnosis(usual, emptyList()).problems.shouldBeEmpty()
            val slow = listOf(found("sum", 2001.0, 500, 500), found("exp", 2000.0, 700, 701 + 100 + Found.SLACK))
            val without = listOf(found("sum", 1000.0, 500, 500))
            val line = "    812  99       3       dev.rankine.kernels.Wide::run (1286 bytes)   COMPILE SKIPPED: out of registers"
            val other = "    812  99       3       java.util.Arrays::fill (12 bytes)   COMPILE SKIPPED: out of virtual registers"
            Diagnosis.skipped(other) shouldBe null
            Diagnosis.skipped(line.replace("out of registers", "concurrent class loading")) shouldBe null
            Diagnosis(usual + listOf(slow, without), listOf(Diagnosis.skipped(line)!!, Diagnosis.skipped(line)!!)).problems shouldBe
                listOf(
                    "the compiler gave a method up: 812 99 3 dev.rankine.kernels.Wide::run (1286 bytes) COMPILE SKIPPED: out of registers",
                    "sum takes 2.00 us in a process, 1.00 us in the median",
                    "exp allocates by its size: 700 B a call, 1825 B for four times the work",
                    "exp was measured in 5 of 6 processes",
                )
        }

        test("a line of a process is read as it was written") {
            val found = Found.of(Found("sgd, momentum", 12.5, 1, 2, 3).toLine())
            listOf(found.name, found.nanoseconds, found.small, found.large, found.growth) shouldBe listOf("sgd, momentum", 12.5, 1L, 2L, 3L)
        }
    })
