package dev.rankine.benchmarks.compare

import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldContain
import io.kotest.matchers.string.shouldNotContain

internal class TableTest :
    FunSpec({
        test("the faster libtorch is the reference; a row below its target is marked; NumPy has a column and a goal of its own") {
            val rows = listOf(row("work", target = 1.2, calls = 2, flops = 3e5))
            val figures =
                listOf(
                    measured(listOf(5e3, 5e3, 5e3), listOf(4e3, 5e3, 6e3)),
                    measured(listOf(6e3, 6e3, 6e3), listOf(9e3, 9e3, 9e3), peer = "libtorch-2.7"),
                    measured(listOf(5e3, 5e3, 5e3), listOf(2e3, 4e3, 9e6), peer = "numpy"),
                )
            Table(rows, figures).markdown() shouldBe
                "## family, 1 thread\n\n| row | wanted | ratio | quartiles | NumPy | Rankine | peers | rate | heap | apart |\n" +
                "|---|---|---|---|---|---|---|---|---|---|\n" +
                "| work | 1.20 | **1.00** (short) | 0.90 to 1.10 | **0.80** (short) | 5.00 us | " +
                "libtorch-2.10 5.00 us, libtorch-2.7 9.00 us, numpy 4.00 us | " +
                "60.0 GFLOP/s, 0.60 of the micro-kernel | 32 B |  |\n\n"
        }
        test("beside NumPy it is enough to be as fast; a row may have nothing else") {
            val figures = listOf(measured(listOf(1.0), listOf(1.0), peer = "numpy"))
            Table(listOf(row("work", target = 3.0)), figures).markdown() shouldContain
                "| work | 3.00 |  |  | **1.00** | 1 ns | numpy 1 ns |"
        }
        test("a setting of the peer's workers stands beside its name; numbers of threads have tables of their own") {
            val figures =
                listOf(
                    measured(listOf(1.0), listOf(2.0)),
                    measured(listOf(1.0), listOf(3.0), threads = 2, waiting = Waiting.SPINNING),
                )
            val text = Table(listOf(row("work", bytes = 10.0)), figures).markdown()
            text shouldContain "## family, 2 threads"
            text shouldContain
                "| work | 1.00 | **3.00** | 3.00 to 3.00 |  | 1 ns | libtorch-2.10 spinning 3 ns | 10.0 GB/s, 0.50 of a copy | 64 B |"
        }
        test("how far apart the processors were stands beside a row, of all its processes") {
            fun text(vararg apart: List<Double>): String {
                val peers = listOf("libtorch-2.7", "libtorch-2.10")
                val figures = apart.zip(peers) { ns, peer -> measured(listOf(1.0), listOf(2.0), peer = peer, threads = 2, apart = ns) }
                return Table(listOf(row("work")), figures).markdown()
            }
            text(listOf(31.0, 33.0)) shouldContain "| 64 B | 31 ns |"
            text(listOf(31.0, 33.0), listOf(152.4, 13.2)) shouldContain "| 64 B | 13 to 152 ns |"
        }
        test("rows that were not measured have no line") {
            Table(listOf(row("work"), row("other")), listOf(measured(listOf(1.0), listOf(2.0)))).markdown() shouldNotContain "other"
        }
        test("times have units that read well") {
            listOf(12.3, 12_345.0, 12.345e6, 12.345e9).map { Table.time(it) } shouldBe listOf("12 ns", "12.35 us", "12.35 ms", "12.35 s")
        }
    })
