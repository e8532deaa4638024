package dev.rankine.shapes

import io.kotest.assertions.throwables.shouldThrow
import io.kotest.assertions.withClue
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.shouldBe
import io.kotest.property.Arb
import io.kotest.property.arbitrary.double
import io.kotest.property.arbitrary.long
import io.kotest.property.checkAll
import kotlinx.serialization.json.JsonElement
import kotlinx.serialization.json.jsonArray
import kotlinx.serialization.json.jsonPrimitive
import java.math.BigDecimal
import java.math.BigInteger

private fun number(json: JsonElement): Double =
    when (val text = json.jsonPrimitive.content) {
        "inf" -> Double.POSITIVE_INFINITY
        "-inf" -> Double.NEGATIVE_INFINITY
        "nan" -> Double.NaN
        else -> text.toDouble()
    }

private val integers = DType.entries.filter { it.isInteger }

/** [value] modulo the width of [to], by big-integer arithmetic. */
private fun wrapped(value: Long, to: DType): Long {
    val modulus = BigInteger.ONE.shiftLeft(8 * to.bytes)
    val low = BigInteger.valueOf(value).mod(modulus)
    return (if (to != DType.U8 && low >= modulus.shiftRight(1)) low - modulus else low).toLong()
}

internal class CastTest :
    FunSpec({
        test("every value of casts.json, those out of range included") {
            val golden = goldenFile("casts.json")
            val input = golden.getValue("input").jsonArray.map(::number)
            val seen = mutableSetOf<DType>()
            for (column in golden.getValue("to").jsonArray.map { it.jsonArray }) {
                val to = DType.of(column[0].jsonPrimitive.content)
                val expected = column[1].jsonArray
                seen += to
                expected.size shouldBe input.size
                input.zip(expected.map(::number)).forEach { (from, value) ->
                    val actual = if (to.isFloating) castToDouble(from, to) else castToLong(from, to).toDouble()
                    withClue("$from to $to") { actual.toRawBits() shouldBe value.toRawBits() }
                }
            }
            seen shouldBe DType.entries.toSet()
        }

        test("in-range doubles truncate towards zero") {
            checkAll(5_000, Arb.double(-9.2e18..9.2e18, includeNaNs = false)) { value ->
                castToLong(value, DType.I64) shouldBe BigDecimal(value).toBigInteger().toLong()
                val small = value / 9.2e18 * 40_000
                castToLong(small, DType.I32) shouldBe BigDecimal(small).toBigInteger().toLong()
                for (to in listOf(DType.U8, DType.I8, DType.I16)) {
                    castToLong(value, to) shouldBe wrapped(BigDecimal(value).toBigInteger().toLong(), to)
                    castToLong(small, to) shouldBe wrapped(BigDecimal(small).toBigInteger().toLong(), to)
                }
            }
        }

        test("the edges of int32 and int64") {
            castToLong(2147483647.9, DType.I32) shouldBe Int.MAX_VALUE.toLong()
            castToLong(2147483648.0, DType.I32) shouldBe Int.MIN_VALUE.toLong()
            castToLong(-2147483648.9, DType.I32) shouldBe Int.MIN_VALUE.toLong()
            castToLong(9.223372036854774784E18, DType.I64) shouldBe 9223372036854774784
            castToLong(-9.223372036854775808E18, DType.I64) shouldBe Long.MIN_VALUE
            listOf(9.223372036854775808E18, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NaN).forEach { value ->
                castToLong(value, DType.I64) shouldBe Long.MIN_VALUE
                castToLong(value, DType.I32) shouldBe Int.MIN_VALUE.toLong()
                castToLong(value, DType.I16) shouldBe 0
                castToLong(value, DType.BOOL) shouldBe 1
            }
            castToLong(Double.MIN_VALUE, DType.BOOL) shouldBe 1
            castToLong(-0.0, DType.BOOL) shouldBe 0
        }

        test("integers wrap to the width") {
            checkAll(5_000, Arb.long()) { value ->
                for (to in integers) castToLong(value, to) shouldBe wrapped(value, to)
                castToLong(value, DType.BOOL) shouldBe if (value == 0L) 0 else 1
            }
            castToLong(0L, DType.BOOL) shouldBe 0
            castToLong(256L, DType.BOOL) shouldBe 1
            castToLong(-1L, DType.U8) shouldBe 255
            castToLong(300.0, DType.U8) shouldBe 44
        }

        test("integers go to float32 in one step, to 16 bits through float32") {
            // 2^60 + 2^36 + 1: as a double it is a tie between two floats, as an integer it is above it
            val value = (1L shl 60) + (1L shl 36) + 1
            castToDouble(value, DType.F32) shouldBe ((1L shl 60) + (1L shl 37)).toDouble()
            castToDouble(value.toDouble(), DType.F32) shouldBe (1L shl 60).toDouble()
            castToDouble(value, DType.F64) shouldBe ((1L shl 60) + (1L shl 36)).toDouble()
            castToDouble(65519L, DType.F16) shouldBe 65504.0
            castToDouble(65520L, DType.F16) shouldBe Double.POSITIVE_INFINITY
            castToDouble(257L, DType.BF16) shouldBe 256.0
        }

        test("doubles go to 16 bits through float32") {
            // just above a tie of float16, but a tie once it is a float32
            castToDouble(1.0 + twoTo(-11) + twoTo(-40), DType.F16) shouldBe 1.0
            castToDouble(1.0 + twoTo(-8) + twoTo(-40), DType.BF16) shouldBe 1.0
            castToDouble(Double.NaN, DType.F16).isNaN() shouldBe true
            castToDouble(Double.NEGATIVE_INFINITY, DType.BF16) shouldBe Double.NEGATIVE_INFINITY
        }

        test("the wrong kind of type is refused") {
            shouldThrow<DTypeException> { castToLong(2.5, DType.F32) }.message shouldBe
                "cast: neither bool nor an integer type: float32\n  hint: use castToDouble"
            shouldThrow<DTypeException> { castToLong(2L, DType.BF16) }.problem shouldBe "cast: neither bool nor an integer type: bfloat16"
            for (to in integers + DType.BOOL) {
                shouldThrow<DTypeException> { castToDouble(2.5, to) }.message shouldBe
                    "cast: not a floating-point type: $to\n  hint: use castToLong"
                shouldThrow<DTypeException> { castToDouble(2L, to) }.hint shouldBe "use castToLong"
            }
        }
    })

private fun twoTo(exponent: Int): Double = Math.scalb(1.0, exponent)
