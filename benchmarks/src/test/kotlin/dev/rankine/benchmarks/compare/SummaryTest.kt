package dev.rankine.benchmarks.compare

import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldContain

internal class SummaryTest :
    FunSpec({
        val rows = listOf(row("near", target = 1.0), row("far", target = 2.0), row("met", target = 1.5))

        fun ratio(name: String, ratio: Double, threads: Int = 1) = measured(listOf(1.0), listOf(ratio), threads = threads, name = name)

        test("each family and number of threads: goals reached, the median, and the row that is farthest below its goal") {
            val figures = listOf(ratio("near", 0.9), ratio("far", 1.5), ratio("met", 1.6), ratio("met", 3.0, threads = 2))
            Summary(rows, figures).markdown() shouldBe
                "## Summary\n\n| family | threads | rows | goals reached | median ratio | farthest below its goal |\n" +
                "|---|---|---|---|---|---|\n" +
                "| family | 1 | 3 | 1 | 1.50 | far: 1.50 of 2.00 |\n" +
                "| family | 2 | 1 | 1 | 3.00 |  |\n"
        }
        test("beside NumPy it is enough to be as fast") {
            fun numpy(ratio: Double) = measured(listOf(1.0), listOf(ratio), peer = "numpy", name = "far")
            Summary(rows, listOf(ratio("far", 2.0), numpy(1.0))).markdown() shouldContain "| family | 1 | 1 | 1 | 2.00 |  |"
            Summary(rows, listOf(ratio("far", 2.0), numpy(0.9))).markdown() shouldContain
                "| family | 1 | 1 | 0 | 2.00 | far: 0.90 of 1.00 beside NumPy |"
            Summary(rows, listOf(numpy(0.9))).markdown() shouldContain "| family | 1 | 1 | 0 |  | far: 0.90 of 1.00 beside NumPy |"
        }
        test("nothing measured, no table") {
            Summary(rows, emptyList()).markdown() shouldBe ""
        }
    })
