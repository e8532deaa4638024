package dev.rankine.ops.elementwise

import dev.rankine.ops.Value
import dev.rankine.ops.abs
import dev.rankine.ops.add
import dev.rankine.ops.addcdiv
import dev.rankine.ops.addcmul
import dev.rankine.ops.gelu
import dev.rankine.ops.hardswish
import dev.rankine.ops.invoke
import dev.rankine.ops.lerp
import dev.rankine.ops.minus
import dev.rankine.ops.mish
import dev.rankine.ops.plus
import dev.rankine.ops.sign
import dev.rankine.ops.silu
import dev.rankine.ops.softplus
import dev.rankine.ops.square
import dev.rankine.ops.sub
import dev.rankine.ops.times
import dev.rankine.ops.to
import dev.rankine.ops.toDoubleArray
import dev.rankine.ops.unaryMinus
import dev.rankine.shapes.DType
import dev.rankine.shapes.DTypeException
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.shouldBe

internal class ArithmeticTest :
    FunSpec({
        test("alpha scales the second operand in the common type") {
            add(doubles(1.0, 2.0), doubles(10.0, 20.0), alpha = 0.5) shouldHold listOf(6.0, 12.0)
            sub(longs(1, 2), longs(10, 20), alpha = -3) shouldCount listOf(31, 62)
            add(longs(1), doubles(2.0), alpha = 0.25) shouldHold listOf(1.5)
            shouldThrow<DTypeException> { add(longs(1), longs(2), alpha = 0.5) }.message shouldBe
                "add: alpha must be a whole number for int64: 0.5\n  hint: convert an operand with to(dtype)"
        }

        test("bool adds as or and multiplies as and; it has no difference") {
            val a = flags(true, true, false, false)
            val b = flags(true, false, true, false)
            a + b shouldFlag "1110"
            a * b shouldFlag "1000"
            add(a, b, alpha = 1) shouldFlag "1110"
            shouldThrow<DTypeException> { a - b }.problem shouldBe "sub: does not take bool"
            shouldThrow<DTypeException> { a - 1 }.problem shouldBe "sub: does not take bool"
            shouldThrow<DTypeException> { sub(longs(1, 2, 3, 4), b, alpha = 2) }.problem shouldBe "sub: does not take bool"
            shouldThrow<DTypeException> { -a }.problem shouldBe "neg: does not take bool"
        }

        test("integers wrap around") {
            to(longs(250), DType.U8) + 10 shouldCount listOf(4)
            to(longs(100), DType.I8) * 2 shouldCount listOf(-56)
            longs(Long.MAX_VALUE) + 1 shouldCount listOf(Long.MIN_VALUE)
            abs(longs(Long.MIN_VALUE, -3)) shouldCount listOf(Long.MIN_VALUE, 3)
        }

        test("16-bit floats round once per row, composites too") {
            val x = to(doubles(0.1, 3.0, -2.5, 0.7), DType.F16)
            val wide = to(x, DType.F32)
            for (op in listOf<(Value) -> Value>(::gelu, ::hardswishOf, ::mishOf, ::siluOf, ::softplusOf)) {
                op(x).dtype shouldBe DType.F16
                op(x) shouldHold to(op(wide), DType.F16).toDoubleArray().toList()
            }
            // 1 + 2^-11 is a tie in float16, and twice that is exact
            val one = to(doubles(1.0), DType.F16)
            val step = to(doubles(Math.scalb(1.0, -11)), DType.F16)
            one + step shouldHold listOf(1.0)
            addcmul(one, step, to(doubles(2.0), DType.F16)) shouldHold listOf(1.0 + Math.scalb(1.0, -10))
            addcmul(one, step, to(doubles(1.5), DType.F16)) shouldHold listOf(1.0 + Math.scalb(1.0, -10))
            to(doubles(70000.0), DType.BF16) * to(doubles(1e38), DType.BF16) shouldHold listOf(INF)
        }

        test("addcmul, addcdiv and lerp") {
            addcmul(longs(1, 2), longs(3, 4), longs(5, 6), 2) shouldCount listOf(31, 50)
            addcdiv(doubles(1.0), doubles(3.0), doubles(4.0), 2) shouldHold listOf(2.5)
            lerp(doubles(1.0, 1.0, 1.0), doubles(3.0, 3.0, 3.0), doubles(0.0, 0.25, 1.0)) shouldHold listOf(1.0, 1.5, 3.0)
            lerp(doubles(1e16), doubles(1.0), 1.0) shouldHold listOf(1.0)
            shouldThrow<DTypeException> { addcmul(longs(1), longs(1), longs(1), 0.5) }
            shouldThrow<DTypeException> { addcdiv(longs(1), longs(1), longs(1)) }.problem shouldBe "addcdiv: does not take int64"
        }

        test("sign and absolute value") {
            sign(doubles(-2.0, 0.0, 5.0, NAN, -INF)) shouldHold listOf(-1.0, 0.0, 1.0, 0.0, -1.0)
            sign(longs(-7, 0, 9)) shouldCount listOf(-1, 0, 1)
            sign(flags(true, false)) shouldFlag "10"
            abs(doubles(-2.0, -0.0, -INF, NAN)) shouldHold listOf(2.0, 0.0, INF, NAN)
            square(flags(true, false)) shouldCount listOf(1, 0)
        }
    })

private fun gelu(x: Value): Value = gelu(x, "none")

private fun hardswishOf(x: Value): Value = hardswish(x)

private fun mishOf(x: Value): Value = mish(x)

private fun siluOf(x: Value): Value = silu(x)

private fun softplusOf(x: Value): Value = softplus(x)
