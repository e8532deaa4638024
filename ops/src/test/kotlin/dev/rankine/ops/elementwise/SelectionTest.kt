package dev.rankine.ops.elementwise

import dev.rankine.ops.clamp
import dev.rankine.ops.full
import dev.rankine.ops.invoke
import dev.rankine.ops.maskedFill
import dev.rankine.ops.maximum
import dev.rankine.ops.minimum
import dev.rankine.ops.reshape
import dev.rankine.ops.where
import dev.rankine.shapes.DType
import dev.rankine.shapes.DTypeException
import dev.rankine.shapes.ShapeException
import dev.rankine.shapes.Sizes
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.shouldBe

internal class SelectionTest :
    FunSpec({
        test("maximum and minimum propagate NaN from either side") {
            val a = doubles(1.0, NAN, 2.0, -INF, NAN)
            val b = doubles(3.0, 1.0, NAN, INF, NAN)
            maximum(a, b) shouldHold listOf(3.0, NAN, NAN, INF, NAN)
            minimum(a, b) shouldHold listOf(1.0, NAN, NAN, -INF, NAN)
            maximum(longs(1, -5), 0) shouldCount listOf(1, 0)
            minimum(longs(1, -5), 0.5) shouldHold listOf(0.5, -5.0)
            maximum(flags(true, false), flags(false, false)) shouldFlag "10"
        }

        test("clamp with numbers") {
            val x = doubles(-2.0, 0.5, 3.0, NAN)
            clamp(x, 0, 1) shouldHold listOf(0.0, 0.5, 1.0, NAN)
            clamp(x, min = 0) shouldHold listOf(0.0, 0.5, 3.0, NAN)
            clamp(x, max = 1.0) shouldHold listOf(-2.0, 0.5, 1.0, NAN)
            clamp(x, 2, 1) shouldHold listOf(1.0, 1.0, 1.0, NAN)
            clamp(longs(-2, 7), 0, 5) shouldCount listOf(0, 5)
            clamp(longs(-2, 7), 0.5) shouldHold listOf(0.5, 7.0)
            shouldThrow<IllegalArgumentException> { clamp(x) }.message shouldBe "clamp: neither min nor max is given"
            shouldThrow<DTypeException> { clamp(flags(true), flags(true), flags(true)) }.problem shouldBe
                "clamp_between: does not take bool"
        }

        test("clamp with bounds for every element") {
            val x = doubles(-2.0, 0.5, 3.0, 3.0)
            clamp(x, doubles(0.0, 1.0, NAN, 5.0), doubles(1.0, 2.0, 9.0, 4.0)) shouldHold listOf(0.0, 1.0, NAN, 4.0)
            clamp(x, doubles(1.0), null) shouldHold listOf(1.0, 1.0, 3.0, 3.0)
            clamp(longs(1, 9), null, longs(4)) shouldCount listOf(1, 4)
        }

        test("where promotes, broadcasts and asks for a bool") {
            val condition = reshape(flags(true, false), 2, 1)
            val y = where(condition, longs(1, 2, 3), floats(0.5))
            y.dtype shouldBe DType.F32
            y.sizes shouldBe Sizes.of(2, 3)
            y shouldHold listOf(1.0, 2.0, 3.0, 0.5, 0.5, 0.5)
            where(flags(true, false), 7, longs(1, 2)) shouldCount listOf(7, 2)
            shouldThrow<DTypeException> { where(longs(1), longs(1), longs(2)) }.message shouldBe
                "where: the condition is not bool: int64\n  hint: compare it first: x ne 0"
            shouldThrow<ShapeException> { where(flags(true, false), longs(1, 2, 3), 0) }
        }

        test("masked fill keeps the type") {
            maskedFill(longs(1, 2), flags(true, false), 9) shouldCount listOf(9, 2)
            maskedFill(floats(1.0, 2.0), flags(false, true), -INF) shouldHold listOf(1.0, -INF)
            maskedFill(flags(false, false), flags(true, false), 10) shouldFlag "10"
            maskedFill(longs(1, 2), flags(true, false), full(Sizes.SCALAR, 2.5, DType.F32)) shouldCount listOf(2, 2)
            shouldThrow<DTypeException> { maskedFill(longs(1), flags(true), 0.5) }.problem shouldBe
                "masked_fill: the value must be a whole number for int64: 0.5"
            shouldThrow<ShapeException> { maskedFill(longs(1), flags(true), longs(1)) }.problem shouldBe
                "masked_fill: the value must be a scalar: 1 axes"
        }
    })
