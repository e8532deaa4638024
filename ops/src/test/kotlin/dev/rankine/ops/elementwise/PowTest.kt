package dev.rankine.ops.elementwise

import dev.rankine.ops.invoke
import dev.rankine.ops.pow
import dev.rankine.ops.rem
import dev.rankine.ops.to
import dev.rankine.shapes.DType
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.shouldBe

internal class PowTest :
    FunSpec({
        test("the special operands of IEEE 754 and C") {
            val a = doubles(0.0, 0.0, 0.0, 1.0, NAN, -1.0, -1.0, -2.0, -2.0, INF, -INF, 0.5)
            val b = doubles(0.0, 2.0, -1.0, NAN, 0.0, INF, -INF, 3.0, 0.5, -1.0, 3.0, INF)
            pow(a, b) shouldHold listOf(1.0, 0.0, INF, 1.0, 1.0, 1.0, 1.0, -8.0, NAN, 0.0, -INF, 0.0)
        }

        test("integers by repeated squaring, wrapping around") {
            pow(longs(2, -3, 0, 7, 3), longs(10, 3, 0, 0, 41)) shouldCount listOf(1024, -27, 1, 1, threeTo41())
            pow(longs(1, -1, -1, 2, 0), longs(-5, -3, -4, -1, -1)) shouldCount listOf(1, -1, 1, 0, 0)
            pow(to(longs(3), DType.U8), 6) shouldCount listOf(729 % 256)
            pow(2, longs(5, 6)) shouldCount listOf(32, 64)
            shouldThrow<IllegalArgumentException> { pow(longs(2), -1) }.message shouldBe
                "pow: integers have no negative integer powers: exponent -1"
        }

        test("numbers as exponents") {
            pow(doubles(-3.0, 4.0), 2) shouldHold listOf(9.0, 16.0)
            pow(doubles(4.0, -1.0), 0.5) shouldHold listOf(2.0, NAN)
            pow(longs(4), 0.5).dtype shouldBe DType.F32
            pow(doubles(2.0), -1) shouldHold listOf(0.5)
            pow(0.5, doubles(2.0, -1.0)) shouldHold listOf(0.25, 2.0)
        }
    })

private fun threeTo41(): Long =
    java.math.BigInteger
        .valueOf(3)
        .pow(41)
        .toLong()
