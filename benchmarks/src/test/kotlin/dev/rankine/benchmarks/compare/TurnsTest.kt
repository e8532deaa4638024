package dev.rankine.benchmarks.compare

import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.longs.shouldBeGreaterThanOrEqual
import io.kotest.matchers.shouldBe

/** A side that takes so many nanoseconds a run by a clock of its own, and notes who ran how often. */
private class Side(
    private val name: String,
    private val cost: (Int) -> Long,
    private val clock: LongArray,
    private val log: MutableList<String>,
) {
    var runs = 0

    fun run(times: Int): Long {
        log += "$name$times"
        val took = (0 until times).sumOf { cost(runs++) }
        clock[0] += took
        return took
    }
}

internal class TurnsTest :
    FunSpec({
        val clock = LongArray(1)
        val log = ArrayList<String>()

        fun turns(pace: Pace) = Turns(pace, { clock[0] }, WarmUp(pace, { clock[0] }) { 0 })

        fun side(name: String, cost: (Int) -> Long) = Side(name, cost, clock, log)

        test("times are per call; the side that begins changes from round to round; a run goes before each slice") {
            val (ours, theirs) = side("a") { 1_000_000 } to side("b") { 2_000_000 }
            log.clear()
            val both = turns(Pace(warmUp = 0.1, rounds = 3, slice = 0.01))
            val (our, their) = both.measure(calls = 4, ours::run, theirs::run)
            our.toList() shouldBe List(3) { 250_000.0 }
            their.toList() shouldBe List(3) { 500_000.0 }
            log.takeLast(12) shouldBe listOf("a1", "a10", "b1", "b5", "b1", "b5", "a1", "a10", "a1", "a10", "b1", "b5")
        }
        test("work that is longer than a slice runs once a turn") {
            val (ours, theirs) = side("a") { 50_000_000 } to side("b") { 60_000_000 }
            log.clear()
            turns(Pace(warmUp = 0.1, rounds = 2, slice = 0.01)).measure(1, ours::run, theirs::run)
            log.takeLast(4) shouldBe listOf("a1", "b1", "b1", "a1")
        }
        test("long work has fewer rounds, at least five") {
            fun rounds(seconds: Double): Int {
                val (ours, theirs) = List(2) { side("a") { (seconds * 1e9).toLong() } }
                return turns(Pace(warmUp = 0.1, rounds = 9, slice = 0.01)).measure(1, ours::run, theirs::run).first.size
            }
            rounds(0.25) shouldBe 9
            rounds(0.4) shouldBe 6
            rounds(2.0) shouldBe 5
        }
        test("what a run allocates on the heap is counted") {
            val kept = ArrayList<ByteArray>()
            Turns.allocated { times ->
                repeat(times) { kept += ByteArray(1_000_000) }
                0
            } shouldBeGreaterThanOrEqual 1_000_000
        }
    })
