package dev.rankine.shapes

import io.kotest.assertions.withClue
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.shouldBe
import io.kotest.property.Arb
import io.kotest.property.arbitrary.int
import io.kotest.property.checkAll

internal class Float16Test :
    FunSpec({
        val table = NearestTable(5, 10)

        test("all 65,536 patterns have the value that their fields say") {
            for (bits in 0..0xffff) {
                val expected = decode(bits, 5, 10).toBits()
                val actual = float16ToFloat(bits.toShort()).toDouble().toBits()
                if (actual != expected) withClue(bits.toString(16)) { actual shouldBe expected }
            }
        }

        test("all 65,536 patterns survive the way to float32 and back, NaN as NaN of the same sign") {
            for (bits in 0..0xffff) {
                val back = floatToFloat16(float16ToFloat(bits.toShort())).toInt() and 0xffff
                val isNaN = bits and 0x7fff > 0x7c00
                val same = if (isNaN) back and 0x7fff > 0x7c00 && (back xor bits) and 0x8000 == 0 else back == bits
                if (!same) withClue(bits.toString(16)) { back shouldBe bits }
            }
        }

        test("every midpoint goes to the even neighbour, the floats beside it to the nearer one") {
            for (bits in 0 until table.infinity) {
                val middle = ((table.values[bits] + table.values[bits + 1]) / 2).toFloat()
                val even = if (bits % 2 == 0) bits else bits + 1
                val cases = listOf(middle to even, Math.nextDown(middle) to bits, Math.nextUp(middle) to bits + 1)
                for ((value, expected) in cases) {
                    val patterns = floatToFloat16(value).toInt() to (floatToFloat16(-value).toInt() and 0xffff)
                    val wanted = expected to (expected or 0x8000)
                    if (patterns != wanted) withClue("$value") { patterns shouldBe wanted }
                }
            }
        }

        test("any float32 goes to the nearest value, ties to even") {
            checkAll(20_000, Arb.int()) { bits ->
                val value = Float.fromBits(bits)
                val actual = floatToFloat16(value).toInt() and 0xffff
                if (value.isNaN()) {
                    (actual and 0x7fff > table.infinity) shouldBe true
                } else {
                    actual shouldBe table.nearest(value)
                }
            }
        }

        test("the edges of the range") {
            val largest = table.values[table.infinity - 1].toFloat()
            floatToFloat16(largest).toInt() shouldBe table.infinity - 1
            floatToFloat16(Float.MAX_VALUE).toInt() shouldBe table.infinity
            floatToFloat16(Float.POSITIVE_INFINITY).toInt() shouldBe table.infinity
            floatToFloat16(Float.NEGATIVE_INFINITY).toInt() and 0xffff shouldBe (table.infinity or 0x8000)
            floatToFloat16(0f).toInt() shouldBe 0
            floatToFloat16(-0f).toInt() and 0xffff shouldBe 0x8000
            floatToFloat16(Float.fromBits(1)).toInt() shouldBe 0
            // a quiet NaN with the upper ten bits of the payload
            floatToFloat16(Float.fromBits(0x7fa0_2000)) shouldBe 0x7f01.toShort()
            // a NaN whose payload lies in the low bits alone must not become infinity
            listOf(0x7f80_0001, 0xff80_0001.toInt(), 0x7fff_ffff, 0x7fc0_0000).forEach { nan ->
                (floatToFloat16(Float.fromBits(nan)).toInt() and 0x7fff > table.infinity) shouldBe true
            }
        }
    })
