package dev.rankine.data.drawn

import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.doubles.plusOrMinus
import io.kotest.matchers.ranges.shouldBeIn
import io.kotest.matchers.shouldBe
import io.kotest.matchers.shouldNotBe

internal class SplitMix64Test :
    FunSpec({
        test("gives the numbers of java.util.SplittableRandom, the reference implementation") {
            for (seed in listOf(0L, 1L, -1L, 1234567L, Long.MIN_VALUE)) {
                val random = SplitMix64(seed)
                val reference = java.util.SplittableRandom(seed)
                repeat(100) { random.next() shouldBe reference.nextLong() }
            }
        }

        test("streams of neighbouring seeds and numbers share no state") {
            val starts = (0L until 100L).flatMap { seed -> (-10L until 90L).map { SplitMix64(seed, it).next() } }
            starts.distinct().size shouldBe starts.size
            SplitMix64(0, 1).next() shouldNotBe SplitMix64(1, 0).next()
        }

        test("moments and bounds") {
            val random = SplitMix64(3)
            val uniform = DoubleArray(100_000) { random.uniform(-2.0, 4.0) }
            uniform.all { it >= -2.0 && it < 4.0 } shouldBe true
            // the standard error is sqrt(3 / 100,000) = 0.0055
            uniform.average() shouldBe (1.0 plusOrMinus 0.03)
            val bell = DoubleArray(100_000) { random.bell() }
            bell.all { it >= -3.0 && it <= 3.0 } shouldBe true
            bell.average() shouldBe (0.0 plusOrMinus 0.02)
            bell.sumOf { it * it } / bell.size shouldBe (1.0 plusOrMinus 0.02)
            repeat(1000) { random.below(7) shouldBeIn 0..6 }
            (0 until 100_000).count { random.chance(0.25) } / 100_000.0 shouldBe (0.25 plusOrMinus 0.01)
        }
    })
