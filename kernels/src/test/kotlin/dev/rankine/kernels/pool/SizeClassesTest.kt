package dev.rankine.kernels

import io.kotest.assertions.withClue
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.longs.shouldBeGreaterThanOrEqual
import io.kotest.matchers.longs.shouldBeLessThan
import io.kotest.matchers.longs.shouldBeLessThanOrEqual
import io.kotest.matchers.shouldBe

internal class SizeClassesTest :
    FunSpec({
        test("sizes are multiples of a line, grow, and are their own smallest") {
            var before = 0L
            for (index in 0 until SizeClasses.count) {
                val bytes = SizeClasses.bytes(index)
                (bytes % 64) shouldBe 0
                before shouldBeLessThan bytes
                SizeClasses.index(bytes) shouldBe index
                SizeClasses.index(before + 1) shouldBe index
                before = bytes
            }
            before shouldBeGreaterThanOrEqual Int.MAX_VALUE * 8L
        }
        test("nothing needs a line, and large requests waste an eighth at most") {
            SizeClasses.bytes(SizeClasses.index(0)) shouldBe 64
            for (bytes in listOf(1L, 64L, 65L, 1000L, 1024L)) SizeClasses.bytes(SizeClasses.index(bytes)) shouldBeLessThan bytes + 64
            var bytes = 1025L
            while (bytes < Int.MAX_VALUE * 8L) {
                withClue(bytes) {
                    val given = SizeClasses.bytes(SizeClasses.index(bytes))
                    given shouldBeGreaterThanOrEqual bytes
                    (given - bytes) shouldBeLessThanOrEqual bytes / 8 + 63
                }
                bytes += bytes / 13 + 1
            }
        }
        test("the largest size within what is left") {
            for (left in 64L..300_000L step 64) {
                val index = SizeClasses.within(left)
                SizeClasses.bytes(index) shouldBeLessThanOrEqual left
                left shouldBeLessThan SizeClasses.bytes(index + 1)
            }
        }
    })
