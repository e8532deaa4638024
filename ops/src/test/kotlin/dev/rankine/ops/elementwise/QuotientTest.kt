package dev.rankine.ops.elementwise

import dev.rankine.ops.Rounding
import dev.rankine.ops.ceil
import dev.rankine.ops.div
import dev.rankine.ops.floor
import dev.rankine.ops.floorDivide
import dev.rankine.ops.fmod
import dev.rankine.ops.invoke
import dev.rankine.ops.rem
import dev.rankine.ops.round
import dev.rankine.ops.trunc
import dev.rankine.shapes.DTypeException
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.shouldBe

/** The expected numbers are those of Python's `//`, `%` and of C's `fmod`. */
internal class QuotientTest :
    FunSpec({
        val a = longs(7, -7, 7, -7, 6)
        val b = longs(2, 2, -2, -2, 3)

        test("integers") {
            div(a, b, Rounding.TRUNC) shouldCount listOf(3, -3, -3, 3, 2)
            div(a, b, Rounding.FLOOR) shouldCount listOf(3, -4, -4, 3, 2)
            div(a, b, null) shouldHold listOf(3.5, -3.5, -3.5, 3.5, 2.0)
            floorDivide(a, 4) shouldCount listOf(1, -2, 1, -2, 1)
            a % b shouldCount listOf(1, 1, -1, -1, 0)
            fmod(a, b) shouldCount listOf(1, -1, 1, -1, 0)
            10 % b shouldCount listOf(0, 0, 0, 0, 1)
        }

        test("floats") {
            val x = doubles(7.5, -7.5, 7.5, -7.5, -1.0, 1.0, INF, 5.0)
            val y = doubles(2.0, 2.0, -2.0, -2.0, INF, -INF, 2.0, NAN)
            div(x, y, Rounding.TRUNC) shouldHold listOf(3.0, -3.0, -3.0, 3.0, 0.0, 0.0, INF, NAN)
            div(x, y, Rounding.FLOOR) shouldHold listOf(3.0, -4.0, -4.0, 3.0, -1.0, -1.0, NAN, NAN)
            x % y shouldHold listOf(1.5, 0.5, -0.5, -1.5, INF, -INF, NAN, NAN)
            fmod(x, y) shouldHold listOf(1.5, -1.5, 1.5, -1.5, -1.0, 1.0, NAN, NAN)
        }

        test("a float divided by zero is what / gives; an integer is an error") {
            val x = doubles(1.0, -1.0, 0.0)
            div(x, 0.0, Rounding.FLOOR) shouldHold listOf(INF, -INF, NAN)
            div(x, 0.0, Rounding.TRUNC) shouldHold listOf(INF, -INF, NAN)
            x % 0.0 shouldHold listOf(NAN, NAN, NAN)
            shouldThrow<ArithmeticException> { floorDivide(a, 0) }.message shouldBe "floor_divide: an integer is divided by zero"
            shouldThrow<ArithmeticException> { div(a, 0, Rounding.TRUNC) }.message shouldBe "div: an integer is divided by zero"
            shouldThrow<ArithmeticException> { a % 0 }.message shouldBe "remainder: an integer is divided by zero"
            shouldThrow<ArithmeticException> { fmod(a, longs(0)) }.message shouldBe "fmod: an integer is divided by zero"
            shouldThrow<DTypeException> { floorDivide(flags(true), flags(true)) }.problem shouldBe "floor_divide: does not take bool"
        }

        test("the floor is that of the exact quotient, the truncation that of the rounded one") {
            // 1 / 0.1 rounds to 10, but 0.1 is a little more than a tenth
            div(doubles(1.0), 0.1, Rounding.FLOOR) shouldHold listOf(9.0)
            div(doubles(1.0), 0.1, Rounding.TRUNC) shouldHold listOf(10.0)
            div(floats(1.0), 0.1, Rounding.FLOOR) shouldHold listOf(9.0)
            div(floats(1.0), 0.1, Rounding.TRUNC) shouldHold listOf(10.0)
        }

        test("rounding") {
            val x = doubles(-2.5, -1.5, -0.5, 0.5, 1.5, 2.5, 2.51, INF, NAN)
            floor(x) shouldHold listOf(-3.0, -2.0, -1.0, 0.0, 1.0, 2.0, 2.0, INF, NAN)
            ceil(x) shouldHold listOf(-2.0, -1.0, 0.0, 1.0, 2.0, 3.0, 3.0, INF, NAN)
            trunc(x) shouldHold listOf(-2.0, -1.0, 0.0, 0.0, 1.0, 2.0, 2.0, INF, NAN)
            round(x) shouldHold listOf(-2.0, -2.0, 0.0, 0.0, 2.0, 2.0, 3.0, INF, NAN)
            round(doubles(1234.5678), 2) shouldHold listOf(1234.57)
            round(doubles(1234.5678), -2) shouldHold listOf(1200.0)
            round(doubles(2.5), 0) shouldHold listOf(2.0)
            floor(longs(-3, Long.MAX_VALUE)) shouldCount listOf(-3, Long.MAX_VALUE)
            shouldThrow<DTypeException> { floor(flags(true)) }.problem shouldBe "floor: does not take bool"
            shouldThrow<DTypeException> { round(longs(3), 1) }.problem shouldBe "round_decimals: does not take int64"
        }
    })
