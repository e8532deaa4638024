package dev.rankine.benchmarks.compare

import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.shouldBe

internal class VerdictTest :
    FunSpec({
        fun mark(vararg found: Measured, threads: Int = 1) = Verdict.of(listOf(row("work")), found.toList(), threads).single().mark

        val steady = List(11) { 100.0 }

        test("heap that is many times what another process took for the same row marks a kernel that was compiled badly") {
            val lean = measured(steady, List(11) { 200.0 }, allocated = 50_000)
            mark(lean, measured(steady, steady, peer = "libtorch-2.7", allocated = 1_500_000)) shouldBe "compiled badly"
            mark(lean, measured(steady, steady, peer = "libtorch-2.7", allocated = 900_000)) shouldBe null
            // with another number of threads it is the same row
            mark(measured(steady, steady, allocated = 1_500_000), measured(steady, steady, threads = 2, allocated = 50_000)) shouldBe
                "compiled badly"
            // the row stands on the figures beside the faster peer
            mark(
                measured(steady, steady, allocated = 50_000),
                measured(steady, List(11) { 200.0 }, peer = "b", allocated = 1_500_000),
            ) shouldBe
                null
            mark(measured(steady, steady, allocated = 700), measured(steady, steady, peer = "b", allocated = 20_000)) shouldBe null
        }
        test("a time that jumps from round to round, or from process to process, is marked") {
            mark(measured(List(7) { 100.0 } + List(4) { 160.0 }, steady)) shouldBe "two speeds"
            mark(measured(List(9) { 100.0 } + List(2) { 300.0 }, steady)) shouldBe null
            mark(measured(List(11) { 100.0 + 10 * it }, steady)) shouldBe null
            mark(measured(steady, steady), measured(List(11) { 160.0 }, steady, peer = "libtorch-2.7")) shouldBe "two speeds"
            mark(measured(steady, steady), measured(List(11) { 140.0 }, steady, peer = "libtorch-2.7")) shouldBe null
        }
        test("few rounds have no two speeds among them") {
            mark(measured(listOf(100.0, 100.0, 200.0, 200.0, 200.0), List(5) { 100.0 })) shouldBe null
        }
    })
