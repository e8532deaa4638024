package dev.rankine.ops.create

import dev.rankine.ops.arange
import dev.rankine.ops.eye
import dev.rankine.ops.linspace
import dev.rankine.ops.toDoubleArray
import dev.rankine.ops.toLongArray
import dev.rankine.shapes.DType
import dev.rankine.shapes.DTypeException
import dev.rankine.shapes.ShapeException
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.shouldBe

internal class ArangeTest :
    FunSpec({
        test("whole numbers give int64, others the default type") {
            arange(3).dtype shouldBe DType.I64
            arange(0, 3.0).dtype shouldBe DType.F32
            arange(3, dtype = DType.U8).dtype shouldBe DType.U8
        }
        test("the end is not reached") {
            arange(2, -3, -1).toLongArray().asList() shouldBe listOf<Long>(2, 1, 0, -1, -2)
            arange(1, 6, 2).toLongArray().asList() shouldBe listOf<Long>(1, 3, 5)
            arange(0.0, 1.0, 0.25, DType.F64).toDoubleArray().asList() shouldBe listOf(0.0, 0.25, 0.5, 0.75)
            arange(5, 5).elements shouldBe 0
            arange((1L shl 62), (1L shl 62) + 2).toLongArray().asList() shouldBe listOf(1L shl 62, (1L shl 62) + 1)
        }
        test("what makes no sense is a sentence") {
            shouldThrow<ShapeException> { arange(0, 3, -1) }.message shouldBe "arange: step -1 leads away from the end: 0 to 3"
            shouldThrow<ShapeException> { arange(0, 3, 0) }.message shouldBe "arange: the step must not be 0"
            shouldThrow<ShapeException> { arange(0.0, Double.NaN) }.message shouldBe "arange: numbers must be finite: 0.0, NaN, 1"
            shouldThrow<ShapeException> { arange(1L shl 40) }.message shouldBe "arange: too many elements: 1099511627776 exceeds 2147483647"
            shouldThrow<DTypeException> { linspace(0.0, 1.0, 3, DType.I64) }.problem shouldBe "linspace: does not take int64"
        }
        test("both ends of a linspace are exact") {
            val y = linspace(-0.1, 0.7, 23, DType.F64).toDoubleArray()
            y.first() shouldBe -0.1
            y.last() shouldBe 0.7
            linspace(3.0, 1.0, 1).toDoubleArray().asList() shouldBe listOf(3.0)
        }
        test("ones on the diagonal") {
            eye(2, 3, DType.I32).toLongArray().asList() shouldBe listOf<Long>(1, 0, 0, 0, 1, 0)
        }
    })
