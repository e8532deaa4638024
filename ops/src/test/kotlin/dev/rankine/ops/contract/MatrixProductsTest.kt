package dev.rankine.ops.contract

import dev.rankine.ops.bmm
import dev.rankine.ops.dot
import dev.rankine.ops.linear
import dev.rankine.ops.mm
import dev.rankine.ops.mv
import dev.rankine.ops.toDoubleArray
import dev.rankine.ops.toLongArray
import dev.rankine.ops.valueOf
import dev.rankine.shapes.DType
import dev.rankine.shapes.ShapeException
import dev.rankine.shapes.Sizes
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.shouldBe

internal class MatrixProductsTest :
    FunSpec({
        val a = valueOf(longArrayOf(1, 2, 3, 4, 5, 6), 2, 3)
        val v = valueOf(longArrayOf(1, 0, -1), 3)

        test("products by hand") {
            mm(a, valueOf(longArrayOf(1, 0, 0, 1, 1, 1), 3, 2)).toLongArray().toList() shouldBe listOf(4L, 5L, 10L, 11L)
            mv(a, v).toLongArray().toList() shouldBe listOf(-2L, -2L)
            dot(v, v).toLongArray().toList() shouldBe listOf(2L)
            dot(v, v).sizes shouldBe Sizes.SCALAR
            bmm(valueOf(longArrayOf(1, 2, 3, 4), 2, 1, 2), valueOf(longArrayOf(5, 6, 7, 8), 2, 2, 1)).toLongArray().toList() shouldBe
                listOf(17L, 53L)
        }
        test("ranks and sizes are checked") {
            shouldThrow<ShapeException> { mm(a, v) }.message shouldBe
                "mm: both operands must be matrices: 2 and 1 axes given\n  left   [2, 3]\n  right  [3]\n  hint: matmul takes any number of axes"
            shouldThrow<ShapeException> { mm(a, a) }.problem shouldBe "mm: inner dimensions differ: 3 != 2"
            shouldThrow<ShapeException> { mv(a, valueOf(longArrayOf(1, 2), 2)) }.problem shouldBe "mv: inner dimensions differ: 3 != 2"
            shouldThrow<ShapeException> { dot(v, valueOf(longArrayOf(1, 2), 2)) }.problem shouldBe "dot: sizes differ: 3 != 2"
            shouldThrow<ShapeException> { bmm(a, a) }.problem shouldBe "bmm: both operands must have three axes: 2 and 2 axes given"
        }
        test("linear by hand, with every kind of batch") {
            val weight = valueOf(doubleArrayOf(1.0, 0.0, 0.5, -1.0, 2.0, 0.0), 2, 3)
            val bias = valueOf(doubleArrayOf(10.0, 20.0), 2)
            val x = valueOf(doubleArrayOf(1.0, 2.0, 4.0), 3)
            linear(x, weight).toDoubleArray().toList() shouldBe listOf(3.0, 3.0)
            linear(x, weight, bias).toDoubleArray().toList() shouldBe listOf(13.0, 23.0)
            linear(valueOf(DoubleArray(0), 4, 0, 3), weight, bias).sizes shouldBe Sizes.of(4, 0, 2)
            linear(valueOf(FloatArray(6), 2, 1, 3), weight, bias).let {
                it.dtype shouldBe DType.F64
                it.sizes shouldBe Sizes.of(2, 1, 2)
            }
            shouldThrow<ShapeException> { linear(valueOf(DoubleArray(4), 4), weight) }.operands.map { it.first } shouldBe
                listOf("input", "weight")
        }
    })
