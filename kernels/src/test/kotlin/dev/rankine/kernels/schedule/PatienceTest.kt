package dev.rankine.kernels

import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.ints.shouldBeGreaterThan
import io.kotest.matchers.longs.shouldBeInRange
import io.kotest.matchers.shouldBe

/** How long a thread waits before it parks, by a clock that goes on only where it is told to. */
internal class PatienceTest :
    FunSpec({
        /** A wait in which others take the processor for so many nanoseconds, by the number of the turn. */
        class Wait(val taken: (Int) -> Long) : Patience() {
            var time = 1_000L
            var turns = 0

            override fun clock(): Long = time.also { time += 100 }

            override fun letOthersRun() {
                time += taken(turns++)
            }
        }

        test("who has a processor waits for 300 us, and lets others run meanwhile") {
            val wait = Wait { 1_000 }
            while (wait.waits()) continue
            wait.time shouldBeInRange 300_000L..310_000L
            wait.turns shouldBeGreaterThan 100
        }

        test("who gets its processor back late waits no longer") {
            val wait = Wait { turn -> if (turn == 3) 60_000 else 1_000 }
            while (wait.waits()) continue
            wait.turns shouldBe 4
        }
    })
