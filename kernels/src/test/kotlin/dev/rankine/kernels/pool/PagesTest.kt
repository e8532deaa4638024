package dev.rankine.kernels

import dev.rankine.kernels.lanes.Lanes.ALL
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.ints.shouldBeGreaterThanOrEqual
import io.kotest.matchers.longs.shouldBeGreaterThanOrEqual
import io.kotest.matchers.longs.shouldBeLessThanOrEqual
import io.kotest.matchers.shouldBe
import java.lang.foreign.ValueLayout.JAVA_BYTE

private const val MEBI = 1L shl 20

internal class PagesTest :
    FunSpec({
        test("blocks lie on lines and apart, and can be written to their ends") {
            val pages = Pages()
            // small pages, then regions: cut, of their own, cut again, the next region
            val sizes = List(60) { MEBI + 64 * it } + 80 * MEBI + List(120) { 2 * MEBI + 64 * it } + 64 * MEBI + List(20) { 3 * MEBI }
            val blocks = sizes.map { pages.take(it) to it }
            for ((address, bytes) in blocks) {
                address % 64 shouldBe 0
                ALL.get(JAVA_BYTE, address)
                ALL.set(JAVA_BYTE, address, 1)
                ALL.set(JAVA_BYTE, address + bytes - 1, 1)
            }
            val sorted = blocks.sortedBy { it.first }
            for ((left, right) in sorted.zipWithNext()) left.first + left.second shouldBeLessThanOrEqual right.first
        }

        test("blocks of one size begin in different places of their pages") {
            val pages = Pages()
            // one place for all would be 1; small pages and each region start anew
            List(64) { pages.take(2 * MEBI) % 4096 }.toSet().size shouldBeGreaterThanOrEqual 32
        }

        test("regions begin with a large page") {
            if (System.getProperty("os.name") == "Linux") Pages.Large.problem shouldBe null
            if (Pages.Large.problem == null) {
                val first = Pages.Large.region(MEBI)
                first % (2 * MEBI) shouldBe 0
                first shouldBeGreaterThanOrEqual 2 * MEBI
            }
        }
    })
