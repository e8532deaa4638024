package dev.rankine.benchmarks.compare

import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.doubles.plusOrMinus
import io.kotest.matchers.shouldBe
import kotlin.math.pow

internal class WarmUpTest :
    FunSpec({
        val pace = Pace(warmUp = 0.4, rounds = 1, slice = 0.01)

        /** Seconds for which a side runs whose run number `n` takes [cost] nanoseconds, while Java has compiled [compiled] ms after so many seconds. */
        fun seconds(cost: (Int) -> Long, compiled: (Double) -> Double = { 0.0 }, isPeer: Boolean = false): Double {
            var clock = 0L
            var runs = 0
            val side = { times: Int -> (0 until times).sumOf { cost(runs++) }.also { clock += it } }
            val warmUp = WarmUp(pace, { clock }) { compiled(clock / 1e9).toLong() }
            if (isPeer) warmUp.peer(side) else warmUp.ours(side)
            return clock / 1e9
        }

        test("steady work with nothing to compile takes the least time, a peer's a quarter of it") {
            seconds({ 1_000_000 }) shouldBe (0.4 plusOrMinus 0.02)
            seconds({ 1_000_000 }, isPeer = true) shouldBe (0.1 plusOrMinus 0.02)
        }
        test("ours waits until the compiler is quiet, a peer does not") {
            val busyForThree = { time: Double -> 500 * minOf(time, 3.0) }
            // 100 ms of 0.2 s, until a tenth of the last 0.2 s is left
            seconds({ 1_000_000 }, busyForThree) shouldBe (3.16 plusOrMinus 0.03)
            seconds({ 1_000_000 }, busyForThree, isPeer = true) shouldBe (0.1 plusOrMinus 0.02)
        }
        test("a little compilation now and then does not count") {
            seconds({ 1_000_000 }, { 50 * it }) shouldBe (0.4 plusOrMinus 0.02)
        }
        test("it goes on while work becomes faster, and ends where there is no end") {
            (seconds({ run -> maxOf(1_000_000L, (1e8 * 0.9.pow(run)).toLong()) }) > 1.0) shouldBe true
            seconds({ 1_000_000 }, { 500 * it }) shouldBe (WarmUp.LONGEST plusOrMinus 0.02)
            seconds({ run -> maxOf(1L, 1_000_000_000L / (run + 1)) }, isPeer = true) shouldBe (WarmUp.PEERS plusOrMinus 0.1)
        }
        test("how many runs fill a slice") {
            WarmUp(pace, { System.nanoTime() }) { 0 }.peer { times -> 2_000_000L * times } shouldBe 5
            WarmUp(pace, { System.nanoTime() }) { 0 }.peer { times -> 50_000_000L * times } shouldBe 1
        }
        test("times fall where the last third is clearly below the one before, or there are too few") {
            WarmUp.isFalling(listOf(1.0, 1.0)) shouldBe true
            WarmUp.isFalling(List(9) { 1.0 }) shouldBe false
            WarmUp.isFalling(List(6) { 1.0 } + List(3) { 0.9 }) shouldBe true
            WarmUp.isFalling(List(3) { 9.0 } + List(6) { 1.0 }) shouldBe false
        }
    })
