package dev.rankine.benchmarks.compare

import com.github.ajalt.clikt.testing.test
import io.kotest.core.spec.style.FunSpec
import io.kotest.engine.spec.tempfile
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldContain
import io.kotest.matchers.string.shouldNotContain
import java.io.File

internal class GateTest :
    FunSpec({
        val steady = List(4) { 100.0 }

        fun file(vararg rows: Measured): File = tempfile(suffix = ".json").also { Run(mapOf("Java" to "25"), rows.toList()).write(it) }

        fun gate(old: File, new: File, vararg more: String) = Gate().test(listOf(old.path, new.path) + more)

        test("a row that became slower by more than its spread ends with 1, with the numbers") {
            val old = file(measured(steady, listOf(100.0, 101.0, 102.0, 103.0)), measured(steady, steady, name = "other"))
            val new = file(measured(listOf(125.0, 125.0, 125.0, 125.0), steady), measured(steady, steady, name = "other"))
            val found = gate(old, new)
            found.statusCode shouldBe 1
            found.output shouldBe
                "slower: family: work, beside libtorch-2.10, threads 1: ratio 1.02 (1.01 to 1.02) -> 0.80 (0.80 to 0.80), " +
                "0.79 times as fast; ours 100 ns -> 125 ns, the peer's 102 ns -> 100 ns\n2 rows in both runs: 1 slower, 0 faster, 0 missing\n"
        }
        test("a fall within the spread of one of the runs passes, and so does a small one") {
            val wide = file(measured(steady, listOf(60.0, 80.0, 120.0, 140.0)))
            gate(wide, file(measured(listOf(115.0, 115.0, 115.0, 115.0), steady))).statusCode shouldBe 0
            val narrow = file(measured(steady, steady))
            val slightly = file(measured(List(4) { 104.0 }, steady))
            gate(narrow, slightly).statusCode shouldBe 0
            gate(narrow, slightly, "--least", "0.01").statusCode shouldBe 1
        }
        test("where the whole machine became slower, nothing did") {
            gate(file(measured(steady, steady)), file(measured(List(4) { 300.0 }, List(4) { 300.0 }))).statusCode shouldBe 0
        }
        test("faster and missing rows are told, and pass") {
            val old = file(measured(steady, steady), measured(steady, steady, threads = 2))
            val found = gate(old, file(measured(List(4) { 50.0 }, steady)))
            found.statusCode shouldBe 0
            found.output shouldContain
                "faster: family: work, beside libtorch-2.10, threads 1: ratio 1.00 (1.00 to 1.00) -> 2.00 (2.00 to 2.00)"
            found.output shouldContain "not in the second run: family: work, beside libtorch-2.10, threads 2\n"
            found.output shouldNotContain "slower:"
        }
        test("runs without a row in common are refused") {
            val found = gate(file(measured(steady, steady)), file(measured(steady, steady, peer = "numpy")))
            found.statusCode shouldBe 2
            found.output shouldContain "gate: the two runs have no row in common"
        }
    })
