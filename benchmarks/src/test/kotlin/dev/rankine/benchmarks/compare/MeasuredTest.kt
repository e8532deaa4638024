package dev.rankine.benchmarks.compare

import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.doubles.plusOrMinus
import io.kotest.matchers.shouldBe
import kotlinx.serialization.json.JsonObject

internal class MeasuredTest :
    FunSpec({
        test("ratios are the peer's time over ours, round by round") {
            measured(listOf(2.0, 4.0), listOf(3.0, 3.0)).ratios shouldBe listOf(1.5, 0.75)
        }
        test("a line of JSON gives the same figures") {
            val given =
                measured(
                    listOf(2.5, 4.0),
                    listOf(3.0, 1e9),
                    name = "a \"row\"",
                    threads = 2,
                    waiting = Waiting.SPINNING,
                    run = 3,
                    apart = listOf(13.5, 150.0),
                )
            val read = Measured.of(given.toLine())
            read.toLine() shouldBe given.toLine()
            read.key shouldBe "family: a \"row\", beside libtorch-2.10, threads 2"
            read.side shouldBe "libtorch-2.10 spinning"
            read.run shouldBe 3
            read.apart shouldBe given.apart
            read.ours shouldBe given.ours
            read.theirs shouldBe given.theirs
            listOf(read.allocated, read.difference, read.copy, read.tile) shouldBe listOf(64L, 1e-7, 20.0, 100.0)
        }
        test("a line from before distances were measured has none") {
            val fields = measured(listOf(1.0), listOf(2.0)).toJson() - "apart"
            Measured.of(JsonObject(fields)).apart shouldBe emptyList()
        }
        test("quantiles lie between the numbers beside them, in any order") {
            val numbers = listOf(4.0, 1.0, 3.0, 2.0)
            numbers.median() shouldBe 2.5
            numbers.quantile(0.0) shouldBe 1.0
            numbers.quantile(1.0) shouldBe 4.0
            numbers.quantile(0.25) shouldBe (1.75 plusOrMinus 1e-12)
            listOf(7.0).quantile(0.75) shouldBe 7.0
        }
    })
