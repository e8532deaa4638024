package dev.rankine.shapes

import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.shouldBe

internal class DTypeTest :
    FunSpec({
        test("every word finds its type") {
            DType.entries.forEach { DType.of(it.word) shouldBe it }
            DType.of("bfloat16") shouldBe DType.BF16
            DType.of("uint8").toString() shouldBe "uint8"
        }

        test("an unknown word is answered with the known ones") {
            listOf("uint16", "complex64", "F32", "Float32", "").forEach { word ->
                shouldThrow<DTypeException> { DType.of(word) }.message shouldBe
                    "dtype: unknown element type: \"$word\" is none of " +
                    "bool, uint8, int8, int16, int32, int64, float16, bfloat16, float32, float64"
            }
        }

        test("each type is bool, integer or floating") {
            DType.entries.filter { it.isFloating } shouldBe listOf(DType.F16, DType.BF16, DType.F32, DType.F64)
            DType.entries.filter { it.isInteger } shouldBe listOf(DType.U8, DType.I8, DType.I16, DType.I32, DType.I64)
            DType.entries.filter { !it.isInteger && !it.isFloating } shouldBe listOf(DType.BOOL)
        }

        test("the size of an element is what the word says") {
            DType.entries.filter { it != DType.BOOL }.forEach { type ->
                type.bytes * 8 shouldBe type.word.filter { it.isDigit() }.toInt()
            }
            DType.BOOL.bytes shouldBe 1
        }

        test("float32 is the default") { DType.DEFAULT shouldBe DType.F32 }
    })
