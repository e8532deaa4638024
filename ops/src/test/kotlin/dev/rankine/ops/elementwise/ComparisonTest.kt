package dev.rankine.ops.elementwise

import dev.rankine.ops.and
import dev.rankine.ops.bitwiseNot
import dev.rankine.ops.eq
import dev.rankine.ops.ge
import dev.rankine.ops.gt
import dev.rankine.ops.invoke
import dev.rankine.ops.isfinite
import dev.rankine.ops.isinf
import dev.rankine.ops.isnan
import dev.rankine.ops.le
import dev.rankine.ops.logicalAnd
import dev.rankine.ops.logicalOr
import dev.rankine.ops.logicalXor
import dev.rankine.ops.lt
import dev.rankine.ops.ne
import dev.rankine.ops.not
import dev.rankine.ops.or
import dev.rankine.ops.to
import dev.rankine.ops.xor
import dev.rankine.shapes.DTypeException
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.shouldBe

internal class ComparisonTest :
    FunSpec({
        val a = doubles(1.0, 2.0, 3.0, NAN, INF, NAN)
        val b = doubles(2.0, 2.0, 2.0, 1.0, INF, NAN)

        test("comparisons; NaN equals nothing") {
            a eq b shouldFlag "010010"
            a ne b shouldFlag "101101"
            a lt b shouldFlag "100000"
            a le b shouldFlag "110010"
            a gt b shouldFlag "001000"
            a ge b shouldFlag "011010"
        }

        test("comparisons with numbers promote as arithmetic does") {
            longs(1, 2, 3) gt 1.5 shouldFlag "011"
            longs(1, 2, 3) le 2 shouldFlag "110"
            doubles(0.1) eq 0.1 shouldFlag "1"
            floats(0.1) eq 0.1 shouldFlag "1"
            flags(true, false) ne 0 shouldFlag "10"
            longs(5) lt 6 shouldFlag "1"
            longs(5) ge 6 shouldFlag "0"
        }

        test("logic on any type: other than zero is true, NaN too") {
            val x = doubles(0.0, 2.0, NAN, -0.0)
            val y = longs(1, 0, 1, 0)
            logicalAnd(x, y) shouldFlag "0010"
            logicalOr(x, y) shouldFlag "1110"
            logicalXor(x, y) shouldFlag "1100"
            !x shouldFlag "1001"
        }

        test("bits") {
            longs(12, -1) and longs(10, 255) shouldCount listOf(8, 255)
            longs(12) or longs(10) shouldCount listOf(14)
            longs(12) xor longs(10) shouldCount listOf(6)
            bitwiseNot(longs(0, 5)) shouldCount listOf(-1, -6)
            bitwiseNot(to(longs(0, 5), dev.rankine.shapes.DType.U8)) shouldCount listOf(255, 250)
            bitwiseNot(flags(true, false)) shouldFlag "01"
            flags(true, false) and flags(true, true) shouldFlag "10"
            shouldThrow<DTypeException> { a and b }.problem shouldBe "bitwise_and: does not take float64"
            shouldThrow<DTypeException> { bitwiseNot(a) }.problem shouldBe "bitwise_not: does not take float64"
        }

        test("kinds of numbers") {
            val x = doubles(1.0, INF, -INF, NAN)
            isnan(x) shouldFlag "0001"
            isinf(x) shouldFlag "0110"
            isfinite(x) shouldFlag "1000"
            isnan(longs(1)) shouldFlag "0"
            isfinite(flags(true)) shouldFlag "1"
        }
    })
