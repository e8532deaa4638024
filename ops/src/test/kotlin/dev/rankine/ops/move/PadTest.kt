package dev.rankine.ops.move

import dev.rankine.ops.PadMode
import dev.rankine.ops.Value
import dev.rankine.ops.arange
import dev.rankine.ops.constantPad
import dev.rankine.ops.pad
import dev.rankine.ops.repeat
import dev.rankine.ops.repeatInterleave
import dev.rankine.ops.reshape
import dev.rankine.ops.roll
import dev.rankine.ops.toDoubleArray
import dev.rankine.ops.toLongArray
import dev.rankine.ops.tril
import dev.rankine.ops.triu
import dev.rankine.ops.valueOf
import dev.rankine.shapes.ShapeException
import dev.rankine.shapes.Sizes
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.shouldBe

private fun Value.longs(): List<Long> = toLongArray().asList()

internal class PadTest :
    FunSpec({
        val row = arange(1, 5)

        test("every mode at both ends") {
            pad(row, listOf(2, 1), value = 9).longs() shouldBe listOf<Long>(9, 9, 1, 2, 3, 4, 9)
            pad(row, listOf(2, 3), PadMode.REFLECT).longs() shouldBe listOf<Long>(3, 2, 1, 2, 3, 4, 3, 2, 1)
            pad(row, listOf(2, 1), PadMode.REPLICATE).longs() shouldBe listOf<Long>(1, 1, 1, 2, 3, 4, 4)
            pad(row, listOf(2, 4), PadMode.CIRCULAR).longs() shouldBe listOf<Long>(3, 4, 1, 2, 3, 4, 1, 2, 3, 4)
        }
        test("a mirror shows what is cut off, a circle closes what is left") {
            pad(row, listOf(-3, 2), PadMode.REFLECT).longs() shouldBe listOf<Long>(4, 3, 2)
            pad(row, listOf(-1, 2), PadMode.CIRCULAR).longs() shouldBe listOf<Long>(2, 3, 4, 2, 3)
            constantPad(row, listOf(-1, -2)).longs() shouldBe listOf<Long>(2)
            constantPad(row, listOf(-6, 4)).longs() shouldBe listOf<Long>(0, 0)
        }
        test("too few elements are a sentence") {
            shouldThrow<ShapeException> { pad(row, listOf(4, 0), PadMode.REFLECT) }.message shouldBe
                "pad: too few elements on axis 0: 4 for pads 4 and 0\n  input  [4]"
            shouldThrow<ShapeException> { pad(row, listOf(1, 0, 2, 0)) }.problem shouldBe
                "constant_pad_nd: pads must be at most 1 pairs: [1, 0, 2, 0]"
        }
        test("triangles drop what is not a number too") {
            val x = valueOf(doubleArrayOf(1.0, Double.NaN, Double.POSITIVE_INFINITY, 4.0), 2, 2)
            tril(x).toDoubleArray().asList() shouldBe listOf(1.0, 0.0, Double.POSITIVE_INFINITY, 4.0)
            triu(x, 1).toDoubleArray().joinToString() shouldBe "0.0, NaN, 0.0, 0.0"
        }
        test("repetitions and rotations") {
            val x = reshape(arange(4), 2, 2)
            repeat(x, 2, 1, 2).sizes shouldBe Sizes.of(2, 2, 4)
            repeat(x, 1, 2).longs() shouldBe listOf<Long>(0, 1, 0, 1, 2, 3, 2, 3)
            repeatInterleave(x, 2, 1).longs() shouldBe listOf<Long>(0, 0, 1, 1, 2, 2, 3, 3)
            roll(row, -1, 0).longs() shouldBe listOf<Long>(2, 3, 4, 1)
        }
    })
