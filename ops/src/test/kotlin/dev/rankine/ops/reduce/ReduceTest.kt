package dev.rankine.ops.reduce

import dev.rankine.ops.Value
import dev.rankine.ops.all
import dev.rankine.ops.amax
import dev.rankine.ops.amin
import dev.rankine.ops.any
import dev.rankine.ops.argmax
import dev.rankine.ops.argmin
import dev.rankine.ops.countNonzero
import dev.rankine.ops.cumsum
import dev.rankine.ops.logsumexp
import dev.rankine.ops.mean
import dev.rankine.ops.prod
import dev.rankine.ops.std
import dev.rankine.ops.sum
import dev.rankine.ops.to
import dev.rankine.ops.toDoubleArray
import dev.rankine.ops.toLongArray
import dev.rankine.ops.transpose
import dev.rankine.ops.valueOf
import dev.rankine.ops.variance
import dev.rankine.ops.zeros
import dev.rankine.shapes.DType
import dev.rankine.shapes.DTypeException
import dev.rankine.shapes.ShapeException
import dev.rankine.shapes.Sizes
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.doubles.plusOrMinus
import io.kotest.matchers.shouldBe

private const val INF = Double.POSITIVE_INFINITY
private const val NAN = Double.NaN

internal class ReduceTest :
    FunSpec({
        val x = valueOf(doubleArrayOf(1.0, 5.0, 2.0, 4.0, 3.0, 9.0), 2, 3)
        test("sums and means over axes, all, none given, kept") {
            sum(x, listOf(0)).numbers() shouldBe listOf(5.0, 8.0, 11.0)
            sum(x, listOf(-1), keepDim = true).sizes shouldBe Sizes.of(2, 1)
            sum(x, emptyList()).numbers() shouldBe listOf(24.0)
            mean(x).numbers() shouldBe listOf(4.0)
            mean(transpose(x, 0, 1), listOf(1)).numbers() shouldBe listOf(2.5, 4.0, 5.5)
            mean(valueOf(intArrayOf(1, 2), 2), dtype = DType.F64).numbers() shouldBe listOf(1.5)
        }
        test("a scalar is reduced over axis 0 and -1") {
            val scalar = valueOf(doubleArrayOf(3.0))
            for (axis in listOf(0, -1)) {
                sum(scalar, listOf(axis), keepDim = true).sizes shouldBe Sizes.SCALAR
                amax(scalar, listOf(axis)).numbers() shouldBe listOf(3.0)
                argmax(scalar, axis).toLongArray().toList() shouldBe listOf(0L)
                cumsum(scalar, axis).numbers() shouldBe listOf(3.0)
            }
        }
        test("nothing to reduce") {
            val none = zeros(Sizes.of(2, 0))
            sum(none, listOf(1)).numbers() shouldBe listOf(0.0, 0.0)
            prod(none, 1).numbers() shouldBe listOf(1.0, 1.0)
            mean(none).numbers()[0].isNaN() shouldBe true
            variance(none).numbers()[0].isNaN() shouldBe true
            logsumexp(none, listOf(1)).numbers() shouldBe listOf(-INF, -INF)
            all(none).toLongArray().toList() shouldBe listOf(1L)
            any(none).toLongArray().toList() shouldBe listOf(0L)
            sum(none, listOf(0)).sizes shouldBe Sizes.of(0)
            amax(none, listOf(0)).sizes shouldBe Sizes.of(0)
            shouldThrow<ShapeException> { amax(none, listOf(1)) }.message shouldBe
                "amax: has no value over an axis of size 0: axis 1\n  input  [2, 0]"
            shouldThrow<ShapeException> { argmin(none) }.message shouldBe
                "argmin: has no value over an axis of size 0: axis 1\n  input  [2, 0]"
        }
        test("types: sums and products of integers are int64, truth is bool but of uint8") {
            val bytes = to(valueOf(longArrayOf(200, 100, 0), 3), DType.U8)
            sum(bytes).dtype shouldBe DType.I64
            sum(bytes).toLongArray().toList() shouldBe listOf(300L)
            prod(bytes).dtype shouldBe DType.I64
            cumsum(bytes, 0).toLongArray().toList() shouldBe listOf(200L, 300L, 300L)
            all(bytes).dtype shouldBe DType.U8
            any(valueOf(floatArrayOf(0f, 2f), 2)).dtype shouldBe DType.BOOL
            amax(bytes).dtype shouldBe DType.U8
            logsumexp(bytes).dtype shouldBe DType.F32
        }
        test("means and variances refuse integers") {
            val whole = valueOf(longArrayOf(1, 2), 2)
            shouldThrow<DTypeException> { mean(whole) }.message shouldBe "mean: does not take int64\n  hint: convert with to(dtype)"
            shouldThrow<DTypeException> { std(whole) }.message shouldBe "std: does not take int64\n  hint: convert with to(dtype)"
            shouldThrow<DTypeException> { argmax(valueOf(booleanArrayOf(true), 1)) }.message shouldBe
                "argmax: does not take bool\n  hint: convert with to(dtype)"
        }
        test("axes out of range and named twice") {
            shouldThrow<ShapeException> { sum(x, listOf(2)) }.message shouldBe
                "sum: axis out of range: 2 is not in [-2, 1]\n  input  [2, 3]"
            shouldThrow<ShapeException> { variance(x, listOf(1, -1)) }.message shouldBe
                "var: an axis is named twice: [1, -1]\n  input  [2, 3]"
        }
        test("extrema: NaN wins, the first of several is named") {
            val tied = valueOf(doubleArrayOf(1.0, 7.0, 7.0, 2.0, NAN, NAN), 2, 3)
            argmax(tied, 1).toLongArray().toList() shouldBe listOf(1L, 1L)
            argmin(tied).toLongArray().toList() shouldBe listOf(4L)
            argmax(tied, keepDim = true).sizes shouldBe Sizes.of(1, 1)
            amax(tied, listOf(1)).numbers()[0] shouldBe 7.0
            amin(tied, listOf(1)).numbers()[1].isNaN() shouldBe true
            amin(x, listOf(0, 1)).numbers() shouldBe listOf(1.0)
        }
        test("variance in two passes keeps its digits beside a large mean") {
            val far = valueOf(doubleArrayOf(1e9 + 1, 1e9 + 2, 1e9 + 3, 1e9 + 4), 4)
            variance(far).numbers()[0] shouldBe (5.0 / 3 plusOrMinus 1e-9)
            variance(far, correction = 0).numbers()[0] shouldBe (1.25 plusOrMinus 1e-9)
            std(far, listOf(0), correction = 0, keepDim = true).sizes shouldBe Sizes.of(1)
            variance(valueOf(doubleArrayOf(3.0), 1)).numbers()[0].isNaN() shouldBe true
        }
        test("the mean of many float16 does not overflow on the way") {
            val many = to(valueOf(DoubleArray(100) { 60_000.0 }, 100), DType.F16)
            mean(many).dtype shouldBe DType.F16
            mean(many).numbers()[0] shouldBe 60_000.0
        }
        test("logsumexp of infinities and of large numbers") {
            val rows = valueOf(doubleArrayOf(-INF, -INF, INF, 1.0, 1000.0, 1000.0, NAN, INF), 4, 2)
            val result = logsumexp(rows, listOf(1)).numbers()
            result[0] shouldBe -INF
            result[1] shouldBe INF
            result[2] shouldBe (1000 + Math.log(2.0) plusOrMinus 1e-12)
            result[3].isNaN() shouldBe true
        }
        test("counts and running sums") {
            countNonzero(valueOf(doubleArrayOf(0.0, NAN, -0.0, 2.0), 2, 2), listOf(1)).toLongArray().toList() shouldBe listOf(1L, 1L)
            cumsum(x, 0).numbers() shouldBe listOf(1.0, 5.0, 2.0, 5.0, 8.0, 11.0)
            cumsum(x, -1).numbers() shouldBe listOf(1.0, 6.0, 8.0, 4.0, 7.0, 16.0)
            prod(x, 1, keepDim = true).numbers() shouldBe listOf(10.0, 108.0)
        }
    })

private fun Value.numbers(): List<Double> = toDoubleArray().toList()
